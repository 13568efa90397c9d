import typing

import msgspec
import pytest

from model import rules
from model.records import Asset, Card, Emotion, Id, Lane, Link, Persona, Record, Role, Step
from model.rules import REFERENCES, Fault, WhenGone
from tests.making.small_map import small_map


def faults(*records: Record) -> list[Fault]:
    document = small_map(*records)
    return list(rules.faults(document.records, document.records.values()))


def test_the_table_names_every_member_that_holds_an_id() -> None:
    """Seen on a map where every such member is filled: each id that stands in a record stands in the table."""
    document = small_map(Persona(id="p1", order="a0", picture=next(iter(small_map().table(Asset)))))
    for record in document.records.values():
        told = {target for _, target in rules.referred(record)}
        members = msgspec.structs.asdict(record).values()
        held = [each for value in members for each in (value if isinstance(value, tuple) else (value,))]
        assert told == {each for each in held if isinstance(each, str) and each in document.records} - {record.id}


def test_a_whole_map_has_no_faults() -> None:
    assert faults() == []


@pytest.mark.parametrize(
    ("record", "fault"),
    [
        (Step(id="t4", order="a1", stage="gone"), Fault("t4", "stage", "dangling")),
        (Card(id="c1", order="a0", lane="t1"), Fault("c1", "lane", "dangling")),
        (Card(id="c1", order="a0", picture="c2"), Fault("c1", "picture", "dangling")),
        (Card(id="c1", order="a0", lane="l2", step="t1"), Fault("c1", "lane", "lane_role")),
        (Emotion(id="e1", order="a0", lane="l1", step="t1"), Fault("e1", "lane", "lane_role")),
        (Link(id="k1", source="c1", target="c1"), Fault("k1", "target", "self_link")),
    ],
)
def test_a_broken_rule_is_told_with_its_record_and_member(record: Record, fault: Fault) -> None:
    assert faults(record) == [fault]


def test_a_lane_that_changes_its_role_breaks_the_rule_of_those_on_it() -> None:
    assert {fault.record for fault in faults(Lane(id="l1", order="a0", role=Role.EMOTION))} == {"c1", "c2", "c3"}
    assert {fault.record for fault in faults(Lane(id="l2", order="a1", role=Role.OTHER))} == {"e1"}


def test_what_cannot_be_empty_goes_with_what_it_refers_to() -> None:
    for reference in REFERENCES:
        hint = typing.get_type_hints(reference.kind)[reference.member]
        if hint is Id:
            assert reference.when_gone is WhenGone.GOES_TOO, reference
