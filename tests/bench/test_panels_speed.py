"""What the panels beside the canvas cost on a map of 10,000 cards (`pytest FILE --benchmark-only -n 0`).

Asked for: the tree opens in well under 100 ms, and follows one change in a few. The findings may take 150 ms to gather
changes; what they then do at once must not be felt in typing.
"""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication
from pytest_benchmark.fixture import BenchmarkFixture
from pytestqt.qtbot import QtBot

from editor.panels.findings.model import FindingsModel
from editor.panels.findings.watch import Watch
from editor.panels.structure.panel import StructurePanel
from editor.session import Origin, Session
from model import change
from model.change import Change
from model.document import Document
from model.records import Card
from tests.making.maps import realistic_map


@pytest.fixture
def session(qapp: QApplication) -> Session:  # noqa: ARG001 Qt must be there
    return Session(realistic_map(10_000, seed=1, links=5_000), Origin(name="peta"))


def opened(session: Session) -> StructurePanel:
    panel = StructurePanel(session)
    panel.resize(320, 700)
    panel.show()
    panel.grab()
    return panel


def write(document: Document) -> Change:
    return change.update(next(iter(document.table(Card).values())), text="Barista menyapa pelanggan")


def move(document: Document) -> Change:
    card, *_, other = document.table(Card).values()
    return change.update(card, lane=other.lane, step=other.step)


def test_opening_the_tree(benchmark: BenchmarkFixture, session: Session, qtbot: QtBot) -> None:
    qtbot.addWidget(benchmark(opened, session))


@pytest.mark.parametrize("edit", [write, move])
def test_the_tree_after_one_change(
    benchmark: BenchmarkFixture, session: Session, qtbot: QtBot, edit: Callable[[Document], Change]
) -> None:
    """Its own work and the painting; the card's step is open."""
    panel, edits = opened(session), [edit(session.document)]
    qtbot.addWidget(panel)
    session.select(edits[0].ids)

    def make() -> None:
        session.document.apply(edits[0])
        edits[0] = edits[0].inverse()

    def follow() -> None:
        panel.tree.follow(edits[0].inverse())
        panel.grab()

    benchmark.pedantic(follow, setup=make, rounds=20)  # type: ignore[no-untyped-call]


@pytest.mark.parametrize("wanted", ["barista", "a"])
def test_looking_for_words(benchmark: BenchmarkFixture, session: Session, qtbot: QtBot, wanted: str) -> None:
    panel = opened(session)
    qtbot.addWidget(panel)
    benchmark(panel.tree.look_for, wanted)


def test_the_findings_after_one_change(benchmark: BenchmarkFixture, session: Session) -> None:
    watch, rows, edits = Watch(session), FindingsModel(session), [write(session.document)]
    watch.found.connect(rows.take)
    watch.look()

    def make() -> None:
        session.push("edit", edits[0])
        edits[0] = edits[0].inverse()

    benchmark.pedantic(watch.look, setup=make, rounds=20)  # type: ignore[no-untyped-call]
