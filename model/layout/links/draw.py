"""Links as shapes: lines with heads, and stubs where the other end is on another page."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from model.layout import outlines
from model.layout.drawn import Drawn, together
from model.layout.frame import Frame, Rect
from model.layout.links import labels
from model.layout.links.routes import End, route
from model.layout.links.tracks import Point, Way, polylines
from model.layout.setting import Setting
from model.layout.shapes import Command, Group, Path, Shape
from model.layout.style import BLUE, SLATE, Metrics
from model.records import Id, Link, Role

Run = tuple[Point, ...]
SEQUENCE, DEPENDENCY, EXCHANGE, LOOP = "sequence", "dependency", "exchange", "loop"


class Arrows(Drawn, frozen=True):
    """The links of a page. `runs` are the corners of each that is drawn, from source to target: of the whole link, or
    of its stubs."""

    runs: Mapping[Id, tuple[Run, ...]] = {}


def look(link: Link, source: Role, target: Role) -> str:
    """How a link is drawn: along the journey, between lanes, both ways, or back in time."""
    if link.loop:
        return LOOP
    if link.both:
        return EXCHANGE
    return SEQUENCE if source is target is Role.CUSTOMER_ACTIONS else DEPENDENCY


def draw(
    links: Iterable[Link], frame: Frame, elsewhere: Mapping[Id, bool], pills: Mapping[int, float], setting: Setting
) -> Arrows:
    """All links that touch this page, their labels on top.

    `elsewhere` tells, of cards on other pages, whether they come later; `pills`, by corridor, where the name of the
    blueprint line in it ends.
    """
    links = tuple(links)
    ways = {way.link: way for link in links if (way := _way(link, frame)) is not None}
    lines = polylines(ways.values(), frame)
    runs = {link.id: _runs(link, lines.get(link.id), frame, elsewhere, setting) for link in links}
    arrows = Drawn(tuple(Group(0, 0, _arrow(link, runs[link.id], frame, setting), link.id) for link in links))
    drawn = together((arrows, labels.draw(links, lines, frame, pills, setting)))
    return Arrows(drawn.shapes, drawn.leftovers, runs)


def _runs(
    link: Link, points: Run | None, frame: Frame, elsewhere: Mapping[Id, bool], setting: Setting
) -> tuple[Run, ...]:
    return (points,) if points else tuple(_stubs(link, frame, elsewhere, setting))


def _arrow(link: Link, runs: Sequence[Run], frame: Frame, setting: Setting) -> tuple[Shape, ...]:
    return tuple(shape for run in runs for shape in _line(link, run, frame, setting))


def _way(link: Link, frame: Frame) -> Way | None:
    source, target = frame.places.get(link.source), frame.places.get(link.target)
    if source is None or target is None:
        return None
    start, end = End(*source), End(*target)
    found = route(start, end, frame)
    return Way(link.id, start, end, found) if found is not None else None


def _color(link: Link, frame: Frame) -> str:
    places = [frame.places[card][0] for card in (link.source, link.target) if card in frame.places]
    along = all(frame.rows[row].lane.role is Role.CUSTOMER_ACTIONS for row in places)
    return BLUE if along and not link.both else SLATE


def _line(link: Link, points: Run, frame: Frame, setting: Setting) -> tuple[Shape, ...]:
    m, color = setting.metrics, _color(link, frame)
    dash = (m.arrow * 3, m.arrow * 2) if link.loop else ()
    heads = [_head(points[-1], points[-2], color, m)]
    body = [*points[:-1], _short(points[-1], points[-2], m)]
    if link.both:
        heads.append(_head(points[0], points[1], color, m))
        body[0] = _short(points[0], points[1], m)
    commands: tuple[Command, ...] = (("M", *body[0]), *(("L", x, y) for x, y in body[1:]))
    return (Path(commands, stroke=color, line=m.journey_arrow if color == BLUE else m.arrow, dash=dash), *heads)


def _head(tip: Point, before: Point, color: str, m: Metrics) -> Path:
    return Path(outlines.arrow_head(*tip, *before, m.arrow_head), fill=color)


def _short(tip: Point, before: Point, m: Metrics) -> Point:
    """Where the line ends so that the head's tip stays sharp; never past the corner before it."""
    dx, dy = before[0] - tip[0], before[1] - tip[1]
    length = abs(dx) + abs(dy)
    back = min(m.arrow_head * 0.8, length) / length if length else 0.0
    return tip[0] + dx * back, tip[1] + dy * back


def _stubs(link: Link, frame: Frame, elsewhere: Mapping[Id, bool], setting: Setting) -> Iterator[Run]:
    """A short arrow beside each card that is here, or above it: outwards at the source, inwards at the target."""
    m = setting.metrics
    for card, other, leaves in ((link.source, link.target, True), (link.target, link.source, False)):
        if card not in frame.places:
            continue
        row, slot = frame.places[card]
        rect = frame.rect(row, slot)
        later = elsewhere.get(other, slot.first < frame.columns / 2)
        way = _beside(rect, later, frame.gap - m.frame)
        if link.loop and not slot.y:
            way = _over(rect, later, frame.corridor(row)[0], m) or way
        yield way if leaves else way[::-1]


def _over(rect: Rect, right: bool, low: float, m: Metrics) -> Run:
    """Up from the card and aside, as a link back in time runs, where there is room below `low`; else nothing."""
    x, y = rect.x + rect.width / 2, rect.y - min(m.column_gap, rect.y - low - m.arrow_head / 2)
    aside = 3 * m.arrow_head if right else -3 * m.arrow_head
    return ((x, rect.y), (x, y), (x + aside, y)) if rect.y - y > m.arrow_head else ()


def _beside(rect: Rect, right: bool, reach: float) -> Run:
    y = rect.y + rect.height / 2
    return ((rect.right, y), (rect.right + reach, y)) if right else ((rect.x, y), (rect.x - reach, y))
