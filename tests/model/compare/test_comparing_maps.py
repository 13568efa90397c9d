"""Comparing two maps: everything that differs is named once, in the order of the journey, and nothing else."""

from random import Random
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.change import between
from model.compare.comparing import compare, unknown_differs
from model.compare.difference import Difference, Section, Sort
from model.compare.places import merged
from model.document import Document
from model.ids import asset_id
from model.records import (
    Asset,
    Card,
    Emotion,
    Evidence,
    EvidenceKind,
    Facts,
    Kpi,
    Lane,
    Link,
    Map,
    Mark,
    Persona,
    Record,
    Stage,
    Step,
)
from model.storage import cjm
from tests.making.any_edit import any_edit
from tests.making.maps import maps
from tests.making.small import picture
from tests.making.small_map import small_map


def with_(key: str, **members: Any) -> Document:
    """The small map with another state of one record."""
    return small_map(msgspec.structs.replace(small_map().records[key], **members))


def without(*keys: str) -> Document:
    return Document(record for key, record in small_map().records.items() if key not in keys)


def found(before: Document, after: Document) -> list[tuple[str, str, str]]:
    return [(each.record, each.sort.value, each.member) for each in compare(before, after)]


def edited(document: Document, seed: int, times: int) -> Document:
    """The same map some blind edits later."""
    chance, other = Random(seed), Document(document.records.values())
    for _ in range(times):
        other.apply(any_edit(chance, other))
    return other


@given(maps())
def test_a_map_that_was_written_and_read_again_does_not_differ(document: Document) -> None:
    assert compare(document, cjm.decode(cjm.encode(document))) == ()


@given(maps(min_steps=1), st.integers(0, 2**32), st.integers(1, 12))
def test_whatever_was_edited_is_named_and_nothing_else(document: Document, seed: int, times: int) -> None:
    other = edited(document, seed, times)
    change = between(document.records, other.records)
    named = {each.record for each in compare(document, other)}
    assert named <= change.ids
    silent = [change.updated.get(key) for key in change.ids - named if not isinstance(change.befores.get(key), Asset)]
    for pair in silent:
        assert pair is not None, "what comes or goes is always named"
        old, new = pair
        assert msgspec.structs.replace(old, order="") == msgspec.structs.replace(new, order="")


@given(maps(), maps())
def test_what_came_one_way_goes_the_other_way(one: Document, other: Document) -> None:
    def of(differences: tuple[Difference, ...], sort: Sort) -> list[str]:
        return sorted(each.record for each in differences if each.sort is sort and not isinstance(each.after, Map))

    there, back = compare(one, other), compare(other, one)
    assert of(there, Sort.ADDED) == of(back, Sort.REMOVED)
    assert of(there, Sort.REMOVED) == of(back, Sort.ADDED)
    assert of(there, Sort.REWORDED) == of(back, Sort.REWORDED)
    assert of(there, Sort.CHANGED) == of(back, Sort.CHANGED)


@given(maps(), maps())
def test_parts_of_the_map_come_in_one_piece_each_and_in_order(one: Document, other: Document) -> None:
    sections = [list(Section).index(each.place.section) for each in compare(one, other)]
    assert sections == sorted(sections)
    stages = [each.place.stage for each in compare(one, other) if each.place.section is Section.JOURNEY]
    pieces = [stage for at, stage in enumerate(stages) if at == 0 or stages[at - 1] != stage]
    assert len(pieces) == len(set(pieces))


CASES: dict[str, tuple[str, dict[str, Any], list[tuple[str, str]]]] = {
    "a card says something else": ("c1", {"text": "uno"}, [("reworded", "text")]),
    "a card goes to another step": ("c1", {"step": "t3"}, [("moved", "lane")]),
    "a card goes to another lane and step at once": ("c1", {"lane": "l3", "step": "t4"}, [("moved", "lane")]),
    "a card is parked": ("c2", {"lane": None, "step": None}, [("moved", "lane")]),
    "a card goes below its neighbour": ("c1", {"order": "a9"}, [("moved", "order")]),
    "an order key that orders nothing anew": ("c1", {"order": "Zz"}, []),
    "a lane goes to the top": ("l3", {"order": "Zz"}, [("moved", "order")]),
    "a stage goes to the end": ("s1", {"order": "a5"}, [("moved", "order")]),
    "a step goes to another stage": ("t1", {"stage": "s2"}, [("moved", "stage")]),
    "two steps change places": ("t1", {"order": "a7"}, [("moved", "order")]),
    "a KPI goes to another stage": ("q1", {"stage": "s2"}, [("moved", "stage")]),
    "a link leads elsewhere": ("k1", {"target": "c4"}, [("moved", "source")]),
    "a link is called something": ("k1", {"label": "lalu"}, [("reworded", "label")]),
    "a feeling is better": ("e1", {"value": 2.0}, [("changed", "value")]),
    "the order of an emotion": ("e1", {"order": "a4"}, []),
    "the words and the note": ("c1", {"text": "uno", "note": "x"}, [("reworded", "text"), ("changed", "note")]),
    "moved, reworded and voted for": (
        "c1", {"step": "t3", "text": "uno", "votes": 2}, [("moved", "lane"), ("reworded", "text"), ("changed", "votes")]
    ),
    "the title of the map": ("m", {"title": "Teh"}, [("reworded", "title")]),
    "two facts": (
        "m", {"facts": Facts(facilitator="Dewi", date="2026-11-12")},
        [("changed", "facts.facilitator"), ("changed", "facts.date")],
    ),
    "what this version does not know": ("c1", {"extra": {"glow": 1}}, [("changed", "extra")]),
    "marks": ("c1", {"marks": (Mark.DECISION,)}, [("changed", "marks")]),
    "evidence": ("c1", {"evidence": (Evidence(kind=EvidenceKind.FIGURE, text="7"),)}, [("changed", "evidence")]),
}  # fmt: skip


@pytest.mark.parametrize(("key", "members", "expected"), CASES.values(), ids=CASES.keys())
def test_what_became_of_one_record(key: str, members: dict[str, Any], expected: list[tuple[str, str]]) -> None:
    assert found(small_map(), with_(key, **members)) == [(key, *each) for each in expected]


def test_every_member_of_every_record_is_told_when_it_differs() -> None:
    for kind in (Map, Stage, Step, Lane, Card, Emotion, Link, Persona, Kpi):
        old = next(iter(small_map().table(kind).values()))
        silent = {"id", "order"} | ({"role"} if kind is Lane else set())
        for field in msgspec.structs.fields(kind):
            if field.name not in silent:
                assert _told(old, field.name), (kind, field.name)


def _told(old: Record, member: str) -> bool:
    """Whether another value there is seen; any other value does, for nobody checks rules here."""
    before = getattr(old, member)
    other: Any = {"facts": Facts(version="2"), "extra": {"x": 1}}.get(member)
    if other is None:
        other = _another(before, member)
    return bool(found(small_map(), with_(old.id, **{member: other})))


def _another(value: Any, member: str) -> Any:
    references = {"lane": "l3", "step": "t4", "stage": "s2", "source": "c2", "target": "c4", "persona": None}
    if member in references:
        return references[member]
    if isinstance(value, bool):
        return not value
    return ("x",) if isinstance(value, tuple) else 2 if isinstance(value, int | float) else "x"


def test_what_is_removed_stands_where_it_stood() -> None:
    gone = compare(small_map(), without("c3", "k1", "q1"))
    assert [(each.record, each.place.stage, each.place.step) for each in gone] == [
        ("k1", "s1", "t1"), ("c3", "s1", "t2"), ("q1", "s1", None),
    ]  # fmt: skip


def test_it_goes_from_column_to_column_then_downwards_and_parked_cards_come_last() -> None:
    more = [
        Card(id="x4", order="a0", text="x", lane="l3", step="t4"),
        Card(id="x2", order="a0", text="x", lane="l3", step="t2"),
        Card(id="x1", order="a5", text="x", lane="l1", step="t2"),
        Card(id="x0", order="a5", text="x"),
        Lane(id="x3", order="a9", title="x"),
    ]
    assert [each.record for each in compare(small_map(), small_map(*more))] == ["x3", "x1", "x2", "x4", "x0"]


def test_another_kind_of_record_under_the_same_id_is_one_that_went_and_one_that_came() -> None:
    after = Document([*without("c5").records.values(), Persona(id="c5", order="a1", name="Budi")])
    assert found(small_map(), after) == [("c5", "added", ""), ("c5", "removed", "")]


def test_two_maps_of_different_ids_are_compared_as_versions_of_one() -> None:
    other = Document(
        [Map(id="other", title="Kopi"), *(each for each in small_map().records.values() if each.id != "m")]
    )
    assert compare(small_map(), other) == ()


def test_a_picture_is_told_of_at_the_card_that_shows_it() -> None:
    data = picture(0x00FF00)
    asset = Asset(id=asset_id(data), type="image/png", data=data)
    card = msgspec.structs.replace(small_map().table(Card)["c2"], picture=asset.id)
    assert found(small_map(), small_map(asset, card)) == [("c2", "changed", "picture")]


def test_what_stands_beside_the_records_is_compared_too() -> None:
    other = Document(small_map().records.values(), {"later": 1})
    assert unknown_differs(small_map(), other)
    assert not unknown_differs(small_map(), small_map())
    assert compare(small_map(), other) == ()


def test_what_is_gone_stands_behind_what_it_stood_behind() -> None:
    assert list(merged(["a", "b", "c", "d"], ["d", "a", "e"])) == ["d", "a", "b", "c", "e"]
    assert list(merged(["a", "b"], ["b"])) == ["a", "b"]
    assert list(merged(["a", "b"], [])) == ["a", "b"]
