"""`open`: shows a map in the window, which is still to come; until then it says how else to see it."""

from argparse import Namespace
from pathlib import Path

from editor.commands.terminal import say
from resources.words import Words


def run(asked: Namespace, words: Words) -> int:
    """Reads the map all the same: whoever opens a damaged one should hear of it."""
    remarks = False
    if asked.map is not None:
        from editor.commands.reading import read

        remarks = read(asked.map, words).remarks
    named = {"map": _typed(asked.map or Path(words("any_map"))), "output": words("any_output")}
    say(words("window_comes", **named))
    return int(remarks)


def _typed(path: Path) -> str:
    """A path as one would type it."""
    import shlex

    return shlex.quote(str(path))
