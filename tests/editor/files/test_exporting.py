"""Exporting from the window: the same files as the command line writes."""

import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox

import main
from editor.dialogs.export import ExportMap
from model.records import Card, Lane, Role
from model.storage.file import save_map
from tests.checking.command_line import CLINIC
from tests.checking.dialogs import Act, Desk, key, name_file, press, words_of
from tests.making.small_map import small_map


def pick(box: QComboBox, words: str) -> None:
    """Walks to a choice with the arrow keys."""
    QTest.keyClick(box, Qt.Key.Key_Home)
    for _ in range(box.findText(words)):
        QTest.keyClick(box, Qt.Key.Key_Down)
    assert box.currentText() == words


def choose(sheets: str = "", **words: str) -> Act:
    """Picks in the boxes called so, writes which sheets, waits for the count and presses Export."""

    def act(dialog: QDialog) -> None:
        assert isinstance(dialog, ExportMap)
        for name, choice in words.items():
            pick(getattr(dialog, name), choice)
        QTest.keyClicks(dialog.sheets, sheets)
        settle(dialog)
        press("Export...")(dialog)

    return act


def settle(dialog: ExportMap) -> None:
    """Until the sheets are counted."""
    while dialog.counting.isActive():
        QTest.qWait(1)


def opened(desk: Desk) -> Path:
    """The sample, open and saved where the test works."""
    path = desk.folder / "klinik.cjm"
    path.write_bytes(CLINIC.read_bytes())
    assert desk.files.open(path)
    return path


@pytest.mark.parametrize("ending", ["PDF", "SVG"])
@pytest.mark.parametrize("paper", ["A3", "A4"])
def test_the_window_writes_what_the_command_line_writes(desk: Desk, ending: str, paper: str) -> None:
    source = opened(desk)
    ours, theirs = desk.folder / "ours", desk.folder / "theirs"
    ours.mkdir()
    theirs.mkdir()
    name = f"klinik.{ending.lower()}"
    desk.answers(
        choose(kind=ending, paper=paper, orientation="Portrait", view="Journey map"), name_file(str(ours / name))
    )
    assert desk.files.export()
    today = datetime.date.today().isoformat()
    asked = ["export", source, "-o", theirs / name, "--paper", paper, "--orientation", "portrait"]
    main.main([str(each) for each in (*asked, "--view", "journey", "--date", today)])
    written = {path.name: path.read_bytes() for path in theirs.iterdir()}
    assert {path.name: path.read_bytes() for path in ours.iterdir()} == written
    assert "klinik" in desk.told[-1]


def test_a_map_as_large_as_it_is_becomes_the_command_lines_svg(desk: Desk) -> None:
    source = opened(desk)
    desk.answers(choose(kind="SVG", paper="As large as the map"), name_file("ours"))
    assert desk.files.export()
    theirs = desk.folder / "theirs.svg"
    main.main(["export", str(source), "-o", str(theirs), "--view", "blueprint"])
    assert (desk.folder / "ours.svg").read_bytes() == theirs.read_bytes()


def test_the_number_of_sheets_is_told_before_anything_is_written(desk: Desk) -> None:
    opened(desk)
    seen: list[str] = []

    def look(dialog: QDialog) -> None:
        assert isinstance(dialog, ExportMap)
        pick(dialog.paper, "A4")
        settle(dialog)
        seen.append(dialog.count.text())
        QTest.keyClicks(dialog.sheets, "1")
        seen.append(dialog.count.text())
        press("Cancel")(dialog)

    desk.answers(look)
    assert not desk.files.export()
    assert seen[0].endswith("sheets of A4 landscape.")
    assert seen[1] == "This gives one sheet of A4 landscape."
    assert desk.names() == ["klinik.cjm"]


@pytest.mark.parametrize("text", ["0", "99", "3-1", "satu", "1,,2", "-", "1" * 40])
def test_sheets_there_are_none_of_cannot_be_exported(desk: Desk, text: str) -> None:
    opened(desk)

    def look(dialog: QDialog) -> None:
        assert isinstance(dialog, ExportMap)
        settle(dialog)
        buttons = dialog.findChild(QDialogButtonBox)
        assert buttons is not None
        assert buttons.buttons()[0].isEnabled()
        QTest.keyClicks(dialog.sheets, text)
        assert "Write numbers" in dialog.count.text() or "one sheet only" in dialog.count.text()
        assert not buttons.buttons()[0].isEnabled()
        press("Cancel")(dialog)

    desk.answers(look)
    assert not desk.files.export()


def test_some_sheets_are_exported_alone(desk: Desk) -> None:
    opened(desk)
    desk.answers(choose("2", kind="SVG", paper="A4"), name_file("dua"))
    assert desk.files.export()
    assert [path.name for path in desk.folder.glob("*.svg")] == ["dua.svg"]


def test_the_last_choice_comes_back(desk: Desk) -> None:
    opened(desk)
    desk.answers(choose(kind="SVG", paper="A2", orientation="Portrait"), name_file("satu"))
    assert desk.files.export()
    seen: list[str] = []

    def look(dialog: QDialog) -> None:
        assert isinstance(dialog, ExportMap)
        boxes = (dialog.kind, dialog.paper, dialog.orientation)
        seen.extend(box.currentText() for box in boxes)
        press("Cancel")(dialog)

    desk.answers(look)
    assert not desk.files.export()
    assert seen == ["SVG", "A2", "Portrait"]


def test_numbered_files_that_are_there_are_replaced_when_somebody_says_so(desk: Desk) -> None:
    opened(desk)
    there = desk.folder / "klinik-1.svg"
    there.write_text("old")
    ways = choose(kind="SVG", paper="A4"), name_file("klinik")
    desk.answers(*ways, press("Cancel"))
    assert not desk.files.export()
    assert there.read_text() == "old"
    desk.answers(*ways, press("Replace"))
    assert desk.files.export()
    assert there.read_text().startswith("<?xml")


def test_a_folder_that_takes_no_drawing_is_told_in_a_sentence(desk: Desk) -> None:
    opened(desk)
    desk.answers(choose(kind="PDF"), name_file("nowhere/klinik"), press("OK"))
    assert not desk.files.export()
    assert "Cannot write" in desk.told[-1]


def test_the_map_itself_is_never_written_over(desk: Desk) -> None:
    path = desk.folder / "peta.pdf"
    path.write_bytes(CLINIC.read_bytes())
    assert desk.files.open(path)
    desk.answers(choose(kind="PDF"), name_file("peta.pdf"), press("Replace"), press("OK"))
    assert not desk.files.export()
    assert "the map itself" in desk.told[-1]
    assert path.read_bytes() == CLINIC.read_bytes()


def test_characters_no_face_has_are_named_with_their_card(desk: Desk) -> None:
    odd = small_map(Card(id="c1", order="a0", lane="l1", step="t1", text="Kopi \U00013000"))
    save_map(odd, desk.folder / "kopi.cjm", expected=None)
    assert desk.files.open(desk.folder / "kopi.cjm")
    seen: list[str] = []

    def read(dialog: QDialog) -> None:
        seen.append(words_of(dialog))
        key(Qt.Key.Key_Escape)(dialog)

    desk.answers(choose(kind="PDF"), name_file("kopi"), read)
    assert desk.files.export()
    assert "\U00013000" in seen[0]
    assert "Sadar" in seen[0]


def test_lanes_that_only_the_other_view_shows_are_told_of_before(desk: Desk) -> None:
    lane = Lane(id="l9", order="a9", role=Role.THOUGHTS, title="<img src=x>")
    odd = small_map(lane, Card(id="n1", order="a0", lane="l9", step="t1", text="Lama ya"))
    save_map(odd, desk.folder / "kopi.cjm", expected=None)
    assert desk.files.open(desk.folder / "kopi.cjm")

    def look(dialog: QDialog) -> None:
        assert isinstance(dialog, ExportMap)
        pick(dialog.view, "Service blueprint")
        settle(dialog)
        assert "<img src=x> (1 card)" in dialog.left_out.text()
        assert dialog.left_out.textFormat() == Qt.TextFormat.PlainText
        press("Cancel")(dialog)

    desk.answers(look)
    assert not desk.files.export()
