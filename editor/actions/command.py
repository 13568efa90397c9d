"""What a line of a menu is."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from editor.window.window import Window

Run = Callable[["Window"], object]
Test = Callable[["Window"], bool]


def always(_: "Window") -> bool:
    """A command that can be given at any time."""
    return True


class Command(msgspec.Struct, frozen=True):
    """`key` names its words in room `actions`: the line of the menu, and as `key.tip` what it does, where there is
    more to say. `shortcuts`: the first one shows in the menu. `checked`: for commands that are on or off. `words`:
    another line for the moment, such as the name of the step to undo; a user's own words as `plain.menu_text`."""

    key: str
    run: Run
    shortcuts: tuple[str, ...] = ()
    icon: str = ""
    enabled: Test = always
    checked: Test | None = None
    words: Callable[["Window"], str] | None = None


class Menu(msgspec.Struct, frozen=True):
    """A menu or a part of one; None among its entries is a line between two. `filled`: its entries as they are at the
    moment it opens."""

    key: str
    entries: tuple["Command | Menu | None", ...] = ()
    filled: Callable[["Window"], tuple["Command | None", ...]] | None = None


def commands(menus: tuple["Command | Menu | None", ...]) -> tuple[Command, ...]:
    """Every command in these menus that is always there."""
    found: list[Command] = []
    for entry in menus:
        if isinstance(entry, Menu):
            found += commands(entry.entries)
        elif entry is not None:
            found.append(entry)
    return tuple(found)
