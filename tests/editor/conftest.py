"""After each test of the window all is as before: no widget, no timer, no thread left over, nothing said in another
language or dressed in other colours."""

import gc
import sys
import threading
from collections.abc import Iterator
from typing import Any, NamedTuple

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QThread, QTimer
from PySide6.QtGui import QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from editor import speech
from editor.appearance import theme


class Surroundings(NamedTuple):
    """What a test finds and has to leave behind."""

    widgets: frozenset[str]
    threads: frozenset[str]
    language: str
    tells: Any
    palette: QPalette | None
    modal: str
    popup: str


@pytest.fixture(scope="session")
def qapp(qapp: QApplication) -> QApplication:
    """Dressed as the program dresses it: light, until a test puts something else on."""
    theme.apply("light")
    return qapp


@pytest.fixture(autouse=True)
def as_it_was() -> Iterator[None]:
    """pytest-qt has closed the widgets it was given by the time this looks: what is still there is a leak."""
    before = _surroundings()
    yield
    _bury()
    _empty_clipboard()
    after = _surroundings()
    if after.widgets != before.widgets:
        gc.collect()  # who made a widget without a parent has let go of it: that is no leak, only not yet collected
        _bury()
        after = _surroundings()
    assert after == before
    assert not _ticking(), "timers are still running"


def _surroundings() -> Surroundings:
    app = QApplication.instance() if isinstance(QApplication.instance(), QApplication) else None
    return Surroundings(
        widgets=frozenset(_named(each) for each in QApplication.topLevelWidgets()) if app else frozenset(),
        threads=frozenset(thread.name for thread in threading.enumerate() if not thread.daemon),
        language=speech.language(),
        tells=sys.excepthook,
        palette=QPalette(QGuiApplication.palette()) if app else None,
        modal=_named(QApplication.activeModalWidget()) if app else "",
        popup=_named(QApplication.activePopupWidget()) if app else "",
    )


def _named(widget: Any) -> str:
    return "" if widget is None else f"{type(widget).__name__} {widget.objectName()} {id(widget):x}"


def _bury() -> None:
    """Let go what was told to go: without an event loop Qt waits for one."""
    if QCoreApplication.instance() is not None:
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def _empty_clipboard() -> None:
    if isinstance(QCoreApplication.instance(), QGuiApplication):
        QGuiApplication.clipboard().clear()


def _ticking() -> list[str]:
    """Timers and threads made in Python that go on."""
    wrappers = shiboken6.getAllValidWrappers()
    timers = [each for each in wrappers if isinstance(each, QTimer) and each.isActive()]
    threads = [each for each in wrappers if isinstance(each, QThread) and each.isRunning() and not each.isMainThread()]
    return [repr(each) for each in (*timers, *threads)]
