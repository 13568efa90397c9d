"""Two records with one id: both are kept, the later one under a new id, and the report says which."""

import copy
import json
from itertools import permutations
from pathlib import Path

import msgspec
import pytest

from model import rules
from model.change import update
from model.document import Document
from model.records import Card, Emotion, Link, Record, Step
from model.storage.cjm import decode, encode
from model.storage.form import SECTIONS
from model.storage.recovery import Recovered, recover
from model.storage.sentences import fault_sentence
from tests.making.damage import Tree, every_kind

TREE: Tree = json.loads(encode(every_kind()))


def recovered(tree: Tree) -> Recovered:
    """The recovered map, which keeps the rules."""
    found = recover(json.dumps(tree).encode())
    records = found.document.records
    assert list(rules.faults(records, records.values())) == []
    return found


def doubled(section: str) -> Recovered:
    """A file in which the first record of a section stands a second time, behind all others."""
    tree = copy.deepcopy(TREE)
    tree[section].append(copy.deepcopy(tree[section][0]))
    return recovered(tree)


@pytest.mark.parametrize("section", SECTIONS)
def test_the_second_of_any_kind_is_kept_under_a_new_id_with_all_it_says(section: str) -> None:
    found = doubled(section)
    (fault,) = found.faults
    assert fault.code == "double_id"
    records, old, new = found.document.records, fault.details["id"], fault.details["new"]
    assert records.keys() - every_kind().records.keys() == {new}
    assert type(records[new]) is SECTIONS[section]
    assert msgspec.structs.replace(records[new], id=old) == records[old] == every_kind().records[old]


@pytest.mark.parametrize("section", SECTIONS)
@pytest.mark.parametrize("language", ["id", "en"])
def test_the_report_names_the_old_id_and_the_new_one(section: str, language: str) -> None:
    (fault,) = doubled(section).faults
    sentence = fault_sentence(fault, language)
    assert fault.details["id"] in sentence
    assert fault.details["new"] in sentence


@pytest.mark.parametrize("section", SECTIONS)
def test_whatever_refers_to_the_id_means_the_first_as_before(section: str) -> None:
    found = doubled(section)
    others = {key: record for key, record in found.document.records.items() if key in every_kind().records}
    assert others == every_kind().records


@pytest.mark.parametrize(("one", "other"), [*permutations(SECTIONS, 2)])
def test_records_of_two_kinds_with_one_id_are_both_still_referred_to(one: str, other: str) -> None:
    again = recovered(_called_alike(one, other)).document
    assert _referred(again) == _referred(every_kind())


def _called_alike(one: str, other: str) -> Tree:
    """The file with the first record of one kind called as the first of the other, by all that refer to it too."""
    first, second = TREE[one][0]["id"], TREE[other][0]["id"]
    tree = copy.deepcopy(TREE)
    kind = SECTIONS[other]
    for section, records in ((name, tree[name]) for name in SECTIONS):
        for record in records:
            if section == other and record["id"] == second:
                record["id"] = first
            for reference in rules.OF_KIND.get(SECTIONS[section], ()):
                value = record.get(reference.member)
                if reference.target is kind and value == second:
                    record[reference.member] = first
                elif reference.target is kind and isinstance(value, list):
                    record[reference.member] = [first if each == second else each for each in value]
    return tree


def _referred(document: Document) -> list[str]:
    """What refers to what: kinds and order keys, since ids differ."""
    records = document.records
    return sorted(
        f"{_told(record)} {reference.member} {_told(records[target])}"
        for record in records.values()
        for reference, target in rules.referred(record)
    )


def _told(record: Record) -> str:
    return f"{type(record).__name__} {getattr(record, 'order', '')}"


def test_a_link_written_twice_joins_the_same_two_cards() -> None:
    found = doubled("links")
    links = [*found.document.table(Link).values()]
    assert len(links) == len(every_kind().table(Link)) + 1
    ends = {(link.source, link.target) for link in links}
    assert ends == {(link.source, link.target) for link in every_kind().table(Link).values()}


def test_a_doubled_step_keeps_its_stage_and_the_cards_stay_with_the_first() -> None:
    document, before = doubled("steps").document, every_kind()
    (new,) = document.table(Step).keys() - before.table(Step).keys()
    assert document.referring(new) == ()
    cards = {card.id: card.step for card in document.table(Card).values()}
    assert cards == {card.id: card.step for card in before.table(Card).values()}


def test_a_file_that_stands_twice_in_itself_gives_every_record_twice() -> None:
    tree = copy.deepcopy(TREE)
    for section in SECTIONS:
        tree[section] += copy.deepcopy(tree[section])
    found = recovered(tree)
    for kind in SECTIONS.values():
        assert len(found.document.table(kind)) == 2 * len(every_kind().table(kind))
    assert {fault.code for fault in found.faults} == {"double_id"}


def test_a_map_with_doubled_ids_can_be_saved_and_worked_on(tmp_path: Path) -> None:
    document = doubled("emotions").document
    path = tmp_path / "again.cjm"
    path.write_bytes(encode(document))
    again = decode(path.read_bytes())
    (new,) = again.table(Emotion).keys() - every_kind().table(Emotion).keys()
    again.apply(update(again.table(Emotion)[new], note="lain"))
    assert again.table(Emotion)[new].note == "lain"
