"""Where on the map a record stands, in words: stage, step, lane and what the card says."""

from editor.tasks.line import plain
from model.document import Document
from model.findings.names import shortened
from model.records import Card, Emotion, Id, Kpi, Lane, Link, Map, Persona, Record, Stage, Step
from resources.words import Words

LONGEST = 60
"""Letters of a text that are enough to know it by."""


def place(key: Id | None, document: Document, words: Words) -> str:
    """The way to a record from the outside in; "" for one that is not there."""
    record = document.records.get(key) if key is not None else None
    return " › ".join(_way(record, document, words)) if record else ""


def cell(key: Id | None, document: Document, words: Words) -> str:
    """The stage, step and lane a sentence about a record leaves out; "" where it leaves nothing out."""
    record = document.records.get(key) if key is not None else None
    if isinstance(record, Link):
        record = document.table(Card)[record.source]
    return " › ".join(_cell(record, document, words)) if isinstance(record, Card | Emotion) else ""


def quoted(text: str, words: Words) -> str:
    """The beginning of a text, in quotation marks."""
    return words("place.quoted", text=shortened(plain(text), LONGEST))


def _way(record: Record, document: Document, words: Words) -> tuple[str, ...]:
    match record:
        case Map():
            return (words("place.map"),)
        case Stage() | Lane():
            return (_named(record.title, words),)
        case Step():
            return _column(record, document, words)
        case Card():
            return (*_cell(record, document, words), quoted(record.text, words))
        case Emotion():
            return (*_cell(record, document, words), *([quoted(record.quote, words)] if record.quote else []))
        case Link():
            return (words("place.link", **_ends(record, document, words)),)
        case Persona():
            return (words("place.persona", name=_named(record.name, words)),)
        case Kpi():
            return (words("place.kpi", title=_named(record.title, words)),)
        case _:
            return (record.id,)


def _column(step: Step, document: Document, words: Words) -> tuple[str, ...]:
    """The stage, and which of its steps where it has several: by name, or else by number."""
    stage = _named(document.table(Stage)[step.stage].title, words)
    steps = [each.id for each in document.steps if each.stage == step.stage]
    number = words("place.step", number=steps.index(step.id) + 1)
    return (stage, plain(step.title) or number) if step.title or len(steps) > 1 else (stage,)


def _cell(record: Card | Emotion, document: Document, words: Words) -> tuple[str, ...]:
    if record.step is None or record.lane is None:
        return (words("place.parked"),)
    lane = _named(document.table(Lane)[record.lane].title, words)
    return (*_column(document.table(Step)[record.step], document, words), lane)


def _ends(link: Link, document: Document, words: Words) -> dict[str, str]:
    cards = document.table(Card)
    return {"source": quoted(cards[link.source].text, words), "target": quoted(cards[link.target].text, words)}


def _named(title: str, words: Words) -> str:
    return plain(title) or words("place.untitled")
