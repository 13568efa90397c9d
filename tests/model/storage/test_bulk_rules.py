"""The quick check of all rules at once agrees with the rules record by record."""

from typing import Any

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from model import rules
from model.document import Document
from model.order import DIGITS, is_key, several
from model.records import Card, Emotion, Lane, Link, Map, Record, Role, Stage, Step
from model.storage.bulk_rules import are_keys, keeps_rules
from tests.making.maps import maps

KEYS = st.one_of(
    st.sampled_from(several(None, None, 5000)),
    st.text(DIGITS, max_size=6),
    st.sampled_from(
        ["", "a", "a00", "A" + "0" * 26, "A" + "0" * 26 + "1", "a0\n", "é0", "b0", "z" + "0" * 26, "aé", "Z" * 300]
    ),
    st.text(max_size=4),
)


@given(st.lists(KEYS, max_size=5))
def test_keys_are_told_as_one_by_one(keys: list[str]) -> None:
    assert are_keys(keys) == all(map(is_key, keys))


@given(maps())
def test_every_map_that_keeps_the_rules_passes(document: Document) -> None:
    assert keeps_rules(document)


@given(maps(min_steps=1), st.data())
def test_a_map_with_one_member_astray_passes_exactly_when_the_rules_say_so(
    document: Document, data: st.DataObject
) -> None:
    record = data.draw(st.sampled_from([record for record in document.records.values() if _members(record)]))
    member = data.draw(st.sampled_from(_members(record)))
    target = data.draw(st.sampled_from([*document.records, "gone", ""]))
    value: Any = (target,) if isinstance(getattr(record, member), tuple) else target
    records = [*_others(document, record), msgspec.structs.replace(record, **{member: value})]
    by_id = {each.id: each for each in records}
    assert keeps_rules(Document(records)) == (list(rules.faults(by_id, records)) == [])


def _members(record: Record) -> list[str]:
    return [reference.member for reference in rules.OF_KIND.get(type(record), ())]


def _others(document: Document, record: Record) -> list[Record]:
    return [each for each in document.records.values() if each.id != record.id]


def test_emotions_off_their_lanes_cards_on_them_and_links_to_themselves_do_not_pass() -> None:
    sound: list[Record] = [
        Map(id="m"), Stage(id="s", order="a0"), Step(id="t", stage="s", order="a0"),
        Lane(id="l", order="a0", role=Role.EMOTION), Lane(id="o", order="a1"),
        Card(id="c", order="a0", lane="o", step="t"),
    ]  # fmt: skip
    assert keeps_rules(Document(sound))
    for wrong in (
        Card(id="x", order="a0", lane="l", step="t"),
        Emotion(id="x", order="a0", lane="o", step="t"),
        Link(id="x", source="c", target="c"),
        Card(id="x", order="a 0"),
    ):
        assert not keeps_rules(Document([*sound, wrong]))
