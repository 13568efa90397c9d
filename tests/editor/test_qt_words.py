"""Qt's own words in Indonesian: every source Qt ships for what we use, and every word the real dialogs show.

qt_sources.txt lists what Qt 6.11 can say in the classes that our window shows, as `Context|Source`: taken from the
keys of the translations it ships for other languages.
"""

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel, QLocale, QObject, Qt, QTimer
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtPrintSupport import QPrintDialog, QPrintPreviewDialog
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDialog,
    QDockWidget,
    QErrorMessage,
    QFileDialog,
    QGroupBox,
    QInputDialog,
    QLabel,
    QLineEdit,
    QMainWindow,
    QMessageBox,
    QPlainTextEdit,
    QProgressDialog,
    QPushButton,
    QSpinBox,
    QTabBar,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

import resources
from editor.qt_words import QtWords
from editor.speech import speak

SOURCES = [
    tuple(line.replace("\\n", "\n").split("|", 1))
    for line in Path(__file__).with_name("qt_sources.txt").read_text(encoding="utf-8").splitlines()
]
BLANK = re.compile(r"%(?:L?\d+|n|p)")
MNEMONIC = re.compile(r"&(?=[^&\s])")


@pytest.fixture
def indonesian() -> Iterator[None]:
    locale = QLocale()
    speak("id")
    yield
    speak("en")
    speak("")
    QLocale.setDefault(locale)


def table() -> dict[str, str]:
    pairs: list[tuple[str, str]] = json.loads(resources.path("i18n", "qt.id.json").read_bytes(), object_pairs_hook=list)
    assert len(pairs) == len(dict(pairs)), "a key stands twice"
    return dict(pairs)


def entry(context: str, source: str) -> str | None:
    words = table()
    return words.get(f"{context}|{source}", words.get(source))


def bare(text: str) -> str:
    """Without the sign of a mnemonic, and without the shortcut behind the tab of a menu."""
    return MNEMONIC.sub("", text.partition("\t")[0]).strip()


def untranslated() -> set[str]:
    """What Qt says in English and we say otherwise, without the signs of mnemonics."""
    return {bare(source) for context, source in SOURCES if bare(source) != bare(entry(context, source) or "")} - {""}


def test_the_list_of_qts_sources_is_as_long_as_it_was() -> None:
    assert len(SOURCES) > 500
    assert ("QPlatformTheme", "Cancel") in SOURCES


def test_every_source_has_an_entry_and_every_entry_a_source() -> None:
    assert [pair for pair in SOURCES if entry(*pair) is None] == []
    known = {f"{context}|{source}" for context, source in SOURCES} | {source for _, source in SOURCES}
    assert set(table()) <= known


@pytest.mark.usefixtures("qapp")
def test_qt_finds_each_of_them_in_what_it_is_handed() -> None:
    words = QtWords("id")
    for context, source in SOURCES:
        assert words.translate(context, source) == entry(context, source)
        assert words.translate(context, source, "a remark of the programmer") == entry(context, source)


@pytest.mark.usefixtures("qapp")
def test_what_nobody_translated_stays_as_it_is() -> None:
    words = QtWords("id")
    assert not words.isEmpty()
    assert not words.translate("QPlatformTheme", "No such button")
    # Said by the keyboard only: a `Left` elsewhere may be a side.
    assert words.translate("QShortcut", "Left") == "Kiri"
    assert not words.translate("QTextEdit", "Left")


@pytest.mark.parametrize(("context", "source"), SOURCES)
def test_blanks_mnemonics_and_the_space_at_the_end_are_kept(context: str, source: str) -> None:
    said = entry(context, source) or ""
    assert sorted(BLANK.findall(said)) == sorted(BLANK.findall(source))
    assert len(MNEMONIC.findall(said)) == len(MNEMONIC.findall(source))
    assert (said.endswith(" "), said.endswith("..."), said.endswith(":")) == (
        source.endswith(" "), source.endswith("..."), source.endswith(":"),
    )  # fmt: skip
    assert said.count("\n") == source.count("\n")


def texts(widget: QWidget) -> Iterator[str]:
    """Every word a widget and all it holds can show."""
    for part in (widget, *widget.findChildren(QObject)):
        yield from _of(part)


def _of(part: QObject) -> Iterator[str]:
    if isinstance(part, QAction):
        yield from (part.text(), part.toolTip(), part.statusTip())
    if isinstance(part, QWidget):
        yield from (part.windowTitle(), part.toolTip(), part.whatsThis(), part.accessibleName())
    if isinstance(part, QAbstractButton | QLabel):
        yield part.text()
    if isinstance(part, QGroupBox):
        yield part.title()
    if isinstance(part, QComboBox):
        yield from map(part.itemText, range(part.count()))
    if isinstance(part, QTabBar):
        yield from map(part.tabText, range(part.count()))
    if isinstance(part, QAbstractItemView) and part.model():
        yield from _headers(part.model())


def _headers(model: QAbstractItemModel) -> Iterator[str]:
    for column in range(model.columnCount()):
        yield str(model.headerData(column, Qt.Orientation.Horizontal) or "")


def message_box() -> QDialog:
    box = QMessageBox()
    box.setText("…")
    box.setDetailedText("…")
    standard = [button for button in QMessageBox.StandardButton if button.value.bit_count() == 1]
    for button in standard:
        if QMessageBox.StandardButton.Ok.value <= button.value <= QMessageBox.StandardButton.RestoreDefaults.value:
            box.addButton(button)
    return box


def file_dialog(mode: QFileDialog.FileMode, accept: QFileDialog.AcceptMode) -> QDialog:
    dialog = QFileDialog(None, "…")
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setFileMode(mode)
    dialog.setAcceptMode(accept)
    return dialog


def print_dialog() -> QDialog:
    """With its options folded out. It holds the properties of the printer, and in them the page setup, unopened."""
    dialog = QPrintDialog()
    for button in dialog.findChildren(QPushButton):
        if button.text().endswith(">>"):
            button.click()
    return dialog


def error_message() -> QDialog:
    dialog = QErrorMessage()
    dialog.showMessage("…")
    return dialog


def fields() -> QDialog:
    """What people type into, with the menus of the right mouse button."""
    dialog = QDialog()
    for edit in (QLineEdit("kata", dialog), QPlainTextEdit("kata", dialog), QTextEdit("kata", dialog)):
        edit.selectAll()
        edit.createStandardContextMenu().setParent(dialog)
    QSpinBox(dialog).lineEdit().createStandardContextMenu().setParent(dialog)
    return dialog


def docks() -> QWidget:
    window = QMainWindow()
    window.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, QDockWidget("…"))
    return window


MODE, ACCEPT = QFileDialog.FileMode, QFileDialog.AcceptMode
SHOWN: dict[str, tuple[Callable[[], QWidget], int]] = {
    "message box": (message_box, 18),
    "opening": (lambda: file_dialog(MODE.ExistingFile, ACCEPT.AcceptOpen), 25),
    "saving": (lambda: file_dialog(MODE.AnyFile, ACCEPT.AcceptSave), 25),
    "choosing a folder": (lambda: file_dialog(MODE.Directory, ACCEPT.AcceptOpen), 25),
    "printing": (print_dialog, 40),
    "print preview": (QPrintPreviewDialog, 18),
    "progress": (lambda: QProgressDialog("…", "", 0, 3), 0),
    "asking": (QInputDialog, 3),
    "error": (error_message, 2),
    "fields": (fields, 7),
    "docks": (docks, 2),
}


@pytest.mark.usefixtures("qapp", "indonesian")
@pytest.mark.parametrize("name", SHOWN)
def test_no_english_word_of_qt_is_left_where_it_shows(qtbot: QtBot, name: str) -> None:
    make, words = SHOWN[name]
    shown = make()
    qtbot.addWidget(shown)
    shown.show()
    qtbot.wait(30)
    seen = {bare(text) for text in texts(shown)} - {""}
    assert len(seen) >= words
    assert not seen & untranslated()


@pytest.mark.parametrize("name", SHOWN)
def test_the_walk_finds_the_english_words_when_english_is_spoken(qtbot: QtBot, name: str) -> None:
    make, words = SHOWN[name]
    speak("en")
    shown = make()
    qtbot.addWidget(shown)
    shown.show()
    qtbot.wait(30)
    assert words < 1 or {bare(text) for text in texts(shown)} & untranslated()
    speak("")


@pytest.mark.usefixtures("qapp", "indonesian")
def test_no_english_word_is_left_in_the_page_setup_behind_the_print_dialog(qtbot: QtBot) -> None:
    dialog = print_dialog()
    qtbot.addWidget(dialog)
    seen: set[str] = set()

    def look() -> None:
        properties = QApplication.activeModalWidget()
        assert properties
        seen.update(bare(text) for text in texts(properties))
        properties.close()

    QTimer.singleShot(0, look)
    next(part for part in dialog.findChildren(QPushButton) if part.objectName() == "properties").click()
    assert {"Orientasi", "Mendatar", "Margin", "Ukuran halaman:", "Properti Pencetak"} <= seen
    assert not seen & untranslated()


@pytest.mark.usefixtures("qapp", "indonesian")
def test_a_shortcut_is_written_as_indonesian_keyboards_print_it() -> None:
    written = {
        keys: QKeySequence.fromString(keys, QKeySequence.SequenceFormat.PortableText).toString(
            QKeySequence.SequenceFormat.NativeText
        )
        for keys in ("Ctrl+Shift+S", "Space", "Del", "Alt+Left", "Return", "F2")
    }
    assert list(written.values()) == ["Ctrl+Shift+S", "Spasi", "Del", "Alt+Kiri", "Enter", "F2"]


@pytest.mark.usefixtures("qapp", "indonesian")
@pytest.mark.parametrize("keys", ["Ctrl+Left", "Space", "Shift+Return", "Alt+Up", "PgDown", "Ctrl+Del", "F2", "Esc"])
def test_a_shortcut_named_in_english_means_the_same_key_in_indonesian(keys: str) -> None:
    assert QKeySequence(keys) == QKeySequence.fromString(keys, QKeySequence.SequenceFormat.PortableText)


def test_an_open_dialog_changes_its_language(qtbot: QtBot) -> None:
    speak("en")
    box = QMessageBox(QMessageBox.Icon.Question, "…", "…", QMessageBox.StandardButton.Cancel)
    qtbot.addWidget(box)
    box.show()
    seen = []
    for code in ("id", "en", "id"):
        speak(code)
        QApplication.processEvents()
        seen.append(bare(box.button(QMessageBox.StandardButton.Cancel).text()))
    assert seen == ["Batal", "Cancel", "Batal"]
    speak("en")
    speak("")
