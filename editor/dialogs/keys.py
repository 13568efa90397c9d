"""Every key and every gesture there is, by groups: those of the menus, and those of the canvas and the panels."""

from collections.abc import Iterator

import msgspec
from PySide6.QtGui import QKeySequence

from editor.actions.command import Command, Menu
from editor.actions.table import MENUS
from editor.speech import Speech

_say = Speech("shortcuts")
_actions = Speech("actions")

GESTURES: dict[str, tuple[str, ...]] = {
    "writing": ("type", "enter", "done", "new_line", "on", "leave"),
    "walking": ("arrows", "leap", "stretch", "ends", "corners", "stages", "back", "tab"),
    "moving": ("along", "span", "finely"),
    "mouse": (
        "click", "more", "band", "double", "menu", "drag", "copy", "edges", "link", "ends_of_link", "border",
        "feeling", "freely", "cancel",
    ),
    "looking": ("wheel", "sideways", "zoom", "pan", "overview"),
    "panels": ("put", "show_lane", "fold_lane", "next_hit"),
}  # fmt: skip
"""What no menu has, by groups. In room `shortcuts`: `group.<group>`, `<group>.<gesture>`, `<group>.<gesture>.keys`."""


class Line(msgspec.Struct, frozen=True):
    """What is done, and by which keys."""

    words: str
    keys: str

    def speaks_of(self, words: str) -> bool:
        """Whether each of these words stands in it somewhere."""
        text = f"{self.words} {self.keys}".casefold()
        return all(word in text for word in words.casefold().split())


class Group(msgspec.Struct, frozen=True):
    """Lines under a title."""

    title: str
    lines: tuple[Line, ...]

    def speaking_of(self, words: str) -> "Group":
        """The lines in which these words stand; all of them where the title has them."""
        if Line(self.title, "").speaks_of(words):
            return self
        return Group(self.title, tuple(line for line in self.lines if line.speaks_of(words)))


def groups() -> tuple[Group, ...]:
    """All of them, in the language of the moment."""
    by_hand = [Group(_say(f"group.{group}"), tuple(_by_hand(group))) for group in GESTURES]
    by_menu = [Group(_bare(f"menu.{menu.key}"), tuple(_by_menu(menu))) for menu in MENUS]
    return tuple(group for group in (*by_hand, *by_menu) if group.lines)


def _by_hand(group: str) -> Iterator[Line]:
    for gesture in GESTURES[group]:
        key = f"{group}.{gesture}"
        yield Line(_say(key), _say(f"{key}.keys"))


def _by_menu(menu: Menu, above: str = "") -> Iterator[Line]:
    """The commands that have a key; those of a menu within the menu with its name before theirs."""
    for entry in menu.entries:
        if isinstance(entry, Menu):
            yield from _by_menu(entry, _bare(f"menu.{entry.key}"))
        elif isinstance(entry, Command) and entry.shortcuts:
            words = _bare(entry.key)
            yield Line(_say("within", menu=above, words=words) if above else words, _keys(entry))


def _keys(command: Command) -> str:
    native = QKeySequence.SequenceFormat.NativeText
    return "  ·  ".join(QKeySequence(keys).toString(native) for keys in command.shortcuts)


def _bare(key: str) -> str:
    """The words of a menu as one reads them."""
    return _actions(key).replace("&", "").rstrip("…")
