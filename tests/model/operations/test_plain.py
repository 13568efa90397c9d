from hypothesis import given
from hypothesis import strategies as st

from model.operations.plain import plain, plain_within
from model.records import Evidence, EvidenceKind


def test_line_ends_become_newlines_and_what_no_file_can_hold_goes() -> None:
    assert plain("a\r\nb\rc\nd\x00e\ud800f\udfffg") == "a\nb\nc\ndefg"


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\x00")))
def test_everything_else_stays_as_it_is(text: str) -> None:
    assert plain(text) == text


@given(st.text(st.characters()))
def test_any_text_can_be_written_to_a_file_afterwards(text: str) -> None:
    assert plain(plain(text)) == plain(text)
    plain(text).encode("utf-8")


def test_texts_within_a_value_become_plain_and_enums_stay() -> None:
    evidence = Evidence(kind=EvidenceKind.QUOTE, text="a\r", extra={"x": 1})
    assert plain_within((evidence,)) == (Evidence(kind=EvidenceKind.QUOTE, text="a\n", extra={"x": 1}),)
    assert plain_within(evidence).kind is EvidenceKind.QUOTE
