"""A part of a form that folds away under its title."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QToolButton, QVBoxLayout, QWidget

_HEAD = """
QToolButton { border: 1px solid transparent; border-radius: 4px; padding: 3px 2px; font-weight: bold; }
QToolButton:hover { background: palette(midlight); }
QToolButton:focus { border-color: palette(accent); }
"""
_INSET = 18  # pixels


class Section(QWidget):
    """Open or folded; the title is a button."""

    def __init__(self, parts: tuple[QWidget, ...], parent: QWidget | None = None, *, folded: bool = True) -> None:
        super().__init__(parent)
        self.head = QToolButton(self)
        self.head.setCheckable(True)
        self.head.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.head.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.head.setStyleSheet(_HEAD)
        self.body = QWidget(self)
        inner, outer = QVBoxLayout(self.body), QVBoxLayout(self)
        inner.setContentsMargins(_INSET, 2, 0, 6)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        for part in parts:
            inner.addWidget(part)
        outer.addWidget(self.head)
        outer.addWidget(self.body)
        self.head.toggled.connect(self._fold)
        self.head.setChecked(not folded)
        self._fold(not folded)

    def set_title(self, title: str) -> None:
        self.head.setText(title)

    def _fold(self, opened: bool) -> None:
        self.body.setVisible(opened)
        self.head.setArrowType(Qt.ArrowType.DownArrow if opened else Qt.ArrowType.RightArrow)
