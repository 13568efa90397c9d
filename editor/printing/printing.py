"""Printing pages: asked for, drawn, and told; without a printer the way to a PDF is shown."""

from collections.abc import Callable, Sequence

from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QDialog, QWidget

from editor.dialogs.questions import REJECT, Choice, ask, complain
from editor.plain import one_line
from editor.printing.pages import draw, scale_on, set_up
from editor.session import Session
from editor.speech import Speech
from model.layout.shapes import Page

say = Speech("printing")

Export = Callable[[], object]


def print_pages(window: QWidget, session: Session, pages: Sequence[Page], export: Export) -> str:
    """What to say once the pages went to a printer, or into the file that the dialog offers in its place; else ""."""
    if not QPrinterInfo.availablePrinterNames():
        _without_printer(window, export)
        return ""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(one_line(session.document.map.title or session.origin.name or say("untitled")))
    set_up(printer, pages[0])
    if not _agreed(printer, window, len(pages)):
        return ""
    return print_on(printer, window, chosen(printer, pages))


def print_on(printer: QPrinter, window: QWidget, pages: Sequence[Page]) -> str:
    """Draw the pages. What to say: that they are drawn, and what had to be made smaller to which size; "" and a
    complaint where the printer did not take them."""
    scale = min((scale_on(printer, page) for page in pages), default=1.0)
    if not draw(printer, pages):
        complain(window, say("print"), say("failed", printer=printer.printerName()), say("failed_more"))
        return ""
    done = say("printed", count=len(pages))
    return done if scale == 1.0 else f"{done} {say('smaller', percent=say.number(round(scale * 100)))}"


def chosen(printer: QPrinter, pages: Sequence[Page]) -> Sequence[Page]:
    """The pages the dialog was asked for."""
    if printer.printRange() != QPrinter.PrintRange.PageRange:
        return pages
    ranges = printer.pageRanges()
    if not ranges.isEmpty():
        return [page for number, page in enumerate(pages, start=1) if ranges.contains(number)]
    return pages[max(printer.fromPage() - 1, 0) : printer.toPage() or None]


def _agreed(printer: QPrinter, window: QWidget, count: int) -> bool:
    dialog = QPrintDialog(printer, window)
    dialog.setMinMax(1, count)
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange, count > 1)
    agreed = dialog.exec() == QDialog.DialogCode.Accepted
    dialog.deleteLater()
    return agreed


def _without_printer(window: QWidget, export: Export) -> None:
    choices = (Choice("export", say("export")), Choice("", say("cancel"), REJECT))
    if ask(window, say("print"), say("no_printer"), say("no_printer_more"), choices) == "export":
        export()
