import pytest

from model.operations.cards import add_card, begin_card_at, copy_cards, delete_cards, move_cards, park_cards, set_span
from model.records import Asset, Card, Kpi, Lane, Link, Role
from model.refusal import Refused
from tests.making.small_map import done, new, small_map, words


def test_a_card_is_added_in_a_cell_at_a_place() -> None:
    document = done(small_map(), add_card(small_map(), "l1", "t1", "baru", 1, owner="Sari"))
    assert words(document, "l1", "t1") == ["satu", "baru", "dua"]
    assert document.cards_in("l1", "t1")[1].owner == "Sari"
    assert words(done(small_map(), add_card(small_map(), "l1", "t1", "baru")), "l1", "t1")[-1] == "baru"


def test_a_card_without_a_place_is_added_to_the_parking_lot() -> None:
    assert words(done(small_map(), add_card(small_map(), None, None, "baru", 0)), None, None) == ["baru", "lima"]


def test_a_card_is_not_added_where_none_may_stand() -> None:
    with pytest.raises(Refused, match="card_on_emotion_lane"):
        add_card(small_map(), "l2", "t1")
    for lane, step in (("gone", "t1"), ("l1", "gone")):
        with pytest.raises(Refused, match="missing"):
            add_card(small_map(), lane, step)
    with pytest.raises(TypeError):
        add_card(small_map(), "l1", "t1", span=2)


def test_a_card_moves_to_a_place_in_a_cell() -> None:
    document = done(small_map(), move_cards(small_map(), ["c3"], "l1", "t1", 1))
    assert words(document, "l1", "t1") == ["satu", "tiga", "dua"]
    assert words(document, "l1", "t2") == []


def test_a_card_dropped_on_its_own_place_changes_nothing() -> None:
    assert not move_cards(small_map(), ["c1"], "l1", "t1", 0)
    assert not move_cards(small_map(), ["c2"], "l1", "t1")
    assert not move_cards(small_map(), [], "l1", "t1")


def test_cards_are_reordered_within_their_cell() -> None:
    assert words(done(small_map(), move_cards(small_map(), ["c1"], "l1", "t1", 1)), "l1", "t1") == ["dua", "satu"]
    assert words(done(small_map(), move_cards(small_map(), ["c2", "c1"], "l1", "t1", 0)), "l1", "t1") == ["satu", "dua"]


def test_moved_cards_keep_their_places_to_each_other() -> None:
    document = done(small_map(), move_cards(small_map(), ["c1", "c3"], "l1", "t2", 0))
    assert words(document, "l1", "t2") == ["satu"]
    assert words(document, "l1", "t3") == ["tiga"]
    document = done(small_map(), move_cards(small_map(), ["c1", "c4"], "l1", "t2", held="c1"))
    assert words(document, "l3", "t2") == ["empat"]


def test_moved_cards_are_put_down_by_the_one_that_is_held() -> None:
    document = done(small_map(), move_cards(small_map(), ["c1", "c3"], "l1", "t4", held="c3"))
    assert words(document, "l1", "t3") == ["satu"]
    assert words(document, "l1", "t4") == ["tiga"]


def test_cards_that_would_fall_off_the_map_all_stay() -> None:
    with pytest.raises(Refused, match="off_the_map"):
        move_cards(small_map(), ["c1", "c3"], "l1", "t4")
    with pytest.raises(Refused, match="off_the_map"):
        move_cards(small_map(), ["c1", "c4"], "l3", "t1")


def test_rows_are_counted_without_emotion_lanes_and_hidden_ones() -> None:
    start = small_map(Lane(id="l0", order="Zz", role=Role.OTHER), Lane(id="l2b", order="a1V", hidden=True))
    document = done(start, move_cards(start, ["c1", "c4"], "l0", "t1"))
    assert words(document, "l0", "t1") == ["satu"]
    assert words(document, "l1", "t1") == ["dua", "empat"]


def test_a_parked_card_comes_onto_the_map_and_back() -> None:
    document = done(small_map(), move_cards(small_map(), ["c5"], "l1", "t1", 0))
    assert words(document, "l1", "t1") == ["lima", "satu", "dua"]
    assert words(done(document, park_cards(document, ["c5", "c1"])), None, None) == ["lima", "satu"]
    assert not park_cards(small_map(), ["c5"])


def test_a_parked_card_moved_with_placed_ones_comes_to_the_target() -> None:
    document = done(small_map(), move_cards(small_map(), ["c5", "c1"], "l1", "t4", 0, held="c1"))
    assert words(document, "l1", "t4") == ["satu", "lima"]


def test_a_long_card_gets_shorter_at_the_edge_of_the_map() -> None:
    document = done(small_map(), move_cards(small_map(), ["c4"], "l3", "t3"))
    assert document.table(Card)["c4"].span == 2


def test_copied_cards_are_new_ones_with_the_links_between_them() -> None:
    change = copy_cards(small_map(), ["c1", "c3"], "l3", "t3")
    document = done(small_map(), change)
    assert words(document, "l3", "t3") == ["satu"]
    assert words(document, "l3", "t4") == ["tiga"]
    assert words(document, "l1", "t1") == ["satu", "dua"]
    (link,) = new(change, Link)
    assert {document.table(Link)[link].source, document.table(Link)[link].target} == set(new(change, Card))
    assert not copy_cards(small_map(), [], "l3", "t3")


def test_a_copy_shows_the_same_picture() -> None:
    change = copy_cards(small_map(), ["c2"], "l1", "t1", 0)
    assert words(done(small_map(), change), "l1", "t1") == ["dua", "satu", "dua"]
    assert not new(change, Asset)


def test_a_card_lies_over_as_many_steps_as_there_are() -> None:
    assert done(small_map(), set_span(small_map(), "c3", 3)).table(Card)["c3"].span == 3
    assert not set_span(small_map(), "c4", 3)
    for span in (0, -1, 4):
        with pytest.raises(Refused) as refused:
            set_span(small_map(), "c3", span)
        assert (refused.value.code, refused.value.details) == ("out_of_range", {"low": 1, "high": 3})
    with pytest.raises(Refused, match="not_placed"):
        set_span(small_map(), "c5", 1)


def test_a_card_begins_at_another_step_and_ends_where_it_did() -> None:
    document = done(small_map(), begin_card_at(small_map(), "c4", "t2"))
    card = document.table(Card)["c4"]
    assert (card.step, card.span) == ("t2", 2)
    card = done(document, begin_card_at(document, "c4", "t1")).table(Card)["c4"]
    assert (card.step, card.span) == ("t1", 3)
    assert not begin_card_at(small_map(), "c1", "t1")


def test_a_card_does_not_begin_behind_its_end_or_off_the_map() -> None:
    with pytest.raises(Refused, match="out_of_range"):
        begin_card_at(small_map(), "c4", "t4")
    with pytest.raises(Refused, match="not_placed"):
        begin_card_at(small_map(), "c5", "t1")
    with pytest.raises(Refused, match="missing"):
        begin_card_at(small_map(), "c4", "gone")


def test_a_deleted_card_takes_its_links_and_its_picture_and_the_kpi_lets_go() -> None:
    document = done(small_map(), delete_cards(small_map(), ["c1", "c2"]))
    assert not document.table(Link)
    assert not document.table(Asset)
    assert document.table(Kpi)["q1"].cards == ("c3",)
    assert not delete_cards(small_map(), [])


def test_what_is_gone_or_no_card_is_refused() -> None:
    for key in ("gone", "t1"):
        for ask in (delete_cards, park_cards):
            with pytest.raises(Refused, match="missing"):
                ask(small_map(), [key])
        with pytest.raises(Refused, match="missing"):
            move_cards(small_map(), [key], "l1", "t1")
