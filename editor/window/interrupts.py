"""Ctrl+C in the terminal, and a system that asks the program to end: the window closes as by its own command, and asks
about what is not saved."""

import signal
import socket
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSocketNotifier
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from editor.window.window import Window

_SIGNALS = (signal.SIGINT, signal.SIGTERM)


class Interrupts(QObject):
    """While it lives a signal raises nothing in the middle of something else, but is told to Qt's event loop.

    `last` is the number of the signal that came last, 0 without one.
    """

    def __init__(self, window: "Window") -> None:
        super().__init__(window)
        self._window = window
        self.last = 0
        self._reading, self._writing = socket.socketpair()
        self._reading.setblocking(False)
        self._writing.setblocking(False)
        self._notifier = QSocketNotifier(self._reading.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._close)
        self._wakeup = signal.set_wakeup_fd(self._writing.fileno())
        self._before = {number: signal.signal(number, _noted) for number in _SIGNALS}

    def _close(self) -> None:
        self.last = self._reading.recv(1)[0]
        if QApplication.activeModalWidget() is None:  # else a question is asked already
            self._window.close()

    def release(self) -> None:
        """Let signals do again what they did before."""
        self._notifier.setEnabled(False)
        signal.set_wakeup_fd(self._wakeup)
        for number, handler in self._before.items():
            signal.signal(number, handler)
        self._reading.close()
        self._writing.close()


def _noted(_number: int, _frame: object) -> None:
    """Python tells the socket; without a handler of Python's it would not."""
