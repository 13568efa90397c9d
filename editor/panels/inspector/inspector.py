"""The panel that says everything about what is selected: one form at a time, the map's where nothing is."""

from collections import Counter
from typing import cast

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget

from editor import plain
from editor.panels.inspector.form import Form
from editor.panels.inspector.plans import PLANS
from editor.panels.inspector.typed import say
from editor.session import Session
from model.change import Change
from model.records import Card, Id, Record

PAUSE = 300
"""Milliseconds between two forms that are built ahead."""


class Inspector(QWidget):
    """Follows the session while it is seen. Forms are built ahead in pauses, or when they are asked for."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._forms: dict[type[Record], Form] = {}
        self._stack = QStackedWidget(self)
        self.summary = plain.label("", self, wrap=True)
        self.summary.setMargin(12)
        self.summary.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._stack.addWidget(self.summary)
        self._late = True
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self._get_ready)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)
        session.selection_changed.connect(self._follow)
        session.changed.connect(self._refill)
        session.renamed.connect(self._show)
        session.replaced.connect(self._start_over)
        cast("QApplication", QApplication.instance()).focusChanged.connect(self._bring_into_sight)
        self.retranslate()

    @property
    def form(self) -> Form | None:
        """The form that shows; None where records of several kinds are selected."""
        shown = self._stack.currentWidget()
        return shown if isinstance(shown, Form) else None

    def commit(self) -> bool:
        """Have what is being typed in the map, before it is saved or closed; False where the map refused it."""
        return self.form is None or self.form.commit()

    @property
    def holds(self) -> bool:
        """Whether the field with the focus holds a text that the map has not taken."""
        return self.form is not None and self.form.held() is not None

    def take_back(self) -> bool:
        """Take that text back; whether there was one."""
        row = self.form.held() if self.form is not None else None
        if row is not None:
            row.editor.restore()
        return row is not None

    def retranslate(self) -> None:
        self.setAccessibleName(say("panel"))
        if self.form is not None and self.form.ids:
            self.form.retranslate()
        self._summarize()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._late:
            self._show()
        self._pause.start()

    # Following the session

    def _follow(self) -> None:
        """Something else is selected, or the same once more."""
        if self.form is not None and self.form.ids and self.form.ids != self._ids:
            self.form.leave()
        self._show()

    def _refill(self, change: Change) -> None:  # noqa: ARG002  (the signal's argument; any change may be seen here)
        self._show()

    def _start_over(self) -> None:
        for form in self._forms.values():
            form.forget()
        self._show()

    def _show(self) -> None:
        """Show what is selected, at once or when the panel comes to be seen."""
        self._late = not self.isVisible()
        if self._late:
            return
        kind = self._kind
        self._summarize()
        if kind is None:
            self._stack.setCurrentWidget(self.summary)
        else:
            form = self._form(kind)
            form.show_records(self._ids)
            self._stack.setCurrentWidget(form)

    def _form(self, kind: type[Record]) -> Form:
        if kind not in self._forms:
            form = self._forms[kind] = Form(PLANS[kind], self._session, self._stack)
            self._stack.addWidget(form)
        return self._forms[kind]

    def _get_ready(self) -> None:
        """Build a form nobody asked for yet, each in a pause of its own: so no selection has to wait for one."""
        kind = next((kind for kind in PLANS if kind not in self._forms), None)
        if kind is not None:
            self._form(kind)
            self._pause.start()

    def _bring_into_sight(self, old: QWidget | None, now: QWidget | None) -> None:  # noqa: ARG002  (Qt's signature)
        """Alt and a letter may lead to a field that is scrolled away; Qt itself looks after Tab only."""
        if self.form is not None and now is not None and self.form.isAncestorOf(now):
            self.form.ensureWidgetVisible(now, 0, 8)

    @property
    def _ids(self) -> tuple[Id, ...]:
        return self._session.selection or (self._session.document.map.id,)

    @property
    def _kind(self) -> type[Record] | None:
        """The one kind of what is selected, if there is a form for as many of it."""
        records = self._session.document.records
        kinds = {type(records[key]) for key in self._ids}
        kind = kinds.pop()
        fits = not kinds and kind in PLANS and (kind is Card or len(self._ids) == 1)
        return kind if fits else None

    def _summarize(self) -> None:
        """What is selected, where there is no form for all of it."""
        records = self._session.document.records
        counts = Counter(type(records[key]) for key in self._session.selection)
        told = [say(f"count.{kind.__name__.lower()}", count=count) for kind, count in counts.items() if kind in PLANS]
        self.summary.setText(say("summary", what=", ".join(told)) if told else "")
