"""The type that running text on paper is set in, on sheets of all sizes."""

import re

import msgspec

from model.handouts.prose import Said, Tone
from model.layout.fields import Address
from model.layout.sheets import Sheet, sheet
from model.layout.style import GREY, INK
from model.layout.text.block import LEADING, height

LOOKS: dict[Tone, tuple[str, str]] = {
    "plain": ("regular", INK), "strong": ("bold", INK), "quiet": ("regular", GREY), "quote": ("italic", INK),
}  # fmt: skip
"""Style and colour of each tone."""
_LARGEST_PLAIN = min(sheet("A3").width, sheet("A3").height)
_ADDRESS = re.compile(r"(?:https?://|mailto:)[^\s\x00-\x1f\x7f]+", re.IGNORECASE)


class Type(msgspec.Struct, frozen=True):
    """Sizes in points; `above`: the air before each level of headings, in their size."""

    body: float = 9.0
    small: float = 8.0
    caption: float = 7.25
    hairline: float = 0.6
    headings: tuple[float, ...] = (20.0, 13.0, 10.5, 8.75)
    above: tuple[float, ...] = (0.0, 1.6, 1.3, 1.0)
    column: float = 400.0
    gap: float = 26.0

    def line(self, size: float) -> float:
        """Points from one line to the next."""
        return height(1, size, LEADING)


def type_on(on: Sheet) -> Type:
    """The type for a sheet: the same up to A3, and growing with the sheet beyond."""
    factor = max(1.0, min(on.width, on.height) / _LARGEST_PLAIN)
    plain = Type()
    return Type(
        body=plain.body * factor, small=plain.small * factor, caption=plain.caption * factor,
        hairline=plain.hairline * factor, headings=tuple(size * factor for size in plain.headings),
        column=plain.column * factor, gap=plain.gap * factor,
    )  # fmt: skip


def safe_url(url: str) -> str:
    """The address where it leads to the web or to a letter; else nothing."""
    return url if _ADDRESS.fullmatch(url) else ""


def addresses(text: Said, x: float, y: float, wide: float, high: float) -> tuple[Address, ...]:
    """Where a click on a line of a text leads, if anywhere."""
    url = safe_url(text.url)
    return (Address(x, y, wide, high, url),) if url else ()
