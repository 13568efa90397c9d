"""What a cut through a poster would go through, and how much that would hurt it."""

from collections.abc import Iterable, Iterator

import msgspec

from model.document import Document
from model.handouts.poster.pieces import Piece, leaves
from model.layout.frame import Rect
from model.layout.page import Composed
from model.layout.parts import Source
from model.layout.shapes import Box, Group, Line, Path, Picture, Shape, Text
from model.records import Card, Id, Kpi, Link

CARD = 1000.0
"""What a cut card costs: more than all else together on any seam of a map one can read."""
_WHOLE = 12.0  # a lane cut lengthwise, a stage cut across
_TEXT = 4.0  # a line of text in letters of _BODY points; larger letters cost more
_BODY = 14.0
_SOLID = 1.0  # a filled or framed area
_ALONG = 6.0  # a line that runs where the cut would be
_AIR = 1.5  # points beside whatever is not to be cut


class Obstacle(msgspec.Struct, frozen=True):
    """A stretch of an axis in points, and what a cut within it costs."""

    low: float
    high: float
    cost: float


def cards_of(found: Iterable[Piece], document: Document) -> Iterator[Rect]:
    """Where the cards and KPIs stand."""
    for piece in found:
        if piece.record is not None and _is_card(piece, document):
            yield piece.rect
        else:
            yield from cards_of(piece.inner, document)


def across(found: tuple[Piece, ...], document: Document, composed: Composed, source: Source) -> list[Obstacle]:
    """What upright cuts go through, from left to right."""
    stretches = [(rect.x, rect.right, cost) for rect, cost in _things(found, document)]
    stretches += [(line.x, line.right, _ALONG) for line in _lines(found) if line.width < line.height]
    stretches += [(low, high, _WHOLE) for low, high in _stages(composed, source)]
    return [Obstacle(low - _AIR, high + _AIR, cost) for low, high, cost in stretches]


def down(found: tuple[Piece, ...], document: Document, composed: Composed) -> list[Obstacle]:
    """What level cuts go through, from top to bottom."""
    stretches = [(rect.y, rect.bottom, cost) for rect, cost in _things(found, document)]
    stretches += [(line.y, line.bottom, _ALONG) for line in _lines(found) if line.height < line.width]
    stretches += [(row.y, row.y + row.height, _WHOLE) for row in composed.frame.rows]
    return [Obstacle(low - _AIR, high + _AIR, cost) for low, high, cost in stretches]


def _things(found: tuple[Piece, ...], document: Document) -> Iterator[tuple[Rect, float]]:
    yield from ((rect, CARD) for rect in cards_of(found, document))
    for leaf in leaves(found):
        cost = _cost(leaf.shape, leaf.record, document)
        if cost:
            yield leaf.rect, cost


def _cost(shape: Shape, record: Id | None, document: Document) -> float:
    if isinstance(shape, Text):
        return _TEXT * max(1.0, shape.size / _BODY)
    if isinstance(document.records.get(record or ""), Link):
        return 0.0  # an arrow that goes on at the other side reads well
    if isinstance(shape, Box | Picture):
        return _SOLID
    return _SOLID if isinstance(shape, Path) and shape.fill is not None else 0.0


def _lines(found: tuple[Piece, ...]) -> Iterator[Rect]:
    return (leaf.rect for leaf in leaves(found) if isinstance(leaf.shape, Line))


def _stages(composed: Composed, source: Source) -> Iterator[tuple[float, float]]:
    """From where to where each stage's columns go."""
    frame, columns = composed.frame, source.columns
    numbers = [column.stage_number for column in columns]
    edges = [at for at in range(len(numbers)) if not at or numbers[at] != numbers[at - 1]]
    for first, end in zip(edges, (*edges[1:], len(numbers)), strict=True):
        yield frame.gutter_x(first) + frame.gap / 2, frame.gutter_x(end) - frame.gap / 2


def _is_card(piece: Piece, document: Document) -> bool:
    return isinstance(piece.shape, Group) and isinstance(document.records.get(piece.record or ""), Card | Kpi)
