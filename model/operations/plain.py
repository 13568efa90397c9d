"""Text as it comes in from typing, pasting and files."""

import re
from enum import Enum
from typing import Any, TypeVar, cast

import msgspec

V = TypeVar("V")

_NEVER_TEXT = re.compile("[\x00\ud800-\udfff]")


def plain(text: str) -> str:
    """The text with line ends as newlines, without NUL and lone surrogates; everything else stays as it is.

    UTF-8 has no bytes for a lone surrogate; NUL nobody types, and much of C takes it for the end of a text.
    """
    return _NEVER_TEXT.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def plain_within(value: V) -> V:
    """A value with all the texts within it plain; lists become tuples."""
    return cast(V, _within(value))


def _within(value: Any) -> Any:
    if isinstance(value, str):
        return value if isinstance(value, Enum) else plain(value)
    if isinstance(value, tuple | list):
        return tuple(_within(each) for each in value)
    if isinstance(value, msgspec.Struct):
        members = {name: _within(getattr(value, name)) for name in value.__struct_fields__}
        return msgspec.structs.replace(value, **members)
    return value
