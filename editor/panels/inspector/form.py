"""A form for one kind of record: built once from its plan, filled again for each selection."""

from collections.abc import Sequence
from operator import attrgetter
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFrame, QGridLayout, QLabel, QScrollArea, QWidget

from editor import plain
from editor.panels.inspector.editor import SEVERAL
from editor.panels.inspector.entering import Entering
from editor.panels.inspector.plan import Field, Plan
from editor.panels.inspector.row import Row
from editor.panels.inspector.typed import say
from editor.session import Session
from editor.speech import language
from model.records import Id
from model.refusal import Refused

_TOP = Qt.AlignmentFlag.AlignTop


class Form(QScrollArea):
    """Shows the records `ids`, all of the plan's kind. What is typed is on the map at once, as a draft; what the map
    does not take is kept until they come again."""

    def __init__(self, plan: Plan, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.plan = plan
        self._session = session
        self._entering = Entering(plan, session, self)
        self._kept: dict[tuple[tuple[Id, ...], Field], tuple[str, Refused | None]] = {}
        self.heading = _heading(1.25, 0)
        self._sections: dict[str, QLabel] = {key: _heading(1, 10) for key in plan.sections if key}
        self.rows = {field: Row(field, plan.name, field.make(session)) for field in plan.fields}
        for row in self.rows.values():
            self._entering.listen(row)
        self._tongue = ""
        self._lay_out()

    @property
    def ids(self) -> tuple[Id, ...]:
        """The records it stands for; none where it shows nothing."""
        return self._entering.ids

    def _lay_out(self) -> None:
        page = QWidget()
        grid = QGridLayout(page)
        grid.setContentsMargins(12, 12, 12, 12)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(10)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        grid.addWidget(self.heading, 0, 0, 1, 2)
        for key, fields in self.plan.sections.items():
            if key:
                grid.addWidget(self._sections[key], grid.rowCount(), 0, 1, 2)
            self._lay_out_fields(grid, fields)
        grid.setRowStretch(grid.rowCount(), 1)
        self.setWidget(page)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def _lay_out_fields(self, grid: QGridLayout, fields: Sequence[Field]) -> None:
        """Below each other, two halves side by side."""
        column = 0
        for field in fields:
            line = grid.rowCount() - 1 if field.half and column else grid.rowCount()
            grid.addWidget(self.rows[field], line, column if field.half else 0, 1, 1 if field.half else 2, _TOP)
            column = (column + 1) % 2 if field.half else 0

    # Showing

    def show_records(self, ids: tuple[Id, ...]) -> None:
        """Show these records as they are now. For others than before, `leave` first."""
        come = ids != self.ids
        self._entering.ids = ids
        records = [self._session.document.records[key] for key in ids]
        for field, row in self.rows.items():
            row.setVisible(len(ids) == 1 or not field.alone)
            if len(ids) == 1 or not field.alone:
                row.editor.take(ids, shared(records, field.member))
        self._head()
        if self._tongue != language():
            self.retranslate()
        if come:
            self._take_up_kept()

    def leave(self) -> None:
        """Let go of the records: what is typed goes into the map, or is kept where the map refuses it."""
        if set(self.ids) <= self._session.document.records.keys():
            self.commit()
        for field, row in self.rows.items():
            if row.editor.pending:
                self._kept[self.ids, field] = row.editor.typed, row.refusal
                row.editor.show_value()
            row.content()
        self._entering.ids = ()

    def forget(self) -> None:
        """Another map was opened: nothing of what was typed belongs to it."""
        self._kept.clear()
        for row in self.rows.values():
            if row.editor.pending:
                row.editor.show_value()
            row.content()
        self._entering.forget()

    def _take_up_kept(self) -> None:
        for field, row in self.rows.items():
            typed, refused = self._kept.pop((self.ids, field), (None, None))
            if typed is not None:
                row.editor.retype(typed)
            if refused is not None:
                row.refuse(refused)

    # Writing

    def commit(self) -> bool:
        """Have what is typed in the map; False where the map refused some of it."""
        for row in self.rows.values():
            row.editor.commit()
        return not any(row.editor.pending for row in self.rows.values())

    def held(self) -> Row | None:
        """The row with the focus, if a text stands in it that the map has not taken."""
        focus = QApplication.focusWidget()
        rows = (row for row in self.rows.values() if focus is not None and row.isAncestorOf(focus))
        return next((row for row in rows if self._entering.holds(row)), None)

    # Speaking

    def retranslate(self) -> None:
        """Speak the language of the program; what is being typed stays."""
        self._tongue = language()
        for key, heading in self._sections.items():
            heading.setText(say(f"{self.plan.name}.section.{key}"))
        for row in self.rows.values():
            row.retranslate()
        self._head()

    def _head(self) -> None:
        self.heading.setText(say(f"{self.plan.name}.heading", count=max(1, len(self.ids))))


def shared(records: Sequence[Any], member: str) -> Any:
    """What all these records have in a member, SEVERAL where they differ."""
    values = map(attrgetter(member), records)
    first = next(values)
    return first if all(value == first for value in values) else SEVERAL


def _heading(size: float, above: int) -> QLabel:
    """Bold words, `size` times as large as those around them, with so many pixels of room above."""
    heading = plain.label()
    heading.setContentsMargins(0, above, 0, 0)
    font = heading.font()
    font.setBold(True)
    font.setPointSizeF(font.pointSizeF() * size)
    heading.setFont(font)
    return heading
