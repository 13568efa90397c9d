"""PDFs with a map inside, opened in the window: as a copy that was never saved, so that no map is saved over a PDF."""

import datetime
from pathlib import Path

from editor.files.opening import sound
from export import pdf
from export.info import Info
from export.pdf.attachment import Attached
from model.importers.worksheet_names import About, name
from model.records import Card
from model.storage.cjm import encode
from tests.checking.command_line import CLINIC
from tests.checking.dialogs import Desk, name_file, press, words_of
from tests.making.attached import by_another, with_inside
from tests.making.small_map import small_map
from tests.making.worksheets import by_pypdf, pages_of


def put(desk: Desk, data: bytes, name: str = "klinik.pdf") -> Path:
    path = desk.folder / name
    path.write_bytes(data)
    return path


def test_a_pdf_with_a_map_inside_opens_as_a_copy(desk: Desk) -> None:
    path = put(desk, with_inside(CLINIC.read_bytes()))
    before = path.read_bytes()
    desk.answers(name_file("klinik.pdf"))
    assert desk.files.open()
    assert desk.session.document.map.title == "Berobat jalan di Puskesmas"
    assert desk.session.origin.path is None
    assert desk.session.origin.name == "klinik (copy)"
    assert desk.session.unsaved
    assert path.read_bytes() == before
    assert [each.name for each in desk.folder.iterdir()] == ["klinik.pdf"]


def test_a_pdf_dropped_on_the_window_opens_too(desk: Desk) -> None:
    assert desk.files.dropped([put(desk, with_inside(CLINIC.read_bytes()), "Lain.PDF")])
    assert desk.session.origin.name == "Lain (copy)"


def test_a_window_that_begins_with_a_pdf_opens_it_as_any_other_does(desk: Desk) -> None:
    assert sound(put(desk, with_inside(CLINIC.read_bytes()))) is None


def test_a_pdf_without_a_map_leaves_the_open_one(desk: Desk) -> None:
    seen: list[str] = []

    def note(dialog: object) -> None:
        seen.append(words_of(dialog))  # type: ignore[arg-type]  # a dialog it is
        press("OK")(dialog)  # type: ignore[arg-type]

    desk.answers(note)
    assert not desk.files.open(put(desk, by_another()))
    assert "There is no map inside this PDF" in seen[0]
    assert desk.session.document.map.title == "Kopi"


def test_a_damaged_map_inside_is_shown_with_what_is_wrong_before_it_opens(desk: Desk) -> None:
    data = encode(small_map())
    path = put(desk, with_inside(data[: len(data) // 2]))
    desk.answers(press("Cancel"))
    assert not desk.files.open(path)
    desk.answers(press("Open as a Copy"))
    assert desk.files.open(path)
    assert desk.session.origin.name == "klinik (copy)"


def worksheet_with_its_map(answers: dict[str, str]) -> bytes:
    info = Info(title="Lembar kerja", date=datetime.date(2026, 11, 12))
    inside = Attached(encode(small_map()), "peta.cjm")
    return by_pypdf(pdf.write(pages_of(small_map()), info, attached=inside), answers)


def test_a_filled_worksheet_with_its_map_inside_opens_with_the_answers(desk: Desk) -> None:
    path = put(desk, worksheet_with_its_map({name("m", About.ANSWER, "l1", "s1"): "bertanya"}), "Ani.pdf")
    desk.answers(press("Close"))
    assert desk.files.open(path)
    assert desk.session.origin.name == "Ani (copy)"
    assert [each.author for each in desk.session.document.table(Card).values() if each.text == "bertanya"] == ["Ani"]


def test_a_blank_worksheet_with_its_map_inside_opens_as_that_map(desk: Desk) -> None:
    assert desk.files.open(put(desk, worksheet_with_its_map({})))
    assert dict(desk.session.document.records) == dict(small_map().records)
