"""How a customer feels: a slider from bad to good in half steps, and the exact number beside it."""

from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QHBoxLayout, QSlider, QVBoxLayout, QWidget

from editor import plain
from editor.appearance.icons import icon
from editor.panels.inspector.editor import Editor
from editor.panels.inspector.measured import Number
from editor.panels.inspector.typed import say
from editor.session import Session
from model.refusal import Refused

_STEPS = 2  # steps of the slider to a whole one of the scale
_FACE = QSize(20, 20)


class Feeling(Editor):
    """From -2 to +2. The slider stands at the nearest half; only the user moves the value there."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.slider = _Slider(self)
        self.exact = _Exact(session, self)
        self.exact.setFixedWidth(64)
        self.word = plain.label("", self)
        self.slider.sliderReleased.connect(self._slid)
        self.slider.valueChanged.connect(self._slide)
        for signal, echo in (
            (self.exact.drafted, self.drafted),
            (self.exact.unclear, self.unclear),
            (self.exact.entered, self.entered),
            (self.exact.refused, self.refused),
            (self.exact.restored, self.restored),
        ):
            signal.connect(echo)
        self._lay_out()
        self.setFocusProxy(self.slider)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(Face("frown", self))
        row.addWidget(self.slider, 1)
        row.addWidget(Face("smile", self))
        row.addWidget(self.exact)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(2)
        whole.addLayout(row)
        whole.addWidget(self.word)

    def take(self, ids: tuple[str, ...], value: Any) -> None:
        self.exact.take(ids, value)
        self.ids, self.value = ids, value
        self._stand()

    def show_value(self) -> None:
        self.exact.show_value()
        self._stand()

    def _stand(self) -> None:
        """Have the slider where the map says, unless a hand holds it."""
        if self.slider.isSliderDown():
            return
        self.slider.blockSignals(True)
        self.slider.setValue(round(self.value * _STEPS))
        self.slider.blockSignals(False)
        self._say(self.value)

    @property
    def pending(self) -> bool:
        return self.exact.pending or self.slider.isSliderDown()

    def commit(self) -> None:
        self.exact.commit()

    def restore(self) -> None:
        self.exact.restore()

    @property
    def typed(self) -> str:
        return self.exact.typed

    def retype(self, text: str) -> None:
        self.exact.retype(text)

    def set_name(self, name: str) -> None:
        self.slider.setAccessibleName(name)
        self.exact.set_name(say("exact", name=name))

    def retranslate(self) -> None:
        if self.value is not None:
            super().retranslate()
        self.exact.retranslate()

    def _slide(self, at: int) -> None:
        """A key moves the value at once; a hand that holds the slider only when it lets go."""
        if self.slider.isSliderDown():
            self._say(at / _STEPS)
        else:
            self.entered.emit(at / _STEPS)

    def _slid(self) -> None:
        value = self.slider.value() / _STEPS
        if value != self.value:
            self.entered.emit(value)

    def _say(self, value: float) -> None:
        word = say(f"feeling.{round(value)}")
        self.word.setText(word)
        self.slider.setAccessibleDescription(word)


class _Exact(Number):
    """No feeling is no value here: an emotion has one."""

    def read(self, text: str) -> float:
        value = super().read(text)
        if value is None:
            raise Refused("not_a_number")
        return float(value)


class _Slider(QSlider):
    """The wheel scrolls the form it stands in."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setRange(-2 * _STEPS, 2 * _STEPS)
        self.setPageStep(_STEPS)
        self.setTickInterval(_STEPS)
        self.setTickPosition(QSlider.TickPosition.TicksBelow)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class Face(QWidget):
    """One of our icons as it is, in the colours of the theme."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._icon = icon(name)
        self.setFixedSize(_FACE)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002  (Qt's signature)
        self._icon.paint(QPainter(self), self.rect())
