import pytest
from hypothesis import given
from hypothesis import strategies as st

from model import rules
from model.document import Document
from model.operations.cascade import deletion
from model.records import Asset, Card, Emotion, Kpi, Map, Persona
from model.refusal import Refused
from tests.making.maps import maps
from tests.making.small_map import done, small_map


@given(maps(), st.data())
def test_whatever_is_deleted_nothing_is_left_that_refers_to_it(document: Document, data: st.DataObject) -> None:
    ids = [key for key in document.records if key != document.map.id]
    chosen = data.draw(st.lists(st.sampled_from(ids), max_size=8)) if ids else []
    after = done(document, deletion(document, chosen))
    assert after.records.keys().isdisjoint(chosen)
    assert list(rules.faults(after.records, after.records.values())) == []


@given(maps(max_cards=10), st.data())
def test_nothing_goes_that_could_stay(document: Document, data: st.DataObject) -> None:
    cards = list(document.table(Card))
    chosen = data.draw(st.lists(st.sampled_from(cards), max_size=4, unique=True)) if cards else []
    change = deletion(document, chosen)
    links = {link.id for key in chosen for link in document.links_of(key)}
    pictures = {document.table(Card)[key].picture for key in chosen}
    assert change.removed.keys() - {*chosen, *links} <= pictures


def test_records_of_several_kinds_are_deleted_in_one_change() -> None:
    document = done(small_map(), deletion(small_map(), ["l3", "p1", "s2", "k1", "c1"]))
    assert set(document.table(Card)) == {"c2", "c3", "c5"}
    assert document.table(Emotion)["e1"].persona is None
    assert document.table(Kpi)["q1"].cards == ("c3",)


def test_a_picture_stays_while_another_shows_it_and_is_let_go_when_deleted() -> None:
    (asset,) = small_map().table(Asset)
    shared = small_map(Persona(id="p1", order="a0", picture=asset))
    assert asset in done(shared, deletion(shared, ["c2"])).records
    assert asset not in done(shared, deletion(shared, ["c2", "p1"])).records
    assert done(shared, deletion(shared, [asset])).table(Persona)["p1"].picture is None


def test_the_map_stays_and_what_is_gone_is_refused() -> None:
    with pytest.raises(Refused, match="map_stays"):
        deletion(small_map(), ["c1", *small_map().table(Map)])
    with pytest.raises(Refused, match="missing"):
        deletion(small_map(), ["c1", "gone"])
    assert not deletion(small_map(), [])
