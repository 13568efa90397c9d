"""How long looking a large map over takes (`pytest FILE --benchmark-only -n 0`).

Asked for, on a map of 10,000 cards and 5,000 links: 150 ms for all findings, 20 ms for what one edit may have touched.
"""

from collections.abc import Callable

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from model import change
from model.change import Change
from model.document import Document
from model.findings.search import Findings, find
from model.records import Card, Link
from tests.making.maps import realistic_map


@pytest.fixture
def document() -> Document:
    return realistic_map(10_000, seed=1, links=5_000)


def type_a_word(document: Document) -> Change:
    return change.update(_linked(document), text="Barista menyapa pelanggan")


def name_an_owner(document: Document) -> Change:
    return change.update(_linked(document), owner="Barista")


def move_a_card(document: Document) -> Change:
    card = _linked(document)
    return change.update(card, step=next(step.id for step in document.steps if step.id != card.step))


def mark_a_loop(document: Document) -> Change:
    return change.update(next(iter(document.table(Link).values())), loop=True)


def add_a_link(document: Document) -> Change:
    source, *_, target = document.table(Card)
    return change.add(Link(id="k_new", source=source, target=target))


def move_a_lane(document: Document) -> Change:
    return change.update(document.lanes[0], order=document.lanes[-1].order + "V")


def move_a_step(document: Document) -> Change:
    return change.update(document.steps[0], order=document.steps[-1].order + "V")


EDITS = (type_a_word, name_an_owner, move_a_card, mark_a_loop, add_a_link, move_a_lane, move_a_step)


def _linked(document: Document) -> Card:
    """A card with a link."""
    link = next(iter(document.table(Link).values()))
    return document.table(Card)[link.source]


def test_all_findings_of_a_large_map(benchmark: BenchmarkFixture, document: Document) -> None:
    find(document)  # loads networkx
    assert len(benchmark(find, document)) > 1_000


@pytest.mark.parametrize("edit", EDITS)
def test_what_one_edit_may_have_touched(
    benchmark: BenchmarkFixture, document: Document, edit: Callable[[Document], Change]
) -> None:
    """Each round makes the edit or takes it back; only the findings are timed."""
    findings, edits = Findings(document), [edit(document)]

    def make() -> tuple[tuple[Change], dict[str, object]]:
        document.apply(edits[0])
        edits[0] = edits[0].inverse()
        return (edits[0].inverse(),), {}

    benchmark.pedantic(findings.update, setup=make, rounds=20)  # type: ignore[no-untyped-call]
    assert findings.current() == find(document)
