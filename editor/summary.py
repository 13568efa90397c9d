"""What is selected, in a few words: where a single one stands, how many there are of several."""

from collections import Counter

from editor.panels.structure.names import lane_name, step_name
from editor.session import Session
from editor.speech import Speech
from model.document import Document
from model.records import Asset, Card, Emotion, Id, Lane

say = Speech("status")


def summary(session: Session) -> str:
    """Nothing where nothing is selected and the keyboard stands nowhere."""
    document, keys = session.document, session.selection
    if len(keys) == 1:
        return _one(document, keys[0])
    if keys:
        return _several(document, keys)
    return _cell(document, *session.cell) if session.cell is not None else ""


def _one(document: Document, key: Id) -> str:
    record = document.records[key]
    if isinstance(record, Card | Emotion) and record.lane is not None and record.step is not None:
        return _cell(document, record.lane, record.step)
    return say("parked") if isinstance(record, Card) else _several(document, (key,))


def _cell(document: Document, lane: Id, step: Id) -> str:
    return say("cell", lane=lane_name(document.table(Lane)[lane]), step=step_name(document, step))


def _several(document: Document, keys: tuple[Id, ...]) -> str:
    """Of each kind how many, the most frequent first."""
    kinds = Counter(type(document.records[key]) for key in keys)
    kinds.pop(Asset, None)
    return ", ".join(_counted(f"count.{kind.__name__.lower()}", count) for kind, count in kinds.most_common())


def _counted(key: str, count: int) -> str:
    return say(key, count=count, number=say.number(count))
