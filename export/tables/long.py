"""The long form of a map: a row a card, and one for whatever else has no row of its own."""

from collections.abc import Iterator

from model.document import Document
from model.importers.tables.cells import kind_word, mark_word, role_word
from model.layout.grid import Column, columns_of
from model.records import Card, Emotion, Evidence, Lane, Persona
from resources.words import Words

Cell = str | float | None
Row = dict[str, Cell]
"""Cells by the names of their columns (`model.importers.tables.columns`)."""


def rows(document: Document, said: Words) -> Iterator[Row]:
    """Column by column, and down each; what has nothing in it has a row of its own, and the parking lot comes last."""
    columns = columns_of(document)
    numbers = {step.id: at for at, step in enumerate(document.steps, start=1)}
    used: set[str] = set()
    for column in columns:
        place = _place(column, numbers)
        found = [*_in_column(document, column, place, said)]
        used |= {str(row["lane_number"]) for row in found}
        if found:
            yield from found
        elif column.stage is not None:
            yield {"kind": said("kind.step" if column.step else "kind.stage"), **place}
    for at, lane in enumerate(document.lanes, start=1):
        if str(at) not in used:
            yield {"kind": said("kind.lane"), **_lane(lane, at, said)}
    for card in document.parked:
        yield from _card("kind.parked", card, {}, said)


def _place(column: Column, numbers: dict[str, int]) -> Row:
    stage, step = column.stage, column.step
    if stage is None:
        return {}
    at: Row = {"stage_number": column.stage_number, "stage": stage.title}
    return {**at, "step_number": numbers[step.id], "step": step.title, "step_minutes": step.minutes} if step else at


def _in_column(document: Document, column: Column, place: Row, said: Words) -> Iterator[Row]:
    if column.step is None:
        return
    for at, lane in enumerate(document.lanes, start=1):
        here = {**place, **_lane(lane, at, said)}
        for card in document.cards_in(lane.id, column.step.id):
            yield from _card("kind.card", card, here, said)
        for emotion in document.emotions_in(lane.id):
            if emotion.step == column.step.id:
                yield _emotion(emotion, here, document, said)


def _lane(lane: Lane, at: int, said: Words) -> Row:
    return {"lane_number": at, "lane": lane.title, "role": role_word(lane.role, said.language)}


def _card(kind: str, card: Card, place: Row, said: Words) -> Iterator[Row]:
    digital = "" if card.digital is None else said("yes" if card.digital else "no")
    yield {
        "kind": said(kind), **place, "text": card.text, "note": card.note,
        "marks": ", ".join(mark_word(mark, said.language) for mark in card.marks), "channel": card.channel,
        "digital": digital, "self_service": said("yes") if card.self_service else "", "owner": card.owner,
        "department": card.department, "author": card.author, "due": card.due, "votes": card.votes or None,
        "impact": card.impact, "feasibility": card.feasibility, "minutes": card.minutes,
        "span": card.span if card.span > 1 else None, "url": card.url,
    }  # fmt: skip
    yield from (_evidence(each, place, said) for each in card.evidence)


def _evidence(evidence: Evidence, place: Row, said: Words) -> Row:
    """What a card rests on, below the card: the kind stands where its marks would, the source where its note would."""
    kind = kind_word(evidence.kind, said.language)
    return {"kind": said("kind.evidence"), **place, "text": evidence.text, "note": evidence.source, "marks": kind}


def _emotion(emotion: Emotion, place: Row, document: Document, said: Words) -> Row:
    persona = document.get(Persona, emotion.persona)
    return {
        "kind": said("kind.emotion"), **place, "feeling": emotion.value, "quote": emotion.quote, "note": emotion.note,
        "persona": persona.name if persona else "",
    }  # fmt: skip
