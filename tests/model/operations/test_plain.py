from hypothesis import given
from hypothesis import strategies as st

from model.operations.plain import plain, plain_within
from model.records import Evidence, EvidenceKind


def test_line_ends_become_newlines_and_what_no_file_can_hold_goes() -> None:
    assert plain("a\r\nb\rc\nd\x00e\ud800f\udfffg") == "a\nb\nc\ndefg"
    assert plain("a\u2028b\u2029c\ufdd0d\ufdd1e") == "a\nb\nc\nd\ne"


def test_halves_that_belong_together_become_their_character() -> None:
    assert plain("a\ud83d\ude42b\ude42") == "a\U0001f642b"


def test_a_mark_of_byte_order_goes_where_it_begins_a_text_and_stays_inside() -> None:
    assert plain("\ufeff\ufeffa\ufeff") == "a\ufeff"
    assert plain("\ufffea") == "a"


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\x00\u2028\u2029\ufdd0\ufdd1")))
def test_everything_else_stays_as_it_is(text: str) -> None:
    assert plain(text) == text.lstrip("\ufeff\ufffe")


@given(st.text(st.characters()))
def test_any_text_can_be_written_to_a_file_afterwards(text: str) -> None:
    assert plain(plain(text)) == plain(text)
    plain(text).encode("utf-8")


def test_texts_within_a_value_become_plain_and_enums_stay() -> None:
    evidence = Evidence(kind=EvidenceKind.QUOTE, text="a\r", extra={"x": 1})
    assert plain_within((evidence,)) == (Evidence(kind=EvidenceKind.QUOTE, text="a\n", extra={"x": 1}),)
    assert plain_within(evidence).kind is EvidenceKind.QUOTE
