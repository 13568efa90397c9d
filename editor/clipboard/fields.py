"""The commands of the menu "Edit" where a text field has the focus: its words are meant then, and not the map."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QComboBox, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

_CONTROL = Qt.KeyboardModifier.ControlModifier


def take(key: Qt.Key, held: Qt.KeyboardModifier = _CONTROL) -> bool:
    """Whether a text field has the focus; it gets the key then, and does with it what it always does."""
    field = QApplication.focusWidget()
    if field is None or not _writes(field):
        return False
    QApplication.sendEvent(field, QKeyEvent(QEvent.Type.KeyPress, key, held))
    return True


def _writes(widget: QWidget) -> bool:
    if isinstance(widget, QComboBox):
        return widget.isEditable()
    return isinstance(widget, QLineEdit | QPlainTextEdit | QTextEdit | QAbstractSpinBox)
