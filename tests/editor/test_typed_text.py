"""What is typed, composed or pasted is in the map, whatever it is: on the canvas and in a panel."""

from collections.abc import Iterator

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from editor.speech import speak
from model.change import update
from model.records import Card
from tests.checking.typed_text import PLACES, WAYS, Writer, by_keys, by_pasting
from tests.editor.panels.inspector.hands import field_of
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


def test_a_label_longer_than_qt_would_hold_is_edited_and_not_cut_off(writer: Writer) -> None:
    long = "kata " * 8_000 + "."
    found, _ = writer.in_a_line(by_pasting, long)
    assert found == (long, long)


def test_a_text_that_begins_with_a_mark_of_byte_order_is_edited_as_it_reads(writer: Writer) -> None:
    writer.session.do("write", lambda document: update(document.table(Card)["c3"], note="\ufffeKopi"))
    writer.session.select(("c3",))
    field = field_of(writer.inspector, "note")
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_End)
    QTest.keyClicks(field, "!")
    assert writer.session.document.table(Card)["c3"].note == "Kopi!"
