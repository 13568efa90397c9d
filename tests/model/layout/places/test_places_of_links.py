"""The nearest link to a point is found, whichever gap or card it runs along there, before and after changes."""

from itertools import pairwise
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from model.document import Document
from model.layout.engine import Layout, lay_out
from model.layout.links.draw import Arrows
from model.layout.places.lines import Lines
from model.layout.relay import relay
from model.layout.sheets import Sheet, sheet
from model.layout.view import View
from model.records import Id, Link
from tests.making.any_edit import any_edit
from tests.making.crowded_maps import crowded

REACH = 4.0
Points = list[tuple[float, float]]


def nearest(layout: Layout, page: int, x: float, y: float) -> float:
    """How far away the nearest line of a link runs, as far as it is within reach."""
    away = [
        max(min(x1, x2) - x, x - max(x1, x2), min(y1, y2) - y, y - max(y1, y2), 0.0)
        for runs in layout.composed[page].arrows.runs.values()
        for run in runs
        for (x1, y1), (x2, y2) in pairwise(run)
    ]
    return min([distance for distance in away if distance <= REACH], default=REACH)


def distance_of(layout: Layout, page: int, key: Id | None, x: float, y: float) -> float:
    if key is None:
        return REACH
    pieces = (piece for run in layout.composed[page].arrows.runs[key] for piece in pairwise(run))
    return min(
        max(min(x1, x2) - x, x - max(x1, x2), min(y1, y2) - y, y - max(y1, y2), 0.0) for (x1, y1), (x2, y2) in pieces
    )


def points_beside_lines(layout: Layout, page: int, chance: Random) -> Points:
    """Points on the lines and up to twice the reach beside them."""
    pieces = [piece for runs in layout.composed[page].arrows.runs.values() for run in runs for piece in pairwise(run)]
    points = []
    for (x1, y1), (x2, y2) in chance.sample(pieces, min(len(pieces), 40)):
        along = chance.random()
        aside = chance.uniform(-2 * REACH, 2 * REACH), chance.uniform(-2 * REACH, 2 * REACH)
        points.append((x1 + (x2 - x1) * along + aside[0], y1 + (y2 - y1) * along + aside[1]))
    return points


def assert_nearest_found(layout: Layout, chance: Random) -> None:
    for page, composed in enumerate(layout.composed):
        lines = Lines(composed.arrows)
        for x, y in points_beside_lines(layout, page, chance):
            found = lines.at(x, y, REACH)
            assert abs(distance_of(layout, page, found, x, y) - nearest(layout, page, x, y)) < 1e-6


def bare(cards: int, links: int) -> Document:
    """A crowded map with no labels on its links: they are hit too, wherever the line is."""
    document = crowded(4, 3, cards=cards, spans=True, links=links)
    records = document.records.values()
    return Document(replace(record, label="") if isinstance(record, Link) else record for record in records)


@given(st.integers(0, 2**32), st.lists(st.integers(0, 2**32), max_size=3, unique=True))
def test_the_nearest_line_is_found_after_any_run_of_edits(seed: int, edits: list[int]) -> None:
    document = bare(cards=40, links=40)
    layout = lay_out(document, view=View.BLUEPRINT, folding=True)
    for edit in edits:
        change = any_edit(Random(edit), document)
        document.apply(change)
        layout = relay(layout, change)
    if not any(link.label for link in document.table(Link).values()):
        assert_nearest_found(layout, Random(seed))


@pytest.mark.parametrize("paper", [None, sheet("A4")], ids=["free", "A4"])
def test_the_nearest_line_is_found_on_every_page(paper: Sheet | None) -> None:
    layout = lay_out(bare(cards=60, links=60), view=View.BLUEPRINT, sheet=paper)
    assert_nearest_found(layout, Random(5))


def test_far_from_all_links_none_is_found() -> None:
    layout = lay_out(bare(cards=40, links=40), view=View.BLUEPRINT)
    assert Lines(layout.composed[0].arrows).at(-50, -50, REACH) is None
    assert Lines(Arrows()).at(100, 100, REACH) is None
