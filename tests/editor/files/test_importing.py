"""Worksheets come back into the window: onto the map they are of, or as a new one."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog

from model.document import Document
from model.importers.worksheet_names import About, name
from model.records import Card, Map
from model.storage.cjm import encode
from tests.checking.dialogs import Desk, key, name_file, press, words_of
from tests.making.small_map import small_map
from tests.making.worksheets import by_pypdf, worksheet_of


def sheet(desk: Desk, who: str) -> Path:
    """A worksheet of the open map that somebody filled in."""
    data = worksheet_of(small_map())
    asked = name("m", About.ANSWER, "l1", "s1")
    path = desk.folder / f"{who}.pdf"
    path.write_bytes(by_pypdf(data, {asked: "bertanya", name("m", About.AUTHOR): who}))
    return path


def authors(desk: Desk) -> list[str]:
    return [card.author for card in desk.session.document.cards_in("l1", "t1") if card.author]


def test_sheets_of_the_open_map_join_it_in_one_step(desk: Desk) -> None:
    paths = [sheet(desk, "Ani"), sheet(desk, "Budi")]
    before = dict(desk.session.document.records)
    assert desk.files.import_(paths)
    assert authors(desk) == ["Ani", "Budi"]
    assert "2 answers from 2 worksheets" in desk.told[-1]
    desk.session.undo()
    assert dict(desk.session.document.records) == before
    desk.session.redo()
    assert authors(desk) == ["Ani", "Budi"]


def test_sheets_are_chosen_in_the_file_dialog(desk: Desk) -> None:
    sheet(desk, "Ani")
    desk.answers(name_file("Ani.pdf"))
    assert desk.files.import_()
    assert authors(desk) == ["Ani"]
    desk.answers(key(Qt.Key.Key_Escape))
    assert not desk.files.import_()


def test_a_sheet_of_another_map_becomes_a_new_one_once_the_open_one_may_go(desk: Desk) -> None:
    desk.change()
    data = worksheet_of(Document([Map(id="lain", title="Lain")]))
    path = desk.folder / "lain.pdf"
    path.write_bytes(data)
    desk.answers(key(Qt.Key.Key_Escape))
    assert not desk.files.import_([path])
    desk.answers(press("Don't Save"), press("Close"))
    assert desk.files.import_([path])
    assert desk.session.document.map.id == "lain"
    assert desk.session.unsaved


def test_what_was_guessed_is_shown_with_its_file(desk: Desk) -> None:
    path = desk.folder / "meja tiga.pdf"
    path.write_bytes(by_pypdf(worksheet_of(small_map()), {name("m", About.ANSWER, "l1", "s1"): "bertanya"}))
    seen: list[str] = []

    def look(dialog: QDialog) -> None:
        seen.append(words_of(dialog))
        press("Close")(dialog)

    desk.answers(look)
    assert desk.files.import_([path])
    assert "meja tiga.pdf" in seen[0]
    assert authors(desk) == ["meja tiga"]


def test_dropped_sheets_are_imported_together(desk: Desk) -> None:
    assert desk.files.dropped([sheet(desk, "Ani"), sheet(desk, "Budi")])
    assert authors(desk) == ["Ani", "Budi"]
    assert desk.files.dropped([sheet(desk, "Cici")])
    assert authors(desk) == ["Ani", "Budi", "Cici"]


def test_the_same_sheet_twice_adds_nothing(desk: Desk) -> None:
    path = sheet(desk, "Ani")
    assert desk.files.import_([path])
    count = len(desk.session.document.table(Card))
    desk.answers(press("Close"))
    assert desk.files.import_([path])
    assert len(desk.session.document.table(Card)) == count


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7 kaput", b"Belanja hari ini"])
def test_what_is_no_worksheet_is_told_in_a_sentence(desk: Desk, content: bytes) -> None:
    path = desk.folder / "catatan.pdf"
    path.write_bytes(content)
    desk.answers(press("OK"))
    assert not desk.files.import_([path])
    assert "catatan.pdf" in desk.told[-1]
    assert authors(desk) == []


@pytest.mark.parametrize("called", ["peta.csv", "peta.mmd", "peta.cjm"])
def test_what_is_no_pdf_is_opened_as_anywhere_else(desk: Desk, called: str) -> None:
    path = desk.folder / called
    written = {
        "peta.csv": b"Stage,Step,Lane,Card\nPagi,Bangun,Tindakan,Minum kopi\n",
        "peta.mmd": b"journey\n  title Pagi\n  section Pagi\n    Bangun: 3: Sari\n",
        "peta.cjm": encode(small_map()),
    }
    path.write_bytes(written[called])
    desk.answers(*[press("Close")] * called.endswith(".csv"))
    assert desk.files.import_([path])
    assert desk.session.origin.name.startswith("peta")
