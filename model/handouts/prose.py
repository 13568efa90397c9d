"""Text with a structure and without a look: what reports, HTML and Markdown are made from."""

from typing import Literal

import msgspec

from model.records import Id

Tone = Literal["plain", "strong", "quiet", "quote"]


class Said(msgspec.Struct, frozen=True):
    """A paragraph: what it says, where a click on it leads, whose words it is; `leads`: on to the block behind it,
    from which it is not parted."""

    text: str
    tone: Tone = "plain"
    url: str = ""
    record: Id | None = None
    leads: bool = False


class Heading(msgspec.Struct, frozen=True):
    """`level`: 1 to 4."""

    level: int
    text: str
    record: Id | None = None


class Listing(msgspec.Struct, frozen=True):
    """A list of points."""

    items: tuple[Said, ...]


class Cell(msgspec.Struct, frozen=True):
    """Paragraphs of a table's cell. `colour`: of a bar at its left, such as a lane's."""

    said: tuple[Said, ...] = ()
    colour: str | None = None


class Table(msgspec.Struct, frozen=True):
    """Rows under a `head`; the first cell of a row heads it. `shares`: of the columns in the width; as their words
    need it where there are none."""

    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    shares: tuple[float, ...] = ()


Block = Heading | Said | Listing | Table


def cell(text: str, tone: Tone = "plain", record: Id | None = None, colour: str | None = None) -> Cell:
    """A cell of one paragraph, or of none."""
    return Cell((Said(text, tone, record=record),) if text else (), colour)
