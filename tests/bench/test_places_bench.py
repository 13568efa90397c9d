"""How long it takes to find what is at a point of a map of 10,000 cards (`pytest FILE --benchmark-only -n 0`).

Aims: places of a new layout in 1 ms, what is at a point or where a drop goes in 0.1 ms. Measured on two shared cores:
0.01; 0.09 and 0.03; a rubber band round half the map 8; the first question after a row grew 0.6, and where 5,000
links run 1.
"""

from random import Random
from typing import Any

import pytest

from model.change import update
from model.document import Document
from model.layout.engine import Layout, lay_out
from model.layout.frame import Rect
from model.layout.places import Places
from model.layout.relay import relay
from model.layout.view import View
from model.records import Card
from tests.making.maps import realistic_map

CARDS, STEPS, LINKS = 10_000, 120, 5_000
POINTS = 1000


@pytest.fixture(scope="module")
def document() -> Document:
    return realistic_map(CARDS, seed=1, steps=STEPS, links=LINKS)


@pytest.fixture(scope="module")
def layout(document: Document) -> Layout:
    return lay_out(document, view=View.BLUEPRINT, folding=True)


def points(layout: Layout) -> list[tuple[float, float]]:
    chance, page = Random(1), layout.pages[0]
    return [(chance.uniform(0, page.width), chance.uniform(0, page.height)) for _ in range(POINTS)]


def test_places_of_a_layout(benchmark: Any, layout: Layout) -> None:
    assert benchmark(Places, layout).at(0, 40, 40) is not None


def test_what_is_at_a_thousand_points(benchmark: Any, layout: Layout) -> None:
    places = Places(layout)
    found = benchmark(lambda: [places.at(0, x, y, 4.0) for x, y in points(layout)])
    assert sum(spot is not None for spot in found) > POINTS / 2


def test_where_a_card_dropped_at_a_thousand_points_goes(benchmark: Any, layout: Layout) -> None:
    places, key = Places(layout), layout.order.source.bands[2].items[0].record.id
    found = benchmark(lambda: [places.drop_at(0, x, y, (key,)) for x, y in points(layout)])
    assert sum(drop is not None for drop in found) > POINTS / 2


@pytest.mark.parametrize("between_rows", [False, True], ids=["on a card", "where links run"])
def test_the_first_question_after_a_row_grew(
    benchmark: Any, document: Document, layout: Layout, between_rows: bool
) -> None:
    """What the pointer waits for: one row is indexed again, and the links, which run anew."""
    band = layout.order.source.bands[2]
    key, row = band.items[0].record.id, layout.composed[0].frame.rows[3]
    x, y = layout.composed[0].frame.left + 10, row.y - 1 if between_rows else row.top + 10
    before = Places(layout)
    before.at(0, x, y)
    before.spots(key)
    change = update(document.table(Card)[key], text="kata " * 60)
    document.apply(change)
    after = relay(layout, change)
    document.apply(change.inverse())

    def ask() -> int:
        places = Places(after, before)
        places.at(0, x, y)
        return len(places.spots(key))

    assert benchmark(ask) == 1


def test_a_rubber_band_round_half_the_map(benchmark: Any, layout: Layout) -> None:
    places, page = Places(layout), layout.pages[0]
    taken = benchmark(lambda: places.within(0, Rect(0, 0, page.width / 2, page.height)))
    assert len(taken) > 3000
