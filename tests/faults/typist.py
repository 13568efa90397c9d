"""Runs the program as `main.py` does, and works at its window: `typist.py SEED [MAP]`.

Twelve times a second a letter is typed or something else done, by real events: dragged, deleted, taken back, written in
the inspector, saved. A line on standard output says with which map it
begins, and one after each doing acknowledges what is on the map by then: who reads it may
kill the program at any moment. The window knows nothing of it.
"""

import builtins
import hashlib
import os
import sys
from collections.abc import Callable
from pathlib import Path
from random import Random

PLAIN_IMPORT = builtins.__import__

from PySide6.QtCore import QObject, Qt, QTimer  # noqa: E402  see tests/checking/started.py
from PySide6.QtTest import QTest  # noqa: E402
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget  # noqa: E402

ROOT = Path(__file__).resolve().parents[2]
_PACE = 1000 // 12  # milliseconds from letter to letter: somebody who types fast
_LETTERS = "menunggu dipanggil antre, “berapa lama lagi?” 10 menit\u00a0– Ğß 中文 "


class Typist(QObject):
    """Somebody at the window. Chance decides what is done next; letters come most often."""

    def __init__(self, application: QApplication, seed: int) -> None:
        super().__init__(application)
        from editor.window.window import Window
        from tests.checking.whole_window import Hands

        self._window = next(each for each in application.topLevelWidgets() if isinstance(each, Window))
        self._hands = Hands(self._window, Path())
        self._chance = Random(seed)
        self._letters = 0
        self._timer = QTimer(self, interval=_PACE)
        self._timer.timeout.connect(self._act)
        self._timer.start()
        self._begun = False

    def _act(self) -> None:
        question = QApplication.activeModalWidget()
        if question is not None:
            QTest.keyClick(question, Qt.Key.Key_Escape)
            return
        if not self._window.isActiveWindow():
            self._window.activateWindow()
            return
        if self._begun:
            self._next()()
        self._begun = True
        self._acknowledge()

    def _next(self) -> Callable[[], None]:
        if self._in_a_text():
            return self._chance.choices((self._type, self._go_on, self._delete_letter), (88, 6, 6))[0]
        doings = (self._begin, self._drag, self._delete, self._undo, self._redo, self._inspect, self._save)
        return self._chance.choices(doings, (40, 15, 8, 10, 5, 15, 5))[0]

    def _in_a_text(self) -> bool:
        focus = QApplication.focusWidget()
        return isinstance(focus, QLineEdit | QTextEdit | QPlainTextEdit) and not focus.isReadOnly()

    # What is done

    def _type(self) -> None:
        self._letters += 1
        self._hands.letter(self._chance.choice(_LETTERS))

    def _delete_letter(self) -> None:
        self._hands.keys("Backspace")

    def _go_on(self) -> None:
        self._hands.keys("Tab")
        self._window.canvas.setFocus()

    def _begin(self) -> None:
        self._stand_somewhere()
        self._type()

    def _drag(self) -> None:
        document, places = self._window.session.document, self._window.session.drawing.places
        cards = [card for card in document.records if card[:1] == "c" and places.spots(card)]
        if cards and document.steps:
            lane = self._chance.choice([lane.id for lane in document.lanes])
            there = self._hands.cell(lane, self._chance.randrange(len(document.steps)))
            self._hands.drag(self._hands.middle(self._chance.choice(cards)), there)

    def _delete(self) -> None:
        self._pick()
        self._hands.keys("Delete")

    def _undo(self) -> None:
        self._hands.keys("Ctrl+Z")

    def _redo(self) -> None:
        self._hands.keys("Ctrl+Y")

    def _save(self) -> None:
        if self._window.session.origin.path is not None:
            self._hands.keys("Ctrl+S")

    def _inspect(self) -> None:
        """Go to a text of the inspector and write there."""
        self._pick()
        fields = [each for each in self._fields(self._window.panels.inspector) if each.isVisible()]
        if fields:
            field = self._chance.choice(fields)
            QTest.mouseClick(getattr(field, "viewport", lambda: field)(), Qt.MouseButton.LeftButton)
            self._type()

    def _fields(self, panel: QWidget) -> list[QWidget]:
        found: list[QWidget] = [*panel.findChildren(QPlainTextEdit), *panel.findChildren(QTextEdit)]
        return [*found, *panel.findChildren(QLineEdit)]

    def _pick(self) -> None:
        self._window.session.select([self._chance.choice([*self._window.session.document.records])])

    def _stand_somewhere(self) -> None:
        document = self._window.session.document
        lanes, steps = document.lanes, document.steps
        if lanes and steps:
            self._window.canvas.setFocus()
            self._window.session.stand_in((self._chance.choice(lanes).id, self._chance.choice(steps).id))

    def _acknowledge(self) -> None:
        from model.storage.journal import written

        state = hashlib.sha256(written(self._window.session.document)).hexdigest()
        os.write(1, f"{state} {self._letters}\n".encode())  # in one piece: a kill comes between any two


def _sitting_down(seed: int) -> None:
    """Whoever runs Qt's event loop gets somebody to work in it."""
    loop = QApplication.exec

    def run(*_: object) -> int:
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        Typist(application, seed)
        return loop()

    QApplication.exec = run  # type: ignore[method-assign]


if __name__ == "__main__":
    builtins.__import__ = PLAIN_IMPORT
    sys.path[0] = str(ROOT)
    from main import main

    _sitting_down(int(sys.argv[1]))
    sys.argv = ["main.py", *sys.argv[2:]]
    sys.exit(main(sys.argv[1:]))
