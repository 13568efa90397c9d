"""What is said of printing, and what is loaded for it."""

import subprocess
from collections.abc import Callable

import pytest
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QDialog

from editor.printing.pages import set_up
from editor.printing.printing import print_on
from model.layout.engine import lay_out
from model.layout.sheets import sheet
from tests.checking.dialogs import Desk, press, words_of


def printer_into(desk: Desk, name: str, paper: str) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(desk.folder / name))
    set_up(printer, sheet(paper))
    return printer


def test_what_was_printed_is_told_and_so_is_what_had_to_be_made_smaller(desk: Desk) -> None:
    pages = lay_out(desk.session.document, sheet=sheet("A3")).pages
    for paper, told in (("A3", "One sheet went to the printer."), ("A4", "71 %")):
        assert told in print_on(printer_into(desk, f"{paper}.pdf", paper), desk.window, pages)


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_takes_nothing_is_complained_of(desk: Desk) -> None:
    pages = lay_out(desk.session.document, sheet=sheet("A3")).pages
    seen: list[str] = []

    def read(dialog: QDialog) -> None:
        seen.append(words_of(dialog))
        press("OK")(dialog)

    desk.answers(read)
    assert print_on(printer_into(desk, "nowhere/aus.pdf", "A3"), desk.window, pages) == ""
    assert "did not take" in seen[0]


def test_no_printing_system_is_loaded_before_somebody_prints(
    fresh_python: Callable[[str], subprocess.CompletedProcess[str]],
) -> None:
    code = "import sys, editor.files, editor.printing.room.room; print('PySide6.QtPrintSupport' in sys.modules)"
    assert fresh_python(code).stdout.strip() == "False"
