"""The matrix of a map: lanes below each other, steps side by side under their stages, a cell's cards one a line."""

import msgspec

from export.tables.long import Cell
from model.document import Document
from model.importers.tables.cells import written
from model.layout.grid import Column, columns_of
from model.records import Lane, Role
from resources.words import Words


class Matrix(msgspec.Struct, frozen=True):
    """`stages`: the title of each stage and how many columns it heads; `steps`: their titles; `lanes`: of each row its
    lane and the texts of its cells."""

    corner: str
    stages: tuple[tuple[str, int], ...]
    steps: tuple[str, ...]
    lanes: tuple[tuple[Lane, tuple[str, ...]], ...]

    @property
    def rows(self) -> list[list[Cell]]:
        """With the title of a stage over the first of its columns and nothing over the others."""
        head = [cell for title, count in self.stages for cell in (title, *[""] * (count - 1))]
        steps: list[list[Cell]] = [["", *self.steps]] if any(self.steps) else []
        lanes: list[list[Cell]] = [[lane.title, *cells] for lane, cells in self.lanes]
        return [[self.corner, *head], *steps, *lanes]


def matrix(document: Document, said: Words) -> Matrix:
    """Every lane and every column, whatever shows in a view."""
    columns = columns_of(document)
    spans: list[tuple[str, int]] = []
    for at, column in enumerate(columns):
        if at and columns[at - 1].stage_number == column.stage_number:
            spans[-1] = (spans[-1][0], spans[-1][1] + 1)
        else:
            spans.append((column.stage.title if column.stage else "", 1))
    steps = tuple(column.step.title if column.step else "" for column in columns)
    lanes = tuple((lane, tuple(_cell(document, lane, column) for column in columns)) for lane in document.lanes)
    return Matrix(said("corner"), tuple(spans), steps, lanes)


def _cell(document: Document, lane: Lane, column: Column) -> str:
    if column.step is None:
        return ""
    if lane.role is Role.EMOTION:
        here = [each for each in document.emotions_in(lane.id) if each.step == column.step.id]
        return "\n".join(" ".join((written(each.value), _line(each.quote))).strip() for each in here)
    return "\n".join(_line(card.text) for card in document.cards_in(lane.id, column.step.id))


def _line(text: str) -> str:
    """A text on one line: a line of a cell is a card."""
    return " ".join(text.split())
