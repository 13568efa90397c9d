"""Starting the window: the application, its theme and language, the map to show. What goes wrong becomes a sentence."""

import datetime
import os
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import cast

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from editor import speech
from editor.appearance import theme
from editor.appearance.icons import icon
from editor.session import Origin, Session
from editor.settings import Settings
from editor.speech import Speech
from editor.tasks.fresh import fresh
from editor.window.window import Window
from model.document import Document
from model.storage.file import open_map
from resources.templates import place

_say = Speech("window")

_FIRST = "five-stages"


def run(path: Path | None, no_display: Callable[[], int], language: str | None = None) -> int:
    """Show a map, or an empty one, until the window is closed; the exit code.

    `no_display` says that there is no screen to show it on, and gives the exit code of that. `language`: for this once.
    """
    application = _application(no_display)
    window = opened(application, Settings(), language)
    sys.excepthook = _teller(window)
    window.show()
    if path is not None:
        window.files.open(path)
    code = application.exec()
    window.clipboard.release()
    return code


def opened(application: QApplication, settings: Settings, language: str | None = None) -> Window:
    """The window with an empty map, in the user's theme and language."""
    application.setApplicationName("Jejak")
    application.setOrganizationName("Jejak")
    QGuiApplication.setDesktopFileName("jejak")
    application.setWindowIcon(icon("footprints"))
    speech.speak(language or settings.language)
    theme.apply(cast("theme.Theme", settings.theme))
    return Window(Session(_beginning(), Origin("")), settings)


def _beginning() -> Document:
    """What a window shows that was not told which map to open: the usual stages and lanes, ready to be written in."""
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
    application = QApplication(sys.argv[:1])
    qInstallMessageHandler(None)
    return application


def _teller(window: Window) -> Callable[[type[BaseException], BaseException, TracebackType | None], None]:
    """A fault of ours becomes a sentence in the status line; the map stays open."""

    def tell(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if os.environ.get("JEJAK_TRACEBACK"):
            traceback.print_exception(kind, error, trace)
        last = traceback.extract_tb(trace)[-1] if trace is not None else None
        place = f"{Path(last.filename).name}:{last.lineno}" if last else ""
        window.session.tell(_say("internal", fault=traceback.format_exception_only(error)[-1].strip(), place=place))

    return tell
