"""A map's words as a diagram can hold them."""

import re

from model.importers.encoding import tidy

_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]")
_BLANKS = re.compile(r"[ \t]+")
_EDGES = re.compile(r"^[\s\ufeff]+|[\s\ufeff]+$")  # what JavaScript takes for a blank is one more than for Python


def clean(text: str) -> str:
    """No characters nobody sees, no blanks but one between words."""
    lines = (_BLANKS.sub(" ", _CONTROL.sub(" ", line)) for line in text.splitlines())
    stripped = (_EDGES.sub("", line) for line in lines)
    return tidy("\n".join(line for line in stripped if line))[0]


def one_line(text: str) -> str:
    """The same for a title, in which Mermaid draws no line break."""
    return clean(text).replace("\n", " ")
