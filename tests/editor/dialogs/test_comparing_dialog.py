"""Two maps side by side: pictures that are looked at alike, frames, and a list that leads to what it speaks of."""

from collections.abc import Iterator
from typing import Any

import msgspec
import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLabel
from pytestqt.qtbot import QtBot

from editor.dialogs.comparing import Comparing, Comparison, differences, show_comparison
from editor.speech import speak
from model.compare.difference import Sort
from model.document import Document
from model.operations.cascade import deletion
from tests.checking.dialogs import Answers
from tests.making.maps import realistic_map
from tests.making.small_map import small_map


def with_(key: str, **members: Any) -> Document:
    return small_map(msgspec.structs.replace(small_map().records[key], **members))


def rewritten() -> Document:
    """The small map with another title, another word and without a card."""
    after = with_("c1", text="uno <b>&amp;")
    after.apply(deletion(after, ["c5"]))
    return after


@pytest.fixture
def english() -> Iterator[None]:
    speak("en")
    yield
    speak("")


@pytest.fixture
def comparing(qtbot: QtBot, english: None) -> Comparing:
    del english
    return opened(qtbot, small_map(), rewritten())


def opened(qtbot: QtBot, one: Document, other: Document) -> Comparing:
    made = Comparing(("peta <img src=x>", one), ("peta & peta", other))
    qtbot.addWidget(made)
    made.resize(900, 600)
    with qtbot.waitExposed(made):
        made.show()
    qtbot.waitUntil(lambda: made.found is not None)
    return made


def lines(comparing: Comparing) -> list[str]:
    rows = comparing.list.rows
    return [str(rows.index(row, 0).data()) for row in range(rows.rowCount())]


def test_the_list_says_what_differs_under_the_parts_of_the_map(comparing: Comparing) -> None:
    assert comparing.summary.text() == "2 differences. Choose one to look at it."
    assert lines(comparing) == [
        "Stage “Sadar”",
        "Reworded: card “satu” is now “uno <b>&amp;” (lane 1, step 1)",
        "Parking lot",
        "Removed: card “lima” (parking lot)",
    ]


def test_names_of_a_user_are_shown_as_they_are_written(comparing: Comparing) -> None:
    assert [name.text() for name in comparing.names] == ["peta <img src=x>", "peta & peta"]
    assert {each.textFormat() for each in comparing.findChildren(QLabel)} == {Qt.TextFormat.PlainText}


def test_a_line_chosen_by_key_or_mouse_is_looked_at_in_both_pictures(comparing: Comparing) -> None:
    before = [picture.outlook for picture in comparing.pictures]
    comparing.list.setFocus()
    QTest.keyClick(comparing.list, Qt.Key.Key_Down)
    QTest.keyClick(comparing.list, Qt.Key.Key_Up)
    chosen = comparing.list.rows.difference(comparing.list.currentIndex())
    assert chosen is not None
    assert chosen.record == "c1"
    after = [picture.outlook for picture in comparing.pictures]
    assert all(old != new for old, new in zip(before, after, strict=True))
    spot = comparing.list.visualRect(comparing.list.rows.index(3, 0)).center()
    QTest.mouseClick(comparing.list.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    chosen = comparing.list.rows.difference(comparing.list.currentIndex())
    assert chosen is not None
    assert chosen.record == "c5"


def test_what_is_there_in_one_map_only_is_looked_at_in_the_same_place_of_the_other(qtbot: QtBot, english: None) -> None:
    del english
    after = small_map()
    after.apply(deletion(after, ["c3"]))
    made = opened(qtbot, small_map(), after)
    rows = made.list.rows
    gone = next(row for row in range(rows.rowCount()) if "card “tiga”" in str(rows.index(row, 0).data()))
    made.list.setCurrentIndex(rows.index(gone, 0))
    assert made.pictures[0].outlook == made.pictures[1].outlook
    assert made.pictures[0].outlook.near > 1


def test_a_heading_is_not_chosen(comparing: Comparing) -> None:
    spot = comparing.list.visualRect(comparing.list.rows.index(0, 0)).center()
    QTest.mouseClick(comparing.list.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert not comparing.list.selectedIndexes()


def test_looking_nearer_in_one_picture_looks_nearer_in_the_other(comparing: Comparing) -> None:
    first, second = comparing.pictures
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Plus)
    assert second.outlook == first.outlook
    second.setFocus()
    QTest.keyClick(second, Qt.Key.Key_0)
    assert first.outlook.near == 1.0


def test_a_long_list_is_there_at_once_and_grows_as_one_goes_down(qtbot: QtBot, english: None) -> None:
    del english
    made = opened(qtbot, small_map(), realistic_map(900, 3))
    assert made.list.rows.rowCount() == 200
    assert made.list.indexAt(QPoint(40, 40)).isValid()
    made.list.setFocus()
    QTest.keyClick(made.list, Qt.Key.Key_End)
    qtbot.waitUntil(lambda: made.list.rows.rowCount() == 400)
    assert lines(made)[-1]
    while made.list.rows.canFetchMore(QModelIndex()):
        QTest.keyClick(made.list, Qt.Key.Key_End)
    headings = sum(made.list.rows.difference(made.list.rows.index(row, 0)) is None for row in range(len(lines(made))))
    assert made.found is not None
    assert len(lines(made)) == len(made.found.differences) + headings


def test_a_link_is_framed_along_its_way_and_not_over_what_lies_between_its_ends(qtbot: QtBot, english: None) -> None:
    del english
    after = small_map()
    after.apply(deletion(after, ["k1"]))
    made = opened(qtbot, small_map(), after)
    assert made.found is not None
    pieces = made.found.frames_before[Sort.REMOVED]
    assert len(pieces) >= 1
    assert all(piece.width == 0 or piece.height == 0 for piece in pieces)


def test_maps_that_are_the_same_are_said_to_be(qtbot: QtBot, english: None) -> None:
    del english
    made = opened(qtbot, small_map(), small_map())
    assert made.summary.text() == "Both are the same."
    assert not made.list.isVisible()
    aside = opened(qtbot, small_map(), Document(small_map().records.values(), {"later": 1}))
    assert "does not know" in aside.summary.text()


def test_it_speaks_another_language_at_once(comparing: Comparing, qtbot: QtBot) -> None:
    speak("id")
    qtbot.waitUntil(lambda: comparing.summary.text() == "2 perbedaan. Pilih satu untuk melihatnya.")
    assert lines(comparing)[0] == "Tahap “Sadar”"
    assert lines(comparing)[-1] == "Dihapus: kartu “lima” (tempat parkir)"


def test_the_window_closes_by_escape(qtbot: QtBot, english: None) -> None:
    del english, qtbot
    answers, seen = Answers(), list[str]()

    def leave(dialog: QDialog) -> None:
        assert isinstance(dialog, Comparison)
        seen.append(dialog.windowTitle())
        QTest.keyClick(dialog, Qt.Key.Key_Escape)

    answers(leave)
    show_comparison(None, "Bandingkan [*]", ("a", small_map()), ("b", rewritten()))
    answers.deleteLater()
    assert seen == ["Bandingkan [*][*]"]
    assert not answers.unexpected


def test_differences_are_lines_of_plain_text() -> None:
    turned = with_("c1", text="uno\u202e due\x07\ntre")
    assert differences(small_map(), turned, "en") == ["Reworded: card “satu” is now “uno due tre” (lane 1, step 1)"]
    assert len(differences(None, small_map(), "id")) >= len(small_map().records) - 2
