"""Members of a newer program, or of a plug-in: kept wherever they stand, and written back."""

import copy
import json
from typing import Any

import pytest

from model.change import update
from model.records import Card, Lane, Record, Role
from model.storage.cjm import decode, encode, read
from tests.making.damage import Tree, every_kind, objects

TREE: Tree = json.loads(encode(every_kind()))
STRANGE: dict[str, Any] = {"x-baru": {"b": [1, None, {"dalam": "kata"}], "a": 2**70}, "extra": {"extra": "kata"}}


def saved(tree: Tree) -> Tree:
    again: Tree = json.loads(encode(decode(json.dumps(tree).encode())))
    return again


def hosts(tree: Tree) -> list[Tree]:
    """Every object that has members; those of `assets` are names of pictures."""
    return [here for here in objects(tree) if here is not tree["assets"]]


@pytest.mark.parametrize("at", range(len(hosts(TREE))))
def test_an_unknown_member_survives_opening_and_saving_in_every_object(at: int) -> None:
    tree = copy.deepcopy(TREE)
    hosts(tree)[at].update(STRANGE)
    assert saved(tree) == tree


@pytest.mark.parametrize("at", range(len(hosts(TREE))))
def test_what_is_known_beside_an_unknown_member_is_not_taken_for_odd(at: int) -> None:
    tree = copy.deepcopy(TREE)
    hosts(tree)[at]["x-baru"] = 1
    assert saved(tree) == tree
    assert read(json.dumps(tree).encode())[1] == []


def test_unknown_members_survive_everywhere_at_once() -> None:
    tree = copy.deepcopy(TREE)
    for here in hosts(tree):
        here.update(copy.deepcopy(STRANGE))
    assert saved(tree) == tree


def test_a_picture_keeps_an_unknown_member_called_id() -> None:
    tree = copy.deepcopy(TREE)
    for asset in tree["assets"].values():
        asset["id"] = "lain"
    assert saved(tree) == tree


def test_an_empty_member_called_extra_is_kept_deep_inside_too() -> None:
    tree = copy.deepcopy(TREE)
    for here in hosts(tree):
        here["extra"] = {}
    assert saved(tree) == tree
    for card in tree["cards"]:
        card.pop("extra")
    assert saved(tree) == tree


def test_a_member_called_extra_appears_only_where_the_file_had_one() -> None:
    tree = copy.deepcopy(TREE)
    tree["cards"][0]["x-baru"] = 1
    assert not any("extra" in here for here in objects(saved(tree)))


ODD = [
    ("lanes", "role", "lane_of_tomorrow"), ("cards", "marks", ["fail_point", "new_mark"]), ("cards", "span", "2"),
    ("cards", "impact", 11), ("cards", "evidence", [{"kind": "rumour", "text": "kata"}]), ("map", "state", "past"),
    ("map", "facts", 7), ("kpis", "target", "forty"), ("personas", "habits", "kopi"), ("cards", "text", None),
    ("cards", "picture", 5), ("emotions", "persona", ["a"]), ("links", "both", "yes"), ("cards", "votes", 1.5),
]  # fmt: skip


@pytest.mark.parametrize(("section", "member", "value"), ODD, ids=[f"{section}-{member}" for section, member, _ in ODD])
def test_a_value_of_tomorrow_leaves_its_record_open_and_is_written_back(section: str, member: str, value: Any) -> None:
    tree = copy.deepcopy(TREE)
    holder = tree[section] if section == "map" else _free(tree, section)
    holder[member] = value
    document, faults = read(json.dumps(tree).encode())
    assert [(fault.code, fault.details["member"]) for fault in faults] == [("odd_value", member)]
    assert json.loads(encode(document)) == tree


def _free(tree: Tree, section: str) -> Tree:
    """A record that may lose any of its members: of the lanes, one that no emotion and no card stands on."""
    if section != "lanes":
        record: Tree = tree[section][0]
        return record
    tree["lanes"].append({"id": "l_new", "order": "z" + "0" * 26})
    lane: Tree = tree["lanes"][-1]
    return lane


def test_an_odd_value_is_kept_until_its_member_is_set() -> None:
    tree = copy.deepcopy(TREE)
    _free(tree, "lanes")["role"] = "lane_of_tomorrow"
    document = decode(json.dumps(tree).encode())
    lane = document.table(Lane)["l_new"]
    assert lane.role is Role.OTHER
    document.apply(update(lane, title="Baru"))
    assert _saved_lane(document.records)["role"] == "lane_of_tomorrow"
    document.apply(update(document.table(Lane)["l_new"], role=Role.SUPPORT))
    assert _saved_lane(document.records)["role"] == "support"


def _saved_lane(records: Any) -> Tree:
    from model.document import Document

    lanes = json.loads(encode(Document(records.values())))["lanes"]
    return next(lane for lane in lanes if lane["id"] == "l_new")


def test_what_a_newer_program_states_as_versions_is_written_back() -> None:
    tree = copy.deepcopy(TREE) | {"version": 3, "minVersion": 2}
    assert saved(tree) == tree


def test_a_number_longer_than_a_float_keeps_its_value_as_a_whole_number() -> None:
    tree = copy.deepcopy(TREE)
    tree["cards"][0]["x-baru"] = 12345678901234567890123
    assert saved(tree) == tree


def test_unknown_members_do_not_disturb_equality_of_other_records() -> None:
    tree = copy.deepcopy(TREE)
    tree["cards"][0]["x-baru"] = 1
    document = decode(json.dumps(tree).encode())
    changed: list[Record] = [card for card in document.table(Card).values() if card.extra.get("x-baru") == 1]
    assert len(changed) == 1
