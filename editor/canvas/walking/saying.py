"""Where one is, in words for a screen reader: the canvas is one picture to it."""

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from editor.panels.structure.names import lane_name, spoken, step_name
from editor.session import Session
from editor.speech import Speech
from model.layout.places import Cell
from model.records import Card, Id, Lane, Role

_say = Speech("walking")


def announce(widget: QWidget, words: str) -> None:
    """Have a screen reader say it, and find it again in the widget's description."""
    widget.setAccessibleDescription(words)
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, words))


def where(session: Session, cell: Cell | None) -> str:
    """What is selected, else the cell one stands in and how much is there."""
    if len(session.selection) > 1:
        return _say("selected", count=len(session.selection))
    if session.current is not None:
        return _record(session, session.current)
    if cell is None or cell.step is None:
        return ""
    count = len(session.drawing.places.in_cell(cell))
    lane = session.document.table(Lane)[cell.lane]
    key = "cell.empty" if not count else "cell.emotions" if lane.role is Role.EMOTION else "cell.cards"
    return _say(key, lane=lane_name(lane), step=step_name(session.document, cell.step), count=count)


def _record(session: Session, key: Id) -> str:
    """A record as the tree says it; of a card among others also which of them it is."""
    words = spoken(session.document, key)
    cell = session.drawing.places.cell_of(key)
    row = session.drawing.places.in_cell(cell) if cell is not None else ()
    if len(row) < 2 or not isinstance(session.document.records[key], Card):
        return words
    return _say("card.among", text=words, at=row.index(key) + 1, of=len(row))
