"""Fields over what is drawn: in their places and their order, with a font of their own, ready for any reader."""

import io
from typing import Any

import pypdfium2 as pdfium
import pytest
from pypdf import PdfReader
from pypdfium2 import raw

from export import pdf
from export.pdf.form_font import NAME
from model.layout.fields import Field
from model.layout.reading import Element
from model.layout.shapes import Page
from tests.checking.export_tools import colour_at, rendered, run
from tests.making.export_pages import INFO, page

TEXT = Field("nama", 20, 30, 120, 18, "text", "Nama Anda")
LINES = Field("jawaban", 20, 60, 120, 60, "lines", "Apa yang terjadi?", size=8)
TICKS = tuple(Field("rasa", 20 + 30 * at, 140, 10, 10, "choice", "Perasaan", choice=str(at + 1)) for at in range(3))


def form_page(*fields: Field, reading: tuple[Element, ...] = ()) -> Page:
    plain = page()
    return Page(plain.width, plain.height, plain.shapes, reading=reading, fields=fields)


def read(data: bytes) -> Any:
    return PdfReader(io.BytesIO(data), strict=True)


def widgets(data: bytes, number: int = 0) -> list[Any]:
    return [each.get_object() for each in read(data).pages[number]["/Annots"]]


def test_a_page_without_fields_has_no_form() -> None:
    assert "/AcroForm" not in read(pdf.write((page(),), INFO)).root_object


def test_fields_stand_where_the_page_says_y_up() -> None:
    data = pdf.write((form_page(TEXT, LINES),), INFO)
    high = form_page().height
    assert [[float(edge) for edge in each["/Rect"]] for each in widgets(data)] == [
        [20, high - 48, 140, high - 30],
        [20, high - 120, 140, high - 60],
    ]
    run("qpdf", data, "--check")


def test_fields_say_what_goes_in_and_in_which_letters() -> None:
    text, lines = widgets(pdf.write((form_page(TEXT, LINES),), INFO))
    assert (text["/T"], text["/TU"], text["/FT"]) == ("nama", "Nama Anda", "/Tx")
    assert not text["/Ff"] & 1 << 12
    assert lines["/Ff"] & 1 << 12
    assert lines["/DA"].startswith(f"/{NAME} 8 Tf ")


def test_the_font_of_answers_is_in_the_file_with_every_letter_of_its_encoding() -> None:
    form = read(pdf.write((form_page(TEXT),), INFO)).root_object["/AcroForm"]
    font = form["/DR"]["/Font"][f"/{NAME}"]
    assert (font["/Subtype"], font["/Encoding"]) == ("/TrueType", "/WinAnsiEncoding")
    assert len(font["/Widths"]) == font["/LastChar"] - font["/FirstChar"] + 1
    program = font["/FontDescriptor"]["/FontFile2"]
    assert len(program.get_data()) == program["/Length1"]
    assert all(width > 0 for width in font["/Widths"][: ord("~") - ord(" ") + 1])


def test_boxes_of_one_name_are_alternatives() -> None:
    data = pdf.write((form_page(*TICKS),), INFO)
    (field,) = read(data).root_object["/AcroForm"]["/Fields"]
    assert (field["/T"], field["/FT"], field["/V"], len(field["/Kids"])) == ("rasa", "/Btn", "/Off", 3)
    assert [sorted(each["/AP"]["/N"]) for each in widgets(data)] == [["/1", "/Off"], ["/2", "/Off"], ["/3", "/Off"]]


def test_a_tick_is_seen_and_goes_when_another_box_is_ticked() -> None:
    data = pdf.write((form_page(*TICKS),), INFO)
    empty, first = ticked(data, 0), ticked(data, 0, 1)
    assert empty == ["/1"]
    assert first == ["/2"]


def ticked(data: bytes, *boxes: int) -> list[str]:
    """What is ticked once somebody clicked into these boxes."""
    file = pdfium.PdfDocument(data)
    file.init_forms()
    shown = file[0]
    for at in boxes:
        x, y = TICKS[at].x + 5, form_page().height - TICKS[at].y - 5
        for act in (raw.FORM_OnMouseMove, raw.FORM_OnLButtonDown, raw.FORM_OnLButtonUp):
            act(file.formenv, shown, 0, x, y)
    kept = io.BytesIO()
    file.save(kept)
    file.close()
    return [each["/AS"] for each in widgets(kept.getvalue()) if each["/AS"] != "/Off"]


def test_a_box_that_is_ticked_already_shows_its_tick() -> None:
    chosen = [
        Field(**{name: getattr(each, name) for name in Field.__struct_fields__} | {"value": "2"}) for each in TICKS
    ]
    data = pdf.write((form_page(*chosen),), INFO)
    assert [each["/AS"] for each in widgets(data)] == ["/Off", "/2", "/Off"]
    image = rendered(data, scale=4)
    boxes = [image.crop((4 * each.x, 4 * each.y, 4 * each.x + 40, 4 * each.y + 40)) for each in TICKS]
    assert [len(box.getcolors() or []) > 1 for box in boxes] == [False, True, False]
    assert colour_at(image, 2, 2, scale=4) == "#FFFFFF"


def test_a_field_on_two_pages_is_one_field() -> None:
    data = pdf.write((form_page(TEXT), form_page(TEXT, LINES)), INFO)
    fields = read(data).root_object["/AcroForm"]["/Fields"]
    assert [each["/T"] for each in fields] == ["nama", "jawaban"]
    assert len(fields[0]["/Kids"]) == 2
    assert [each["/Parent"]["/T"] for each in (widgets(data)[0], widgets(data, 1)[0])] == ["nama", "nama"]


def test_each_field_has_an_appearance_of_its_own() -> None:
    """Programs that fill in a form write into it: one for all would show the last answer in every field."""
    other = Field("nama lagi", 20, 200, 120, 18, "text")
    data = pdf.write((form_page(TEXT, other),), INFO)
    one, two = (each["/AP"].raw_get("/N") for each in widgets(data))
    assert one.idnum != two.idnum


@pytest.mark.parametrize("value", ["dua\nbaris", "日本語 🙂", "(kurung\\)", "x" * 100_000])
def test_what_is_hidden_comes_back_as_it_was_and_is_never_seen(value: str) -> None:
    data = pdf.write((form_page(Field("peta", 0, 0, 0, 0, "hidden", value=value)),), INFO)
    (hidden,) = widgets(data)
    assert hidden["/V"].get_data().decode("utf-8-sig") == value
    assert hidden["/F"] & 2
    assert rendered(data).getcolors() == rendered(pdf.write((page(),), INFO)).getcolors()


def test_fields_belong_to_the_reading_of_their_page() -> None:
    reading = (Element("Form", fields=("jawaban",)), Element("Form", fields=("nama",)))
    data = pdf.write((form_page(TEXT, LINES, reading=reading),), INFO)
    root = read(data).root_object["/StructTreeRoot"]["/K"]
    forms = [each.get_object() for each in root["/K"]]
    assert [each["/S"] for each in forms] == ["/Form", "/Form"]
    assert [each["/K"][0]["/Obj"]["/T"] for each in forms] == ["jawaban", "nama"]
    assert all("/StructParent" in each for each in widgets(data))


def test_the_same_fields_make_the_same_bytes() -> None:
    shown = (form_page(TEXT, LINES, *TICKS),)
    assert pdf.write(shown, INFO) == pdf.write(shown, INFO)
