"""What all typed editors share: text that is the user's until it is committed."""

from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from editor.panels.inspector.editor import SEVERAL, Editor
from editor.panels.inspector.keys import Keys
from editor.session import Session
from editor.speech import Speech
from model.refusal import Refused

say = Speech("inspector")


class Typed(Editor):
    """An editor around one text field. Kinds of fields say how to `put` a text; kinds of values how they are
    `written` and `read`. `prompt` stands in the field while it is empty."""

    def __init__(self, field: QWidget, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.prompt = ""
        self._field = field
        self._shown = ""
        self._touched = False
        self.keys = Keys(field, self)
        self.keys.escaped.connect(self.restore)
        self.keys.committed.connect(self.commit)
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

    def show_value(self) -> None:
        mixed = self.value is SEVERAL
        self.hint(say("several") if mixed else self.prompt)
        shown = "" if mixed else self.written(self.value)
        if self.typed != shown:
            self.put(shown)
        # Asked again: a field may keep a text otherwise than it was given.
        self._shown, self._touched = self.typed, False

    @property
    def pending(self) -> bool:
        return self.typed != self._shown or (self._touched and self.value is SEVERAL)

    def commit(self) -> None:
        if not self.pending:
            return
        try:
            value = self.read(self.typed)
        except Refused as refused:
            self.refused.emit(refused)
        else:
            self.entered.emit(value)

    def retype(self, text: str) -> None:
        self.put(text)
        self.touch()

    def touch(self) -> None:
        """The user has typed: where the records differ, nothing typed is something too."""
        self._touched = True

    def set_name(self, name: str) -> None:
        self._field.setAccessibleName(name)
