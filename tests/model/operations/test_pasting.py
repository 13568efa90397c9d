import json

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.document import Document
from model.ids import asset_id
from model.operations.clip import Clip, as_text, copy, pack, unpack
from model.operations.lanes import delete_lane
from model.operations.pasting import paste, paste_text
from model.records import Asset, Card, Emotion, Lane, Link, Map, Step
from model.refusal import Refused
from tests.making.maps import maps
from tests.making.small_map import PICTURE, done, new, small_map, words

EVERYTHING = ("c1", "c2", "c3", "c4", "c5", "e1")


def test_a_copied_piece_is_a_value_that_survives_the_clipboard() -> None:
    clip = copy(small_map(), EVERYTHING)
    assert unpack(pack(clip)) == clip
    assert {(taken.card.id, taken.row, taken.column) for taken in clip.cards} == {
        ("c1", 0, 0), ("c2", 0, 0), ("c3", 0, 1), ("c4", 1, 0), ("c5", 0, 0),
    }  # fmt: skip
    assert [asset.id for asset in clip.assets] == [asset_id(PICTURE)]


def test_of_a_step_a_stage_or_a_lane_what_stands_in_it_is_copied() -> None:
    assert {taken.card.id for taken in copy(small_map(), ["t1"]).cards} == {"c1", "c2", "c4"}
    assert {felt.emotion.id for felt in copy(small_map(), ["s1"]).emotions} == {"e1"}
    assert {taken.card.id for taken in copy(small_map(), ["l3"]).cards} == {"c4"}


@pytest.mark.parametrize(
    "data", [b"", b"{", b"[]", b'{"cards": 1}', b"\xff", b"[" * 100_000, b'{"cards": [{"row": -1}]}']
)
def test_what_is_no_piece_of_a_map_is_refused(data: bytes) -> None:
    with pytest.raises(Refused, match="clip_unreadable"):
        unpack(data)


def test_a_piece_from_a_newer_version_is_refused_and_one_from_before_versions_is_read() -> None:
    clip = copy(small_map(), ["c1"])
    packed = json.loads(pack(clip))
    with pytest.raises(Refused, match="clip_newer"):
        unpack(json.dumps({**packed, "version": packed["version"] + 1, "cards": "something new"}).encode())
    del packed["version"]
    assert unpack(json.dumps(packed).encode()) == clip


def test_pasted_cards_stand_as_they_stood_with_their_links() -> None:
    change = paste(small_map(), copy(small_map(), ["c1", "c3"]), "l3", "t2", 0)
    document = done(small_map(), change)
    assert words(document, "l3", "t2") == ["satu"]
    assert words(document, "l3", "t3") == ["tiga"]
    assert len(new(change, Link)) == 1


def test_a_paste_that_is_wider_and_longer_than_the_map_makes_steps_and_lanes() -> None:
    change = paste(small_map(), copy(small_map(), ["c1", "c3", "c4"]), "l3", "t4")
    document = done(small_map(), change)
    (step,), (lane,) = new(change, Step), new(change, Lane)
    assert [words(document, "l3", "t4"), words(document, "l3", step), words(document, lane, "t4")] == [
        ["satu"], ["tiga"], ["empat"],
    ]  # fmt: skip
    assert [each.id for each in document.steps][-1] == step
    assert [each.id for each in document.lanes][-1] == lane


def test_pasted_emotions_come_to_the_emotion_lane() -> None:
    change = paste(small_map(), copy(small_map(), ["e1", "c3"]), "l1", "t3")
    document = done(small_map(), change)
    (feeling,) = new(change, Emotion)
    marker = document.table(Emotion)[feeling]
    assert (marker.lane, marker.step, marker.value, marker.persona) == ("l2", "t3", 1, "p1")
    assert words(document, "l1", "t4") == ["tiga"]


def test_emotions_alone_need_an_emotion_lane() -> None:
    clip = copy(small_map(), ["e1"])
    assert new(paste(small_map(), clip, "l2", "t4"), Emotion)
    flat = done(small_map(), delete_lane(small_map(), "l2"))
    for place in (("l1", "t1"), (None, None)):
        with pytest.raises(Refused, match="no_emotion_lane"):
            paste(flat, clip, *place)
    assert len(new(paste(flat, copy(small_map(), ["e1", "c1"]), "l1", "t1"), Card)) == 1


def test_a_clip_from_another_map_brings_its_pictures_and_no_strangers() -> None:
    other = Document([Map(id="m9")])
    change = paste(other, copy(small_map(), EVERYTHING), None, None)
    document = done(other, change)
    assert sorted(words(document, None, None)) == ["dua", "empat", "lima", "satu", "tiga"]
    assert set(document.table(Asset)) == {asset_id(PICTURE)}
    assert not document.table(Emotion)


def test_a_clip_made_by_someone_else_can_do_no_harm() -> None:
    clip = copy(small_map(), ["c1", "c2", "c3"])
    forged = msgspec.structs.replace(
        clip,
        assets=(Asset(id=asset_id(PICTURE), type="image/png", data=b"<svg/>"),),
        links=(*clip.links, Link(id="k1", source="c1", target="c1"), Link(id="k2", source="m", target="c1")),
    )
    other = Document([Map(id="m9")])
    document = done(other, paste(other, forged, None, None))
    assert not document.table(Asset)
    assert all(card.picture is None for card in document.parked)
    assert len(document.table(Link)) == 1


def test_nothing_pasted_changes_nothing() -> None:
    assert not paste(small_map(), Clip(), "l1", "t1")
    assert not paste_text(small_map(), " \n\n", "l1", "t1")


def test_a_pasted_list_is_one_card_a_line() -> None:
    document = done(small_map(), paste_text(small_map(), "x\r\n\r\n  y  \nz\n", "l1", "t1", 1))
    assert words(document, "l1", "t1") == ["satu", "x", "y", "z", "dua"]
    assert words(done(small_map(), paste_text(small_map(), "x\ny", None, None)), None, None) == ["lima", "x", "y"]


def test_a_pasted_table_is_rows_and_columns_past_emotion_lanes() -> None:
    change = paste_text(small_map(), "a\tb\n\tc\nd\t\n", "l1", "t4")
    document = done(small_map(), change)
    (step,), (lane,) = new(change, Step), new(change, Lane)
    assert words(document, "l1", "t4") == ["a"]
    assert words(document, "l1", step) == ["b"]
    assert words(document, "l3", step) == ["c"]
    assert words(document, lane, "t4") == ["d"]


@pytest.mark.parametrize(("lane", "code"), [("l2", "card_on_emotion_lane"), ("gone", "missing")])
def test_a_paste_is_refused_on_an_emotion_lane_and_where_nothing_is(lane: str, code: str) -> None:
    with pytest.raises(Refused, match=code):
        paste_text(small_map(), "x", lane, "t1")
    with pytest.raises(Refused, match=code):
        paste(small_map(), copy(small_map(), ["c1"]), lane, "t1")


def test_the_words_of_a_clip_go_to_other_programs_as_a_list_or_a_table() -> None:
    assert as_text(copy(small_map(), ["c1", "c2"])) == "satu\ndua"
    assert as_text(copy(small_map(), ["c1", "c2", "c3", "c4"])) == '"satu\ndua"\ttiga\nempat\t'
    assert as_text(Clip()) == ""


@given(maps(min_steps=1), st.data())
def test_whatever_is_copied_can_be_pasted_into_another_map(document: Document, data: st.DataObject) -> None:
    ids = [*document.table(Card), *document.table(Emotion)]
    chosen = data.draw(st.lists(st.sampled_from(ids), unique=True)) if ids else []
    clip = unpack(pack(copy(document, chosen)))
    change = paste(small_map(), clip, "l1", "t4")
    assert len(new(change, Card)) == len(clip.cards)
    assert len(new(change, Link)) == len(clip.links)
    assert len(new(change, Emotion)) == len(clip.emotions)
    done(small_map(), change)
