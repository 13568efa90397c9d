"""Places of a page that are filled in with a reader of PDFs."""

from typing import Literal

import msgspec


class Field(msgspec.Struct, frozen=True):
    """A field over something drawn; lengths in points, y down.

    `name` is the field's own in the whole file; check boxes of one name are alternatives of which one can be ticked,
    told apart by `choice`. `title` says to a person what goes in. `value`: what stands in it already (of alternatives,
    the `choice` that is ticked). `size`: of the letters. Fields of one name on several places or pages hold one value;
    a "hidden" one is seen by nobody and holds what the file must know when it comes back.
    """

    name: str
    x: float
    y: float
    width: float
    height: float
    kind: Literal["text", "lines", "choice", "hidden"] = "text"
    title: str = ""
    value: str = ""
    choice: str = ""
    size: float = 9.0


class Address(msgspec.Struct, frozen=True):
    """A rectangle of a page that leads to `url` (ASCII) when it is clicked. `name`: what the page's reading calls that
    which lies under it."""

    x: float
    y: float
    width: float
    height: float
    url: str
    name: str = ""
