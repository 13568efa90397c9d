"""What a page looks like beside its size: its margins, what stands in its head and foot, how it spares ink."""

import msgspec

from model.records import Id

HEADER_PARTS = ("title", "persona", "facts", "logo")


class Logo(msgspec.Struct, frozen=True):
    """A PNG or JPEG for the header, its size in pixels."""

    type: str
    data: bytes
    width: int
    height: int


class Look(msgspec.Struct, frozen=True, kw_only=True):
    """`margin` and `bleed` in points, None for the usual margin. `header`: some of HEADER_PARTS. `persona`: whose map
    it is, the first in order where None. `hidden`: lanes left out beside those that are hidden in the map. `grey`:
    white fills, dashes and hatching in place of tints. `plain_faces`: feelings by mouth and height alone. `draft`:
    says so across every page. `numbered`: sheets bear their number. `dated`: the map's date stands on it.
    """

    margin: float | None = None
    bleed: float = 0.0
    header: frozenset[str] = frozenset(HEADER_PARTS)
    persona: Id | None = None
    hidden: frozenset[Id] = frozenset()
    logo: Logo | None = None
    grey: bool = False
    plain_faces: bool = False
    draft: bool = False
    numbered: bool = True
    dated: bool = True


LOOK = Look()
"""The usual one."""
