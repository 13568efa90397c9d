import pytest

from model.ids import asset_id
from model.operations.joining import merge_cards, split_card
from model.records import Asset, Card, Kpi, Link, Mark
from model.refusal import Refused
from tests.making.small_map import PICTURE, done, small_map, words


def test_a_card_is_split_by_its_lines_where_it_stands() -> None:
    start = small_map(Card(id="c1", order="a0", lane="l1", step="t1", text="a\n\n b \nc", votes=2))
    document = done(start, split_card(start, "c1"))
    assert words(document, "l1", "t1") == ["a", "b", "c", "dua"]
    assert document.table(Card)["c1"].votes == 2


def test_a_parked_card_is_split_in_the_parking_lot() -> None:
    start = small_map(Card(id="c5", order="a0", text="a\nb"))
    assert words(done(start, split_card(start, "c5")), None, None) == ["a", "b"]


def test_a_card_of_one_line_is_not_split() -> None:
    for text in ("", "a", "\na\n \n"):
        with pytest.raises(Refused, match="one_line"):
            split_card(small_map(Card(id="c5", order="a0", text=text)), "c5")


def test_merged_cards_are_the_first_with_all_that_stood_on_the_others() -> None:
    start = small_map(
        Card(id="c1", order="a0", lane="l1", step="t1", text="satu", votes=1, marks=(Mark.DECISION,)),
        Card(id="c3", order="a0", lane="l1", step="t2", text="tiga", votes=2, owner="Sari", marks=(Mark.DECISION,)),
    )
    document = done(start, merge_cards(start, ["c3", "c2", "c1"]))
    merged = document.table(Card)["c1"]
    assert (merged.text, merged.votes, merged.owner, merged.marks) == ("satu\ndua\ntiga", 3, "Sari", (Mark.DECISION,))
    assert merged.picture == asset_id(PICTURE)
    assert set(document.table(Card)) == {"c1", "c4", "c5"}
    assert document.table(Kpi)["q1"].cards == ("c1",)


def test_what_this_version_does_not_know_of_merged_cards_stays_the_first_given() -> None:
    start = small_map(
        Card(id="c1", order="a0", lane="l1", step="t1", extra={"x-colour": "red"}),
        Card(id="c3", order="a0", lane="l1", step="t2", extra={"x-colour": "blue", "x-size": 2}),
    )
    document = done(start, merge_cards(start, ["c1", "c3"]))
    assert document.table(Card)["c1"].extra == {"x-colour": "red", "x-size": 2}


def test_links_follow_merged_cards_and_none_is_doubled_or_leads_back() -> None:
    start = small_map(Link(id="k2", source="c4", target="c3"), Link(id="k3", source="c1", target="c4"))
    document = done(start, merge_cards(start, ["c1", "c3"]))
    (link,) = document.table(Link).values()
    assert {link.source, link.target} == {"c1", "c4"}


def test_a_picture_that_no_card_shows_any_more_goes() -> None:
    other = Asset(id="sha256:other", type="image/png", data=b"other")
    start = small_map(other, Card(id="c1", order="a0", lane="l1", step="t1", picture="sha256:other"))
    assert set(done(start, merge_cards(start, ["c1", "c2"])).table(Asset)) == {"sha256:other"}


def test_one_card_alone_is_not_merged() -> None:
    for cards in ([], ["c1"], ["c1", "c1"]):
        with pytest.raises(Refused, match="one_card"):
            merge_cards(small_map(), cards)
