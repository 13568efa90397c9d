"""Leaving a map while a field holds what the map does not take."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from model.records import Card
from tests.checking.whole_window import Hands


@pytest.fixture
def refused(small: Hands) -> Iterator[QLineEdit]:
    """A due date that is none, typed into the inspector's field, which still has the focus."""
    small.session.select(("c1",))
    small.window.panels.bring("inspector")
    inspector = small.window.panels.inspector
    field = next(each for each in inspector.findChildren(QLineEdit) if each.accessibleName() == "Due date")
    field.setFocus()
    QTest.keyClicks(field, "zz??")
    yield field
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_Escape)


def test_the_window_stays_and_shows_what_was_refused(small: Hands, refused: QLineEdit) -> None:
    small.window.panels.bring("structure")
    assert not small.window.close()
    assert small.window.isVisible()
    assert small.window.panels.shows("inspector")
    assert refused.text() == "zz??"
    assert small.session.document.table(Card)["c1"].due == ""


def test_another_map_does_not_take_its_place_either(small: Hands, refused: QLineEdit) -> None:
    assert not small.window.files.revert()
    assert not small.window.files.may_leave()
    assert refused.text() == "zz??"


def test_once_it_is_left_by_escape_the_window_closes(small: Hands, refused: QLineEdit) -> None:
    refused.setFocus()
    QTest.keyClick(refused, Qt.Key.Key_Escape)
    assert small.window.files.may_leave()
