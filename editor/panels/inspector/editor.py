"""What edits one member of the selected records: what the map says, what is being typed, and how the two meet."""

from enum import Enum
from typing import Any, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from editor.session import Session
from model.records import Id


class Mixed(Enum):
    """In place of a value where the records differ."""

    SEVERAL = "several"


SEVERAL: Final = Mixed.SEVERAL


class Editor(QWidget):
    """A field of a form, for the records `ids`. `value` is what the map says, SEVERAL where the records differ.

    While somebody types, `drafted` carries at each change what the member is to be for now, and `unclear` says that
    what is typed is no value, or not yet; `restored` that nothing is typed any more. `entered` carries what the member
    is to be for good, `refused` the Refused of what is no value at all. Whatever is typed stays until it is committed
    or taken back, also when the map changes meanwhile.
    """

    drafted = Signal(object)
    unclear = Signal()
    entered = Signal(object)
    refused = Signal(object)
    restored = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.ids: tuple[Id, ...] = ()
        self.value: Any = None

    def take(self, ids: tuple[Id, ...], value: Any) -> None:
        """Stand for these records, whose member is this."""
        self.ids, self.value = ids, value
        if not self.pending:
            self.show_value()

    def show_value(self) -> None:
        """Show what the map says, and forget what was typed."""
        raise NotImplementedError

    @property
    def pending(self) -> bool:
        """Whether something is typed and neither committed nor taken back."""
        return False

    def commit(self) -> None:
        """Ask for what is typed to be in the map for good."""

    def restore(self) -> None:
        """Take back what was typed."""
        self.show_value()
        self.restored.emit()

    @property
    def typed(self) -> str:
        """What is typed, to be shown again by `retype`."""
        return ""

    def retype(self, text: str) -> None:
        """Have this typed again, as if the user had just done it."""

    def set_name(self, name: str) -> None:
        """What a screen reader calls this."""
        self.setAccessibleName(name)

    def retranslate(self) -> None:
        """Speak the language of the program, without touching what is being typed."""
        if not self.pending:
            self.show_value()
