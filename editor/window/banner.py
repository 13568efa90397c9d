"""The strip above the canvas: what is to be known for longer than a moment, each sentence with what can be done."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from editor import plain
from editor.signs import sign

Words = Callable[[], str]
"""A sentence in the language of the moment it is asked in."""

_SIGN = QSize(18, 18)
_READABLE, _LEAST = 320, 160
"""Pixels: what a sentence should have beside its buttons, and what it has at the least."""


class BannerAction(NamedTuple):
    """A button: what it says, and what it does. It leaves the message where it is; see `Banner.drop`."""

    words: Words
    act: Callable[[], object]


class Banner(QWidget):
    """Messages, one below the other in the order they came; hidden without any.

    `left`: what had the focus is gone with its message.
    """

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self._rows: dict[str, _Message] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.hide()

    def show_message(
        self, key: str, sentence: Words, actions: tuple[BannerAction, ...] = (), kind: str = "told"
    ) -> None:
        """Show a message, in the place of the one with the same key; a screen reader says it, the focus stays.

        `kind`: "told" or "warning", see `editor.signs`.
        """
        row = self._rows.get(key)
        if row is None:
            row = self._rows[key] = _Message(self)
            self._column.addWidget(row)
        elif row.has_focus():
            self.left.emit()
        row.say(sentence, actions, kind)
        self.show()

    def drop(self, key: str) -> None:
        """Take a message away; one that is not there is gone already."""
        row = self._rows.pop(key, None)
        if row is None:
            return
        had_focus = row.has_focus()
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()  # later: it may be one of its own buttons that asked for this
        self.setVisible(bool(self._rows))
        if had_focus:
            self.left.emit()

    def shows(self, key: str) -> bool:
        """Whether a message is there."""
        return key in self._rows

    @property
    def sentences(self) -> list[str]:
        """What it says, from top to bottom."""
        return [row.words.text() for row in self._rows.values()]


class _Message(QFrame):
    """One sentence and its buttons."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._sentence: Words = str
        self._kind = "told"
        self._buttons: list[_Button] = []
        self._sign, self.words = plain.label("", self), plain.label("", self, wrap=True)
        # A name without a space is cut rather than allowed to make the window wider than the screen.
        self.words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.ToolTipBase)
        told, self._offered = QHBoxLayout(), QHBoxLayout()
        told.setSpacing(8)
        told.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignVCenter)
        told.addWidget(self.words, 1)
        self._offered.setSpacing(8)
        self._offered.addStretch()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(12, 6, 12, 7)
        self._row.setSpacing(8)
        self._row.addLayout(told, 1)
        self._row.addLayout(self._offered)

    def say(self, sentence: Words, actions: tuple[BannerAction, ...], kind: str) -> None:
        """Another sentence, with other buttons."""
        self._sentence, self._kind = sentence, kind
        for button in self._buttons:
            self._offered.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = [_Button(action, self) for action in actions]
        for button in self._buttons:
            self._offered.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
            button.show()
        self.retranslate()
        self._make_room()
        self._show_sign()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.words.text()))

    def has_focus(self) -> bool:
        focus = QApplication.focusWidget()
        return focus is not None and self.isAncestorOf(focus)

    def retranslate(self) -> None:
        """Say it in the language of the program."""
        text = self._sentence()
        self.words.setText(text)
        self.setAccessibleName(text)
        for button in self._buttons:
            button.retranslate()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() == QEvent.Type.PaletteChange:
            self._show_sign()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        """Buttons that would leave the sentence too little stand below it."""
        narrow = self.width() < self._offered.sizeHint().width() + _READABLE
        ways = QBoxLayout.Direction
        self._row.setDirection(ways.TopToBottom if narrow and self._buttons else ways.LeftToRight)

    def minimumSizeHint(self) -> QSize:
        margins = self._row.contentsMargins()
        least = max(self._offered.minimumSize().width(), _LEAST) + margins.left() + margins.right()
        return QSize(least, super().minimumSizeHint().height())

    def _show_sign(self) -> None:
        self._sign.setPixmap(sign(self._kind).pixmap(_SIGN, self.devicePixelRatioF()))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.fillRect(0, self.height() - 1, self.width(), 1, self.palette().mid())
        painter.end()


class _Button(QPushButton):
    """One of the things that can be done."""

    def __init__(self, action: BannerAction, parent: QWidget) -> None:
        super().__init__(parent)
        self._action = action
        self.setAutoDefault(False)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the focus on the map
        self.clicked.connect(self._act)

    def retranslate(self) -> None:
        words = self._action.words().replace("&", "")  # its letter may be one that opens a menu
        self.setText(words)
        self.setAccessibleName(words)

    def _act(self) -> None:
        self._action.act()
