"""Signals of the system. Ctrl+C in the terminal closes the window as by its own command, which asks about what is not
saved. What ends the program, as a logout or a closed terminal does, waits for no answer: the journal has it all, and
the next start offers it."""

import signal
import socket
from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QSocketNotifier
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from editor.window.window import Window

_ENDING = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name))
_MANY = 64
_SHELLS = 128
"""What shells add to the number of the signal that ended a program."""


class Interrupts(QObject):
    """While it lives a signal raises nothing in the middle of something else, but is told to Qt's event loop; to the
    one of an open dialog as well.

    `last` is the number of the signal that led to the end, 0 without one. `ended`: it was one that asks nobody.
    """

    def __init__(self, window: "Window") -> None:
        super().__init__(window)
        self._window = window
        self.last = 0
        self._reading, self._writing = socket.socketpair()
        self._reading.setblocking(False)
        self._writing.setblocking(False)
        self._notifier = QSocketNotifier(self._reading.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._hear)
        self._wakeup = signal.set_wakeup_fd(self._writing.fileno())
        self._before = {
            number: signal.signal(number, _noted) for number in (signal.SIGINT, *_ENDING) if _wanted(number)
        }

    @property
    def ended(self) -> bool:
        return self.last in _ENDING

    def _hear(self) -> None:
        with suppress(BlockingIOError):
            self._obey(self._reading.recv(_MANY))

    def _obey(self, numbers: bytes) -> None:
        ending = [number for number in numbers if number in _ENDING]
        if self.ended:  # the first one counts
            return
        if ending:  # ahead of one that asks, and would wait for the answer
            self._end(ending[0])
        elif QApplication.activeModalWidget() is None:  # else a question is asked already
            self._close(numbers[0])

    def _close(self, number: int) -> None:
        if self._window.close():
            self.last = self.last or number

    def _end(self, number: int) -> None:
        self.last = number
        try:
            self._window.mishaps.leave()
        finally:
            # All loops end, those of dialogs too, as if each had been cancelled.
            QCoreApplication.exit(_SHELLS + number)

    def release(self) -> None:
        """Let signals do again what they did before."""
        self._notifier.setEnabled(False)
        signal.set_wakeup_fd(self._wakeup)
        for number, handler in self._before.items():
            signal.signal(number, handler)
        self._reading.close()
        self._writing.close()


def _wanted(number: int) -> bool:
    """Who started the program by nohup wants it to outlive the terminal."""
    return number not in _ENDING or signal.getsignal(number) is not signal.SIG_IGN


def _noted(_number: int, _frame: object) -> None:
    """Python tells the socket; without a handler of Python's it would not."""
