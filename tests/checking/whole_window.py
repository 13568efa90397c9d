"""Somebody at the whole window: mouse and keys go the way of the system's own events, through focus and shortcuts."""

from pathlib import Path

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QKeySequence, QNativeGestureEvent, QPointingDevice, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTextEdit, QWidget

from editor.window.window import Window
from model.records import Card, Id, Record, Step
from tests.checking.dragging import Dragging

_NONE = Qt.KeyboardModifier.NoModifier


class Hands(Dragging):
    """`folder`: an empty one of the test's own."""

    def __init__(self, window: Window, folder: Path) -> None:
        super().__init__(window.canvas, window.session)
        self.window = window
        self.folder = folder

    # Keys

    def keys(self, names: str) -> None:
        """Press keys one after the other, such as "Ctrl+S Down": they go where the focus is, shortcuts first."""
        for name in names.split():
            pressed = QKeySequence(name)[0]  # type: ignore[index]  # the stubs do not know that it is a sequence
            QTest.keyClick(self._handle(), pressed.key(), pressed.keyboardModifiers())

    def write(self, text: str) -> None:
        """Type a text, letter by letter, whatever has the focus by then."""
        for letter in text:
            self.letter(letter)

    def letter(self, text: str, held: Qt.KeyboardModifier = _NONE) -> None:
        """A key that types this, whatever it is called on the keyboard."""
        shift = Qt.KeyboardModifier.ShiftModifier if text.isupper() else _NONE
        code = ord(text.upper()) if len(text) == 1 and ord(text) < 128 else 0
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            focus = QApplication.focusWidget()
            assert focus is not None, "nothing has the focus"
            QApplication.sendEvent(focus, QKeyEvent(kind, code, held | shift, text))

    def compose(self, preedit: str, commit: str = "") -> None:
        """An input method or a dead key at work."""
        event = QInputMethodEvent(preedit, [])
        event.setCommitString(commit)
        focus = QApplication.focusWidget()
        assert focus is not None, "nothing has the focus"
        QApplication.sendEvent(focus, event)

    def hold_space(self) -> None:
        QTest.keyPress(self._handle(), Qt.Key.Key_Space)

    def let_space_go(self) -> None:
        QTest.keyRelease(self._handle(), Qt.Key.Key_Space)

    def _handle(self) -> QWindow:
        handle = self.window.windowHandle()
        assert handle is not None
        return handle

    # Mouse

    def click(self, at: QPoint, keys: Qt.KeyboardModifier = _NONE) -> None:
        QTest.mouseMove(self.canvas.viewport(), at)
        QTest.mouseClick(self.canvas.viewport(), Qt.MouseButton.LeftButton, keys, at)

    def wheel(self, at: QPoint, notches: int, keys: Qt.KeyboardModifier = _NONE) -> None:
        """Turn the wheel by notches, upwards where positive."""
        place = QPointF(self.canvas.viewport().mapTo(self.window, at))
        QTest.wheelEvent(self._handle(), place, QPoint(0, 120 * notches), QPoint(), keys)

    def pinch(self, at: QPoint, by: float) -> None:
        """Two fingers on a touch pad, `by` a share of the size."""
        viewport = self.canvas.viewport()
        where = QPointF(at)
        event = QNativeGestureEvent(
            Qt.NativeGestureType.ZoomNativeGesture, QPointingDevice.primaryPointingDevice(), 2,
            where, where, QPointF(viewport.mapToGlobal(at)), by, QPointF(),
        )  # fmt: skip
        QApplication.sendEvent(viewport, event)

    def middle_drag(self, start: QPoint, to: QPoint) -> None:
        viewport, button = self.canvas.viewport(), Qt.MouseButton.MiddleButton
        QTest.mousePress(viewport, button, _NONE, start)
        QTest.mouseMove(viewport, to)
        QTest.mouseRelease(viewport, button, _NONE, to)

    # What shows

    @property
    def sheet(self) -> QTextEdit:
        """Where one writes; it must be there."""
        found = [each for each in self.canvas.viewport().findChildren(QTextEdit) if each.isVisible()]
        assert len(found) == 1, "nothing is being written"
        return found[0]

    @property
    def writes(self) -> bool:
        """Whether something is being written on the canvas."""
        return self.canvas.writing.key is not None

    @property
    def focus(self) -> QWidget | None:
        return QApplication.focusWidget()

    def wait_for_a_sharp_picture(self) -> None:
        """While one zooms the last picture may be shown, made larger or smaller."""
        while self.canvas.settling:
            QTest.qWait(20)

    # What came of it

    @property
    def steps(self) -> int:
        """How many undo steps there are to take back."""
        return self.session.undo_stack.index()

    def text(self, key: Id) -> str:
        return self.session.document.table(Card)[key].text

    def texts(self, lane: Id, step: Id) -> list[str]:
        """What the cards of a cell say, from top to bottom."""
        return [card.text for card in self.session.document.cards_in(lane, step)]

    def there_and_back(self) -> None:
        """One undo and everything is as when the window opened; one redo and it is as it is now, drawing and all."""
        after, picture = self.now(), self.session.drawing.layout.pages
        steps = self.steps
        self.session.undo_stack.setIndex(0)
        assert self.now() == self.records
        self.session.undo_stack.setIndex(steps)
        assert self.now() == after
        assert self.session.drawing.layout.pages == picture

    def untouched(self) -> None:
        """Nothing was changed, and there is nothing to take back."""
        assert self.now() == self.records
        assert self.steps == 0
        assert not self.session.unsaved

    def now(self) -> dict[Id, Record]:
        """The map as it is."""
        return dict(self.session.document.records)

    def column(self, step: Id) -> int:
        """The number of a step from the left."""
        return [each.id for each in self.session.document.steps].index(self.session.document.table(Step)[step].id)
