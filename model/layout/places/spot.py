"""What a place on a page is: the spot of a record, a cell of the grid, the slot a dropped card comes to."""

from enum import StrEnum

import msgspec

from model.layout.frame import Rect
from model.records import Id


class Kind(StrEnum):
    CARD = "card"
    KPI = "kpi"
    EMOTION = "emotion"
    LINK = "link"
    STAGE = "stage"
    STEP = "step"
    LANE = "lane"
    PERSONA = "persona"
    MAP = "map"


class Spot(msgspec.Struct, frozen=True):
    """Where a record stands: a rectangle in points on the page of this number (in `Layout.pages`)."""

    kind: Kind
    record: Id
    page: int
    rect: Rect


class Cell(msgspec.Struct, frozen=True):
    """A lane over a column (counted in the whole map) and its rectangle on a page; `step` is None where a stage has
    none."""

    lane: Id
    step: Id | None
    column: int
    page: int
    rect: Rect


class Drop(msgspec.Struct, frozen=True):
    """Where a card let go would come to: `index` counts the cards that stay in the cell, as `cards.move_cards` does;
    `bar` is the thin bar that shows it."""

    lane: Id
    step: Id
    index: int
    bar: Rect
    page: int
