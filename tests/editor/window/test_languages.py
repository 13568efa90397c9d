"""Every word of the window in the language of the moment: menus, dialogs, tooltips, what a screen reader says."""

import re
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QMenu, QPlainTextEdit, QTabBar, QWidget
from pytestqt.qtbot import QtBot

import resources
from editor.appearance import theme
from editor.session import Origin
from editor.settings import Settings
from editor.speech import speak
from editor.window.application import opened
from editor.window.window import Window
from model.document import Document
from model.operations.maps import edit_map
from model.records import Card, Emotion, Kpi, Lane, Link, Persona, Stage, Step
from model.storage.cjm import encode
from model.storage.file import open_map
from resources.templates import place
from resources.words import LANGUAGES
from tests.checking.dialogs import Act, Answers
from tests.checking.tongues import spoken_by, table
from tests.making.reworded import reworded, wordless

KINDS = (Card, Emotion, Link, Lane, Stage, Step, Persona, Kpi)
OTHER = {"id": "en", "en": "id"}


class Listener:
    """Hears all a window says; `strange` is what the tables of a language do not have."""

    def __init__(self, window: Window, answers: Answers) -> None:
        self.window, self.answers = window, answers
        self.heard: dict[str, str] = {}

    def hear(self, widget: QWidget, where: str, *, seen: bool = False) -> None:
        QApplication.processEvents()
        self.heard |= {text: f"{where}: {who}" for who, text in spoken_by(widget, seen=seen)}

    def hear_dialogs(self, where: str, run: Callable[[], object], *, times: int = 1) -> None:
        """Open something that asks, listen to each of its dialogs, and leave it."""
        before = len(self.heard)
        self.answers(*[self._listen(where)] * times)
        run()
        assert not self.answers.acts, f"{where} asked nothing"
        assert len(self.heard) > before, f"{where} says nothing of its own"

    def _listen(self, where: str) -> Act:
        def act(dialog: QDialog) -> None:
            self.hear(dialog, where)
            dialog.reject()

        return act

    def hear_popup(self, where: str) -> None:
        """What has just popped up."""
        popup = QApplication.activePopupWidget()
        assert popup is not None, f"nothing came up: {where}"
        self.hear(popup, where)
        popup.close()
        QApplication.processEvents()

    def strange(self, language: str) -> dict[str, str]:
        return {text: where for text, where in self.heard.items() if not table(language).says(text)}


@pytest.fixture
def listen(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Callable[[str, Document], Listener]]:
    """Opens a map in the window, in a language, and listens to it."""
    settings = Settings(tmp_path / "settings.json")
    settings.theme, settings.folder = "light", str(tmp_path)
    answers = Answers()

    def begin(language: str, document: Document) -> Listener:
        shown = opened(qapp, settings, language)
        qtbot.addWidget(shown, before_close_func=lambda _: shown.session.undo_stack.setClean())
        shown.session.replace(document, Origin("¤.cjm"))
        shown.resize(1366, 768)
        with qtbot.waitExposed(shown):
            shown.show()
        return Listener(shown, answers)

    yield begin
    answers.deleteLater()
    speak("en")
    speak("")
    theme.apply("light")
    assert not answers.unexpected


def clinic() -> Document:
    return wordless(open_map(resources.path("samples", "clinic.cjm")).document)


def test_a_word_of_another_language_is_heard() -> None:
    assert table("id").says("Simpan perubahan pada “¤1”?")
    assert not table("id").says("Save the changes to “¤1”?")
    assert not table("en").says("Simpan Se&bagai…")
    assert not table("id").says("Urungkan: Write")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_window_says_nothing_in_another_language(
    language: str, listen: Callable[[str, Document], Listener], qtbot: QtBot, tmp_path: Path
) -> None:
    listener = listen(language, clinic())
    hear_panels(listener, qtbot)
    hear_menus(listener)
    hear_dialogs(listener, tmp_path)
    assert len(listener.heard) > 500
    assert listener.strange(language) == {}
    assert len(listener.strange(OTHER[language])) > 400


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_empty_map_is_shown_in_one_language(
    language: str, listen: Callable[[str, Document], Listener], qtbot: QtBot
) -> None:
    listener = listen(language, empty(language))
    hear_panels(listener, qtbot)
    hear_menus(listener)
    assert listener.strange(language) == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_running_window_changes_its_language_and_keeps_what_is_half_typed(
    language: str, listen: Callable[[str, Document], Listener], qtbot: QtBot
) -> None:
    listener = listen(language, clinic())
    window, there = listener.window, OTHER[language]
    hear_panels(listener, qtbot)
    window.bar.actions["sheets"].trigger()
    window.panels.structure.field.setText("7")
    card = next(key for key in window.session.document.table(Card) if window.session.drawing.places.spots(key))
    window.session.select((card,))
    window.panels.bring("inspector")
    assert window.canvas.writing.begin(card)
    sheet = QApplication.focusWidget()
    assert sheet is not None
    QTest.keyClicks(sheet, "½")
    for tongue in (there, language):
        window.bar.actions[f"language.{tongue}"].trigger()
        QApplication.processEvents()
        listener.heard.clear()
        listener.hear(window, "after the change", seen=True)
        assert listener.strange(tongue) == {}
        assert len(listener.strange(OTHER[tongue])) > 100
        assert window.canvas.writing.key == card
    assert window.panels.structure.field.text() == "7"
    window.canvas.writing.commit()
    assert window.session.document.table(Card)[card].text.endswith("½")


def test_what_is_half_typed_in_the_inspector_survives_a_change_of_language(
    listen: Callable[[str, Document], Listener],
) -> None:
    window = listen("id", clinic()).window
    card = next(iter(window.session.document.table(Card)))
    window.session.select((card,))
    QApplication.processEvents()
    field = next(each for each in window.panels.inspector.findChildren(QPlainTextEdit) if each.isVisible())
    field.setFocus()
    QTest.keyClicks(field, "½")
    speak("en")
    QApplication.processEvents()
    assert "½" in field.toPlainText()
    window.panels.inspector.commit()
    assert "½" in window.session.document.table(Card)[card].text


def test_the_count_of_findings_stays_in_the_title_when_the_language_changes(
    listen: Callable[[str, Document], Listener], qtbot: QtBot
) -> None:
    window = listen("id", clinic()).window
    tabs = window.findChildren(QTabBar)
    qtbot.waitUntil(lambda: any(re.fullmatch(r"Temuan \(\d+\)", each) for each in titles(tabs)))
    speak("en")
    qtbot.waitUntil(lambda: any(each.startswith("Findings") for each in titles(tabs)))
    assert any(re.fullmatch(r"Findings \(\d+\)", each) for each in titles(tabs))


def titles(tabs: list[QTabBar]) -> list[str]:
    return [bar.tabText(at) for bar in tabs for at in range(bar.count())]


def empty(language: str) -> Document:
    """A template without a single word."""
    return reworded(open_map(place("service-blueprint", language)).document, lambda _: "")


def hear_panels(listener: Listener, qtbot: QtBot) -> None:
    """Every panel with every kind of record selected, and with several."""
    window, document = listener.window, listener.window.session.document
    qtbot.waitUntil(lambda: window.panels.findings.list.model().rowCount() > 0)
    window.panels.bring("inspector")
    listener.hear(window, "window")
    for kind in KINDS:
        for key in [*document.table(kind)][:3]:
            window.session.select((key,))
            listener.hear(window.panels.inspector, kind.__name__)
    several = [key for kind in KINDS for key in [*document.table(kind)][:1]]
    for keys in (several, [*document.table(Card)][:4]):
        window.session.select(keys)
        listener.hear(window, "several")
    for name in ("structure", "findings"):
        window.panels.bring(name)
        listener.hear(window, name)
    for view in ("other_view", "sheets"):
        window.bar.actions[view].trigger()
        listener.hear(window, view)


def hear_menus(listener: Listener) -> None:
    """The menus above, and those of the right button."""
    window = listener.window
    for menu in [each for each in window.menuBar().findChildren(QMenu) if each.title()]:
        menu.popup(QPoint(0, 0))
        listener.hear(menu, "menu")
        menu.close()
    window.session.select([*window.session.document.table(Card)][:1])
    ask_for_menu(window.canvas.viewport())
    listener.hear_popup("menu of the canvas")
    corner = window.createPopupMenu()
    assert corner is not None
    listener.hear(corner, "menu of the panels")
    corner.deleteLater()
    hear_menus_of_panels(listener)


def hear_menus_of_panels(listener: Listener) -> None:
    window = listener.window
    window.panels.bring("inspector")
    QApplication.processEvents()
    for kind in (QLineEdit, QPlainTextEdit):
        field = next(each for each in window.panels.inspector.findChildren(kind) if each.isVisible())
        ask_for_menu(field.viewport() if isinstance(field, QPlainTextEdit) else field)
        listener.hear_popup("menu of a field")
    window.panels.bring("structure")
    lane = window.session.document.lanes[1]
    tree = window.panels.structure.tree
    window.session.select((lane.id,))
    QApplication.processEvents()
    ask_for_menu(tree.viewport(), tree.visualRect(tree.currentIndex()).center())
    listener.hear_popup("menu of a lane")


def ask_for_menu(widget: QWidget, at: QPoint | None = None) -> None:
    at = at if at is not None else widget.rect().center()
    asked = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, widget.mapToGlobal(at))
    QApplication.sendEvent(widget, asked)


def hear_dialogs(listener: Listener, folder: Path) -> None:
    """All there are, from a map that is on the disk and is changed."""
    window = listener.window
    path = folder / "¤.cjm"
    path.write_bytes(encode(clinic()))
    window.session.undo_stack.setClean()
    listener.hear_dialogs("new", window.files.new)
    listener.hear_dialogs("open", window.files.open)
    listener.hear_dialogs("save as", window.files.save_as)
    listener.hear_dialogs("export", window.files.export)
    listener.hear_dialogs("export as", window.files.export_as)
    listener.hear_dialogs("shortcuts", window.show_shortcuts)
    listener.hear_dialogs("about", window.show_about)
    listener.hear_dialogs("trouble", window.mishaps.show)
    assert window.files.open(path)
    change(window)
    listener.hear_dialogs("leave", window.files.may_leave)
    listener.hear_dialogs("revert", window.files.revert)
    path.write_bytes(path.read_bytes() + b"\n")
    listener.hear_dialogs("changed on the disk", window.files.save)
    window.session.undo_stack.setClean()
    hear_dialogs_of_files(listener, folder)


def hear_dialogs_of_files(listener: Listener, folder: Path) -> None:
    window = listener.window
    for name, content in {
        "¤2.cjm": b"\n".join([*encode(clinic()).split(b"\n")[:60], b"7"]),
        "¤3.cjm": b"",
        "¤4.mmd": b"journey\n  title 1\n  section 2\n    3: 9: 4\n    5\n",
    }.items():
        (folder / name).write_bytes(content)
        listener.hear_dialogs(name, partial(window.files.open, folder / name))
        window.session.undo_stack.setClean()
    journey = "```mermaid\njourney\n  title 1\n  section 2\n    3: 3: 4\n```\n"
    (folder / "¤5.md").write_text(journey * 2, encoding="utf-8")
    listener.hear_dialogs("which journey", lambda: window.files.open(folder / "¤5.md"))


def change(window: Window) -> None:
    assert window.session.do("edit", edit_map, title="¤0") is not None
