"""Runs the program as `main.py` does, and does something at its window that a test from outside waits for:
`driven.py DEED MAP`.

A line on standard output says that it is done. The window knows nothing of it, and goes on until a signal ends it.
"""

import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, qFatal
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

ROOT = Path(__file__).resolve().parents[2]
WORDS = "Bu Sari menunggu"
_PACE = 20  # milliseconds between two looks


class Driver(QObject):
    """Each deed is one step after the other, each as soon as the window has come so far."""

    def __init__(self, application: QApplication, deed: str) -> None:
        super().__init__(application)
        from editor.window.window import Window

        self._window = next(each for each in application.topLevelWidgets() if isinstance(each, Window))
        self._steps: list[Callable[[], bool]] = [self._active, *DEEDS[deed](self)]
        self._timer = QTimer(self, interval=_PACE)
        self._timer.timeout.connect(self._go_on)
        self._timer.start()
        self._window.activateWindow()

    def _go_on(self) -> None:
        if self._steps and not self._steps[0]():
            return
        if self._steps:
            self._steps.pop(0)
        else:
            self._timer.stop()
            print("done", flush=True)

    def _active(self) -> bool:
        return self._window.isActiveWindow()

    # What can be done

    def look(self) -> list[Callable[[], bool]]:
        return []

    def write(self) -> list[Callable[[], bool]]:
        return [self._select, *(self._letter(letter) for letter in WORDS)]

    def ask_before_leaving(self) -> list[Callable[[], bool]]:
        return [*self.write(), self._press("Ctrl+Q"), self._asked]

    def read_a_dialog(self) -> list[Callable[[], bool]]:
        return [*self.write(), self._press("Shift+F1"), self._asked]

    def be_asked(self) -> list[Callable[[], bool]]:
        """What ends the program comes from outside, once it says so; then there is a question."""
        return [*self.write(), self._say("written"), self._asked]

    def be_offered_the_trace(self) -> list[Callable[[], bool]]:
        return [self._offered, self._press("Ctrl+F1"), self._asked, self._read]

    def die_of_qt(self) -> list[Callable[[], bool]]:
        return [self._fatal]

    def _fatal(self) -> bool:
        qFatal(WORDS)
        return True

    # Steps

    def _select(self) -> bool:
        from model.records import Card

        self._window.session.select((next(iter(self._window.session.document.table(Card))),))
        self._window.canvas.setFocus()
        return True

    def _letter(self, letter: str) -> Callable[[], bool]:
        def step() -> bool:
            focus = QApplication.focusWidget()
            assert focus is not None
            QTest.keyClicks(focus, letter)
            return True

        return step

    def _press(self, key: str) -> Callable[[], bool]:
        def step() -> bool:
            # Later: what opens a dialog comes back once it is closed, and the timer has to go on meanwhile.
            QTimer.singleShot(0, self._window, lambda: self._key(key))
            return True

        return step

    def _key(self, key: str) -> None:
        pressed = QKeySequence(key)[0]  # type: ignore[index]  # the stubs do not know that it is a sequence
        handle = self._window.windowHandle()
        assert handle is not None
        QTest.keyClick(handle, pressed.key(), pressed.keyboardModifiers())

    def _say(self, words: str) -> Callable[[], bool]:
        def step() -> bool:
            print(words, flush=True)
            return True

        return step

    def _asked(self) -> bool:
        return QApplication.activeModalWidget() is not None

    def _offered(self) -> bool:
        return self._window.banner.shows("crash")

    def _read(self) -> bool:
        from PySide6.QtWidgets import QPlainTextEdit

        dialog = QApplication.activeModalWidget()
        assert dialog is not None
        print(dialog.findChildren(QPlainTextEdit)[0].toPlainText().encode().hex(), flush=True)
        return True


DEEDS: dict[str, Callable[[Driver], list[Callable[[], bool]]]] = {
    "look": Driver.look,
    "write": Driver.write,
    "ask": Driver.ask_before_leaving,
    "dialog": Driver.read_a_dialog,
    "be asked": Driver.be_asked,
    "offer": Driver.be_offered_the_trace,
    "fatal": Driver.die_of_qt,
}


def _driven(deed: str) -> None:
    """Have somebody there once the program is ready for it."""
    loop = QApplication.exec

    def run(*_: object) -> int:
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        driver = Driver(application, deed)
        code = loop()
        driver.deleteLater()
        return code

    QApplication.exec = run  # type: ignore[method-assign]


if __name__ == "__main__":
    sys.path[0] = str(ROOT)
    from main import main

    _driven(sys.argv[1])
    sys.argv = ["main.py", *sys.argv[2:]]
    sys.exit(main(sys.argv[1:]))
