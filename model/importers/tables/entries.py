"""What the rows of a table come to, whatever its layout: things with a place on the map."""

from typing import Literal

import msgspec

from model.records import Role

Sort = Literal["card", "evidence", "emotion", "parked", "lane", "stage", "step"]
Key = tuple[float, str]
"""What tells stages, steps and lanes apart and puts them in order: a number, and a title folded."""


class Spot(msgspec.Struct, frozen=True):
    """A stage, step or lane as a row names it."""

    key: Key
    title: str


class Entry(msgspec.Struct, frozen=True):
    """One thing of a row. `fields`: members of its record as texts, by the names of columns. `line`: of the file."""

    line: int
    sort: Sort
    stage: Spot | None = None
    step: Spot | None = None
    lane: Spot | None = None
    role: Role | None = None
    fields: dict[str, str] = {}
