"""The grid of a map: its columns, and what stands in each lane over which columns."""

from collections.abc import Sequence

import msgspec

from model.document import Document
from model.records import Card, Id, Kpi, Lane, Role, Stage, Step


class Column(msgspec.Struct, frozen=True):
    """A step under its stage. A stage without steps, and a map without stages, keep one column without a step."""

    stage: Stage | None
    step: Step | None
    stage_number: int


class Item(msgspec.Struct, frozen=True, gc=False):
    """A card, or a KPI over its stage, on columns `first` to `first + span - 1` of a lane."""

    record: Card | Kpi
    first: int
    span: int


class Grid(msgspec.Struct, frozen=True):
    """All columns of a map and, by lane id, its items in reading order."""

    columns: tuple[Column, ...]
    lanes: tuple[Lane, ...]
    items: dict[Id, tuple[Item, ...]]


def grid(document: Document, lanes: tuple[Lane, ...]) -> Grid:
    """The grid of the lanes that are shown."""
    columns = columns_of(document)
    return Grid(columns, lanes, {lane.id: items_of(document, lane, columns) for lane in lanes})


def columns_of(document: Document) -> tuple[Column, ...]:
    """Every column from left to right; never none."""
    by_stage: dict[Id, list[Step]] = {stage.id: [] for stage in document.stages}
    for step in document.steps:
        by_stage[step.stage].append(step)
    columns = tuple(
        Column(stage, step, number)
        for number, stage in enumerate(document.stages, start=1)
        for step in by_stage[stage.id] or (None,)
    )
    return columns or (Column(None, None, 0),)


def items_of(document: Document, lane: Lane, columns: Sequence[Column]) -> tuple[Item, ...]:
    """What stands in a lane, column by column; spans end at the last step."""
    items = [
        Item(card, at, reach(columns, at, card.span))
        for at, column in enumerate(columns)
        if column.step is not None
        for card in document.cards_in(lane.id, column.step.id)
    ]
    if lane.role is Role.KPIS:
        items += _kpi_items(document, columns)
        items.sort(key=lambda item: item.first)
    return tuple(items)


def reach(columns: Sequence[Column], first: int, span: int) -> int:
    """How many columns a card over so many steps lies over: with those of stages without steps between them, and not
    past the last step."""
    if span == 1:
        return 1
    steps = [at for at in range(first, len(columns)) if columns[at].step is not None]
    return steps[min(span, len(steps)) - 1] - first + 1


def _kpi_items(document: Document, columns: Sequence[Column]) -> list[Item]:
    """A KPI lies over the whole of its stage; one without a stage lies over the whole map."""
    items = []
    for kpi in document.kpis:
        under = [at for at, column in enumerate(columns) if kpi.stage is None or _is(column.stage, kpi.stage)]
        items.append(Item(kpi, under[0], len(under)))
    return items


def _is(stage: Stage | None, key: Id) -> bool:
    return stage is not None and stage.id == key
