"""Fields in which a word has no end: all of it is there, and one line below the other."""

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QTextOption
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit
from pytestqt.qtbot import QtBot

from editor.wrapping import expect, put

ENDLESS = "x" * 200_000
_MODES = QTextOption.WrapMode


@pytest.fixture(params=[QPlainTextEdit, QTextEdit])
def field(request: pytest.FixtureRequest, qtbot: QtBot) -> QPlainTextEdit | QTextEdit:
    made: QPlainTextEdit | QTextEdit = request.param()
    qtbot.addWidget(made)
    made.resize(200, 200)
    made.show()
    return made


def test_words_are_kept_whole_and_only_an_endless_one_is_not(field: QPlainTextEdit | QTextEdit) -> None:
    for text in ("kata " * 20_000, ENDLESS, f"satu {ENDLESS} dua", "kata", ""):
        put(field, text)
        assert field.toPlainText() == text
        assert (field.wordWrapMode() is _MODES.WrapAnywhere) == (ENDLESS in text)
        field.grab()
        assert field.horizontalScrollBar().maximum() == 0


def test_one_text_takes_the_place_of_another_in_one_go(field: QPlainTextEdit | QTextEdit) -> None:
    put(field, ENDLESS)
    told: list[str] = []
    field.textChanged.connect(lambda: told.append(field.toPlainText()))
    put(field, "kata")
    assert set(told) == {"kata"}


def test_what_is_pasted_beside_an_endless_word_leaves_it_broken_anywhere(field: QPlainTextEdit | QTextEdit) -> None:
    put(field, ENDLESS)
    pasted = QMimeData()
    pasted.setText("kata")
    expect(field, pasted.text())
    field.insertPlainText(pasted.text())
    assert field.wordWrapMode() is _MODES.WrapAnywhere
    put(field, "satu")
    expect(field, ENDLESS)
    assert field.wordWrapMode() is _MODES.WrapAnywhere
