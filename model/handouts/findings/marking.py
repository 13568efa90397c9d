"""What a finding marks on the miniature: the cards it speaks of filled, the place framed."""

from collections.abc import Iterable, Iterator

from model.document import Document
from model.findings.finding import Finding
from model.handouts.findings.miniature import Miniature, Spot, spans
from model.layout.grid import reach
from model.layout.shapes import Box, Line, Shape
from model.layout.style import INK, LANES, WHITE
from model.records import Card, Emotion, Id, Kpi, Lane, Link, Stage, Step

_MOST = 40  # records: a finding of more is one about the whole map
_FRAME = 1.3


def marked(finding: Finding, mini: Miniature, document: Document) -> tuple[Shape, ...]:
    """What is drawn over the miniature; the head of the map where the finding is about no place on it."""
    spots = [spot for key in finding.records[:_MOST] for spot in _spots(key, mini, document)]
    links = [line for key in finding.records[:_MOST] for line in _line(document.get(Link, key), mini, document)]
    return (*_fills(finding.records[:_MOST], mini, document), *links, *_frames(spots or [mini.head()]))


def _frames(spots: Iterable[Spot]) -> Iterator[Shape]:
    """A dark frame with a light edge, to be seen on any tint."""
    for spot in dict.fromkeys(spots):
        yield Box(spot.x, spot.y, spot.wide, spot.high, stroke=WHITE, line=_FRAME * 2, radius=1.5)
        yield Box(spot.x, spot.y, spot.wide, spot.high, stroke=INK, line=_FRAME, radius=1.5)


def _fills(keys: Iterable[Id], mini: Miniature, document: Document) -> Iterator[Shape]:
    for key in keys:
        for card in _cards(key, document):
            lane = document.get(Lane, card.lane)
            for spot in _card_spot(card, mini):
                if lane is not None:
                    yield Box(spot.x, spot.y, spot.wide, spot.high, fill=LANES[lane.role].color)


def _cards(key: Id, document: Document) -> Iterator[Card]:
    """A card, or those at both ends of a link."""
    link = document.get(Link, key)
    for each in (link.source, link.target) if link is not None else (key,):
        if (card := document.get(Card, each)) is not None:
            yield card


def _line(link: Link | None, mini: Miniature, document: Document) -> Iterator[Shape]:
    """From the middle of one card of a link to that of the other."""
    if link is None:
        return
    ends = [spot for card in _cards(link.id, document) for spot in _card_spot(card, mini)]
    if len(ends) == 2:
        (x1, y1), (x2, y2) = ((spot.x + spot.wide / 2, spot.y + spot.high / 2) for spot in ends)
        yield Line(x1, y1, x2, y2, WHITE, _FRAME * 2)
        yield Line(x1, y1, x2, y2, INK, _FRAME)


def _spots(key: Id, mini: Miniature, document: Document) -> Iterator[Spot]:
    """The places of a record, as far as it has any on the grid."""
    for card in _cards(key, document):
        yield from _card_spot(card, mini)
    match document.records.get(key):
        case Stage(id=stage) | Kpi(stage=str(stage)):
            if stage in (found := spans(mini.columns)):
                yield mini.down(*found[stage])
        case Step(id=step):
            yield from (mini.down(at, at) for at in _columns(step, mini))
        case Lane(id=lane):
            yield from (mini.band(at) for at in _rows(lane, mini))
        case Emotion(lane=lane, step=step):
            yield from _cells(lane, step, 1, mini)


def _card_spot(card: Card, mini: Miniature) -> Iterator[Spot]:
    if card.lane is not None and card.step is not None:
        yield from _cells(card.lane, card.step, card.span, mini)


def _cells(lane: Id, step: Id, span: int, mini: Miniature) -> Iterator[Spot]:
    for row in _rows(lane, mini):
        for first in _columns(step, mini):
            yield mini.cell(row, first, first + reach(mini.columns, first, span) - 1)


def _columns(step: Id, mini: Miniature) -> Iterator[int]:
    return (at for at, column in enumerate(mini.columns) if column.step is not None and column.step.id == step)


def _rows(lane: Id, mini: Miniature) -> Iterator[int]:
    return (at for at, each in enumerate(mini.lanes) if each.id == lane)
