"""Speaking to a terminal, or to whatever stands in its place: one sentence, one line."""

import io
import os
import sys
from contextlib import suppress
from typing import TextIO

# A map may come from anyone: what moves the cursor or turns the writing around stays out of the terminal.
_BREAKS = dict.fromkeys([*range(0x20), *range(0x7F, 0xA0), 0x2028, 0x2029], " ")
_TURNS = dict.fromkeys([0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)], "")
_HARMLESS = str.maketrans({chr(code): instead for code, instead in (_BREAKS | _TURNS).items()})


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


def plain(text: str) -> str:
    """On one line, without control characters."""
    return " ".join(text.translate(_HARMLESS).split())


def accept_any_character() -> None:
    """A character the output cannot encode comes out as its number instead of as an exception."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
