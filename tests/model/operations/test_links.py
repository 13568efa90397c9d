import pytest

from model.operations.links import add_link, delete_link, edit_link, reattach_link, reverse_link
from model.records import Link
from model.refusal import Refused
from tests.making.small_map import done, new, small_map


def test_two_cards_are_linked() -> None:
    change = add_link(small_map(), "c3", "c4", label="lalu", both=True)
    link = done(small_map(), change).table(Link)[new(change, Link)[0]]
    assert (link.source, link.target, link.label, link.both, link.loop) == ("c3", "c4", "lalu", True, False)


def test_a_card_is_not_linked_with_itself_or_twice_with_another() -> None:
    with pytest.raises(Refused, match="self_link"):
        add_link(small_map(), "c1", "c1")
    for ends in (("c1", "c3"), ("c3", "c1")):
        with pytest.raises(Refused, match="linked_already"):
            add_link(small_map(), *ends)
    with pytest.raises(Refused, match="missing"):
        add_link(small_map(), "c1", "e1")


def test_a_link_is_edited_and_reversed() -> None:
    link = done(small_map(), edit_link(small_map(), "k1", both=True, loop=True, label="x")).table(Link)["k1"]
    assert (link.both, link.loop, link.label) == (True, True, "x")
    reversed_link = done(small_map(), reverse_link(small_map(), "k1")).table(Link)["k1"]
    assert (reversed_link.source, reversed_link.target) == ("c3", "c1")
    assert not edit_link(small_map(), "k1", label="")


def test_an_end_of_a_link_is_put_on_another_card() -> None:
    assert done(small_map(), reattach_link(small_map(), "k1", "target", "c4")).table(Link)["k1"].target == "c4"
    assert not reattach_link(small_map(), "k1", "source", "c1")
    with pytest.raises(Refused, match="self_link"):
        reattach_link(small_map(), "k1", "source", "c3")
    start = small_map(Link(id="k2", source="c4", target="c1"))
    with pytest.raises(Refused, match="linked_already"):
        reattach_link(start, "k1", "target", "c4")


def test_a_deleted_link_is_gone() -> None:
    assert not done(small_map(), delete_link(small_map(), "k1")).table(Link)
    with pytest.raises(Refused, match="missing"):
        delete_link(small_map(), "c1")
