"""Fields with little to choose from: one of several, yes or no, and the marks of a card."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon, QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from editor import plain
from editor.appearance.icons import mark_icon
from editor.panels.inspector.editor import SEVERAL, Editor
from editor.panels.inspector.typed import say
from editor.session import Session
from model.records import Card, Mark

# Fusion shows a pressed button without words hardly otherwise than one that is not.
_PRESSED = """
QToolButton { border: 1px solid palette(mid); border-radius: 4px; padding: 5px; background: palette(button); }
QToolButton:hover { background: palette(midlight); }
QToolButton:checked { border: 2px solid palette(accent); padding: 4px; background: palette(base); }
QToolButton:focus { border-color: palette(text); }
"""

Offer = tuple[Any, str, QIcon | None]  # a value, its words, its icon
Offers = Callable[[Session], Sequence[Offer]]


class Choice(Editor):
    """One of several values. What there is to choose is asked for each time, since the map may have changed."""

    def __init__(self, offers: Offers, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._offers = offers
        self._values: list[Any] = []
        self._texts: list[str] = []
        self.combo = _Combo(self)
        self.combo.activated.connect(self._choose)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.combo)
        self.setFocusProxy(self.combo)

    def show_value(self) -> None:
        self._offer()
        self.combo.setPlaceholderText(say("several"))
        self.combo.setCurrentIndex(self._values.index(self.value) if self.value in self._values else -1)

    def set_name(self, name: str) -> None:
        self.combo.setAccessibleName(name)

    def _offer(self) -> None:
        offers = self._offers(self.session)
        self._values = [value for value, _, _ in offers]
        texts = [plain.one_line(text) for _, text, _ in offers]
        if texts != self._texts:
            self._texts = texts
            self.combo.clear()
            for text, (_, _, sign) in zip(texts, offers, strict=True):
                self.combo.addItem(sign or QIcon(), text)

    def _choose(self, at: int) -> None:
        if self._values[at] != self.value:
            self.entered.emit(self._values[at])


class _Combo(QComboBox):
    """As wide as there is room, whatever its items say; the wheel scrolls the form it stands in."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class Flag(Editor):
    """Yes or no, with its own words beside it."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.box = QCheckBox(self)
        self.box.clicked.connect(self._click)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 2, 0, 2)
        layout.addWidget(self.box)
        self.setFocusProxy(self.box)

    def show_value(self) -> None:
        mixed = self.value is SEVERAL
        self.box.setTristate(mixed)
        self.box.setCheckState(Qt.CheckState.PartiallyChecked if mixed else _state(self.value))

    def set_text(self, text: str) -> None:
        """The words beside it, with their shortcut."""
        self.box.setText(text)

    def _click(self) -> None:
        self.entered.emit(self.value is SEVERAL or not self.value)


def _state(on: bool) -> Qt.CheckState:
    return Qt.CheckState.Checked if on else Qt.CheckState.Unchecked


class Marks(Editor):
    """A button for each mark of a card; it shows dots where only some cards have the mark."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.setStyleSheet(_PRESSED)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        self.buttons = {mark: _MarkButton(mark, self) for mark in Mark}
        for button in self.buttons.values():
            button.asked.connect(self.entered)
            layout.addWidget(button)
        self.setFocusProxy(self.buttons[Mark.FAIL_POINT])

    def show_value(self) -> None:
        for mark, button in self.buttons.items():
            button.show_share(self._share(mark))

    def retranslate(self) -> None:
        super().retranslate()
        for button in self.buttons.values():
            button.retranslate()

    def _share(self, mark: Mark) -> bool | None:
        """Whether all have the mark, or none; None for some of them."""
        if self.value is not SEVERAL:
            return mark in self.value
        cards = self.session.document.table(Card)
        having = {mark in cards[key].marks for key in self.ids}
        return having.pop() if len(having) == 1 else None


class _MarkButton(QToolButton):
    """`asked` carries the mark."""

    asked = Signal(object)

    def __init__(self, mark: Mark, parent: QWidget) -> None:
        super().__init__(parent)
        self._mark = mark
        self._share: bool | None = False
        self.setCheckable(True)
        self.setIcon(mark_icon(mark))
        self.setIconSize(QSize(18, 18))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._ask)

    def _ask(self) -> None:
        self.asked.emit(self._mark)

    def show_share(self, share: bool | None) -> None:
        self._share = share
        self.setChecked(bool(share))
        self.retranslate()

    def retranslate(self) -> None:
        name = say(f"mark.{self._mark}")
        if self._share is None:
            name = say("mark.some", mark=name)
        self.setText("…" if self._share is None else "")
        beside = Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        self.setToolButtonStyle(beside if self._share is None else Qt.ToolButtonStyle.ToolButtonIconOnly)
        self.setAccessibleName(name)
        self.setToolTip(plain.tooltip(name))
