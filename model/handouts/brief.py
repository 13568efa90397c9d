"""Everything that is asked for when paper is made."""

from collections.abc import Callable

import msgspec

from model.handouts.options import Options
from model.layout.look import LOOK, Look
from model.layout.sheets import Sheet, sheet
from model.layout.view import View


def no_check() -> None:
    """Nobody wants to stop."""


class Brief(msgspec.Struct, frozen=True, kw_only=True):
    """`sheet`: what is printed on. `view`: which lanes show; the map's own where None. `language`: of the words around
    the map's. `name`: the file's, for the feet of pages. `options`: the kind's own; its defaults where None.
    `check` is called between pages, and raises what it likes where the work is to end.
    """

    sheet: Sheet = sheet("A3")
    view: View | None = None
    language: str | None = None
    name: str = ""
    look: Look = LOOK
    options: Options | None = None
    check: Callable[[], None] = no_check
