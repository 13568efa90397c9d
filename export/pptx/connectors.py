"""Links between cards: connectors that hold on to both and follow when one is moved. They lie behind the cards."""

from collections.abc import Mapping

import msgspec

from export.pptx import drawing
from export.pptx.board import Board
from export.pptx.drawing import Ink
from export.xml import element
from model.layout.frame import Rect
from model.layout.links.draw import EXCHANGE, LOOP, SEQUENCE
from model.layout.order import Order
from model.layout.style import BLUE, INK, SLATE, Metrics
from model.records import Id, Link

_TOP, _LEFT, _BOTTOM, _RIGHT = range(4)  # a rectangle's connection sites, as PowerPoint counts them
_NARROW = 1.0  # points: what the way between two ends above each other counts as wide


class Placed(msgspec.Struct, frozen=True):
    """A card on the slide: its number there, and where on the page it stands."""

    number: int
    rect: Rect


class Way(msgspec.Struct, frozen=True):
    """A connector from site to site, in points of the page. `bend`: where it turns, as a part of its width, or of its
    height where it sets out `upright`."""

    sites: tuple[int, int]
    start: tuple[float, float]
    end: tuple[float, float]
    bend: float | None = None
    upright: bool = False


def put(board: Board, order: Order, cards: Mapping[Id, Placed], m: Metrics) -> None:
    """The links of which both cards are here."""
    rects = {key: placed.rect for key, placed in cards.items()}
    for link in order.links:
        if link.source in rects and link.target in rects:
            way = way_between(rects[link.source], rects[link.target], list(rects.values()), m.column_gap)
            board.put(_connector(board, order, link, way, cards, m))


def way_between(source: Rect, target: Rect, others: list[Rect], gap: float) -> Way:
    """Straight down or up where nothing stands between; around by the right in one column; else from side to side."""
    if source.right < target.x:
        return _across(source, target, gap / 2)
    if target.right < source.x:
        return _across(source, target, -gap / 2)
    if any(_stands_between(source, target, each) for each in others):
        return _around(source, target, gap * 0.45)
    return _up_or_down(source, target, gap / 2)


def _up_or_down(source: Rect, target: Rect, turn: float) -> Way:
    below = target.y > source.y
    sites = (_BOTTOM, _TOP) if below else (_TOP, _BOTTOM)
    start = (source.x + source.width / 2, source.bottom if below else source.y)
    end = (target.x + target.width / 2, target.y if below else target.bottom)
    high = abs(end[1] - start[1])
    if abs(end[0] - start[0]) < _NARROW or high < _NARROW:
        return Way(sites, start, end)
    return Way(sites, start, end, min(turn / high, 0.5), upright=True)


def _across(source: Rect, target: Rect, turn: float) -> Way:
    forward = turn > 0
    start = (source.right if forward else source.x, source.y + source.height / 2)
    end = (target.x if forward else target.right, target.y + target.height / 2)
    sites = (_RIGHT, _LEFT) if forward else (_LEFT, _RIGHT)
    straight = abs(end[1] - start[1]) < _NARROW
    return Way(sites, start, end, None if straight else turn / (end[0] - start[0]))


def _around(source: Rect, target: Rect, reach: float) -> Way:
    start = (source.right, source.y + source.height / 2)
    end = (target.right, target.y + target.height / 2)
    wide = end[0] - start[0]
    turn = max(wide, 0.0) + reach
    return Way((_RIGHT, _RIGHT), start, end, turn / (wide or _NARROW))


def _stands_between(source: Rect, target: Rect, other: Rect) -> bool:
    top, bottom = min(source.bottom, target.bottom), max(source.y, target.y)
    left, right = max(source.x, target.x), min(source.right, target.right)
    return other.x < right and left < other.right and top <= other.y and other.bottom <= bottom


def _connector(board: Board, order: Order, link: Link, way: Way, cards: Mapping[Id, Placed], m: Metrics) -> str:
    look = order.looks[link.id]
    ends = "".join(
        element(f"a:{name}", {"id": str(cards[key].number), "idx": str(site)})
        for name, key, site in zip(("stCxn", "endCxn"), (link.source, link.target), way.sites, strict=True)
    )
    bent = drawing.preset("bentConnector3", adj1=way.bend) if way.bend is not None else ""
    along = look == SEQUENCE
    ink = Ink(
        stroke=INK if order.look.grey else BLUE if along else SLATE,
        line=m.journey_arrow if along else m.arrow,
        dash=(m.arrow * 4, m.arrow * 3) if look == LOOP else (),
        ends=(look == EXCHANGE, True),
    )
    frame = _turned(board, way) if way.upright else _frame(board, way)
    name = drawing.named(board.number(), link.label or "Link")
    return drawing.connector(name, ends, frame, bent or drawing.preset("straightConnector1"), board.ink(ink))


def _frame(board: Board, way: Way) -> str:
    (x1, y1), (x2, y2) = way.start, way.end
    wide = abs(x2 - x1) or (_NARROW if way.bend is not None else 0.0)
    rect = Rect(min(x1, x2), min(y1, y2), wide, abs(y2 - y1))
    return drawing.place(board.rect(rect), flip_x=x2 < x1, flip_y=y2 < y1)


def _turned(board: Board, way: Way) -> str:
    """The frame of a connector that sets out upwards or downwards: it lies, and is turned about its middle."""
    (x1, y1), (x2, y2) = way.start, way.end
    wide, high = abs(y2 - y1), abs(x2 - x1)
    rect = Rect((x1 + x2 - wide) / 2, (y1 + y2 - high) / 2, wide, high)
    down, rightwards = y2 > y1, x2 > x1
    return drawing.place(board.rect(rect), flip_y=down == rightwards, quarters=1 if down else 3)
