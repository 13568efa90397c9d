"""`open`: shows a map in the window. Without a screen it says how else to see it."""

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

    _come_first()
    try:
        import PySide6.QtWidgets  # noqa: F401 - asks whether the libraries that Qt needs are here
    except ImportError as error:
        tell(words("no_qt", reason=error))
        return no_display()
    from editor.window.application import run as show

    return show(asked.map, no_display, language=asked.language)


def _come_first() -> None:
    """Load what needs no Qt: of all that comes after it, Qt for Python reads the source, to see who uses it."""
    import model.layout.engine
    import model.layout.places
    import model.layout.relay
    import model.operations.cards
    import model.operations.cascade
    import model.storage.file  # noqa: F401


def _typed(path: Path) -> str:
    """A path as one would type it."""
    import shlex

    return shlex.quote(str(path))
