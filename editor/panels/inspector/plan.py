"""What a form is made of, as values: its members, the editors of these, and how each is written."""

from collections.abc import Callable

import msgspec

from editor.panels.inspector.editor import Editor
from editor.panels.inspector.writing import Write
from editor.session import Session
from model.records import Record


class Field(msgspec.Struct, frozen=True):
    """One member in a form. Without `write` it is written as the form's other members are.

    `key`: its words in room `inspector`, behind the form's name, where they are not those of the member. `step` names
    the undo step. `half`: two such fields share a line. `alone`: only where one record is selected.
    """

    member: str
    make: Callable[[Session], Editor]
    step: str = "edit"
    write: Write | None = None
    key: str = ""
    half: bool = False
    alone: bool = False
    labelled: bool = True


class Plan(msgspec.Struct, frozen=True):
    """A form: its name in room `inspector`, how its members are written, and its fields by sections."""

    kind: type[Record]
    name: str
    write: Write
    sections: dict[str, tuple[Field, ...]]

    @property
    def fields(self) -> tuple[Field, ...]:
        """All of them from top to bottom."""
        return tuple(field for section in self.sections.values() for field in section)
