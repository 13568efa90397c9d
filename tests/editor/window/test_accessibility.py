"""What a screen reader is told: every part of the window that does something has a name, in both languages."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QDockWidget,
    QLineEdit,
    QPlainTextEdit,
    QSlider,
    QTabBar,
    QToolBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

import resources
from editor.appearance import theme
from editor.canvas.canvas import Canvas
from editor.canvas.overview import Overview
from editor.settings import Settings
from editor.speech import speak
from editor.window.application import opened
from editor.window.window import Window
from model.operations.maps import edit_map
from model.records import Card, Emotion, Kpi, Lane, Link, Persona, Stage, Step
from resources.words import LANGUAGES
from tests.checking.dialogs import Act, Answers

ACTIVE = (
    QAbstractButton, QAbstractItemView, QAbstractSpinBox, QComboBox, QDockWidget, QLineEdit, QPlainTextEdit, QSlider,
    QToolBar, Canvas, Overview,
)  # fmt: skip
KINDS = (Card, Emotion, Link, Lane, Stage, Step, Persona, Kpi)


def nameless(widget: QWidget) -> list[str]:
    """Whoever does something in a widget and is seen, and has no name for a screen reader."""
    parts = [part for part in (widget, *widget.findChildren(QWidget)) if isinstance(part, ACTIVE) and part.isVisible()]
    return [described(part) for part in parts if not _is_inner(part) and not name(part)]


def name(part: QObject) -> str:
    interface = QAccessible.queryAccessibleInterface(part)
    return interface.text(QAccessible.Text.Name).strip()


def _is_inner(part: QWidget) -> bool:
    """What Qt makes a widget of, which speaks for it: the field in a combo box, the corner of a table."""
    return isinstance(part.parentWidget(), QComboBox | QAbstractSpinBox | QLineEdit | QTabBar | QAbstractItemView)


def described(part: QWidget) -> str:
    parents = []
    holder = part.parentWidget()
    while holder is not None:
        parents.append(type(holder).__name__)
        holder = holder.parentWidget()
    return f"{type(part).__name__} {part.objectName()} in {' in '.join(parents[:3])}"


@pytest.fixture
def show(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Callable[[str], Window]]:
    """Opens the clinic sample in a language."""
    settings = Settings(tmp_path / "settings.json")
    settings.theme, settings.folder = "light", str(tmp_path)

    def begin(language: str) -> Window:
        window = opened(qapp, settings, language)
        qtbot.addWidget(window, before_close_func=lambda _: window.session.undo_stack.setClean())
        path = tmp_path / "peta.cjm"
        path.write_bytes(resources.path("samples", "clinic.cjm").read_bytes())
        assert window.files.open(path)
        window.resize(1366, 768)
        with qtbot.waitExposed(window):
            window.show()
        qtbot.waitUntil(lambda: window.panels.findings.list.model().rowCount() > 0)
        return window

    yield begin
    speak("en")
    speak("")
    theme.apply("light")


def test_a_button_without_a_name_is_found(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    button = QLineEdit(window)
    window.show()
    assert nameless(window) == ["QLineEdit  in QWidget"]
    button.setAccessibleName("Judul")
    assert nameless(window) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_part_of_the_window_has_a_name(language: str, show: Callable[[str], Window]) -> None:
    window = show(language)
    QApplication.processEvents()
    assert nameless(window) == []
    window.canvas.zoom_to(2.0)
    for panel in ("structure", "findings", "inspector"):
        window.panels.bring(panel)
        QApplication.processEvents()
        assert nameless(window) == [], panel
    assert name(window.canvas)
    assert name(window.panels.overview)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_every_field_of_the_inspector_has_a_name(
    kind: type[Card], language: str, show: Callable[[str], Window]
) -> None:
    window = show(language)
    for key in [*window.session.document.table(kind)][:8]:
        window.session.select((key,))
        QApplication.processEvents()
        assert nameless(window.panels.inspector) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_part_of_the_dialogs_has_a_name(language: str, show: Callable[[str], Window], tmp_path: Path) -> None:
    window = show(language)
    answers, found = Answers(), dict[str, list[str]]()

    def note(where: str) -> Act:
        def act(dialog: QDialog) -> None:
            found[where] = nameless(dialog)
            dialog.reject()

        return act

    damaged, several = tmp_path / "rusak.cjm", tmp_path / "dua.md"
    damaged.write_bytes((tmp_path / "peta.cjm").read_bytes()[:9000])
    several.write_text("```mermaid\njourney\n  title A\n  section B\n    C: 3: D\n```\n" * 2, encoding="utf-8")
    asking: dict[str, Callable[[], object]] = {
        "new": window.files.new, "open": window.files.open, "save as": window.files.save_as,
        "export": window.files.export,
        "export as": window.files.export_as, "print": window.files.print_, "shortcuts": window.show_shortcuts,
        "about": window.show_about, "trouble": window.mishaps.show, "damaged": lambda: window.files.open(damaged),
        "several": lambda: window.files.open(several),
    }  # fmt: skip
    window.keeper.keep_version("timed")
    asking |= {
        "earlier": lambda: window.files.open_earlier(window.keeper),
        "forget": lambda: window.files.forget(window.keeper),
    }
    for where, run in asking.items():
        answers(note(where))
        run()
    window.session.do("edit", edit_map, title="Berobat")
    answers(note("leave"), note("revert"))
    window.files.may_leave()
    window.files.revert()
    answers.deleteLater()
    assert found == {where: [] for where in (*asking, "leave", "revert")}
