"""What the tests of samples and templates share: every word of a map, and where it stands."""

from collections.abc import Iterator
from enum import Enum
from pathlib import Path

import msgspec

import resources
from model.document import Document
from model.records import Asset, Record
from model.storage import cjm

SAMPLES = tuple(sorted(resources.path("samples").glob("*.cjm")))
TEMPLATES = tuple(sorted(resources.path("templates").glob("*.cjm")))


def opened(path: Path) -> Document:
    return cjm.decode(path.read_bytes())


def texts(document: Document) -> Iterator[tuple[str, str]]:
    """Every text of a map with the record and the member it stands in; pictures aside."""
    for record in document.records.values():
        if not isinstance(record, Asset):
            yield from _within(record.id, record)


def _within(place: str, value: object) -> Iterator[tuple[str, str]]:
    if isinstance(value, str) and not isinstance(value, Enum):
        yield place, value
    elif isinstance(value, tuple):
        for each in value:
            yield from _within(place, each)
    elif isinstance(value, msgspec.Struct):
        for name in value.__struct_fields__:
            yield from _within(f"{place}.{name}", getattr(value, name))


def shape(document: Document) -> tuple[list[object], ...]:
    """What a map is without its words: its stages with their steps, and the roles of its lanes."""
    steps = [step.stage for step in document.steps]
    return [steps.count(stage.id) for stage in document.stages], [lane.role for lane in document.lanes]


def of_kind(document: Document, kind: type[Record]) -> int:
    return len(document.table(kind))
