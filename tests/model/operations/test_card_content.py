import pytest

from model.operations.card_content import (
    add_evidence,
    clear_votes,
    edit_cards,
    edit_evidence,
    toggle_mark,
    vote,
)
from model.records import Card, Evidence, EvidenceKind, Mark
from model.refusal import Refused
from tests.making.small_map import done, small_map

QUOTE = Evidence(kind=EvidenceKind.QUOTE, text="lama\r\nsekali", source="wawancara")


def test_several_cards_are_given_the_same_owner() -> None:
    cards = done(small_map(), edit_cards(small_map(), ["c1", "c3"], owner="Sari", impact=10)).table(Card)
    assert [cards[key].owner for key in ("c1", "c2", "c3")] == ["Sari", "", "Sari"]
    assert cards["c1"].impact == 10
    assert not edit_cards(small_map(), ["c1"], text="satu")


@pytest.mark.parametrize(
    ("members", "code"),
    [
        ({"impact": 10.5}, "out_of_range"),
        ({"feasibility": -1}, "out_of_range"),
        ({"votes": -1}, "too_low"),
        ({"minutes": -0.1}, "too_low"),
        ({"minutes": float("inf")}, "not_a_number"),
        ({"votes": 10**30}, "too_large"),
        ({"due": "12/11/2026"}, "not_a_date"),
        ({"due": "2026-02-30"}, "not_a_date"),
        ({"url": "javascript:alert(1)"}, "not_an_address"),
        ({"url": "file:///etc/passwd"}, "not_an_address"),
    ],
)
def test_a_value_that_no_card_may_have_is_refused(members: dict[str, object], code: str) -> None:
    with pytest.raises(Refused, match=code):
        edit_cards(small_map(), ["c1"], **members)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("https://a.id/b?c", "https://a.id/b?c"),
        (" contoh.id/a ", "https://contoh.id/a"),
        ("mailto:a@b.id", "mailto:a@b.id"),
    ],
)
def test_an_address_is_kept_as_one_that_can_be_followed(typed: str, kept: str) -> None:
    assert done(small_map(), edit_cards(small_map(), ["c1"], url=typed)).table(Card)["c1"].url == kept


def test_the_place_of_a_card_is_not_edited_as_if_it_were_a_word() -> None:
    for member in ("step", "lane", "order", "id", "span", "picture", "extra", "colour"):
        with pytest.raises(TypeError):
            edit_cards(small_map(), ["c1"], **{member: "x"})


def test_a_mark_is_put_on_all_cards_and_taken_off_when_all_have_it() -> None:
    one = done(small_map(), toggle_mark(small_map(), ["c1"], Mark.WAIT_POINT))
    both = done(one, toggle_mark(one, ["c1", "c3"], Mark.WAIT_POINT))
    assert [both.table(Card)[key].marks for key in ("c1", "c3")] == [(Mark.WAIT_POINT,)] * 2
    none = done(both, toggle_mark(both, ["c1", "c3"], Mark.WAIT_POINT))
    assert none.records == small_map().records


def test_votes_are_given_and_taken_back_but_never_below_none() -> None:
    voted = done(small_map(), vote(small_map(), "c1", 3))
    assert done(voted, vote(voted, "c1", -1)).table(Card)["c1"].votes == 2
    with pytest.raises(Refused, match="no_votes"):
        vote(voted, "c1", -4)
    assert done(voted, clear_votes(voted)).table(Card)["c1"].votes == 0
    assert not clear_votes(small_map())


def test_evidence_is_added_edited_and_taken_away() -> None:
    supported = done(small_map(), add_evidence(small_map(), "c1", QUOTE))
    assert supported.table(Card)["c1"].evidence[0].text == "lama\nsekali"
    guess = Evidence(kind=EvidenceKind.ASSUMPTION)
    assert done(supported, edit_evidence(supported, "c1", 0, guess)).table(Card)["c1"].evidence == (guess,)
    assert done(supported, edit_evidence(supported, "c1", 0, None)).table(Card)["c1"].evidence == ()
    with pytest.raises(Refused, match="missing"):
        edit_evidence(supported, "c1", 1, None)


def test_what_is_gone_is_refused() -> None:
    for ask in (vote, lambda d, k: add_evidence(d, k, QUOTE), lambda d, k: edit_cards(d, [k], text="")):
        with pytest.raises(Refused, match="missing"):
            ask(small_map(), "gone")
