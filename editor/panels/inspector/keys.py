"""The keys that text fields of the inspector share."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from editor.panels.inspector.editor import Editor

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Keys(QObject):
    """Watches a text field: Escape takes back, Ctrl+Enter and leaving commit, undo is the map's if nothing is typed."""

    escaped = Signal()
    committed = Signal()
    came = Signal()

    def __init__(self, field: QWidget, editor: Editor) -> None:
        super().__init__(field)
        self._editor = editor
        field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002  (Qt's signature)
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            return self._claim(event)
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._press(event)
        if event.type() == QEvent.Type.FocusIn:
            self.came.emit()
        if event.type() == QEvent.Type.FocusOut and isinstance(event, QFocusEvent):
            self._left(event.reason())
        return False

    def _claim(self, event: QKeyEvent) -> bool:
        """Escape and Ctrl+Enter are the field's before they are the window's; undo is the window's unless something
        is typed."""
        pending = self._editor.pending
        if (event.key() == Qt.Key.Key_Escape and pending) or _commits(event):
            event.accept()
            return True
        if not pending and (
            event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo)
        ):
            event.ignore()
            return True
        return False

    def _press(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Escape and self._editor.pending:
            self.escaped.emit()
            return True
        if _commits(event):
            self.committed.emit()
            return True
        return False

    def _left(self, reason: Qt.FocusReason) -> None:
        # A menu of the field's own, such as the one with Paste, does not end the typing.
        if reason != Qt.FocusReason.PopupFocusReason:
            self.committed.emit()


def _commits(event: QKeyEvent) -> bool:
    return event.key() in _ENTER and bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
