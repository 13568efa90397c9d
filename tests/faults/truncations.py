"""Files cut off and files with one bit turned over; and which words a cut file must still give."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import msgspec

import resources
from model.document import Document
from model.records import Record
from model.rules import REFERENCES
from model.storage.cjm import decode
from model.storage.recovery import Recovered

FROZEN = Path(__file__).parents[1] / "model" / "storage" / "frozen" / "v1.cjm"
"""Small, and holds every kind of record."""

_NO_WORDS = {"id", "order", "records", "code", "kind", "marks", "role", "state", *(each.member for each in REFERENCES)}
_RECORD = re.compile(rb'(?:"map": )?\{"id": "([^"]*)"')

SAMPLES = {"frozen": FROZEN, "clinic": resources.path("samples", "clinic.cjm")}


@cache
def sample(name: str) -> bytes:
    return SAMPLES[name].read_bytes()


def cut(name: str, length: int) -> bytes:
    """The beginning of a sample."""
    return sample(name)[:length]


def flipped(name: str, bit: int) -> bytes:
    """A sample with one bit turned over."""
    data = bytearray(sample(name))
    data[bit // 8] ^= 1 << bit % 8
    return bytes(data)


def lost_words(name: str, length: int, found: Recovered | None) -> list[str]:
    """The words that a sample cut at `length` no longer gives, though the line of their record stands there whole.

    They may have moved to the parking lot, with a record that lost its place.
    """
    given = dict(found.document.records) if found is not None else {}
    parked = {word for card in found.document.parked for word in words(card)} if found is not None else set()
    return [
        f"{record.id} lost {word!r}"
        for record in _whole(name, length)
        for word in words(record) - (words(given[record.id]) if record.id in given else parked)
    ]


def _whole(name: str, length: int) -> Iterator[Record]:
    """The records whose lines end ahead of the cut."""
    ends = _ends(name)
    return (record for record in _document(name).records.values() if ends.get(record.id, length + 1) <= length)


def words(record: Record) -> set[str]:
    """What somebody wrote in a record, its evidence and facts; ids, order keys and codes are no words."""
    return set(_written(msgspec.to_builtins(record)))


def _written(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for each in value:
            yield from _written(each)
    elif isinstance(value, dict):
        for name, each in value.items():
            if name not in _NO_WORDS:
                yield from _written(each)


@cache
def _document(name: str) -> Document:
    return decode(sample(name))


@cache
def _ends(name: str) -> dict[str, int]:
    """Behind which byte the line of each record ends, its comma not counted. Pictures are no words."""
    ends: dict[str, int] = {}
    at = 0
    for line in sample(name).split(b"\n"):
        at += len(line) + 1
        found = _RECORD.match(line)
        if found:
            ends[found[1].decode()] = at - 1 - line.endswith(b",")
    return ends
