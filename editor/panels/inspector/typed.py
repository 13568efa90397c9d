"""What all typed editors share: text that is the user's until it is committed, and a draft on the map meanwhile."""

from typing import Any

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from editor.panels.inspector.editor import SEVERAL, Editor
from editor.panels.inspector.keys import Keys
from editor.plain import unmarked
from editor.session import Session
from editor.speech import Speech
from model.records import Id
from model.refusal import Refused

say = Speech("inspector")


class Typed(Editor):
    """An editor around one text field. Kinds of fields say how to `put` a text; kinds of values how they are
    `written` and `read`. `prompt` stands in the field while it is empty."""

    def __init__(self, field: QLineEdit | QPlainTextEdit, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.prompt = ""
        self._field = field
        self._shown = self._seen = ""
        self._mixed = self._touched = self._showing = False
        self.keys = Keys(field, self)
        self.keys.escaped.connect(self.restore)
        self.keys.committed.connect(self.commit)
        field.textChanged.connect(self._look)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(field)
        self.setFocusProxy(field)

    def written(self, value: Any) -> str:
        """How a value stands in the field."""
        return str(value)

    def read(self, text: str) -> Any:
        """What a text means. Refuses what means nothing."""
        return text

    def put(self, text: str) -> None:
        """Have this text in the field."""
        raise NotImplementedError

    def hint(self, text: str) -> None:
        """Have this stand in the field while it is empty."""
        raise NotImplementedError

    def take(self, ids: tuple[Id, ...], value: Any) -> None:
        read_only = self.session.origin.read_only
        if self._field.isReadOnly() != read_only:
            self._field.setReadOnly(read_only)
        super().take(ids, value)

    def show_value(self) -> None:
        self._mixed = self.value is SEVERAL
        self.hint(say("several") if self._mixed else self.prompt)
        self._show("" if self._mixed else self.written(self.value))

    def _show(self, text: str) -> None:
        """Have this in the field as the map's words, that nobody types."""
        if self.typed != text:
            self._showing = True
            self.put(unmarked(text))
            self._showing = False
        # Asked again: a field may keep a text otherwise than it was given.
        self._shown = self._seen = self.typed
        self._touched = False

    @property
    def pending(self) -> bool:
        # The map has the draft by now: whether the records differed is known from before.
        return self.typed != self._shown or (self._touched and self._mixed)

    def commit(self) -> None:
        if not self.pending:
            return
        try:
            value = self.read(self.typed)
        except Refused as refused:
            self.refused.emit(refused)
        else:
            self.entered.emit(value)

    def restore(self) -> None:
        # First the field: what the map says once the draft is gone is shown where nothing is typed.
        self._show(self._shown)
        self.restored.emit()
        self.show_value()

    def retype(self, text: str) -> None:
        self.put(text)

    def _look(self) -> None:
        """An input method at work says that the text has changed while it has not yet."""
        if not self._showing and self.typed != self._seen:
            self._seen = self.typed
            self.touch()

    def touch(self) -> None:
        """The user has changed the text: where the records differ, nothing typed is something too."""
        self._touched = True
        if not self.pending:
            self.restore()
            return
        try:
            value = self.read(self.typed)
        except Refused:
            self.unclear.emit()
        else:
            self.drafted.emit(value)

    def set_name(self, name: str) -> None:
        self._field.setAccessibleName(name)
