"""Printing and its preview from the window, by keyboard and by mouse."""

import subprocess
from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QPushButton

from editor.printing.pages import set_up
from editor.printing.preview import Preview
from editor.printing.printing import print_on
from editor.speech import speak
from model.layout.engine import lay_out
from model.layout.sheets import sheet
from model.operations.maps import edit_map
from tests.checking.command_line import CLINIC
from tests.checking.dialogs import Act, Desk, key, press, words_of

without_printers = pytest.mark.skipif(
    bool(QPrinterInfo.availablePrinterNames()), reason="there is a printer, and a test prints on none"
)


def opened(desk: Desk) -> None:
    (desk.folder / "klinik.cjm").write_bytes(CLINIC.read_bytes())
    assert desk.files.open(desk.folder / "klinik.cjm")


def looking(act: Callable[[Preview], None]) -> Act:
    """Does something with the preview, then closes it."""

    def both(dialog: QDialog) -> None:
        assert isinstance(dialog, Preview)
        act(dialog)
        press("Close")(dialog)

    return both


@without_printers
def test_without_a_printer_the_way_to_a_pdf_is_shown_and_taken(desk: Desk) -> None:
    opened(desk)
    seen: list[str] = []

    def read(dialog: QDialog) -> None:
        seen.append(words_of(dialog))
        press("Export...")(dialog)

    desk.answers(read, key(Qt.Key.Key_Escape))
    assert not desk.files.print_()
    assert "No printer" in seen[0]
    assert "PDF" in seen[0]


@without_printers
def test_printing_can_be_left(desk: Desk) -> None:
    desk.answers(press("Cancel"))
    assert not desk.files.print_()


def test_the_preview_shows_the_sheets_of_the_page_view_else_those_of_the_last_paper(desk: Desk) -> None:
    opened(desk)
    seen: list[str] = []
    desk.settings.paper, desk.settings.orientation = "A4", "portrait"
    desk.answers(looking(lambda preview: seen.append(preview.where.text())))
    assert not desk.files.print_preview()
    desk.session.show(sheet=sheet("A2"))
    desk.answers(looking(lambda preview: seen.append(preview.where.text())))
    assert not desk.files.print_preview()
    assert seen[0].startswith("Sheet 1 of 3 · A4, 210 × 297 mm")
    assert seen[1].startswith("Sheet 1 of 1 · A2, 594 × 420 mm")


def test_sheets_are_turned_and_zoomed_by_keyboard(desk: Desk) -> None:
    opened(desk)
    desk.settings.paper = "A4"

    def walk(preview: Preview) -> None:
        whole, width = preview.zoom, preview.paper.width()
        QTest.keyClick(preview, Qt.Key.Key_PageDown)
        assert preview.number == 1
        QTest.keyClick(preview, Qt.Key.Key_PageDown)
        assert preview.number == 1
        QTest.keyClick(preview, Qt.Key.Key_PageUp)
        assert preview.number == 0
        QTest.keyClick(preview, Qt.Key.Key_Plus)
        assert preview.zoom == pytest.approx(whole * 1.25)
        assert preview.paper.width() > width * 1.2
        QTest.keyClick(preview, Qt.Key.Key_Minus)
        QTest.keyClick(preview, Qt.Key.Key_Minus)
        assert preview.zoom == pytest.approx(whole)

    desk.answers(looking(walk))
    assert not desk.files.print_preview()


def test_the_preview_shows_the_page(desk: Desk) -> None:
    opened(desk)

    def look(preview: Preview) -> None:
        image = preview.paper.grab().toImage()
        colours = {image.pixelColor(QPoint(x, image.height() // 2)).name() for x in range(image.width())}
        assert len(colours) > 20

    desk.answers(looking(look))
    assert not desk.files.print_preview()


def test_the_preview_follows_the_language_and_shows_a_title_as_it_stands(desk: Desk) -> None:
    desk.session.do("edit", edit_map, title="<img src=x> [*]")

    def switch(preview: Preview) -> None:
        assert "<img src=x> [*][*]" in preview.windowTitle()
        speak("id")
        QApplication.sendPostedEvents()
        assert preview.windowTitle().startswith("Pratinjau Cetak: ")
        assert preview.where.text().startswith("Lembar 1 dari 1")
        speak("en")
        QApplication.sendPostedEvents()

    desk.answers(looking(switch))
    assert not desk.files.print_preview()


@without_printers
def test_print_in_the_preview_prints(desk: Desk) -> None:
    seen: list[str] = []

    def read(dialog: QDialog) -> None:
        seen.append(words_of(dialog))
        press("Cancel")(dialog)

    desk.answers(press("Print..."), read)
    assert not desk.files.print_preview()
    assert "No printer" in seen[0]


def test_what_was_printed_is_told_and_so_is_what_had_to_be_made_smaller(desk: Desk) -> None:
    pages = lay_out(desk.session.document, sheet=sheet("A3")).pages
    for paper, told in (("A3", "One sheet went to the printer."), ("A4", "71 %")):
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(desk.folder / f"{paper}.pdf"))
        set_up(printer, sheet(paper))
        assert print_on(printer, desk.window, desk.session, pages)
        assert told in desk.told[-1]


def test_every_button_of_the_preview_has_a_name(desk: Desk) -> None:
    def look(preview: Preview) -> None:
        for button in preview.findChildren(QPushButton):
            assert len(button.accessibleName() or button.text().replace("&", "")) > 3

    desk.answers(looking(look))
    assert not desk.files.print_preview()


def test_no_printing_system_is_loaded_before_somebody_prints(
    fresh_python: Callable[[str], subprocess.CompletedProcess[str]],
) -> None:
    code = "import sys, editor.files, editor.printing.preview; print('PySide6.QtPrintSupport' in sys.modules)"
    assert fresh_python(code).stdout.strip() == "False"
