"""The order in which a page is read by those who cannot see it: what becomes the structure tree of a tagged PDF."""

from collections.abc import Iterator
from typing import Literal

import msgspec

Kind = Literal[
    "Sect", "H1", "H2", "H3", "H4", "P", "L", "LI", "LBody", "Table", "TR", "TH", "TD", "Figure", "Caption", "Form"
]
"""Standard structure types (ISO 32000-1, 14.8.4)."""


class Element(msgspec.Struct, frozen=True):
    """An element and what is in it, in reading order: elements, and names of what stands on the page.

    A name is the `tag` of groups or, where they have none, the id of their record; groups of one name are one piece,
    and may lie anywhere on the page. What no element names is decoration to a reader. `alt` says in words what a
    Figure shows; `scope`: what a TH heads; `fields`: names of the page's fields, for a Form.
    """

    kind: Kind
    parts: tuple["Element | str", ...] = ()
    alt: str = ""
    scope: Literal["", "Row", "Column"] = ""
    fields: tuple[str, ...] = ()


def names(elements: tuple[Element | str, ...]) -> Iterator[str]:
    """Every name in some elements, in reading order."""
    for element in elements:
        if isinstance(element, str):
            yield element
        else:
            yield from names(element.parts)
