"""What comparing maps, drawing their pictures and keeping versions costs (`pytest FILE --benchmark-only -n 0`).

Asked for: two maps of 10,000 cards are compared in less than 200 ms; the picture of one of 2,000 cards is drawn on a
thread of its own, and painting it holds the window up for less than 100 ms.
"""

from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from random import Random
from typing import Any

import pytest
from PySide6.QtCore import QSize
from pytestqt.qtbot import QtBot

from editor.dialogs.miniature import Miniature
from editor.dialogs.sight import sight
from model.compare.comparing import compare
from model.compare.sentences import differences
from model.document import Document
from model.storage import cjm
from model.storage.history import History
from tests.making.any_edit import any_edit
from tests.making.maps import realistic_map

LARGE, USUAL = 10_000, 2_000


def read_again(document: Document) -> Document:
    """The same map, no record of which is the same object."""
    return cjm.decode(cjm.encode(document))


def edited(document: Document, times: int) -> Document:
    chance, other = Random(99), read_again(document)
    for _ in range(times):
        other.apply(any_edit(chance, other))
    return other


@pytest.fixture(scope="module")
def large() -> Document:
    return realistic_map(LARGE, 1, links=1_000)


def test_two_large_maps_with_some_edits_between_them_are_compared(benchmark: Any, large: Document) -> None:
    assert benchmark(compare, large, edited(large, 200))


def test_two_large_maps_that_have_nothing_in_common_are_compared(benchmark: Any, large: Document) -> None:
    assert len(benchmark(compare, large, realistic_map(LARGE, 2, links=1_000))) > 2 * LARGE


def test_all_that_a_large_map_holds_is_put_into_words(benchmark: Any, large: Document) -> None:
    assert len(benchmark(differences, None, large, "id")) > LARGE


def test_the_picture_of_a_usual_map_is_drawn(benchmark: Any) -> None:
    seeds = count(1)

    def another() -> tuple[tuple[Document], dict[str, object]]:
        return (realistic_map(USUAL, next(seeds), links=200),), {}

    benchmark.pedantic(sight, setup=another, rounds=5)


def test_the_picture_of_a_usual_map_is_painted_for_the_first_time(benchmark: Any, qtbot: QtBot) -> None:
    seen = sight(realistic_map(USUAL, 1, links=200))

    def another() -> tuple[tuple[Miniature], dict[str, object]]:
        made = Miniature()
        qtbot.addWidget(made)
        made.resize(QSize(800, 400))
        made.show_sight(seen, {})
        return (made,), {}

    benchmark.pedantic(Miniature.grab, setup=another, rounds=5)


def test_a_version_is_kept_beside_sixty_others(benchmark: Any, tmp_path: Path) -> None:
    history, numbers = History(tmp_path), count(1)
    data = cjm.encode(realistic_map(USUAL, 1, links=200))

    def keep() -> None:
        number = next(numbers)
        now = datetime(2026, 1, 1, tzinfo=UTC) + number * timedelta(hours=8)
        history.add(data.replace(b'"generator"', b" " * number + b'"generator"'), "m", "saved", now)

    for _ in range(150):
        keep()
    benchmark(keep)
    assert len(history.versions("m")) >= 30
