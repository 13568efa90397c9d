"""A map in which every word is markup that names a picture: whatever the window does, nobody opens that picture.

The kernel is asked who opens it (inotify), for Qt opens files where no hook of Python sees it.
"""

import ctypes
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QToolTip,
    QWhatsThis,
    QWidget,
)
from pytestqt.qtbot import QtBot

import resources
from editor.appearance import theme
from editor.dialogs.history import Versions
from editor.printing.printing import print_on
from editor.session import Origin
from editor.settings import Settings
from editor.speech import speak
from editor.window.application import opened
from editor.window.window import Window
from model.document import Document
from model.layout.engine import lay_out
from model.layout.sheets import sheet
from model.operations import cards, links
from model.records import Card, Emotion, Kpi, Lane, Link, Persona, Stage, Step
from model.storage.file import open_map, save_map
from tests.checking.dialogs import Answers, words_of
from tests.making.reworded import filled

IN_OPEN = 0x20
KINDS = (Card, Emotion, Link, Lane, Stage, Step, Persona, Kpi)


class Probe:
    """A picture on the disk, and words that would have Qt open it."""

    def __init__(self, picture: Path, queue: int) -> None:
        self.words = f'<img src="{picture}"><b>x</b>'
        self._queue = queue

    @property
    def opened(self) -> bool:
        """Whether somebody opened it since this was asked last."""
        try:
            return bool(os.read(self._queue, 4096))
        except BlockingIOError:
            return False


@pytest.fixture
def probe(tmp_path: Path) -> Iterator[Probe]:
    if not sys.platform.startswith("linux"):
        pytest.skip("inotify is Linux's")
    picture = tmp_path / "p.png"
    QImage(8, 8, QImage.Format.Format_RGB32).save(str(picture))
    kernel = ctypes.CDLL(None, use_errno=True)
    queue = kernel.inotify_init1(os.O_NONBLOCK)
    assert kernel.inotify_add_watch(queue, os.fsencode(picture), IN_OPEN) >= 0
    yield Probe(picture, queue)
    os.close(queue)


@pytest.fixture
def window(
    qtbot: QtBot, qapp: QApplication, probe: Probe, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Window]:
    """The clinic sample with the words of the probe for each of its own, in a file whose name is markup as well."""
    settings = Settings(tmp_path / "settings.json")
    settings.theme, settings.folder = "light", str(tmp_path)
    shown = opened(qapp, settings, "id")
    qtbot.addWidget(shown, before_close_func=forget_changes)
    path = tmp_path / "<img src='p.png'><b>x.cjm"
    save_map(filled(open_map(resources.path("samples", "clinic.cjm")).document, probe.words), path, expected=None)
    # Beside the file, so that the name in it, which can have no folder, leads there.
    monkeypatch.chdir(tmp_path)
    assert shown.files.open(path)
    shown.resize(1366, 768)
    with qtbot.waitExposed(shown):
        shown.show()
    yield shown
    QGuiApplication.clipboard().clear()
    speak("en")
    speak("")
    theme.apply("light")


def forget_changes(window: Window) -> None:
    """What a field holds that the map refuses would keep the window open: another map lets go of it."""
    window.settle()
    window.session.replace(Document(window.session.document.records.values()), Origin(""))
    window.session.undo_stack.setClean()


def test_the_kernel_tells_of_a_label_that_obeys(probe: Probe, window: Window) -> None:
    assert not probe.opened
    planted = QLabel(probe.words, window)
    planted.show()
    planted.grab()
    assert probe.opened
    by_name = QLabel(window.session.origin.name, window)
    by_name.show()
    by_name.grab()
    assert probe.opened


def test_showing_selecting_and_hovering_open_nothing(probe: Probe, window: Window, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: window.panels.findings.list.model().rowCount() > 0)
    for _ in range(2):
        for _ in range(2):
            hover_everywhere(window)
            select_everything(window)
            window.bar.actions["sheets"].trigger()
        window.bar.actions["other_view"].trigger()
    assert probe.words in window.windowTitle()
    assert probe.words in window.panels.structure.tree.model().index(0, 0).data()
    assert not probe.opened


def select_everything(window: Window) -> None:
    for kind in KINDS:
        for key in [*window.session.document.table(kind)][:2]:
            window.session.select((key,))
            for panel in ("inspector", "structure", "findings"):
                window.panels.bring(panel)
                look(window)


def look(window: QWidget) -> None:
    QApplication.processEvents()
    window.grab()


def hover_everywhere(window: Window) -> None:
    viewport = window.canvas.viewport()
    for y in range(10, viewport.height(), 40):
        for x in range(10, viewport.width(), 40):
            QTest.mouseMove(viewport, QPoint(x, y))
    look(window)


def test_tooltips_and_whats_this_open_nothing(probe: Probe, window: Window, qtbot: QtBot) -> None:
    window.panels.bring("structure")
    for kind in KINDS:
        window.session.select([*window.session.document.table(kind)][:1])
        QApplication.processEvents()
        tips = {each.toolTip() for each in window.findChildren(QWidget)}
        for tip in tips - {""}:
            QToolTip.showText(QPoint(5, 5), tip, window)
            look(window)
            for shown in QApplication.topLevelWidgets():
                if shown.isVisible() and shown.inherits("QTipLabel"):
                    shown.grab()
            QWhatsThis.showText(QPoint(5, 5), tip, window)
            QApplication.processEvents()
    model = window.panels.structure.tree.model()
    QToolTip.showText(QPoint(5, 5), str(model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole) or ""), window)
    qtbot.wait(20)
    QToolTip.hideText()
    QWhatsThis.hideText()
    assert not probe.opened


def test_dialogs_and_menus_open_nothing(probe: Probe, window: Window) -> None:
    answers, heard = Answers(), list[str]()

    def note(dialog: QDialog) -> None:
        while isinstance(dialog, Versions) and dialog.found is None:
            QTest.qWait(1)
        look(dialog)
        heard.append(words_of(dialog))
        dialog.reject()

    def ask(*runs: Callable[[], object]) -> None:
        for run in runs:
            answers(note)
            run()

    window.session.do("park", cards.park_cards, [*window.session.document.table(Card)][:1])
    files = window.files
    ask(files.may_leave, files.revert, files.save_as, files.open, files.export, files.export_as, files.print_)
    window.keeper.keep_version("timed")
    ask(lambda: files.open_earlier(window.keeper), lambda: files.forget(window.keeper))
    path = window.session.origin.path
    assert path is not None
    path.write_bytes(path.read_bytes() + b"\n")
    ask(files.save)
    window.session.undo_stack.setClean()
    damaged, journey = path.with_name("<img src='p.png'>.cjm"), path.with_name("<img src='p.png'>.mmd")
    damaged.write_bytes(path.read_bytes()[:9000])
    journey.write_text(
        f"journey\n  title {probe.words}\n  section {probe.words}\n    {probe.words}\n", encoding="utf-8"
    )
    ask(lambda: files.open(damaged), lambda: files.open(journey))
    window.session.undo_stack.setClean()
    for menu in [each for each in window.menuBar().findChildren(QMenu) if each.title()]:
        menu.popup(QPoint(0, 0))
        look(menu)
        menu.close()
    answers.deleteLater()
    assert sum(probe.words in each for each in heard) >= 2
    assert not probe.opened


def test_refusals_undo_and_the_status_line_open_nothing(probe: Probe, window: Window) -> None:
    session = window.session
    link = next(iter(session.document.table(Link).values()))
    session.do("add_link", links.add_link, link.source, link.target)
    session.do("park", cards.park_cards, (link.source,))
    session.undo()
    session.redo()
    session.tell(probe.words)
    look(window)
    assert window.status.message.text == probe.words
    window.panels.structure.field.setText("img")
    look(window)
    assert not probe.opened


def test_printing_opens_nothing(probe: Probe, window: Window, tmp_path: Path) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "aus.pdf"))
    assert print_on(printer, window, lay_out(window.session.document, sheet=sheet("A3")).pages)
    assert (tmp_path / "aus.pdf").stat().st_size > 10_000
    assert not probe.opened


@pytest.mark.parametrize("where", ["fields", "canvas"])
def test_html_from_the_clipboard_comes_as_text(where: str, probe: Probe, window: Window) -> None:
    data = QMimeData()
    data.setHtml(f"<p>{probe.words}</p>")
    data.setText("hanya kata")
    QGuiApplication.clipboard().setMimeData(data)
    {"fields": paste_into_fields, "canvas": paste_onto_canvas}[where](window)
    assert not probe.opened


def paste_into_fields(window: Window) -> None:
    window.session.select([*window.session.document.table(Card)][:1])
    QApplication.processEvents()
    lines: list[QLineEdit] = window.findChildren(QLineEdit)
    panes: list[QPlainTextEdit] = window.findChildren(QPlainTextEdit)
    fields: list[QLineEdit | QPlainTextEdit] = [*lines, *panes]
    for field in fields:
        if field.isVisible():
            field.clear()
            field.paste()
            look(window)
    took = [*(each.text() for each in lines if each.isVisible())]
    took += [each.document().toRawText() for each in panes if each.isVisible()]
    assert took.count("hanya kata") > 5
    assert not any("<" in each for each in took)


def paste_onto_canvas(window: Window) -> None:
    card = next(card for card in window.session.document.table(Card).values() if card.step and card.lane)
    assert card.lane is not None
    assert card.step is not None
    window.session.stand_in((card.lane, card.step))
    window.canvas.setFocus()
    window.clipboard.paste()
    look(window)
    (new,) = window.session.selected(Card)
    assert window.session.document.table(Card)[new].text == "hanya kata"
    assert window.canvas.writing.begin(new)
    sheet = QApplication.focusWidget()
    assert sheet is not None
    QTest.keyClick(sheet, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    look(window)
    window.canvas.writing.commit()
    assert window.session.document.table(Card)[new].text.count("hanya kata") >= 1
    assert "<" not in window.session.document.table(Card)[new].text
