"""How long a map takes to be laid out: cold, and seen before (`pytest FILE --benchmark-only -n 0`).

Aim: 1,000 cards with nothing remembered in 60 ms. Measured on two shared cores: 50 free and 92 fitted to A0.
"""

from typing import Any

import pytest

from model.change import update
from model.document import Document
from model.layout import cards
from model.layout.engine import Layout, lay_out
from model.layout.sheets import Sheet, sheet
from model.layout.text import graphemes, tongue
from model.layout.view import View
from model.records import Role
from tests.checking.page_extents import cards_on
from tests.making.maps import CARD_ROLES, realistic_map

REMEMBERED = (
    cards._frame, graphemes.graphemes,
)  # fmt: skip
WHOLE = {Role.TOUCHPOINTS, Role.CHANNELS, Role.THOUGHTS, Role.KPIS}  # not in a blueprint


def shown(count: int, steps: int, links: int = 0) -> Document:
    """A map all cards of which stand in lanes that a blueprint shows."""
    made = realistic_map(count, seed=1, steps=steps, links=links)
    lanes = {lane.id: lane for lane in made.lanes}
    for lane in lanes.values():
        if lane.role in WHOLE:
            made.apply(update(lane, role=Role.OTHER))
    assert len(CARD_ROLES) == len(Role) - 1
    return made


def forgotten() -> tuple[tuple[()], dict[str, object]]:
    for each in REMEMBERED:
        each.cache_clear()
    tongue.forget()
    return (), {}


@pytest.mark.parametrize("paper", [None, sheet("A0")], ids=["free", "A0"])
def test_a_thousand_cards_from_nothing(benchmark: Any, paper: Sheet | None) -> None:
    document = shown(1000, steps=25)
    layout: Layout = benchmark.pedantic(
        lambda: lay_out(document, view=View.BLUEPRINT, sheet=paper), setup=forgotten, rounds=15
    )
    assert sum(len(cards_on(page, document)) for page in layout.pages) >= 1000


def test_a_thousand_cards_seen_before(benchmark: Any) -> None:
    document = shown(1000, steps=25)
    layout: Layout = benchmark(lambda: lay_out(document, view=View.BLUEPRINT))
    assert layout.pages
