"""A field for each sort of question: something to tick, to count, to pick or to write."""

from collections.abc import Callable
from typing import Any

import msgspec
from PySide6.QtCore import QObject, QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget

from editor.plain import menu_text
from editor.printing.room.boxes import Combo, NumberBox, WholeBox
from editor.speech import Speech
from editor.tasks.questions import Question

say = Speech("paper_options")

_MOST = 100_000


class Offer(msgspec.Struct, frozen=True):
    """Values to tick, each with who says what it is called; and those that are usually ticked."""

    names: tuple[tuple[str, Callable[[], str]], ...]
    usual: tuple[str, ...]


class Field(QObject):
    """One question and where it is answered."""

    changed = Signal()

    def __init__(self, question: Question, parent: QWidget, scope: str = "") -> None:
        super().__init__(parent)
        self.question, self.scope = question, scope
        self.widget: QWidget = self._make(parent)

    def value(self) -> Any:
        """The answer as it stands."""
        raise NotImplementedError

    def put(self, value: Any) -> None:
        """Another answer, of which nobody is told."""
        raise NotImplementedError

    def retranslate(self) -> None:
        self.widget.setAccessibleName(name_of(self.question.name, self.scope))

    def _make(self, parent: QWidget) -> QWidget:
        raise NotImplementedError


class YesNo(Field):
    """To be ticked; says itself what it is."""

    def _make(self, parent: QWidget) -> QWidget:
        self._box = QCheckBox(parent)
        self._box.toggled.connect(self.changed)
        return self._box

    def value(self) -> bool:
        return self._box.isChecked()

    def put(self, value: Any) -> None:
        with QSignalBlocker(self._box):
            self._box.setChecked(bool(value))

    def retranslate(self) -> None:
        self._box.setText(menu_text(name_of(self.question.name, self.scope)))


class Whole(Field):
    """A number of things."""

    def _make(self, parent: QWidget) -> QWidget:
        self._box = WholeBox(parent)
        self._box.setRange(int(self.question.least or 0), _most(self.question))
        self._box.valueChanged.connect(self.changed)
        return self._box

    def value(self) -> int:
        return self._box.value()

    def put(self, value: Any) -> None:
        with QSignalBlocker(self._box):
            self._box.setValue(value)

    def retranslate(self) -> None:
        super().retranslate()
        self._box.setSpecialValueText(_of_nothing(self.question))


class Number(Field):
    """A length or another measure, with its unit."""

    def _make(self, parent: QWidget) -> QWidget:
        self._box = NumberBox(parent)
        self._box.setDecimals(1)
        self._box.setRange(self.question.least or 0.0, _most(self.question))
        self._box.valueChanged.connect(self.changed)
        return self._box

    def value(self) -> float:
        return self._box.value()

    def put(self, value: Any) -> None:
        with QSignalBlocker(self._box):
            self._box.setValue(value)

    def retranslate(self) -> None:
        super().retranslate()
        self._box.setSuffix(f" {self.question.unit}" if self.question.unit else "")
        self._box.setSpecialValueText(_of_nothing(self.question))


class Choice(Field):
    """One of several words."""

    def _make(self, parent: QWidget) -> QWidget:
        self.box = Combo(parent)
        for choice in self.question.choices:
            self.box.addItem("", choice)
        self.box.currentIndexChanged.connect(self.changed)
        return self.box

    def value(self) -> str:
        return str(self.box.currentData())

    def put(self, value: Any) -> None:
        self.box.put(str(value))

    def retranslate(self) -> None:
        super().retranslate()
        for at, choice in enumerate(self.question.choices):
            key = f"option.{self.question.name}.{choice}"
            self.box.setItemText(at, say(key) if key in say else choice)


class Words(Field):
    """A line to write in."""

    def _make(self, parent: QWidget) -> QWidget:
        self._line = QLineEdit(parent)
        self._line.textChanged.connect(self.changed)
        return self._line

    def value(self) -> str:
        return self._line.text()

    def put(self, value: Any) -> None:
        with QSignalBlocker(self._line):
            self._line.setText(str(value))


class Several(Field):
    """Some of what there is to tick, in one text with commas; the usual ones where the text is empty."""

    def __init__(self, question: Question, parent: QWidget, scope: str, offer: Offer) -> None:
        self._offer = offer
        super().__init__(question, parent, scope)

    def _make(self, parent: QWidget) -> QWidget:
        whole = QWidget(parent)
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        self._boxes = {name: QCheckBox(whole) for name, _ in self._offer.names}
        for box in self._boxes.values():
            column.addWidget(box)
            box.toggled.connect(self.changed)
        return whole

    def value(self) -> str:
        ticked = [name for name, box in self._boxes.items() if box.isChecked()]
        return "" if {*ticked} == {*self._offer.usual} else ",".join(ticked)

    def put(self, value: Any) -> None:
        asked = {each.strip() for each in str(value).split(",")} - {""} or {*self._offer.usual}
        for name, box in self._boxes.items():
            with QSignalBlocker(box):
                box.setChecked(name in asked)

    def retranslate(self) -> None:
        super().retranslate()
        for name, words in self._offer.names:
            self._boxes[name].setText(menu_text(words()))


SORTS: dict[str, type[Field]] = {"yes_no": YesNo, "whole": Whole, "number": Number, "choice": Choice, "text": Words}


def name_of(option: str, scope: str) -> str:
    """What a form calls an option: its label, else the sentence that the command line has for it."""
    for key in (f"label.{scope}.{option}", f"label.{option}"):
        if key in say:
            return say(key)
    sentence = say(f"option.{option}")
    return sentence[:1].upper() + sentence[1:]


def _most(question: Question) -> int:
    return int(question.most) if question.most is not None else _MOST


def _of_nothing(question: Question) -> str:
    """What the smallest number stands for, where it stands for a word."""
    key = f"label.{question.name}.none"
    return say(key) if key in say else ""
