"""The cells of a worksheet: frames to write in, five faces to tick, and the fields over both."""

from collections.abc import Iterator

import msgspec

from model.handouts.worksheet_blank import key_of
from model.handouts.worksheet_frame import BOX, Grid, face_radius, growth
from model.importers.worksheet_names import FEELINGS, About, name
from model.layout.emotions import face
from model.layout.fields import Field
from model.layout.grid import Column
from model.layout.shapes import Box, Group, Line, Shape
from model.layout.sheets import MM, Sheet
from model.layout.style import GREY, HAIRLINE, LANES, WHITE, Metrics
from model.records import Id, Lane, Role

_RULE = 7 * MM  # between the lines one writes on
_INSET = 2.5
_TEXT = 9.0


class Cells(msgspec.Struct, frozen=True):
    """What all cells of a page have in common."""

    map: Id
    on: Sheet
    grid: Grid
    metrics: Metrics
    ruled: bool


class Cell(msgspec.Struct, frozen=True):
    """A lane in a column; points."""

    lane: Lane
    column: Column
    x: float
    y: float
    high: float


def drawn(cell: Cell, cells: Cells) -> Group:
    """The frame, and what stands in it before anybody writes."""
    m, look, wide = cells.metrics, LANES[cell.lane.role], cells.grid.wide
    frame = Box(0, 0, wide, cell.high, WHITE, look.color, line=m.frame, radius=m.card_radius, dash=look.dash)
    inside = _faces(cell, cells) if cell.lane.role is Role.EMOTION else _rules(cell, cells)
    return Group(cell.x, cell.y, (frame, *inside))


def fields(cell: Cell, cells: Cells, title: str) -> Iterator[Field]:
    """What is filled in; `title` says in which stage or step."""
    said = f"{title} – {cell.lane.title}" if title else cell.lane.title
    called = name(cells.map, About.ANSWER, cell.lane.id, key_of(cell.column))
    if cell.lane.role is Role.EMOTION:
        yield from _choices(cell, cells, called, said)
        return
    factor, said = growth(cells.on), f"{said}: {cell.lane.guide}" if cell.lane.guide else said
    inset = _INSET * factor
    wide, high = cells.grid.wide - 2 * inset, cell.high - 2 * inset
    yield Field(called, cell.x + inset, cell.y + inset, wide, high, "lines", said, size=_TEXT * factor)


def _rules(cell: Cell, cells: Cells) -> Iterator[Shape]:
    if not cells.ruled:
        return
    apart, inset = _RULE * growth(cells.on), cells.metrics.card_pad_x
    for at in range(1, int((cell.high - apart * 0.4) / apart) + 1):
        yield Line(inset, at * apart, cells.grid.wide - inset, at * apart, HAIRLINE, line=cells.metrics.hairline)


def _faces(cell: Cell, cells: Cells) -> Iterator[Shape]:
    radius, top, box, apart = _measures(cell, cells)
    for at, value in enumerate(FEELINGS.values()):
        x = cells.grid.wide / 2 + apart * (at - 2)
        yield Group(x, top + radius, face(value, radius))
        yield Box(
            x - box / 2, _box_top(radius, top, cells), box, box, fill=WHITE, stroke=GREY, line=cells.metrics.frame
        )


def _choices(cell: Cell, cells: Cells, called: str, said: str) -> Iterator[Field]:
    radius, top, box, apart = _measures(cell, cells)
    y = cell.y + _box_top(radius, top, cells)
    for at, choice in enumerate(FEELINGS):
        x = cell.x + cells.grid.wide / 2 + apart * (at - 2) - box / 2
        yield Field(called, x, y, box, box, "choice", said, choice=choice)


def _measures(cell: Cell, cells: Cells) -> tuple[float, float, float, float]:
    """The radius of faces, how far from the frame's top they begin, the side of boxes, the way from face to face."""
    factor = growth(cells.on)
    apart = cells.grid.wide / len(FEELINGS)
    radius, box = min(face_radius(cells.on), apart * 0.4), BOX * factor
    top = (cell.high - 2 * radius - 4 * factor - box) / 2
    return radius, top, box, min(apart, 4 * radius)


def _box_top(radius: float, top: float, cells: Cells) -> float:
    return top + 2 * radius + 4 * growth(cells.on)
