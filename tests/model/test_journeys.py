"""Any journey through all operations, with undo, redo, saving and opening, leaves a map that is whole."""

import importlib
import inspect
import pkgutil
from collections.abc import Iterator
from random import Random
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

import model.operations
from model import rules
from model.change import Change, together
from model.document import Document
from model.operations.cascade import deletion
from model.records import Card, Map
from model.refusal import Refused
from model.storage import cjm
from tests.making.maps import maps
from tests.making.wishes import WISHES, Operation, Wish

GROUNDWORK = frozenset({"area", "basics", "cascade", "cells", "editing", "ordering", "plain", "spans", "tables"})


class Journey(RuleBasedStateMachine):
    """One map and its history. Each operation is a rule of its own: see below the class."""

    @initialize(document=maps(max_steps=6, max_lanes=6, max_cards=12) | maps(4, 7, 6, 14, min_lanes=4, min_cards=7))
    def open(self, document: Document) -> None:
        self.document = document
        self.first = cjm.encode(document)
        self.done, self.undone = list[Change](), list[Change]()

    def operate(self, operation: Operation, seed: int) -> None:
        before = dict(self.document.records)
        try:
            change = WISHES[operation](Wish(Random(seed), self.document))
        except Refused:
            change = Change()
        assert self.document.records == before, "an operation changes nothing itself"
        self.document.apply(change)
        assert bool(change) == (self.document.records != before), "a change without effect is empty"
        if change:
            self.done.append(change)
            self.undone.clear()

    @precondition(lambda self: self.done)
    @rule()
    def undo(self) -> None:
        change = self.done.pop()
        self.document.apply(change.inverse())
        self.undone.append(change)

    @precondition(lambda self: self.undone)
    @rule()
    def redo(self) -> None:
        change = self.undone.pop()
        self.document.apply(change)
        self.done.append(change)

    @rule()
    def save_and_open(self) -> None:
        saved = cjm.encode(self.document)
        opened = cjm.decode(saved)
        assert opened.records == self.document.records
        assert opened.unknown == self.document.unknown
        assert cjm.encode(opened) == saved
        self.document = opened

    @invariant()
    def the_rules_hold(self) -> None:
        records = self.document.records
        assert list(rules.faults(records, records.values())) == []
        assert len(self.document.table(Map)) == 1

    @invariant()
    def every_index_is_as_if_made_new(self) -> None:
        assert indexes(self.document) == indexes(Document(self.document.records.values()))

    @invariant()
    def no_card_reaches_past_the_last_step(self) -> None:
        for card in self.document.table(Card).values():
            assert card in self.document.parked or len(self.document.under(card)) == card.span

    def teardown(self) -> None:
        if not hasattr(self, "document"):
            return
        last = cjm.encode(self.document)
        for change in reversed(self.done):
            self.document.apply(change.inverse())
        assert cjm.encode(self.document) == self.first
        self.document.apply(together(self.done))
        assert cjm.encode(self.document) == last


def indexes(document: Document) -> dict[str, Any]:
    """All that a document tells beyond its bare records."""
    cells = [(lane.id, step.id) for lane in document.lanes for step in document.steps]
    return {
        "stages": document.stages,
        "steps": document.steps,
        "columns": dict(document.columns),
        "lanes": document.lanes,
        "personas": document.personas,
        "kpis": document.kpis,
        "parked": document.parked,
        "cells": {cell: document.cards_in(*cell) for cell in cells},
        "emotions": {lane.id: document.emotions_in(lane.id) for lane in document.lanes},
        "links": {key: document.links_of(key) for key in document.table(Card)},
        "referring": {key: frozenset(document.referring(key)) for key in document.records},
    }


def _rule_for(operation: Operation) -> Any:
    def ask(self: Journey, seed: int) -> None:
        self.operate(operation, seed)

    ask.__name__ = ask.__qualname__ = operation.__name__
    return rule(seed=st.integers(0, 2**32 - 1))(ask)


for _operation in WISHES:
    setattr(Journey, f"ask_{_operation.__name__}", _rule_for(_operation))

TestJourney = Journey.TestCase
TestJourney.settings = settings(stateful_step_count=40)


def operations() -> Iterator[Operation]:
    """Every public function of model/operations from a document to a change."""
    yield deletion
    for page in pkgutil.iter_modules(model.operations.__path__):
        if page.name not in GROUNDWORK:
            module = importlib.import_module(f"model.operations.{page.name}")
            for name, function in inspect.getmembers(module, inspect.isfunction):
                returns = inspect.signature(function).return_annotation
                if function.__module__ == module.__name__ and not name.startswith("_") and returns is Change:
                    yield function


def test_every_operation_is_a_rule_of_the_journey() -> None:
    assert set(operations()) == set(WISHES)
