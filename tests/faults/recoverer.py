"""Runs the program as `main.py` does, and opens the map that an earlier window left: `recoverer.py SEED`.

A line on standard output says when the question is there, another one when the map is open.
"""

import builtins
import os
import sys
from pathlib import Path

PLAIN_IMPORT = builtins.__import__

from PySide6.QtCore import QObject, QTimer  # noqa: E402  see tests/checking/started.py
from PySide6.QtTest import QTest  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

ROOT = Path(__file__).resolve().parents[2]
_LOOK = 10  # milliseconds


class Recoverer(QObject):
    """Somebody who waits for the question, and presses Enter."""

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._timer = QTimer(self, interval=_LOOK)
        self._timer.timeout.connect(self._look)
        self._timer.start()
        self._asked = False

    def _look(self) -> None:
        from PySide6.QtCore import Qt

        from editor.dialogs.recovery import Recovery

        question = QApplication.activeModalWidget()
        if isinstance(question, Recovery) and not self._asked:
            self._asked = True
            os.write(1, b"asked\n")
            QTest.keyClick(question, Qt.Key.Key_Return)
        elif self._asked and question is None:
            os.write(1, b"opened\n")
            self._timer.stop()


def _sitting_down() -> None:
    loop = QApplication.exec

    def run(*_: object) -> int:
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        Recoverer(application)
        return loop()

    QApplication.exec = run  # type: ignore[method-assign]


if __name__ == "__main__":
    builtins.__import__ = PLAIN_IMPORT
    sys.path[0] = str(ROOT)
    from main import main

    _sitting_down()
    sys.argv = ["main.py"]
    sys.exit(main([]))
