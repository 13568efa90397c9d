"""Duplicating: cards, emotions, personas and KPIs, and stages, steps and lanes with all that stands in them."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import msgspec

from model import change, rules
from model.change import Change
from model.document import Document
from model.operations.basics import after, becoming, each, fresh_id
from model.operations.cards import index_of, links_between
from model.operations.cascade import dependents
from model.operations.cells import Cell, cell_of, in_reading_order, settled
from model.operations.ordering import arranged
from model.operations.spans import respanned
from model.operations.stages import steps_of
from model.records import Card, Emotion, Id, Kpi, Lane, Link, Persona, Record, Stage, Step

Whole = Stage | Step | Lane | Emotion | Persona | Kpi


def duplicate(document: Document, ids: Iterable[Id]) -> Change:
    """A copy of each record right behind it, with the links among the copied cards.

    What stands in a duplicated stage, step or lane comes with it. Links, pictures and the map itself have no copies.
    Refuses `missing`.
    """
    chosen = each(document, Record, ids)
    wholes = [record for record in chosen if isinstance(record, Whole)]
    within = {key for record in wholes for key in dependents(document, [record.id]) if key != record.id}
    cards = [record for record in chosen if isinstance(record, Card) and record.id not in within]
    done = _cards(document, cards)
    for record in wholes:
        if record.id not in within:
            done = done.then(_whole(after(document, done), record))
    return done


def _cards(document: Document, cards: Sequence[Card]) -> Change:
    ordered = in_reading_order(document, cards)
    twins = {card.id: fresh_id(document, Card) for card in ordered}
    behind: dict[Cell, int | None] = {cell_of(card): index_of(document, card) + 1 for card in ordered}
    placed = settled(document, [msgspec.structs.replace(card, id=twins[card.id]) for card in ordered], behind)
    return placed.then(change.add(*links_between(document, twins)))


def _whole(document: Document, record: Whole) -> Change:
    """The change that adds a copy of one record with all that stands in it."""
    inside = [document.records[key] for key in dependents(document, [record.id])]
    parts = [each for each in inside if not isinstance(each, Link)]
    twins = {each.id: fresh_id(document, type(each)) for each in parts}
    copies = {each.id: _twin(document, each, twins) for each in parts}
    cards = {key: twin for key, twin in twins.items() if isinstance(document.records[key], Card)}
    group = _group(document, record)
    beside: Any = copies.pop(record.id)
    placed = arranged(group, [beside], [other.id for other in group].index(record.id) + 1)
    columns = _columns(document, twins)
    spread = respanned(document, columns, set(columns) - document.columns.keys())
    return becoming(document, [*placed, *copies.values(), *spread.values(), *links_between(document, cards)])


def _twin(document: Document, record: Record, twins: Mapping[Id, Id]) -> Record:
    """The record under its new id, referring to twins where there are any."""
    members: dict[str, Any] = {"id": twins[record.id]}
    for reference in rules.OF_KIND.get(type(record), ()):
        if not reference.many:
            value = getattr(record, reference.member)
            members[reference.member] = twins.get(value, value)
    if isinstance(record, Card) and record.step in twins:
        members["span"] = sum(step.id in twins for step in document.under(record)) or 1
    return msgspec.structs.replace(record, **members)


def _group(document: Document, record: Whole) -> Sequence[Any]:
    """Those among which this record stands in order."""
    if isinstance(record, Step):
        return steps_of(document, record.stage)
    if isinstance(record, Emotion):
        return [other for other in document.emotions_in(record.lane) if other.step == record.step]
    among: dict[type[Record], Sequence[Any]] = {
        Stage: document.stages, Lane: document.lanes, Persona: document.personas, Kpi: document.kpis,
    }  # fmt: skip
    return among[type(record)]


def _columns(document: Document, twins: Mapping[Id, Id]) -> list[Id]:
    """The steps from left to right with the twins in a block behind those they are twins of."""
    steps = list(document.columns)
    copied = [key for key in steps if key in twins]
    end = steps.index(copied[-1]) + 1 if copied else 0
    return [*steps[:end], *(twins[key] for key in copied), *steps[end:]]
