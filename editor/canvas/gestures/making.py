"""What the palette's gestures share: something new follows the pointer, and one undo step makes it."""

from typing import Any

import msgspec

from editor.canvas.gestures.gesture import Aim, OnMap
from editor.canvas.gestures.grid import composed_at
from editor.canvas.preview import NOTHING, Ghost, Preview
from editor.session import Operation, Session
from editor.speech import Speech
from model.document import Document
from model.layout.page import Composed
from model.layout.places import Kind
from model.layout.shapes import Shape
from model.layout.view import View
from model.records import Card, Emotion, Id, Record, Role, Stage, Step
from resources.words import words

_palette = Speech("palette")


class Thing(msgspec.Struct, frozen=True):
    """Something the palette has; lanes and cards are for a role."""

    kind: Kind
    role: Role = Role.OTHER


class Making(OnMap):
    """One drag out of the palette, or without a drag one keystroke. `keys`: what came of it."""

    def __init__(self, session: Session, thing: Thing) -> None:
        super().__init__(session)
        self.role = thing.role
        self.keys: tuple[Id, ...] = ()

    def move(self, aim: Aim) -> Preview:
        composed = composed_at(self.layout, aim.page)
        return NOTHING if composed is None else self._shown(aim, composed)

    def drop(self, aim: Aim) -> None:
        if composed_at(self.layout, aim.page) is not None:
            self._put(aim)

    def at_once(self) -> None:
        """Put it where it would be looked for, without a pointer to say where."""
        raise NotImplementedError

    def _shown(self, aim: Aim, composed: Composed) -> Preview:
        raise NotImplementedError

    def _put(self, aim: Aim) -> None:
        raise NotImplementedError

    def _make(self, kind: type[Record], name: str, operation: Operation, *args: Any, **members: Any) -> None:
        """Do it, and have the record of this kind selected and in sight."""
        change = self.session.do(name, operation, *args, **members)
        if change:
            self.keys = tuple(key for key, record in change.added.items() if isinstance(record, kind))
            self._bring_into_view()
            self.made(self.keys)

    def _bring_into_view(self) -> None:
        """A lane that only the other drawing of the map shows: there it is."""
        drawing = self.session.drawing
        if not any(drawing.places.spots(key) for key in self.keys) and self._is_in_other_view():
            other = View.BLUEPRINT if drawing.view is View.JOURNEY else View.JOURNEY
            self.session.show(view=other, sheet=drawing.sheet)

    def _is_in_other_view(self) -> bool:
        """Whether it stands on a row: what the head has no room for is in neither drawing."""
        return False


def held_at(aim: Aim, shapes: tuple[Shape, ...], wide: float, high: float) -> tuple[Ghost, ...]:
    """A ghost held by its middle."""
    return (Ghost(aim.page, aim.x - wide / 2, aim.y - high / 2, shapes),)


def lane_title(document: Document, role: Role) -> str:
    """What a new lane is called, in the language of the map; one that is for nothing known has no name yet."""
    return "" if role is Role.OTHER else words("palette", document.map.language)(f"role.{role}")


def thing_name(thing: Thing) -> str:
    """What the palette calls it, in the language of the program."""
    if thing.kind is Kind.LANE:
        return _palette(f"role.{thing.role}")
    return _palette(f"card.{thing.role}" if thing.kind is Kind.CARD else f"{thing.kind}")


def current_step(session: Session) -> Id | None:
    """The step of the cell one stands in, or of what is selected."""
    if session.cell is not None:
        return session.cell[1]
    record = session.document.records.get(session.current or "")
    if isinstance(record, Stage):
        return next((step.id for step in session.document.steps if step.stage == record.id), None)
    return record.step if isinstance(record, Card | Emotion) else record.id if isinstance(record, Step) else None


def current_lane(session: Session) -> Id | None:
    """The lane of the cell one stands in, or of what is selected."""
    if session.cell is not None:
        return session.cell[0]
    record = session.document.records.get(session.current or "")
    return record.lane if isinstance(record, Card | Emotion) else None
