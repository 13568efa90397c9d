"""How Mermaid writes a character that would mean something else: entities, `<br>`, and what is a word at all."""

import html
import re
import unicodedata
from html.entities import html5

STOP = re.compile(r"&?#\w{1,32};|&\w{1,32};|[#;\n]|(?<=\s)%%")
ENTITY = re.compile(r"&?#\w{1,32};|&\w{1,32};")
_BREAK = re.compile(r"</?br\b[^<>\n]*+>", re.IGNORECASE)
_SPACES = re.compile(r"[ \t\n]+")
_WORD = re.compile(r"[^\W_]|[^\x00-\x7f]")
_LONG = 200


def is_entity(text: str) -> bool:
    """Whether `#35;`, `#quot;`, `&#35;` or `&amp;` is one character: its `#` and `;` then mean nothing."""
    name = text.lstrip("&#")
    return name[:-1].isascii() and ((name[:-1].isdigit() and "#" in text) or name in html5)


def plain(text: str) -> str:
    """Text as people read it: entities resolved, `<br>` as a line break, runs of blanks as one space."""
    lines = (_SPACES.sub(" ", line).strip() for line in _BREAK.split(text))
    return ENTITY.sub(_character, "\n".join(lines).strip())


def wordless(text: str) -> bool:
    """Whether there is nothing in it that a person would miss: no letter, no digit, no sign beyond ASCII."""
    return _WORD.search(text) is None


def shortened(text: str) -> str:
    """Text for the report, where the whole of it stands in the map."""
    return text if len(text) <= _LONG else text[:_LONG] + "…"


def _character(entity: re.Match[str]) -> str:
    """What an entity stands for; itself when that is nothing to be seen, as in "order #12; paid"."""
    name = entity[0].lstrip("&#")
    char = html.unescape(("&#" if name[0].isdigit() else "&") + name) if is_entity(entity[0]) else ""
    unseen = any(each == "\ufffd" or unicodedata.category(each) == "Cc" for each in char)
    return char if char and not unseen else entity[0]
