"""What leaves the print room: the files of the command line, whole or not at all; pictures; sheets of a printer."""

import datetime
import io
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtPrintSupport import QPrinterInfo
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog

import main
from editor.printing.room.format_options import FormatOptions
from editor.printing.room.room import Room
from tests.checking.command_line import CLINIC
from tests.checking.dialogs import Desk, key, name_file, press, words_of
from tests.checking.print_room import entered, exports, in_the_room, leaves, left, pick, settle

without_printers = pytest.mark.skipif(
    bool(QPrinterInfo.availablePrinterNames()), reason="there is a printer, and a test prints on none"
)


def opened(desk: Desk) -> Path:
    """The sample, open and saved where the test works."""
    path = desk.folder / "klinik.cjm"
    path.write_bytes(CLINIC.read_bytes())
    assert desk.files.open(path)
    return path


def picture(path: Path) -> Image.Image:
    return Image.open(io.BytesIO(path.read_bytes()))


def choose_format(room: Room, words: str) -> None:
    """From the menu of formats."""
    action = next(each for each in room.buttons.formats.actions() if each.text() == words)
    action.trigger()


@pytest.mark.parametrize("paper", ["A3", "A4"])
def test_the_room_writes_what_the_command_line_writes(desk: Desk, paper: str) -> None:
    source = opened(desk)
    ours, theirs = desk.folder / "ours", desk.folder / "theirs"
    ours.mkdir()
    theirs.mkdir()
    desk.answers(
        exports(paper=paper, orientation="Portrait", view="Journey map"), name_file(str(ours / "klinik.pdf")), leaves
    )
    assert desk.files.export()
    today = datetime.date.today().isoformat()
    asked = ["export", source, "-o", theirs / "klinik.pdf", "--paper", paper, "--orientation", "portrait"]
    main.main([str(each) for each in (*asked, "--view", "journey", "--date", today)])
    assert (ours / "klinik.pdf").read_bytes() == (theirs / "klinik.pdf").read_bytes()
    assert "klinik" in desk.told[-1]
    assert desk.files.has_exported()


def test_some_sheets_are_written_alone_and_numbered_as_they_are(desk: Desk) -> None:
    opened(desk)

    def act(room: Room) -> None:
        pick(room.choices.sheet.paper, "A4")
        pick(room.choices.sheet.orientation, "Portrait")
        settle(room)
        QTest.keyClicks(room.choices.sheet.sheets, "2-3")
        choose_format(room, "SVG...")

    desk.answers(in_the_room(act), name_file("klinik"), leaves)
    assert desk.files.export()
    assert desk.names() == ["klinik-2.svg", "klinik-3.svg", "klinik.cjm"]


def test_a_format_is_asked_what_can_be_asked_of_it(desk: Desk) -> None:
    room = entered(desk)

    def finer(dialog: QDialog) -> None:
        assert isinstance(dialog, FormatOptions)
        dialog.form.fields["dpi"].put(72)
        press("Continue")(dialog)

    desk.answers(finer, name_file("gambar"))
    choose_format(room, "Picture (PNG)...")
    settle(room)
    assert picture(desk.folder / "gambar.png").size == (1191, 842)
    desk.answers(press("Cancel"))
    choose_format(room, "Picture (PNG)...")
    assert desk.names() == ["gambar.png"]
    left(room)


def test_a_page_is_copied_as_a_picture(desk: Desk) -> None:
    room = entered(desk)
    choose_format(room, "Copy this page as a picture")
    settle(room)
    image = QGuiApplication.clipboard().image()
    assert image.width() == round(room.desk.page.width * 150 / 72)
    assert "clipboard" in desk.told[-1]
    assert desk.names() == []
    left(room)


def test_what_is_stopped_is_never_written(desk: Desk) -> None:
    room = entered(desk)
    desk.answers(name_file("peta"))
    room.export()
    assert room.busy.isVisible()
    assert not room.buttons.by_name["export"].isEnabled()
    QTest.keyClick(room, Qt.Key.Key_Escape)
    assert room.isVisible()
    assert not room.busy.isVisible()
    QTest.qWait(50)
    assert desk.names() == []
    assert room.buttons.by_name["export"].isEnabled()
    assert not room.did
    left(room)


def test_who_is_faster_than_the_drawing_gets_the_new_pages(desk: Desk) -> None:
    room = entered(desk)
    pick(room.choices.sheet.paper, "A2")
    assert room.proofing.busy
    desk.answers(name_file("peta"))
    room.buttons.by_name["export"].click()
    settle(room)
    assert b"/MediaBox" in (desk.folder / "peta.pdf").read_bytes()
    assert room.proof is not None
    assert room.proof.pages[0].width == pytest.approx(594 * 72 / 25.4)
    assert room.did
    left(room)


def test_numbered_files_that_are_there_are_replaced_when_somebody_says_so(desk: Desk) -> None:
    opened(desk)
    there = desk.folder / "klinik-1.svg"
    there.write_text("old")
    room = entered(desk)
    pick(room.choices.sheet.paper, "A4")
    pick(room.choices.sheet.orientation, "Portrait")
    for answer, stays in (("Cancel", True), ("Replace", False)):
        desk.answers(name_file("klinik"), press(answer))
        choose_format(room, "SVG...")
        settle(room)
        assert (there.read_text() == "old") is stays
    left(room)


def test_a_folder_that_takes_no_drawing_is_told_in_a_sentence(desk: Desk) -> None:
    room = entered(desk)
    desk.answers(name_file("nowhere/klinik"), press("OK"))
    room.export()
    settle(room)
    assert "Cannot write" in desk.told[-1]
    assert not room.did
    left(room)


def test_the_map_itself_is_never_written_over(desk: Desk) -> None:
    path = desk.folder / "peta.pdf"
    path.write_bytes(CLINIC.read_bytes())
    assert desk.files.open(path)
    room = entered(desk)
    desk.answers(name_file("peta.pdf"), press("Replace"), press("OK"))
    room.export()
    settle(room)
    assert "the map itself" in desk.told[-1]
    assert path.read_bytes() == CLINIC.read_bytes()
    left(room)


def test_a_kind_has_a_file_name_of_its_own(desk: Desk) -> None:
    opened(desk)
    room = entered(desk)
    room.kinds.choose("cards")
    settle(room)
    desk.answers(key(Qt.Key.Key_Return))
    room.export()
    settle(room)
    assert "klinik-cards.pdf" in desk.names()
    left(room)


@without_printers
def test_without_a_printer_the_way_to_a_pdf_is_shown_and_taken(desk: Desk) -> None:
    room = entered(desk, "print")
    assert room.buttons.by_name["print"].isDefault()
    seen: list[str] = []

    def read(dialog: QDialog) -> None:
        seen.append(words_of(dialog))
        press("Export...")(dialog)

    desk.answers(read, name_file("peta"))
    room.print()
    settle(room)
    assert "No printer" in seen[0]
    assert "PDF" in seen[0]
    assert desk.names() == ["peta.pdf"]
    left(room)


@without_printers
def test_printing_can_be_left(desk: Desk) -> None:
    desk.answers(in_the_room(lambda room: room.print()), press("Cancel"), leaves)
    assert not desk.files.print_()


def test_a_look_without_colour_is_written_as_it_is_seen(desk: Desk) -> None:
    room = entered(desk)
    room.choices.dress.fields["grey"].put(True)
    room.choices.dress.changed.emit()
    settle(room)
    desk.answers(name_file("abu"), press("Continue"))
    desk.answers.acts.reverse()
    choose_format(room, "Picture (PNG)...")
    settle(room)
    _, saturation, _ = picture(desk.folder / "abu.png").convert("RGB").resize((200, 140)).convert("HSV").split()
    assert max(at for at, count in enumerate(saturation.histogram()) if count) < 60
    left(room)
