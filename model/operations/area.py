"""The lanes and steps that a paste covers; where it reaches past the map, new ones are made."""

from typing import NamedTuple

from model.change import Change
from model.document import Document
from model.operations.basics import after, becoming, fresh_id, the
from model.operations.ordering import arranged
from model.operations.stages import steps_of
from model.records import Id, Lane, Role, Stage, Step


class Area(NamedTuple):
    """Lanes from the top and steps from the left, on the map as `growth` leaves it."""

    growth: Change
    document: Document
    rows: list[Id]
    columns: list[Id]


def area(document: Document, lane: Id, step: Id, height: int, width: int, title: str = "") -> Area:
    """So many card lanes and steps with this cell in the upper left corner. Refuses `missing`.

    Hidden lanes and emotion lanes are passed over; an emotion lane as the corner means the card lanes below it.
    Missing lanes come at the bottom and have this title, missing steps come at the end of the last stage.
    """
    rows, columns = _rows(document, lane), list(document.columns)[document.columns[the(document, Step, step).id] :]
    lanes = _more_lanes(document, height - len(rows), title)
    steps = _more_steps(document, width - len(columns))
    growth = becoming(document, [*lanes, *steps])
    rows, columns = [*rows, *(new.id for new in lanes)], [*columns, *(new.id for new in steps)]
    return Area(growth, after(document, growth), rows[:height], columns[:width])


def _rows(document: Document, lane: Id) -> list[Id]:
    first = document.lanes.index(the(document, Lane, lane))
    below = (other for other in document.lanes[first:] if other.role is not Role.EMOTION)
    return [other.id for other in below if other.id == lane or not other.hidden]


def _more_lanes(document: Document, count: int, title: str) -> list[Lane]:
    new = [Lane(id=fresh_id(document, Lane), order="", title=title) for _ in range(count)]
    return arranged(document.lanes, new, None)


def _more_steps(document: Document, count: int) -> list[Step]:
    if count <= 0:
        return []
    last: Stage = document.stages[-1]
    new = [Step(id=fresh_id(document, Step), stage=last.id, order="") for _ in range(count)]
    return arranged(steps_of(document, last.id), new, None)
