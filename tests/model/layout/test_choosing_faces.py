"""Which face a letter is taken from, where the first of a chain has only a part of it."""

import msgspec

from model.layout.text.faces import Face, face
from model.layout.text.shaping import choose

WHOLE = face("NotoSans-Regular")


def poorer(*lacking: str) -> Face:
    """A face without some characters."""
    return msgspec.structs.replace(WHOLE, characters=WHOLE.characters - {ord(each) for each in lacking})


def test_a_face_without_the_mark_leaves_letter_and_mark_to_the_next() -> None:
    chain = (poorer("\u0323"), WHOLE)
    assert choose("q\u0323", chain) is WHOLE
    assert choose("q", chain) is chain[0]


def test_a_letter_the_face_has_composed_needs_no_mark() -> None:
    chain = (poorer("\u0323", "\u0302"), WHOLE)
    assert choose("e\u0323\u0302", chain) is chain[0]


def test_a_mark_no_face_has_stays_with_its_letter() -> None:
    chain = (poorer("q"), WHOLE)
    assert choose("q\u20d7", chain) is WHOLE


def test_what_no_face_has_is_left_to_the_first() -> None:
    chain = (poorer(), WHOLE)
    assert choose("漢", chain) is chain[0]
