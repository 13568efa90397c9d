"""What is typed, composed or pasted is in the map, whatever it is: on the canvas and in a panel."""

from collections.abc import Iterator

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from editor.speech import speak
from tests.checking.typed_text import PLACES, WAYS, Writer, by_keys
from tests.making.unicode import KEYED, TEXTS


@pytest.fixture
def writer(qtbot: QtBot) -> Iterator[Writer]:
    speak("id")
    made = Writer()
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    yield made
    speak("")


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("way", WAYS)
def test_what_is_written_is_in_the_map(writer: Writer, way: str, place: str) -> None:
    texts: st.SearchStrategy[str] = KEYED if WAYS[way] is by_keys else TEXTS

    @settings(max_examples=40)
    @given(texts)
    @example("10\u00a0€ \u202fx")
    @example("a" if WAYS[way] is by_keys else "\ufffea\ufeff")
    def writes(text: str) -> None:
        found, wanted = PLACES[place](writer, WAYS[way], text)
        assert found == wanted

    writes()
