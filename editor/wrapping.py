"""Where a text field breaks its lines: at words, unless one is so long that Qt would look for hours."""

import re

from PySide6.QtCore import QSignalBlocker
from PySide6.QtGui import QTextOption
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit

_ENDLESS = re.compile(r"\S{5000}")
"""For one word Qt takes time by the square of its length: 2 s for 100,000 letters, minutes for a million."""

_MODES = QTextOption.WrapMode


def put(field: QPlainTextEdit | QTextEdit, text: str) -> None:
    """Have this text in a field, in place of what stands there."""
    mode = _mode(text)
    if mode is not field.wordWrapMode():
        with QSignalBlocker(field):
            field.setPlainText("")  # or what goes would be broken anew
        field.setWordWrapMode(mode)
    field.setPlainText(text)


def expect(field: QPlainTextEdit | QTextEdit, text: str) -> None:
    """Be ready for this text in addition to what stands in a field."""
    if _mode(text) is _MODES.WrapAnywhere:
        field.setWordWrapMode(_MODES.WrapAnywhere)


def _mode(text: str) -> QTextOption.WrapMode:
    return _MODES.WrapAnywhere if _ENDLESS.search(text) else _MODES.WrapAtWordBoundaryOrAnywhere
