"""The protocol of a gesture."""

from typing import Protocol

import msgspec

from editor.canvas.preview import Preview
from editor.session import Session
from model.layout.engine import Layout
from model.layout.places import Places
from model.records import Id


class Aim(msgspec.Struct, frozen=True):
    """Where the pointer is: on a page (or beside it) in points, with the keys held. `reach`: the points that a
    finger's breadth of pixels comes to at this zoom."""

    page: int
    x: float
    y: float
    reach: float
    control: bool = False
    shift: bool = False
    alt: bool = False


class Gesture(Protocol):
    """One drag. `move` is called for each place the pointer comes to and changes nothing; `drop` once, at the end."""

    def move(self, aim: Aim) -> Preview:
        """What to show."""

    def drop(self, aim: Aim) -> None:
        """Do what was shown."""


class OnMap:
    """What gestures share: the session, and how the map is drawn."""

    def __init__(self, session: Session) -> None:
        self.session = session

    @property
    def places(self) -> Places:
        return self.session.drawing.places

    @property
    def layout(self) -> Layout:
        return self.session.drawing.layout

    def made(self, keys: tuple[Id, ...]) -> None:
        """Select what was made."""
        self.session.select(keys)
