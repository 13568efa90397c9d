"""What is said beside a slide: the notes of what stands on it, in the order of the journey."""

from collections.abc import Iterator, Sequence

from model.document import Document
from model.layout.grid import Column
from model.layout.page import Composed
from model.records import Card, Evidence


def notes_of(document: Document, composed: Composed, columns: Sequence[Column]) -> str:
    """A line for whatever in these columns has a note, an owner or a source."""
    here = {slot.id for row in composed.frame.rows for slot in row.slots}
    return "\n".join((*_stages(columns), *_cards(document, here, columns), *_felt(document, columns)))


def _stages(columns: Sequence[Column]) -> Iterator[str]:
    for stage in {each.stage.id: each.stage for each in columns if each.stage is not None}.values():
        if stage.note:
            yield _line(stage.title, stage.note)


def _cards(document: Document, here: set[str], columns: Sequence[Column]) -> Iterator[str]:
    steps = [column.step.id for column in columns if column.step is not None]
    for step in steps:
        for lane in document.lanes:
            for card in document.cards_in(lane.id, step):
                if card.id in here and (said := _said(card)):
                    yield _line(card.text, said)


def _felt(document: Document, columns: Sequence[Column]) -> Iterator[str]:
    steps = {column.step.id for column in columns if column.step is not None}
    for lane in document.lanes:
        for emotion in document.emotions_in(lane.id):
            if emotion.note and emotion.step in steps:
                yield _line(emotion.quote or f"{emotion.value:+g}", emotion.note)


def _said(card: Card) -> str:
    parts = [card.note, card.owner, card.due, *(_source(each) for each in card.evidence)]
    return " · ".join(part for part in parts if part)


def _source(evidence: Evidence) -> str:
    return f"{evidence.text} ({evidence.source})" if evidence.text and evidence.source else evidence.text


def _line(subject: str, text: str) -> str:
    return f"{' '.join(subject.split())}: {text}" if subject else text
