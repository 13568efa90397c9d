"""What can be asked of each kind of paper beside its sheet and its look. Dialogs and the command line make their forms
from these: a member's type, limits and unit (`extra`) say how it is asked for, `resources/i18n/paper_options` in which
words. Light to import: nothing but msgspec."""

from typing import Annotated, Literal

import msgspec
from msgspec import Meta

Millimetres = Annotated[float, Meta(ge=0, le=5000, extra={"unit": "mm"})]
Sheets = Annotated[int, Meta(ge=0, le=20)]


class Options(msgspec.Struct, frozen=True, kw_only=True):
    """Nothing more to ask."""


class PageOptions(Options, frozen=True, kw_only=True):
    """`smallest`: on the smallest standard sheet that keeps 7 points, whatever sheet is asked for."""

    smallest: bool = False


class PosterOptions(Options, frozen=True, kw_only=True):
    """A grid of `columns` by `rows` sheets; of 0 as many as `wide` asks for; of that 0 too, a good grid is chosen.
    There are more where the map does not fit, and fewer where a sheet would show next to nothing.

    `wide`: about how wide the poster is to be. `overlap`: what neighbouring sheets share, to be glued.
    """

    columns: Sheets = 0
    rows: Sheets = 0
    wide: Millimetres = 0.0
    overlap: Annotated[float, Meta(ge=0, le=50, extra={"unit": "mm"})] = 10.0


class StagesOptions(Options, frozen=True, kw_only=True):
    """`notes`: ruled space to write on."""

    notes: bool = True


class WorksheetOptions(Options, frozen=True, kw_only=True):
    """`persona`, `titles`: keep the persona's name and the stages' titles, or leave them to be filled in. `by_step`:
    one column a step, not a stage. `ruled`: lines to write on."""

    persona: bool = True
    titles: bool = True
    by_step: bool = False
    ruled: bool = False


class CardsOptions(Options, frozen=True, kw_only=True):
    """`size` in millimetres."""

    size: Literal["76x76", "50x38"] = "76x76"


class PackOptions(Options, frozen=True, kw_only=True):
    """`kinds`: names of the kinds in it, in their order, with commas; the usual ones where empty."""

    kinds: str = ""
