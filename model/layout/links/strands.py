"""A link as it is drawn, and what becomes of it when rows grow, shrink or move."""

from collections.abc import Container, Mapping

import msgspec

from model.layout.frame import Frame
from model.layout.links.corners import Trail
from model.layout.links.lines import Pen, drawn, pen_of
from model.layout.links.routes import Way
from model.layout.setting import Setting
from model.layout.shapes import Group
from model.records import Id, Link, Role


class Strand(msgspec.Struct, frozen=True, gc=False):
    """A link's way, None where it is drawn as stubs; its lines, the levels between which they run, and its shapes,
    measured from the upper one."""

    link: Link
    way: Way | None
    trails: tuple[Trail, ...]
    pen: Pen
    levels: tuple[int, int]
    group: Group


def strand(link: Link, way: Way | None, trails: tuple[Trail, ...], frame: Frame, setting: Setting) -> Strand:
    """The link drawn through these corners."""
    rows = (way.source.row, way.target.row) if way is not None else _rows(link, frame)
    pen = pen_of(link, all(frame.rows[row].lane.role is Role.CUSTOMER_ACTIONS for row in rows), setting)
    upper = min([min(trail.levels) for trail in trails])
    lower = max([max(trail.levels) for trail in trails])
    return Strand(link, way, trails, pen, (upper, lower), _group(link.id, trails, pen, upper, frame))


def _rows(link: Link, frame: Frame) -> tuple[int, ...]:
    places = (frame.place(card) for card in (link.source, link.target))
    return tuple(place[0] for place in places if place is not None)


def _group(key: Id, trails: tuple[Trail, ...], pen: Pen, upper: int, frame: Frame) -> Group:
    rises, level = frame.rises[upper], frame.level(upper)
    if len(trails) == 1:
        return Group(0, level, drawn(trails[0], rises, pen), key)
    return Group(0, level, tuple(shape for trail in trails for shape in drawn(trail, rises, pen)), key)


def lifted(strands: Mapping[Id, Strand], was: Frame, frame: Frame, without: Container[Id] = ()) -> Mapping[Id, Strand]:
    """The strands where their rows now are. Those that cross no row of another height keep their shapes.

    Nothing is done for those `without`, which are to be made anew.
    """
    changed = {between: fate for between in _spans(frame) if (fate := _fate(between, was, frame)) is not None}
    if not changed:
        return strands
    moved = dict(strands)
    for key, each in strands.items():
        stiff = changed.get(each.levels)
        if stiff is not None and key not in without:
            moved[key] = _moved(each, frame, stiff=stiff)
    return moved


def _spans(frame: Frame) -> list[tuple[int, int]]:
    levels = len(frame.rows) + 1
    return [(upper, lower) for upper in range(levels) for lower in range(upper, levels)]


def _fate(between: tuple[int, int], was: Frame, frame: Frame) -> bool | None:
    """Whether levels keep their distances though they move; None where they stay."""
    upper, lower = between
    stiff = was.rises[upper][upper : lower + 1] == frame.rises[upper][upper : lower + 1]
    return None if stiff and was.level(upper) == frame.level(upper) else stiff


def _moved(each: Strand, frame: Frame, *, stiff: bool) -> Strand:
    upper, key = each.levels[0], each.link.id
    if stiff:
        group = Group(0, frame.level(upper), each.group.shapes, key)
    else:
        group = _group(key, each.trails, each.pen, upper, frame)
    return Strand(each.link, each.way, each.trails, each.pen, each.levels, group)
