"""The fonts inside a file: all there, cut down, and telling readers what their glyphs mean."""

import re

import msgspec
import uharfbuzz as hb

from export import pdf
from export.pdf.fonts import Fonts
from model.layout.text.faces import face
from model.layout.text.glyphs import Glyphs
from model.layout.text.shaping import shape
from tests.checking.export_reader import Stored, objects, of_type
from tests.checking.export_tools import run
from tests.making.export_pages import INFO, line, page

STYLES = ("regular", "bold", "italic", "card")
FOUR_FACES = pdf.write(
    (page(*(line("Masih lama é", y=30 + at * 20, style=style) for at, style in enumerate(STYLES))),), INFO
)


def referred(data: bytes, holder: Stored, key: str) -> Stored:
    match = re.search(rf"/{key} (\d+) 0 R", holder.text)
    assert match, holder.text
    return objects(data)[int(match[1]) - 1]


def test_a_reader_sees_every_font_embedded_cut_down_and_searchable() -> None:
    rows = run("pdffonts", FOUR_FACES).decode().splitlines()[2:]
    assert len(rows) == 4
    assert all(re.search(r"Identity-H +yes yes yes ", row) for row in rows)


def test_no_font_is_referred_to_that_is_not_in_the_file() -> None:
    fonts = of_type(FOUR_FACES, "Font")
    described = [referred(FOUR_FACES, font, "FontDescriptor") for font in fonts if "/CIDFontType2" in font.text]
    assert len(fonts) == 2 * len(described) == 8
    assert all(referred(FOUR_FACES, each, "FontFile2").stream[:4] == b"\0\1\0\0" for each in described)


def test_a_page_calls_only_fonts_that_its_resources_name() -> None:
    resources = next(each for each in objects(FOUR_FACES) if re.search(r"/F1 \d+ 0 R", each.text))
    operators = next(each.stream.decode() for each in objects(FOUR_FACES) if b" Tf " in each.stream)
    assert set(re.findall(r"/(F\d+) [\d.]+ Tf", operators)) == set(re.findall(r"/(F\d+) \d+ 0 R", resources.text))


def test_the_widths_readers_are_told_are_those_of_the_embedded_font() -> None:
    fonts = [each for each in of_type(FOUR_FACES, "Font") if "/CIDFontType2" in each.text]
    for font in fonts:
        embedded = hb.Font(
            hb.Face(referred(FOUR_FACES, referred(FOUR_FACES, font, "FontDescriptor"), "FontFile2").stream)
        )
        told = widths(font.text)
        assert told == {glyph: embedded.get_glyph_h_advance(glyph) for glyph in told}


def widths(font: str) -> dict[int, float]:
    """The W array, glyph by glyph."""
    listed = font[font.index("/W [") + 3 :]
    found: dict[int, float] = {}
    for first, row in re.findall(r"(\d+)\[([\d. ]+)\]", listed):
        found.update(enumerate((float(width) for width in row.split()), start=int(first)))
    return found


def test_a_font_holds_the_outlines_in_use_and_no_others() -> None:
    data = pdf.write((page(line("anu", style="regular")),), INFO)
    program = next(each.stream for each in objects(data) if "/Length1" in each.text)
    original, cut = face("NotoSans-Regular").font, hb.Font(hb.Face(program))
    kept = {glyph for glyph in range(1, 400) if (box := cut.get_glyph_extents(glyph)) and box.width}
    assert kept == {original.get_nominal_glyph(ord(letter)) for letter in "anu"}


def test_the_box_for_missing_characters_is_kept() -> None:
    data = pdf.write((page(line("漢", style="regular")),), INFO)
    program = next(each.stream for each in objects(data) if "/Length1" in each.text)
    assert hb.Font(hb.Face(program)).get_glyph_extents(0).width > 0


def test_the_name_of_a_cut_down_font_tells_its_glyphs() -> None:
    def names(text: str) -> set[str]:
        return set(
            re.findall(r"/BaseFont /(\S+)", "".join(e.text for e in objects(pdf.write((page(line(text)),), INFO))))
        )

    assert names("anu") == names("nua")
    assert names("anu") != names("ani")
    assert all(re.fullmatch(r"[A-Z]{6}\+NotoSans-SemiCondensed", name) for name in names("anu"))


def test_the_slanted_face_is_said_to_be_slanted() -> None:
    descriptors = of_type(FOUR_FACES, "FontDescriptor")
    slanted = [each.text for each in descriptors if "/ItalicAngle -12" in each.text]
    assert len(slanted) == 1
    assert "Italic" in slanted[0]
    assert "/Flags 68" in slanted[0]


def test_a_glyph_that_stands_for_other_characters_than_usual_needs_its_text_beside_it() -> None:
    fonts, usual = Fonts(), shape("a", "card")[0]
    other = msgspec.structs.replace(usual, text="q")
    font = fonts[usual.face]
    assert not font.take(other)
    assert font.take(usual)
    assert "ActualText<FEFF0071>" in font.operators(other, 8.5)


def test_a_glyph_outside_the_alphabet_stands_for_what_it_stood_for_first() -> None:
    font = Fonts()["NotoSans-SemiCondensed"]
    alternate = next(glyph for glyph in range(1, 3000) if glyph not in nominal("NotoSans-SemiCondensed"))
    one = Glyphs("a", "NotoSans-SemiCondensed", (alternate,), (500,), (0,), 0.5)
    assert font.take(one)
    assert not font.take(msgspec.structs.replace(one, text="b"))
    assert font.says[alternate] == "a"


def nominal(name: str) -> set[int | None]:
    chosen = face(name)
    return {chosen.font.get_nominal_glyph(character) for character in chosen.characters}
