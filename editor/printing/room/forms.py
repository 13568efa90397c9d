"""A form for any struct of options: each member asked as its question says, in the words of room `paper_options`."""

from collections.abc import Collection, Mapping
from typing import Generic, TypeVar

import msgspec
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QWidget

from editor.plain import tooltip
from editor.printing.room.fields import SORTS, Field, Offer, Several, YesNo, name_of, say
from editor.printing.room.rows import add_row, form_in
from editor.tasks.questions import Question, answered, questions

Asked = TypeVar("Asked", bound=msgspec.Struct)


class OptionsForm(QWidget, Generic[Asked]):
    """`scope`: whose words come first where several structs have members of one name. `left_out`: members that are
    asked elsewhere or nowhere. `several`: what can be ticked for a text with commas."""

    changed = Signal()

    def __init__(
        self,
        options: type[Asked],
        parent: QWidget | None = None,
        *,
        scope: str = "",
        left_out: Collection[str] = ("sheets",),
        several: Mapping[str, Offer] | None = None,
    ) -> None:
        super().__init__(parent)
        self._options, self._scope = options, scope
        asked = [each for each in questions(options) if each.name not in left_out]
        self.fields = {each.name: self._field(each, several or {}) for each in asked}
        self._labels: dict[str, QLabel] = {}
        self._arrange()
        self.retranslate()

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to ask."""
        return not self.fields

    def value(self) -> Asked:
        """The options as they are answered; what is left out has its default."""
        return answered(self._options, {name: field.value() for name, field in self.fields.items()})

    def put(self, options: Asked) -> None:
        """Other answers, of which nobody is told."""
        for name, field in self.fields.items():
            field.put(getattr(options, name))

    def retranslate(self) -> None:
        for name, field in self.fields.items():
            field.retranslate()
            if f"option.{name}" in say:
                field.widget.setToolTip(tooltip(say(f"option.{name}")))
            if name in self._labels:
                self._labels[name].setText(name_of(name, self._scope))

    def show_only(self, name: str, seen: bool) -> None:
        """Have a member asked, or not."""
        self.fields[name].widget.setVisible(seen)
        if name in self._labels:
            self._labels[name].setVisible(seen)

    def _field(self, question: Question, several: Mapping[str, Offer]) -> Field:
        if question.name in several:
            field: Field = Several(question, self, self._scope, several[question.name])
        else:
            field = SORTS[question.sort](question, self, self._scope)
        field.put(question.default)
        field.changed.connect(self.changed)
        return field

    def _arrange(self) -> None:
        form = form_in(self)
        for name, field in self.fields.items():
            if isinstance(field, YesNo):
                form.addRow(field.widget)
            else:
                self._labels[name] = add_row(form, field.widget)
