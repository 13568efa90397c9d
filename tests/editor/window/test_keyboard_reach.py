"""Whatever the mouse can do a key can: each command by its shortcut, each widget by Tab, each menu by its letters."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QDockWidget,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QSlider,
    QTabBar,
    QToolBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

import resources
from editor.actions.command import Command
from editor.actions.table import COMMANDS
from editor.appearance import theme
from editor.dialogs.keys import groups
from editor.session import Origin
from editor.settings import Settings
from editor.speech import speak
from editor.status import Status
from editor.window.application import opened
from editor.window.window import Window
from model.operations.card_content import edit_cards
from model.records import Card, Id, Kpi, Link, Persona, Stage
from model.storage.file import open_map, save_map
from resources.words import LANGUAGES
from tests.checking.dialogs import Answers, name_file
from tests.checking.print_room import exports, leaves
from tests.checking.whole_window import Hands

READY = {
    "undo": ("Ctrl+1",), "redo": ("Ctrl+1", "Ctrl+Z"), "save": ("Ctrl+1",), "revert": ("Ctrl+1",),
    "paste": ("Ctrl+C",), "show_all": ("Ctrl+H",),
}  # fmt: skip
"""The keys that make way for a command."""


class Desk:
    """The window on the clinic sample, with the canvas in focus; a dialog that comes up is left and noted."""

    def __init__(self, window: Window, answers: Answers) -> None:
        self.window, self.answers = window, answers
        self.run: list[str] = []
        for key, action in window.bar.actions.items():
            action.triggered.connect(partial(self._note, key))

    def _note(self, key: str, _: bool = False) -> None:
        self.run.append(key)

    def press(self, keys: str) -> None:
        """A key, as the system sends it: through shortcuts to where the focus is."""
        pressed = QKeySequence(keys)[0]  # type: ignore[index]  # the stubs do not know that it is a sequence
        handle = self.window.windowHandle()
        assert handle is not None
        QTest.keyClick(handle, pressed.key(), pressed.keyboardModifiers())

    def ready_for(self, command: Command) -> None:
        """Do and select what the command is for, whichever of these it is."""
        document, session = self.window.session.document, self.window.session
        for key in READY.get(command.key, ()):
            session.select((self.first_card,))
            self.press(key)
        if command.key == "open_link":
            session.do("edit", edit_cards, [self.first_card], url="https://contoh.id")
        cards = [card.id for card in document.table(Card).values() if session.drawing.places.spots(card.id)]
        for keys in (cards[:1], cards[:2], [*document.table(Link)][:1], [*document.table(Stage)][:1]):
            session.select(keys)
            if command.enabled(self.window):
                return

    @property
    def first_card(self) -> Id:
        places = self.window.session.drawing.places
        return next(key for key in self.window.session.document.table(Card) if places.spots(key))


@pytest.fixture
def desk(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Desk]:
    settings = Settings(tmp_path / "settings.json")
    settings.theme, settings.folder = "light", str(tmp_path)
    window = opened(qapp, settings, "en")
    qtbot.addWidget(window, before_close_func=forget_changes)
    path = tmp_path / "peta.cjm"
    path.write_bytes(resources.path("samples", "clinic.cjm").read_bytes())
    assert window.files.open(path)
    window.resize(1366, 768)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.canvas.setFocus()
    answers = Answers()
    yield Desk(window, answers)
    answers.deleteLater()
    QGuiApplication.clipboard().clear()
    speak("en")
    speak("")
    theme.apply("light")
    assert not answers.unexpected


def forget_changes(window: Window) -> None:
    """Nobody is asked what to do with them when the window closes."""
    window.settle()
    window.session.undo_stack.setClean()


# Commands


def test_every_command_has_a_shortcut_of_its_own() -> None:
    keys = Counter(QKeySequence(key).toString() for command in COMMANDS.values() for key in command.shortcuts)
    assert [command.key for command in COMMANDS.values() if not command.shortcuts] == []
    assert [key for key, times in keys.items() if times > 1] == []
    assert "" not in keys


ASKS = frozenset({
    "new", "open", "save_as", "export", "export_as", "preview", "print", "shortcuts", "trouble_report", "about",
    "revert", "open_link", "earlier", "forget", "import",
})  # fmt: skip


@pytest.mark.parametrize("key", sorted(COMMANDS.keys() - {"quit", "open_folder"}))
def test_a_shortcut_runs_its_command_from_the_canvas(key: str, desk: Desk) -> None:
    for shortcut in COMMANDS[key].shortcuts:
        desk.ready_for(COMMANDS[key])
        desk.window.canvas.setFocus()
        desk.run.clear()
        if key in ASKS:
            desk.answers(QDialog.reject)
        desk.press(shortcut)
        assert desk.run == [key], shortcut
        assert not desk.answers.acts
    desk.window.session.undo_stack.setClean()


def test_the_window_closes_by_a_key(desk: Desk) -> None:
    desk.press("Ctrl+Q")
    assert not desk.window.isVisible()


def test_the_folder_of_the_last_export_is_shown_by_a_key(desk: Desk, tmp_path: Path, qtbot: QtBot) -> None:
    assert not desk.window.bar.actions["open_folder"].isEnabled()
    (tmp_path / "sini").mkdir()
    desk.answers(exports(), name_file(str(tmp_path / "sini" / "peta")), leaves)
    desk.press("Ctrl+E")
    desk.window.activateWindow()
    qtbot.waitUntil(desk.window.isActiveWindow)
    files = Desktop()
    QDesktopServices.setUrlHandler("file", files, "show")  # type: ignore[arg-type]  # the stubs want bytes, it wants str
    desk.press("Ctrl+Alt+E")
    QDesktopServices.unsetUrlHandler("file")
    assert files.shown == [str(tmp_path / "sini")]


class Desktop(QObject):
    """Stands where the desktop's file manager stands."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[str] = []

    @Slot(QUrl)
    def show(self, place: QUrl) -> None:
        self.shown.append(place.toLocalFile())


# Text fields


def test_in_a_text_field_the_keys_of_editing_act_on_its_words(desk: Desk) -> None:
    window, card = desk.window, desk.first_card
    window.session.select((card,))
    QApplication.processEvents()
    field = next(each for each in window.panels.inspector.findChildren(QPlainTextEdit) if each.isVisible())
    field.setFocus()
    words = field.toPlainText()
    desk.press("Ctrl+A")
    assert field.textCursor().selectedText() == words
    desk.press("Ctrl+C")
    assert QGuiApplication.clipboard().text() == words
    desk.press("Del")
    assert field.toPlainText() == ""
    desk.press("Ctrl+Z")
    assert field.toPlainText() == words
    desk.press("Ctrl+A")
    desk.press("Ctrl+X")
    desk.press("Ctrl+V")
    desk.press("Ctrl+V")
    assert field.toPlainText() == words * 2
    assert card in window.session.document.table(Card)
    assert window.session.selection == (card,)


def test_control_and_enter_keep_what_is_typed_in_a_field(desk: Desk) -> None:
    window, card = desk.window, desk.first_card
    window.session.select((card,))
    QApplication.processEvents()
    count = len(window.session.document.table(Card))
    field = next(each for each in window.panels.inspector.findChildren(QPlainTextEdit) if each.isVisible())
    field.setFocus()
    field.setPlainText("Antre")
    desk.press("Ctrl+Return")
    assert window.session.document.table(Card)[card].text == "Antre"
    assert len(window.session.document.table(Card)) == count


def test_delete_in_the_findings_sets_a_finding_aside_and_leaves_its_cards(desk: Desk, qtbot: QtBot) -> None:
    window = desk.window
    rows = window.panels.findings.list.model()
    qtbot.waitUntil(lambda: rows.rowCount() > 0)
    desk.press("F9")
    window.panels.findings.list.setCurrentIndex(rows.index(0, 0, rows.index(0, 0)))
    desk.press("Return")
    before = dict(window.session.document.records)
    assert window.session.selection
    desk.press("Del")
    assert dict(window.session.document.records) == before
    assert window.panels.findings.reason.isVisible()


@pytest.mark.parametrize("kind", [Persona, Kpi])
def test_a_persona_and_a_kpi_can_be_deleted_by_a_key(kind: type[Persona | Kpi], desk: Desk) -> None:
    key = next(iter(desk.window.session.document.table(kind)))
    desk.window.session.select((key,))
    desk.press("Del")
    assert key not in desk.window.session.document.records


# Tab and menus


@pytest.mark.parametrize("panel", ["inspector", "structure", "findings"])
def test_tab_comes_to_every_widget_that_takes_the_mouse(panel: str, desk: Desk, qtbot: QtBot) -> None:
    window = desk.window
    qtbot.waitUntil(lambda: window.panels.findings.list.model().rowCount() > 0)
    window.session.select((desk.first_card,))
    window.panels.bring(panel)
    QApplication.processEvents()
    window.canvas.setFocus()
    reached = set(walk(desk))
    assert {window.canvas, window.panels.palette.shelf} <= reached
    assert [described(each) for each in window.findChildren(QWidget) if wants(each) and each not in reached] == []
    assert [described(each) for each in reached if behind(each)] == []


def test_tab_goes_from_the_left_to_the_right_and_back_again(desk: Desk) -> None:
    desk.window.session.select((desk.first_card,))
    # Panels that are built in a pause would take the place of widgets the walk has come by.
    assert desk.window.panels.structure
    assert desk.window.panels.findings
    QApplication.processEvents()
    there = list(walk(desk))
    shelf, form = desk.window.panels.palette.shelf, desk.window.panels.inspector
    assert there[-2:] == [shelf, desk.window.canvas]
    assert form.isAncestorOf(there[0])
    back = list(walk(desk, "Shift+Tab"))
    # Named at the end: the findings may be counted in the meantime, and their button says how many there are.
    assert [described(each) for each in back[:-1]] == [described(each) for each in there[-2::-1]]


def walk(desk: Desk, key: str = "Tab") -> Iterator[QWidget]:
    """Wherever Tab leads, until it comes back to the canvas. In a field for several lines it writes a tab nowhere."""
    for _ in range(200):
        desk.press(key)
        focus = QApplication.focusWidget()
        assert focus is not None
        yield focus
        if focus is desk.window.canvas:
            return
    raise AssertionError("Tab never comes back to the canvas")


def behind(widget: QWidget) -> bool:
    """Whether it stands in a panel that lies behind another one."""
    docks = [dock for dock in widget.window().findChildren(QDockWidget) if dock.isAncestorOf(widget)]
    return any(dock.visibleRegion().isEmpty() for dock in docks)


def wants(widget: QWidget) -> bool:
    """Whether the mouse does something there that no command with a key does."""
    if behind(widget):
        return False
    if not (widget.isVisible() and widget.isEnabled()) or isinstance(widget.parent(), QToolBar | QDockWidget | Status):
        return False
    inner = isinstance(widget.parent(), QLineEdit | QComboBox | QAbstractSpinBox)
    return isinstance(widget, TAKES_MOUSE) and not inner and not isinstance(widget.parent(), QTabBar)


TAKES_MOUSE = (QAbstractButton, QLineEdit, QPlainTextEdit, QAbstractItemView, QComboBox, QSlider)


def described(widget: QWidget) -> str:
    return f"{type(widget).__name__} {widget.accessibleName()} in {type(widget.parent()).__name__}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_letter_stands_for_two_lines_of_a_menu(language: str, desk: Desk) -> None:
    speak(language)
    QApplication.processEvents()
    for menu in [desk.window.menuBar(), *desk.window.menuBar().findChildren(QMenu)]:
        lines = [action.text() for action in menu.actions() if not action.isSeparator()]
        letters = [found[1].casefold() for line in lines if (found := MNEMONIC.search(line))]
        assert len(letters) == len(set(letters)), lines
        unmarked = [line for line in lines if not MNEMONIC.search(line)]
        assert unmarked == [], "every line has its letter"


MNEMONIC = re.compile(r"&([^&\s])")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sheet_of_shortcuts_has_every_command(language: str) -> None:
    speak(language)
    listed = {keys for group in groups() for line in group.lines for keys in line.keys.split("  ·  ")}
    native = QKeySequence.SequenceFormat.NativeText
    wanted = {QKeySequence(key).toString(native) for each in COMMANDS.values() for key in each.shortcuts}
    speak("")
    assert wanted <= listed


def test_saving_saves_what_is_being_typed_in_a_panel_too(small: Hands) -> None:
    path = small.folder / "peta.cjm"
    small.session.saved(Origin("peta.cjm", path, save_map(small.session.document, path, expected=None)))
    small.session.select(("c1",))
    field = next(each for each in small.window.panels.inspector.findChildren(QPlainTextEdit) if each.isVisible())
    field.setFocus()
    small.keys("Ctrl+End")
    small.write("disimpan")
    small.keys("Ctrl+S")
    assert open_map(path).document.table(Card)["c1"].text == "satudisimpan"
