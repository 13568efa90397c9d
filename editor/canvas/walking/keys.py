"""Which key asks for what."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

Key, Held = Qt.Key, Qt.KeyboardModifier

ARROWS: dict[int, tuple[int, int]] = {
    Key.Key_Left: (-1, 0), Key.Key_Right: (1, 0), Key.Key_Up: (0, -1), Key.Key_Down: (0, 1),
}  # fmt: skip
"""Columns to the right, lanes down."""
ENDS: dict[int, bool] = {Key.Key_Home: False, Key.Key_End: True}
"""Whether to the last."""
STAGES: dict[int, int] = {Key.Key_PageUp: -1, Key.Key_PageDown: 1}
"""Stages to the right."""


def walks(key: int) -> bool:
    """Whether a key leads over the map."""
    return key in ARROWS or key in ENDS or key in STAGES


def held(event: QKeyEvent) -> Qt.KeyboardModifier:
    """The modifiers of a key; arrows bear that of the number block on some systems."""
    return event.modifiers() & ~Held.KeypadModifier
