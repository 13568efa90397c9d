"""What the fields of a worksheet are called: enough to find an answer's place again without the map.

A name is `j1`, the map's id, what the field is about and then ids, with `|` between them: for an answer that of its
lane and that of its stage or step, for a title that of its stage or step.
"""

from enum import StrEnum
from urllib.parse import quote, unquote

import msgspec

from model.records import Id

_VERSION = "j1"
FEELINGS = {"1": -2.0, "2": -1.0, "3": 0.0, "4": 1.0, "5": 2.0}
"""What each of the alternatives of an emotion lane stands for."""


class About(StrEnum):
    """What goes into a field; `MAP`: the blank map itself, as a .cjm file."""

    ANSWER = "answer"
    TITLE = "title"
    AUTHOR = "author"
    PERSONA = "persona"
    MAP = "map"


_IDS = {About.ANSWER: 2, About.TITLE: 1, About.AUTHOR: 0, About.PERSONA: 0, About.MAP: 0}


class Place(msgspec.Struct, frozen=True):
    """What a field is for. `ids`: lane and column of an answer, the column of a title."""

    map: Id
    about: About
    ids: tuple[Id, ...] = ()


def name(map_: Id, about: About, *ids: Id) -> str:
    """The name of a field."""
    return "|".join([_VERSION, _quoted(map_), about, *map(_quoted, ids)])


def place(written: str) -> Place | None:
    """What a name says; None for one that is not a worksheet's."""
    version, *parts = written.split("|")
    if version != _VERSION or len(parts) < 2 or parts[1] not in list(About):
        return None
    about, ids = About(parts[1]), parts[2:]
    return Place(unquote(parts[0]), about, tuple(map(unquote, ids))) if len(ids) == _IDS[about] else None


def _quoted(key: Id) -> str:
    """An id without signs that mean something here: a full stop begins a field in a field (ISO 32000-1, 12.7.3.2)."""
    return quote(key, safe="_-:").replace(".", "%2E").replace("~", "%7E")
