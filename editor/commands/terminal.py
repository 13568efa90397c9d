"""Speaking to a terminal, or to whatever stands in its place: one sentence, one line."""

import io
import os
import sys
from contextlib import suppress
from typing import TextIO

from editor.tasks.line import plain


def say(sentence: str) -> None:
    """What was asked for, on standard output."""
    print(plain(sentence))


def tell(sentence: str) -> None:
    """What else is to be known, on standard error. Where nothing can be told the exit code still says how it went."""
    if sys.stderr is None:  # closed from outside; print would take standard output instead
        return
    try:
        print(plain(sentence), file=sys.stderr, flush=True)
    except OSError:
        give_up(sys.stderr)


def give_up(stream: TextIO) -> None:
    """What is still in the buffer goes nowhere, or Python would complain about it once more at its end."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def accept_any_character() -> None:
    """A character the output cannot encode comes out as its number instead of as an exception."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
