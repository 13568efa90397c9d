"""Where records stand in two maps at once: what is gone is found where it was, between the neighbours it had."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from model.compare.difference import Place, Section
from model.document import Document
from model.records import Card, Emotion, Id, Kpi, Lane, Link, Map, Persona, Record, Stage, Step

Rank = tuple[int, float, float, float, int, str, Id]

_SECTIONS = {section: at for at, section in enumerate(Section)}
_KINDS: tuple[type[Record], ...] = (Map, Persona, Stage, Step, Lane, Emotion, Card, Kpi, Link)
_FIRST, _LAST = -1.0, float("inf")


def place(record: Record, document: Document) -> Place:
    """Where a record of this map stands; a link stands at the card it leads from."""
    match record:
        case Stage():
            return Place(Section.JOURNEY, record.id)
        case Step():
            return Place(Section.JOURNEY, record.stage, record.id)
        case Lane():
            return Place(Section.LANES, lane=record.id)
        case Card() | Emotion() if record.step is not None and record.lane is not None:
            return Place(Section.JOURNEY, document.table(Step)[record.step].stage, record.step, record.lane)
        case Card():
            return Place(Section.PARKED)
        case Link():
            return place(document.table(Card)[record.source], document)
        case Kpi():
            return Place(Section.JOURNEY if record.stage is not None else Section.KPIS, record.stage)
        case Persona():
            return Place(Section.PERSONAS)
    return Place(Section.MAP)


class Ranks:
    """The order of the journey over two maps."""

    def __init__(self, before: Document, after: Document) -> None:
        self._stages = merged(_ids(before.stages), _ids(after.stages))
        self._steps = merged(_ids(before.steps), _ids(after.steps))
        self._lanes = merged(_ids(before.lanes), _ids(after.lanes))

    def rank(self, record: Record, at: Place) -> Rank:
        """By section and stage, then from column to column downwards; what is about a whole stage is ahead of its
        columns, but for its KPIs."""
        stage, lane = _of(self._stages, at.stage), _of(self._lanes, at.lane)
        step = _LAST if isinstance(record, Kpi) else _of(self._steps, at.step)
        kind, order = _KINDS.index(type(record)), getattr(record, "order", "")
        return _SECTIONS[at.section], stage, step, lane, kind, order, record.id


def merged(before: Sequence[Id], after: Sequence[Id]) -> dict[Id, int]:
    """The places of all ids in one order: that of `after`, with what is gone behind what it stood behind."""
    here, gone, last = frozenset(after), defaultdict[Id | None, list[Id]](list), None
    for key in before:
        if key in here:
            last = key
        else:
            gone[last].append(key)
    whole = [*gone[None], *(each for key in after for each in (key, *gone[key]))]
    return {key: at for at, key in enumerate(whole)}


def _ids(records: Sequence[Record]) -> list[Id]:
    return [record.id for record in records]


def _of(places: Mapping[Id, int], key: Id | None) -> float:
    return _FIRST if key is None else places[key]
