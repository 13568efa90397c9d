"""What must hold between records. One table of references serves checking, deleting, copying and repairing."""

from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum

import msgspec

from model.records import Asset, Card, Emotion, Id, Kpi, Lane, Link, Persona, Record, Role, Stage, Step


class WhenGone(StrEnum):
    """What becomes of a record when the one it refers to goes."""

    GOES_TOO = "goes_too"
    LETS_GO = "lets_go"


class Reference(msgspec.Struct, frozen=True):
    """Member `member` of a `kind` holds the id of a `target` (or None, or a tuple of ids where `many`)."""

    kind: type[Record]
    member: str
    target: type[Record]
    when_gone: WhenGone
    many: bool = False


REFERENCES: tuple[Reference, ...] = (
    Reference(Step, "stage", Stage, WhenGone.GOES_TOO),
    Reference(Card, "lane", Lane, WhenGone.GOES_TOO),
    Reference(Card, "step", Step, WhenGone.GOES_TOO),
    Reference(Card, "picture", Asset, WhenGone.LETS_GO),
    Reference(Emotion, "lane", Lane, WhenGone.GOES_TOO),
    Reference(Emotion, "step", Step, WhenGone.GOES_TOO),
    Reference(Emotion, "persona", Persona, WhenGone.LETS_GO),
    Reference(Link, "source", Card, WhenGone.GOES_TOO),
    Reference(Link, "target", Card, WhenGone.GOES_TOO),
    Reference(Persona, "picture", Asset, WhenGone.LETS_GO),
    Reference(Kpi, "stage", Stage, WhenGone.LETS_GO),
    Reference(Kpi, "cards", Card, WhenGone.LETS_GO, many=True),
)

OF_KIND: dict[type[Record], tuple[Reference, ...]] = {
    kind: tuple(reference for reference in REFERENCES if reference.kind is kind)
    for kind in {reference.kind for reference in REFERENCES}
}


class Fault(msgspec.Struct, frozen=True):
    """A broken rule: which record, which member, what is wrong (a code: see `faults`)."""

    record: Id
    member: str
    code: str


def referred(record: Record) -> Iterator[tuple[Reference, Id]]:
    """Every id this record holds, with the reference it stands in."""
    for reference in OF_KIND.get(type(record), ()):
        value = getattr(record, reference.member)
        if reference.many:
            yield from ((reference, each) for each in value)
        elif value is not None:
            yield reference, value


def faults(records: Mapping[Id, Record], among: Iterable[Record]) -> Iterator[Fault]:
    """The rules that the records in `among` break, given all records of the map.

    Codes: `dangling` (refers to nothing, or to a record of another kind), `lane_role` (an emotion off the emotion
    lanes, a card on one), `self_link` (a link from a card to itself). A span that ends past the last step is no
    fault: `Document.under` ends it there, and the operations leave none behind.
    """
    for record in among:
        for reference, target in referred(record):
            if type(records.get(target)) is not reference.target:
                yield Fault(record.id, reference.member, "dangling")
        yield from _own_faults(records, record)


def _own_faults(records: Mapping[Id, Record], record: Record) -> Iterator[Fault]:
    if isinstance(record, Card | Emotion) and record.lane is not None:
        lane = records.get(record.lane)
        if isinstance(lane, Lane) and (lane.role is Role.EMOTION) != isinstance(record, Emotion):
            yield Fault(record.id, "lane", "lane_role")
    elif isinstance(record, Link) and record.source == record.target:
        yield Fault(record.id, "target", "self_link")
