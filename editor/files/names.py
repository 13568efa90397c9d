"""A file's name for a map, from its title."""

import re

from editor.tasks.line import plain

LONGEST = 80
"""Letters, so that a name stays readable, and within what every disk takes together with an ending."""

_FORBIDDEN = re.compile(r'[<>:"/\\|?*]+')
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)


def file_name(title: str, otherwise: str) -> str:
    """A name that Linux, macOS and Windows take, without an ending; `otherwise` where the title gives none."""
    words = " ".join(_FORBIDDEN.sub(" ", plain(title)).split())
    name = _fitting(words).strip(". ")
    return otherwise if not name else f"{name}_" if _RESERVED.fullmatch(name) else name


def _fitting(words: str) -> str:
    """As many letters as a name of 255 bytes has room for, whatever the script."""
    return words[:LONGEST].encode("utf-8", "ignore")[:200].decode("utf-8", "ignore")
