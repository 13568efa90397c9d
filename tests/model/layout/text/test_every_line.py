"""Lines in scripts without spaces and in those read to the left: where they may end, and how they stand."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.layout.text.block import block, single
from model.layout.text.breaks import pieces
from model.layout.text.graphemes import clusters
from model.layout.text.shaping import shape, width
from model.layout.text.wrap import count, wrap
from tests.making.fonts import font

Install = Callable[..., None]
MIXED = ["obat", "מרקחת", "12:30", "(dua)", "الصيدلية", "«tiga»", "50%"]
lines = st.lists(st.sampled_from(MIXED), min_size=1, max_size=8).map(" ".join)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ลูกค้าเดินทางไปโรงพยาบาล", "ลูกค้า|เดินทาง|ไป|โรงพยาบาล"),
        ("ระบบรอและพบความสุข", "ระบบรอ|และ|พบ|ความสุข"),
        ("มากๆครับ", "มากๆ|ครับ"),
        ("ສະບາຍດີເຈົ້າ", "ສະບາຍດີ|ເຈົ້າ"),
        ("អតិថិជនរង់ចាំ", "អតិ|ថិ|ជន|រង់|ចាំ"),
        ("ဖောက်သည်စောင့်", "ဖောက်|သည်|စောင့်"),
    ],
)
def test_writing_without_spaces_breaks_between_syllables(text: str, expected: str) -> None:
    found = [piece.text for piece in pieces(text, "card")]
    assert "|".join(found) == expected


@pytest.mark.parametrize("text", ["น้ำ", "เกาะ", "ไทย", "เธอๆ", "ເຈົ້າ", "ক্ষ", "ꦤ꧀ꦠ", "ស្រី", "မြန်"])
def test_what_a_script_writes_as_one_is_not_torn_in_the_narrowest_column(text: str) -> None:
    torn = [line.string for line in wrap(text * 3, "card", 0.1).lines]
    assert "".join(torn) == text * 3
    starts = {"".join(torn[:at]) for at in range(len(torn))}
    assert all(len(each) % len(text) == 0 or each[-1] not in "เแโใไເແໂໃໄ\u0e33" for each in starts if each)
    assert all(line[0] not in "ะาำๅๆ\u17d2\ua9c0\u1039" for line in torn)


@pytest.mark.parametrize("text", ["「はい」と、", "行く。", "きゃっ!", "（中）", "我说：“好。”"])
def test_no_line_begins_or_ends_with_what_must_not_stand_there(text: str) -> None:
    for line in (line.string for line in wrap(text * 4, "card", 3.6).lines):
        assert line[0] not in "」、。！）”ゃっ"
        assert line[-1] not in "「（“"


@given(lines, st.floats(2.0, 20.0))
def test_lines_say_what_was_written_whichever_way_they_are_read(text: str, measure: float) -> None:
    wrapped = wrap(text, "card", measure)
    assert "".join(line.string for line in wrapped.lines).replace(" ", "") == text.replace(" ", "")
    assert len(wrapped) == count(text, "card", measure)
    for line in wrapped.lines:
        assert line.width == pytest.approx(sum(run.width for run in line.runs))


@given(lines, st.integers(1, 2), st.floats(3.0, 9.0))
def test_an_ellipsis_stands_where_the_text_would_go_on(text: str, limit: int, measure: float) -> None:
    wrapped = wrap(text, "card", measure, limit)
    if not wrapped.whole:
        last = wrapped.lines[-1]
        assert last.string.endswith("…")
        assert (last.runs[0] if last.level % 2 else last.runs[-1]).text == "…"


def test_words_stand_in_the_order_of_their_direction(install: Install) -> None:
    install(font("Noto Sans Hebrew", "אבגד"))
    assert [run.text for run in shape("אב גד", "card")] == ["גד", " ", "אב"]
    assert [run.text for run in shape("a אב גד b", "card") if run.text.strip()] == ["a ", "גד", "אב", " b"]
    assert [run.level for run in shape("אב 12", "card") if run.text.strip()] == [2, 1]


def test_brackets_look_the_way_they_are_read(install: Install) -> None:
    install(font("Noto Sans Hebrew", "אבגד"))
    (opening, *_, closing) = shape("(אב)", "card")
    assert (opening.text, closing.text) == (")", "(")
    assert opening.ids == shape("(", "card")[0].ids
    assert closing.ids == shape(")", "card")[0].ids


def test_a_line_read_to_the_left_begins_at_the_right_where_its_width_is_known() -> None:
    (text,) = block(wrap("אב", "card", 20), "card", 10, 0, 10, "#000000", width=100)
    assert text.x == pytest.approx(110 - width("אב", "card") * 10)
    (text,) = block(wrap("אב", "card", 20), "card", 10, 0, 10, "#000000")
    assert text.x == 10
    (text,) = block(wrap("ab אב", "card", 20), "card", 10, 0, 10, "#000000", width=100)
    assert text.x == 10


def test_one_line_is_shortened_at_its_own_end() -> None:
    line, whole = single("אב גד הו זח", "regular", width("אב גד", "regular") + 1)
    assert not whole
    assert line.string.endswith("…")
    assert line.runs[0].text == "…"


@given(st.text(max_size=20))
def test_clusters_join_to_the_text(text: str) -> None:
    assert "".join(clusters(text)) == text
