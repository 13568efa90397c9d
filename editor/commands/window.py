"""`open`: shows a map in the window. Without a screen it says how else to see it."""

import builtins
from argparse import Namespace
from pathlib import Path

from editor.commands.terminal import tell
from resources.words import Words

_NO_SCREEN = 2


def run(asked: Namespace, words: Words) -> int:
    """Show the window until it is closed."""

    def no_display() -> int:
        named = {"map": _typed(asked.map or Path(words("any_map"))), "output": words("any_output")}
        tell(words("no_display", **named))
        return _NO_SCREEN

    plain_import = builtins.__import__
    try:
        import PySide6.QtWidgets  # noqa: F401 - asks whether the libraries that Qt needs are here
    except ImportError as error:
        tell(words("no_qt", reason=error))
        return no_display()
    # Qt for Python's own import, made for `from __feature__ import`, reads the source of every module that comes in and
    # keeps it: an eighth of the time until the window stands, and 17 MB. We use none of its features.
    builtins.__import__ = plain_import
    from editor.window.application import run as show

    return show(asked.map, no_display, language=asked.language)


def _typed(path: Path) -> str:
    """A path as one would type it."""
    import shlex

    return shlex.quote(str(path))
