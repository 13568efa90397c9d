"""The map as a tree of keys: every record has one place, and a change names the places it stirs."""

from itertools import pairwise
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from editor.panels.structure.hits import found, in_tree_order
from editor.panels.structure.names import icon_name, name, spoken
from editor.panels.structure.outline import Group, Key, below, has_below, touched, way_to
from editor.speech import speak
from model.document import Document
from model.records import Asset, Card
from tests.making.any_edit import any_edit
from tests.making.maps import maps
from tests.making.small_map import small_map


def walk(document: Document, key: Key = Group.ROOT) -> list[Key]:
    """Everything below a key, as one meets it."""
    return [each for under in below(document, key) for each in (under, *walk(document, under))]


@given(maps())
def test_every_record_but_pictures_stands_in_the_tree_once(document: Document) -> None:
    keys = walk(document)
    assert len(keys) == len(set(keys))
    records = {key for key, record in document.records.items() if not isinstance(record, Asset)}
    assert {key for key in keys if isinstance(key, str)} == records


@given(maps())
def test_the_way_to_a_row_is_the_one_that_was_walked(document: Document) -> None:
    for key in walk(document):
        way: list[Key] = [Group.ROOT, *way_to(document, key)]
        assert way[-1] == key
        assert all(under in below(document, over) for over, under in pairwise(way))


@given(maps())
def test_whether_a_row_can_be_opened_is_told_as_by_opening_it(document: Document) -> None:
    for key in (Group.ROOT, *walk(document)):
        assert has_below(document, key) == bool(below(document, key))


@given(maps())
def test_every_row_has_words_on_one_line_in_both_languages(document: Document) -> None:
    for language in ("id", "en"):
        speak(language)
        for key in walk(document):
            assert name(document, key).strip()
            assert "\n" not in name(document, key) + spoken(document, key)
            assert icon_name(document, key)


@given(maps())
def test_records_come_in_the_order_of_the_tree(document: Document) -> None:
    keys = [key for key in walk(document) if isinstance(key, str)]
    assert in_tree_order(document, document.records) == keys


@given(maps(), st.integers(0, 2**32 - 1))
def test_a_change_names_every_place_it_stirs(document: Document, seed: int) -> None:
    before = {key: list(below(document, key)) for key in (Group.ROOT, *walk(document))}
    change = any_edit(Random(seed), document)
    document.apply(change)
    stirred = set(touched(document, change))
    for key in walk(document):
        if key in before and key not in stirred:
            assert list(below(document, key)) == before[key]


def test_records_are_found_by_text_note_and_owner_whatever_their_case() -> None:
    document = small_map(Card(id="c9", order="a9", text="Antre", note="Loket\n dua", owner="Kasir"))
    assert found(document, "ANTRE") == found(document, "loket dua") == found(document, "kasir") == ["c9"]
    assert found(document, "  ") == []
    assert found(document, "tidak ada") == []
