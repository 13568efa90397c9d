"""A link as it is drawn, and what becomes of it when rows grow, shrink or move."""

from collections.abc import Container, Mapping

import msgspec

from model.layout.frame import Frame
from model.layout.links.corners import Trail, at_new_heights
from model.layout.links.lines import Pen, cut, heads, line, pen_of
from model.layout.links.routes import End, Way
from model.layout.setting import Setting
from model.layout.shapes import Group, Shape
from model.records import Id, Link, Role


class Strand(msgspec.Struct, frozen=True, gc=False):
    """A link's way, None where it is drawn as stubs; the corners of its lines, and as far as they are to be seen; the
    levels between which they run.

    Its shapes are measured from the `origin`, the level on which the last corner hangs: so a head stays what it is when
    rows grow that its line passes.
    """

    link: Link
    way: Way | None
    trails: tuple[Trail, ...]
    bodies: tuple[Trail, ...]
    pen: Pen
    levels: tuple[int, int]
    origin: int


def strand(link: Link, way: Way | None, trails: tuple[Trail, ...], frame: Frame, setting: Setting) -> Strand:
    """The link through these corners."""
    rows = (way.source.row, way.target.row) if way is not None else _rows(link, frame)
    pen = pen_of(link, all(frame.rows[row].lane.role is Role.CUSTOMER_ACTIONS for row in rows), setting)
    levels = min([min(trail.levels) for trail in trails]), max([max(trail.levels) for trail in trails])
    bodies = tuple([cut(trail, pen) for trail in trails])
    return Strand(link, way, trails, bodies, pen, levels, trails[-1].levels[-1])


def _rows(link: Link, frame: Frame) -> tuple[int, ...]:
    places = (frame.place(card) for card in (link.source, link.target))
    return tuple(place[0] for place in places if place is not None)


def resized(known: Strand, frame: Frame, anchors: Mapping[tuple[Id, Id], int]) -> Strand:
    """A strand with a way whose cards stand at other heights of their rows."""
    link, way, pen = known.link, placed(known, frame), known.pen
    trail = at_new_heights(link.id, way, known.trails[0], frame, anchors)
    return Strand(link, way, (trail,), (cut(trail, pen),), pen, known.levels, known.origin)


def placed(known: Strand, frame: Frame) -> Way:
    """The way of a strand that has one, with its cards as they stand now."""
    assert known.way is not None, "stubs are made anew"
    source, target = known.way.source, known.way.target
    return Way(_placed(source, frame), _placed(target, frame), known.way.route)


def _placed(end: End, frame: Frame) -> End:
    return End(end.row, frame.rows[end.row].filling.places[end.slot.id])


# Groups: what is painted of a strand


def group(each: Strand, frame: Frame) -> Group:
    """The shapes of a strand."""
    rises, pen = frame.rises[each.origin], each.pen
    shapes: list[Shape] = []
    for trail, body in zip(each.trails, each.bodies, strict=True):
        shapes += (line(body, rises, pen), *heads(trail, rises, pen))
    return Group(0, frame.level(each.origin), tuple(shapes), each.link.id)


def lifted(
    groups: Mapping[Id, Group], strands: Mapping[Id, Strand], was: Frame, frame: Frame, without: Container[Id]
) -> dict[Id, Group]:
    """The groups where their rows now are. Those of strands that pass no row of another height keep their shapes.

    Nothing is done for those `without`, which are to be made anew.
    """
    levels, now = range(len(frame.rows) + 1), dict(groups)
    moved = {at for at in levels if was.level(at) != frame.level(at)}
    bent = {(upper, lower) for upper in levels for lower in levels[upper:] if _is_bent(was, frame, upper, lower)}
    for key, each in strands.items() if moved or bent else ():
        if each.levels in bent:
            if key not in without:
                now[key] = _bent(each, groups[key], frame)
        elif each.origin in moved and key not in without:
            now[key] = Group(0, frame.level(each.origin), groups[key].shapes, key)
    return now


def _is_bent(was: Frame, frame: Frame, upper: int, lower: int) -> bool:
    """Whether levels have other distances than they had."""
    return was.rises[upper][upper : lower + 1] != frame.rises[upper][upper : lower + 1]


def _bent(each: Strand, before: Group, frame: Frame) -> Group:
    """A strand that passes rows of other heights than before: another line, and the same head at its end."""
    origin, pen = each.origin, each.pen
    if len(each.bodies) > 1 or pen.both:
        return group(each, frame)
    body = line(each.bodies[0], frame.rises[origin], pen)
    return Group(0, frame.level(origin), (body, *before.shapes[1:]), each.link.id)
