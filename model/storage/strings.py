"""Texts of a file: lines, escapes that are none, and half characters.

A half character is a surrogate without its other half, which JSON can spell and UTF-8 cannot hold.
"""

import re
from bisect import bisect_right
from functools import cached_property
from itertools import accumulate
from typing import Any

import msgspec

_ESCAPE = re.compile(r"\\(u[0-9a-fA-F]{4}|.|$)", re.DOTALL)
_CUT_ESCAPE = re.compile(r"\\u[0-9a-fA-F]{0,3}$")
_MEANT = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f", '"': '"', "\\": "\\", "/": "/", "": ""}


class Lines:
    """Line numbers of places in a text, counted from 1."""

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def _begins(self) -> list[int]:
        """Where each line but the first begins, and one more place behind the text."""
        return [*accumulate(map((1).__add__, map(len, self._text.split("\n"))))]

    def at(self, place: int) -> int:
        return bisect_right(self._begins, place) + 1


def quoted_end(text: str, at: int) -> int | None:
    """Where the text that begins with a quote at `at` ends, both quotes counted; None where there is none, or its line
    ends first.

    Not by a regular expression: that would remember each of a million letters.
    """
    if not text.startswith('"', at):
        return None
    end = text.find('"', at + 1)
    while end >= 0 and _is_escaped(text, end, at):
        end = text.find('"', end + 1)
    return end + 1 if end >= 0 and text.find("\n", at, end) < 0 else None


def _is_escaped(text: str, at: int, start: int) -> bool:
    first = at
    while first - 1 > start and text[first - 1] == "\\":
        first -= 1
    return (at - first) % 2 == 1


def is_whole(text: str) -> bool:
    """Whether UTF-8 can hold the text."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def whole(text: str) -> str:
    """The text with halves that belong together joined, and U+FFFD for each one left over."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def scrubbed(value: Any) -> Any:
    """A value with `whole` texts: a text, a struct, or a dict, list or tuple of them."""
    if isinstance(value, str):
        return value if is_whole(value) else whole(value)
    if isinstance(value, msgspec.Struct):
        members = {name: scrubbed(getattr(value, name)) for name in value.__struct_fields__}
        return msgspec.structs.replace(value, **members)
    if isinstance(value, dict):
        return {scrubbed(name): scrubbed(each) for name, each in value.items()}
    return type(value)(map(scrubbed, value)) if isinstance(value, list | tuple) else value


def unescaped(inside: str) -> str:
    """A text from between its quotes; an escape JSON does not know stays as it stands, a cut one at the end goes."""
    text = _ESCAPE.sub(_meaning, _CUT_ESCAPE.sub("", inside))
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass") if "\\u" in inside else text


def _meaning(escape: re.Match[str]) -> str:
    code = escape[1]
    return chr(int(code[1:], 16)) if len(code) == 5 else _MEANT.get(code, escape[0])
