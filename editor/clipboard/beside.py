"""What is selected once something is gone: what stood next to it, else the cell it stood in."""

from collections.abc import Sequence

import msgspec

from editor.session import Session
from model.records import Card, Emotion, Id, Kpi, Lane, Link, Stage, Step


class Beside(msgspec.Struct, frozen=True):
    """Records to select instead, the best ones first, and the cell to stand in where none of them is left."""

    records: tuple[Id, ...] = ()
    cell: tuple[Id, Id] | None = None


def beside(session: Session, key: Id) -> Beside:
    """What stands next to a record."""
    document = session.document
    match document.records[key]:
        case Card() | Emotion() | Kpi():
            return _in_cell(session, key)
        case Stage():
            return Beside(_around(tuple(stage.id for stage in document.stages), key))
        case Step():
            return Beside(_around(tuple(document.columns), key))
        case Lane():
            return Beside(_around(tuple(band.lane.id for band in session.drawing.layout.order.source.bands), key))
        case Link(source=source):
            return Beside((source,))
    return Beside()


def go_beside(session: Session, place: Beside) -> None:
    """Select the first that is left, else stand in the cell."""
    records = session.document.records
    left = [key for key in place.records if key in records]
    if left:
        session.select(left[:1])
    else:
        session.stand_in(place.cell if place.cell and all(key in records for key in place.cell) else None)


def _in_cell(session: Session, key: Id) -> Beside:
    places = session.drawing.places
    cell = places.cell_of(key)
    if cell is None:
        return Beside(_around(tuple(card.id for card in session.document.parked), key))
    return Beside(_around(places.in_cell(cell), key), (cell.lane, cell.step) if cell.step is not None else None)


def _around(row: Sequence[Id], key: Id) -> tuple[Id, ...]:
    """Those behind a record and then those ahead of it, the nearest first."""
    if key not in row:
        return ()
    at = row.index(key)
    return (*row[at + 1 :], *reversed(row[:at]))
