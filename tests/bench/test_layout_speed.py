"""How long a map takes to be laid out: cold, and after one card has changed (`pytest FILE --benchmark-only -n 0`).

Aims: 1,000 cards with nothing remembered in 60 ms, one changed card among 10,000 in 5 ms. Measured on two shared cores:
50 free and 92 fitted to A0; 3, and 480 where the row grows and 5,000 links run anew.
"""

from collections.abc import Callable
from itertools import count
from typing import Any

import pytest

from model.change import Change, update
from model.document import Document
from model.layout import cards
from model.layout.engine import Layout, lay_out
from model.layout.relay import relay
from model.layout.sheets import Sheet, sheet
from model.layout.text import breaks, graphemes, shaping, wrap
from model.layout.view import View
from model.records import Card, Role
from tests.checking.page_extents import cards_on
from tests.making.maps import CARD_ROLES, realistic_map

REMEMBERED = (
    cards._shapes, cards._frame, breaks.pieces, graphemes.graphemes, shaping.shape, wrap.wrap,
    wrap.count,
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


def typing(
    document: Document, words: Callable[[Card, int], str]
) -> Callable[[], tuple[tuple[Change], dict[str, object]]]:
    """Applies a change to one card's text before each round."""
    card = max(document.table(Card).values(), key=lambda card: len(card.text))
    numbers = count()

    def setup() -> tuple[tuple[Change], dict[str, object]]:
        change = update(document.table(Card)[card.id], text=words(card, next(numbers)))
        document.apply(change)
        return (change,), {}

    return setup


def other_letters(card: Card, number: int) -> str:
    """As long as before: no row grows."""
    return f"{card.text[:-3]}{number % 900 + 100}"


def more_or_fewer_words(card: Card, number: int) -> str:
    """By turns the card makes its row grow and shrink."""
    return card.text + " dan menunggu lagi" * (20 if number % 2 else 21)


@pytest.mark.parametrize("links", [0, 5000])
@pytest.mark.parametrize("words", [other_letters, more_or_fewer_words])
def test_one_changed_card_among_ten_thousand(benchmark: Any, links: int, words: Callable[[Card, int], str]) -> None:
    document = shown(10_000, steps=120, links=links)
    layouts = [lay_out(document, view=View.BLUEPRINT)]

    def change_one(change: Change) -> Layout:
        layouts[0] = relay(layouts[0], change)
        return layouts[0]

    benchmark.pedantic(change_one, setup=typing(document, words), rounds=30)
    assert layouts[0].pages == lay_out(document, view=View.BLUEPRINT).pages
