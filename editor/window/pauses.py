"""When the computer goes to sleep, the session ends or somebody turns to another program: it may be for good, and what
was done to the map goes to the disk."""

import sys
from collections.abc import Callable
from typing import Protocol, cast

from PySide6.QtCore import SLOT, QObject, Qt, QTimer, Slot
from PySide6.QtGui import QGuiApplication

_LATER = 5_000
"""Milliseconds after the start at which the system's bus is asked: nobody closes a lid sooner."""

_LOGIND = ("org.freedesktop.login1", "/org/freedesktop/login1", "org.freedesktop.login1.Manager")
_SIGNALS = ("PrepareForSleep", "PrepareForShutdown")
"""Both come with True before and False after (org.freedesktop.login1(5))."""


class Syncing(Protocol):
    """What keeps the map; see `editor.keeping.keeper.Keeper`."""

    def flush(self) -> bool: ...
    def sync_soon(self) -> None: ...


class Pauses(QObject):
    """Listens as long as it lives, to the system's bus as soon as the window stands."""

    def __init__(
        self, application: QGuiApplication, keeper: Syncing, leave: Callable[[], object], parent: QObject
    ) -> None:
        """`leave` is called at a logout: the program may be gone right after it."""
        super().__init__(parent)
        self._keeper, self._leave = keeper, leave
        application.commitDataRequest.connect(self._log_out)
        application.saveStateRequest.connect(self._log_out)
        application.applicationStateChanged.connect(self._turn_away)
        later = QTimer(self, singleShot=True, interval=_LATER)
        later.timeout.connect(self.listen)
        later.start()

    def listen(self) -> None:
        """Be told before the computer sleeps or shuts down. Where no bus is nobody tells it, and nothing happens."""
        if sys.platform != "linux":
            return
        from PySide6.QtDBus import QDBusConnection

        bus = QDBusConnection.systemBus()
        if bus.isConnected():
            for name in _SIGNALS:
                # A str, as SLOT gives it: bytes, which the stubs ask for, are refused.
                bus.connect(*_LOGIND, name, self, cast("bytes", SLOT("prepare(bool)")))

    @Slot(bool)
    def prepare(self, begins: bool) -> None:
        """The computer is about to stop, or goes on again."""
        if begins:
            self._keeper.flush()

    def _log_out(self) -> None:
        # Without the QSessionManager that comes along: Qt for Python cannot hand it over.
        self._leave()

    def _turn_away(self, state: Qt.ApplicationState) -> None:
        if state != Qt.ApplicationState.ApplicationActive:
            self._keeper.sync_soon()
