"""Text as it comes in from typing, pasting and files."""

import re
from enum import Enum
from typing import Any, TypeVar, cast

import msgspec

V = TypeVar("V")

# Unicode's own line and paragraph ends, and two of its noncharacters in which Qt keeps line ends.
_LINE_END = re.compile("\r\n|[\r\u2028\u2029\ufdd0\ufdd1]")
_HALF = re.compile("[\ud800-\udfff]")
_BYTE_ORDER = "\ufeff\ufffe"


def plain(text: str) -> str:
    """The text with line ends as newlines, without NUL, half characters and a byte order mark at its beginning;
    everything else stays as it is.

    UTF-8 has no bytes for a half character (a lone surrogate); NUL nobody types, and much of C takes it for the end of
    a text. A text that begins with a mark of byte order loses it on its way through Qt, or is read the wrong way round.
    """
    return _joined(_LINE_END.sub("\n", text)).replace("\x00", "").lstrip(_BYTE_ORDER)


def _joined(text: str) -> str:
    """Halves that belong together as one character, the others left out."""
    if not _HALF.search(text):
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "ignore")


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
