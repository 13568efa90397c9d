"""Where Python and Qt bring what nobody caught: exceptions of slots, virtual methods, timers, threads and of what is
collected as garbage; and the messages of Qt."""

import os
import sys
import threading
import traceback
from collections.abc import Callable
from contextlib import suppress
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

Raised = Callable[[type[BaseException], BaseException | None, TracebackType | None], None]
Said = Callable[[str, str], None]

_KINDS = {
    QtMsgType.QtWarningMsg: "warning",
    QtMsgType.QtCriticalMsg: "critical",
    QtMsgType.QtFatalMsg: "fatal",
}
"""What is no trouble goes nowhere."""


class Hooks:
    """From `install` to `release` every exception goes to `raised` and every message of Qt, by its kind and category,
    to `said`; both may be called on any thread. What they raise themselves goes nowhere: there is nobody left to tell.

    With JEJAK_TRACEBACK set, both are shown on standard error as well, words and all.
    """

    def __init__(self, raised: Raised, said: Said) -> None:
        self._raised, self._said = raised, said
        self._loud = bool(os.environ.get("JEJAK_TRACEBACK"))

    def install(self) -> None:
        self._before = sys.excepthook, threading.excepthook, sys.unraisablehook
        sys.excepthook, threading.excepthook, sys.unraisablehook = self._exception, self._in_thread, self._unraisable
        self._qt_before = qInstallMessageHandler(self._message)

    def release(self) -> None:
        """Let everything go where it went before."""
        sys.excepthook, threading.excepthook, sys.unraisablehook = self._before
        qInstallMessageHandler(self._qt_before)

    def _exception(self, kind: type[BaseException], error: BaseException | None, trace: TracebackType | None) -> None:
        if not issubclass(kind, Exception):  # Ctrl+C, and whoever asks for the end
            self._before[0](kind, error if error is not None else kind(), trace)
            return
        with suppress(BaseException):
            self._show(kind, error, trace)
        with suppress(BaseException):
            self._raised(kind, error, trace)
        with suppress(BaseException):
            _let_go(trace)

    def _in_thread(self, thrown: threading.ExceptHookArgs) -> None:
        if not issubclass(thrown.exc_type, SystemExit):
            self._exception(thrown.exc_type, thrown.exc_value, thrown.exc_traceback)

    def _unraisable(self, thrown: "sys.UnraisableHookArgs") -> None:
        self._exception(thrown.exc_type, thrown.exc_value, thrown.exc_traceback)

    def _message(self, kind: QtMsgType, context: QMessageLogContext, words: str) -> None:
        with suppress(BaseException):
            if self._loud and sys.stderr is not None:
                print(words, file=sys.stderr)
        with suppress(BaseException):
            if kind in _KINDS:
                self._said(_KINDS[kind], context.category or "default")

    def _show(self, kind: type[BaseException], error: BaseException | None, trace: TracebackType | None) -> None:
        if self._loud and sys.stderr is not None:
            traceback.print_exception(kind, error, trace)


def _let_go(trace: TracebackType | None) -> None:
    """End what the failed functions held: a painter that lives on in the trace of a failed paintEvent would paint on
    a widget that is no more."""
    traceback.clear_frames(trace)
    for name in ("last_type", "last_value", "last_traceback"):
        if hasattr(sys, name):
            delattr(sys, name)
