"""Text on paper: where the shapes say, and to be found by everybody who searches for it."""

import re
import unicodedata
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from export import pdf
from model.layout.shapes import Page, Text, walk
from model.layout.text.shaping import shape
from tests.checking.export_reader import contents
from tests.checking.export_tools import Word, run, text_of, words_of
from tests.making.export_pages import INFO, card_page, line, page

PANGRAMS = {
    "id": "Hafiz mengendarai bajaj payah-payah ke warnet-x untuk menjual faks QVC: “Rp 1.234,50!”",
    "en": "The quick brown fox jumps over the lazy dog; “Sphinx of black quartz, judge my vow” — 0123456789 & (£€$)?",
    "vi": "Do bạch kim rất quý nên sẽ dùng để lắp vô xương. Ắẳẵặ ấẩẫậ ếểễệ ốổỗộ ớởỡợ ứửữự ỳỷỹỵ đĐ",
    "el": "Ξεσκεπάζω την ψυχοφθόρα σας βδελυγμία. Άέήίόύώ ΐΰ ϊϋ Ψ",
    "ru": "Съешь ещё этих мягких французских булок, да выпей чаю. ЪЫЭЁ",
}
DESCENT = 0.293  # of Noto Sans, in ems: pdftotext gives the lower edge of a word, not its baseline


def expected(shown: Page) -> list[Word]:
    """The words of a page and their places, by our own arithmetic."""
    found = [word for shape, x, y, _ in walk(shown.shapes) if isinstance(shape, Text) for word in words_in(shape, x, y)]
    return sorted(found, key=lambda word: (round(word.bottom), word.left))


def words_in(text: Text, x: float, y: float) -> Iterator[Word]:
    left = x + text.x
    for glyphs in text.runs:
        width = glyphs.width * text.size + len(glyphs.ids) * text.tracking
        if glyphs.text != " ":
            yield Word(glyphs.text, left, left + width - text.tracking, y + text.y + DESCENT * text.size)
        left += width


def assert_words_stand(shown: Page) -> None:
    ours, theirs = expected(shown), words_of(pdf.write((shown,), INFO))
    assert [word.text for word in theirs] == [word.text for word in ours]
    for our, their in zip(ours, theirs, strict=True):
        assert their.left == pytest.approx(our.left, abs=0.5)
        assert their.right == pytest.approx(our.right, abs=0.5)
        assert their.bottom == pytest.approx(our.bottom, abs=0.5)


def test_every_word_of_a_page_of_cards_stands_where_the_shapes_say() -> None:
    assert_words_stand(card_page(60, (842, 595)))


def test_every_style_and_size_stands_where_the_shapes_say() -> None:
    styles = ("regular", "bold", "italic", "card")
    assert_words_stand(
        page(
            *(
                line("Tindakan pelanggan AVATAR To. 1971", 20, 40 + 60 * at, 9.37 + at * 4, style)
                for at, style in enumerate(styles)
            )
        )
    )


def test_tracked_text_stands_where_the_shapes_say_and_the_next_line_is_not_tracked() -> None:
    assert_words_stand(page(line("GARIS VISIBILITAS", tracking=0.8, style="bold"), line("biasa lagi", y=80)))


@pytest.mark.parametrize("tracking", [0.3, 1.0, 3.0])
def test_tracked_words_are_found_whole_however_wide_they_stand(tracking: float) -> None:
    shown = page(line("TAHAP GARIS INTERAKSI AVATAR", size=6.75, style="bold", tracking=tracking))
    assert_words_stand(shown)


@pytest.mark.parametrize("tracking", [0.0, 0.6])
@pytest.mark.parametrize("text", ["GARIS INTERAKSI  INTERNAL", "q\u0301a kembali q\u0301", " x\u0301 "])
def test_each_word_of_a_long_run_is_a_word_to_readers(text: str, tracking: float) -> None:
    shown = page(Text(20, 40, 12, "#1B2330", shape(text, "bold"), tracking))
    found = words_of(pdf.write((shown,), INFO))
    assert [word.text for word in found] == text.split()


@pytest.mark.parametrize("language", PANGRAMS)
@pytest.mark.parametrize("style", ["card", "bold", "italic", "regular"])
def test_a_pangram_can_be_searched(language: str, style: str) -> None:
    assert text_of(pdf.write((page(line(PANGRAMS[language], style=style), width=900),), INFO)) == PANGRAMS[language]


@pytest.mark.parametrize(
    "text",
    [
        "office affine fjord waffle",
        "ﬁ ﬂ",
        "漢字 dan ☃",
        "emoji 😀👩‍👩‍👧 hilang",
        "10 €",
        "e\u0301 q\u0323 o\u0302\u0301",
        "Ω Ω µ μ Å Å",
        "a\u200bb\u00adc",
        "(kurung\\) <b>tebal</b> &amp; %s {x} [y]",
    ],
)
def test_text_that_glyphs_alone_do_not_tell_can_be_searched(text: str) -> None:
    found = text_of(pdf.write((page(line("biasa", y=20), line(text, y=60, size=12), line("biasa", y=90)),), INFO))
    assert [plain(each) for each in found.splitlines()] == ["biasa", plain(text), "biasa"]


def plain(text: str) -> str:
    """Without what a reader may rightly do to blanks, invisible characters and composed letters."""
    seen = re.sub("[\u200b\u200d\u00ad]", "", unicodedata.normalize("NFKC", text))
    return re.sub(r"\s+", " ", seen)


def test_plain_text_needs_no_text_beside_it() -> None:
    assert "ActualText" not in contents(pdf.write((page(line("“Masih lama, Bu?” – 2–3× office")),), INFO))[0]


def test_a_ligature_stands_for_its_letters_and_the_typed_one_for_itself() -> None:
    operators = contents(pdf.write((page(line("ﬁ", y=20), line("office", y=40)),), INFO))[0]
    assert operators.count("ActualText<FEFFFB01>") == operators.count("ActualText") == 1


def test_the_text_of_runs_in_two_faces_is_one_line() -> None:
    data = pdf.write((page(line("Lihat αβγ dan ☃ lalu é", style="card")),), INFO)
    assert text_of(data) == "Lihat αβγ dan ☃ lalu é"


def test_displaced_marks_come_back_to_the_line() -> None:
    """The word behind a mark that HarfBuzz lifted stands on the line again, where its advance ends."""
    lifted = "q\u0301q\u0301 kembali"
    assert_words_stand(page(line(lifted, size=20), line("baris berikut", y=80), line(lifted, y=120, tracking=0.6)))


def test_kerning_is_written_only_where_the_shaper_moved_a_glyph() -> None:
    plain_word, kerned = contents(pdf.write((page(line("nun")), page(line("AVATAR"))), INFO))
    assert re.search(r"\[<[0-9A-F]{12}>\]TJ", plain_word)
    assert re.search(r"\[<[0-9A-F]+>[\d.-]+<", kerned)


def test_a_line_without_runs_or_glyphs_is_nothing() -> None:
    data = pdf.write((page(Text(10, 10, 8, "#000000", ()), line("")),), INFO)
    run("qpdf", data, "--check")
    assert text_of(data) == ""


@settings(max_examples=15)
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=30))
def test_whatever_is_typed_makes_a_sound_file(text: str) -> None:
    run("qpdf", pdf.write((page(line(text)),), INFO), "--check")


def test_a_mark_that_only_turns_the_writing_takes_no_sign_for_an_accent() -> None:
    assert text_of(pdf.write((page(line("Kopi\u200f` a")),), INFO)) == "Kopi` a"
