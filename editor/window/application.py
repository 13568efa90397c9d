"""Starting the window: the application, its theme and language, the map to show. What goes wrong becomes a sentence."""

import datetime
import gc
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QMessageLogContext, QTimer, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from editor import speech
from editor.appearance import theme
from editor.appearance.icons import icon
from editor.files.opening import Sound, sound
from editor.keeping.state import JOURNALS, state_folder
from editor.session import Origin, Session
from editor.settings import Settings
from editor.window.interrupts import Interrupts
from editor.window.pauses import Pauses
from editor.window.window import Window

if TYPE_CHECKING:
    from model.document import Document

_FIRST = "five-stages"


def run(path: Path | None, no_display: Callable[[], int], language: str | None = None) -> int:
    """Show a map, or an empty one, until the window is closed; the exit code, as shells count after a signal.

    `no_display` says that there is no screen to show it on, and gives the exit code of that. `language`: for this once.
    """
    with _unhurried():
        application = _application(no_display)
        path = path.absolute() if path is not None else None
        found = sound(path) if path is not None else None
        window = opened(application, Settings(), language, found)
        window.mishaps.begin()
        window.show()
    interrupts = Interrupts(window)
    Pauses(application, window.keeper, window.mishaps.leave, window)
    # In the loop, and so is what they ask: a signal ends it all, and takes the lock of the map along.
    QTimer.singleShot(0, window, partial(_begin, window, path, found))
    code = application.exec()
    interrupts.release()
    if interrupts.ended:
        window.keeper.leave()
    window.files.release()
    window.clipboard.release()
    window.mishaps.end()
    return 128 + interrupts.last if interrupts.last else code


def _begin(window: Window, path: Path | None, found: Sound | None) -> None:
    if path is not None and found is not None:
        window.files.opened(path, found)
    elif path is not None:
        window.files.open(path)
    _offer_what_is_left(window)


def _offer_what_is_left(window: Window) -> None:
    if not (window.keeper.state / JOURNALS).exists():
        return
    from editor.keeping.recovering import Recovering

    Recovering(window).offer()


@contextmanager
def _unhurried() -> Iterator[None]:
    """What is loaded and built at the start stays to the end: looking through it for garbage would find none, and
    would find none each time again."""
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()


def opened(
    application: QApplication,
    settings: Settings,
    language: str | None = None,
    found: Sound | None = None,
) -> Window:
    """The window with a map, without one with an empty one, in the user's theme and language."""
    application.setApplicationName("Jejak")
    application.setOrganizationName("Jejak")
    QGuiApplication.setDesktopFileName("jejak")
    application.setWindowIcon(icon("footprints"))
    speech.speak(language or settings.language)
    theme.apply(cast("theme.Theme", settings.theme))
    session = Session(_beginning(), Origin("")) if found is None else Session(found.document, found.origin)
    return Window(session, settings, state_folder())


def _beginning() -> "Document":
    """What a window shows that was not told which map to open: the usual stages and lanes, ready to be written in."""
    from editor.tasks.fresh import fresh
    from model.storage.file import open_map
    from resources.templates import place

    template = open_map(place(_FIRST, speech.language())).document
    return fresh(template, datetime.date.today().isoformat())


def _application(no_display: Callable[[], int]) -> QApplication:
    """Qt ends the program where it finds no screen: a user should read a sentence before that, and of no core dump."""

    def handle(kind: QtMsgType, _: QMessageLogContext, __: str) -> None:
        if kind is QtMsgType.QtFatalMsg:
            code = no_display()
            sys.stderr.flush()
            os._exit(code)

    qInstallMessageHandler(handle)
    _spare_wayland()
    application = QApplication(sys.argv[:1])
    qInstallMessageHandler(None)
    return application


def _spare_wayland() -> None:
    """Where Wayland cannot be, its library would complain to the terminal before Qt goes on to look elsewhere."""
    if sys.platform == "linux" and not (os.environ.get("QT_QPA_PLATFORM") or os.environ.get("XDG_RUNTIME_DIR")):
        os.environ["QT_QPA_PLATFORM"] = "xcb"
