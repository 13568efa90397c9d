"""The form of a .cjm file: its members in their order, its limits, and which kind of record stands where."""

from collections.abc import Iterator
from typing import Literal

import msgspec
from msgspec import field

from model.records import Asset, Card, Emotion, Kpi, Lane, Link, Map, Persona, Record, Stage, Step

FORMAT = "customer-journey-map"
VERSION = 1
MIN_VERSION = 1
"""The oldest program that may change what we write without harm."""

GENERATOR = "Jejak"
"""Without a version number: the same map gives the same bytes, whichever release wrote it."""

MAX_BYTES = 64 * 1024 * 1024
MAX_DEPTH = 32
"""Arrays and objects inside each other, the file's own braces counted."""

SECTIONS: dict[str, type[Record]] = {
    "stages": Stage, "steps": Step, "lanes": Lane, "cards": Card, "emotions": Emotion, "links": Link,
    "personas": Persona, "kpis": Kpi,
}  # fmt: skip
HEAD = ("format", "version", "minVersion", "generator", "map")
MEMBERS = frozenset((*HEAD, *SECTIONS, "assets"))
SORTED_BY_ORDER = frozenset({Stage, Step, Lane, Persona, Kpi})


class Picture(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A picture. Its id is the name it stands under: `sha256:` and the digest of its bytes. `type` is a media type."""

    type: str
    data: bytes

    def asset(self, key: str) -> Asset:
        return Asset(id=key, type=self.type, data=self.data)


class File(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A whole file that holds nothing but what this version writes."""

    format: Literal["customer-journey-map"]
    version: Literal[1]
    min_version: Literal[1] = field(name="minVersion")
    generator: str
    map: Map
    stages: list[Stage]
    steps: list[Step]
    lanes: list[Lane]
    cards: list[Card]
    emotions: list[Emotion]
    links: list[Link]
    personas: list[Persona]
    kpis: list[Kpi]
    assets: dict[str, Picture]

    def records(self) -> Iterator[Record]:
        yield self.map
        for name in SECTIONS:
            yield from getattr(self, name)
        yield from (picture.asset(key) for key, picture in self.assets.items())
