"""The status line: what happened, why something was refused, what is selected, how the map is shown."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from editor.session import Origin, Session
from editor.speech import speak
from editor.status import READABLE, Status
from model.layout.sheets import sheet
from model.layout.view import View
from model.operations.cards import add_card
from model.operations.lanes import edit_lane
from model.operations.steps import edit_step
from tests.making.small_map import small_map


@pytest.fixture
def session(qapp: QApplication) -> Iterator[Session]:  # noqa: ARG001 Qt must be there
    speak("en")
    yield Session(small_map(), Origin(name="kopi"))
    speak("")


@pytest.fixture
def status(session: Session, qtbot: QtBot) -> Status:
    made = Status(session)
    qtbot.addWidget(made)
    made.resize(1200, 30)
    made.show()
    qtbot.waitExposed(made)
    return made


def test_what_was_done_is_told_and_what_was_taken_back(session: Session, status: Status) -> None:
    session.do("add_card", add_card, "l1", "t1")
    assert status.message.text == "Add card"
    session.undo()
    assert status.message.text == "Undone: Add card"


def test_a_refusal_is_told_with_a_sign_of_its_own_and_stays_to_be_read(
    session: Session, status: Status, qtbot: QtBot
) -> None:
    session.do("add_card", add_card, "l1", "t1")
    told = status.sign.pixmap().toImage()
    session.do("add_card", add_card, "l2", "t1")
    assert status.message.text == "Cards cannot stand on an emotion lane. Put an emotion there instead."
    assert status.sign.pixmap().toImage() != told
    assert READABLE["refused"] >= 8_000
    assert status.fading > 8_000
    qtbot.wait(50)
    assert status.message.text


def test_a_new_sentence_takes_the_place_of_a_refusal(session: Session, status: Status) -> None:
    session.do("add_card", add_card, "l2", "t1")
    session.tell("Saved")
    assert status.message.text == "Saved"
    assert status.fading < 8_000


def test_a_long_sentence_is_cut_and_stands_in_full_in_the_tooltip(session: Session, status: Status) -> None:
    status.resize(600, 30)
    QApplication.processEvents()
    sentence = "A map with <b>many</b> words " * 8
    session.tell(sentence)
    assert status.message.label.text().endswith("…")
    assert "&lt;b&gt;" in status.message.label.toolTip()
    assert status.message.label.textFormat() == Qt.TextFormat.PlainText
    session.tell("Short")
    assert status.message.label.text() == "Short"
    assert status.message.label.toolTip() == ""


@pytest.mark.parametrize(
    ("keys", "told"),
    [
        ([], ""), (["c1"], "Customer actions · step 1"), (["e1"], "Emotion · step 1"), (["c5"], "Parking lot"),
        (["c1", "c3", "c4"], "3 cards"), (["c1", "c3", "e1"], "2 cards, 1 emotion"), (["s1"], "1 stage"),
        (["l1", "l2"], "2 lanes"), (["k1"], "1 link"), (["m"], "map"),
    ],
)  # fmt: skip
def test_what_is_selected_is_told(session: Session, status: Status, keys: list[str], told: str) -> None:
    session.select(keys)
    assert status.selected.text == told


def test_the_cell_of_the_keyboard_is_told_and_follows_its_names(session: Session, status: Status) -> None:
    session.stand_in(("l1", "t3"))
    assert status.selected.text == "Customer actions · step 3"
    session.do("edit", edit_step, "t3", title="Bayar")
    session.do("edit", edit_lane, "l1", title="Tindakan")
    assert status.selected.text == "Tindakan · step 3, Bayar"


def test_the_findings_are_counted_on_a_button_that_opens_them(status: Status, qtbot: QtBot) -> None:
    assert status.findings.text() == "Findings"
    status.show_findings(1, 2, 3)
    assert status.findings.text() == "6 findings"
    assert status.findings.toolTip().startswith("1 critical, 2 warnings, 3 hints")
    status.show_findings(0, 1, 0)
    assert status.findings.text() == "1 finding"
    with qtbot.waitSignal(status.findings_asked):
        QTest.mouseClick(status.findings, Qt.MouseButton.LeftButton)


def test_the_zoom_is_a_button(status: Status, qtbot: QtBot) -> None:
    status.show_zoom(0.666)
    assert status.zoom.text() == "67%"
    with qtbot.waitSignal(status.zoom_asked):
        QTest.keyClick(status.zoom, Qt.Key.Key_Space)


def test_view_and_sheet_are_told_and_asked_for(session: Session, status: Status, qtbot: QtBot) -> None:
    assert (status.view.text(), status.sheet.text()) == ("Blueprint", "No sheet")
    session.show(view=View.JOURNEY, sheet=sheet("A3"))
    assert (status.view.text(), status.sheet.text()) == ("Journey map", "A3 landscape")
    session.show(sheet=sheet("A4", "portrait"))
    assert status.sheet.text() == "A4 portrait"
    with qtbot.waitSignal(status.view_asked):
        QTest.mouseClick(status.view, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(status.sheet_asked):
        QTest.mouseClick(status.sheet, Qt.MouseButton.LeftButton)


def test_the_line_follows_the_language(session: Session, status: Status) -> None:
    session.select(["c1", "c2"])
    status.show_findings(0, 0, 1200)
    speak("id")
    QApplication.processEvents()
    assert status.selected.text == "2 kartu"
    assert status.findings.text() == "1.200 temuan"
    assert status.view.accessibleName() == "Cetak biru"


def test_everything_pressed_has_a_name_and_is_reached_by_the_tab_key(status: Status) -> None:
    for button in (status.findings, status.view, status.sheet, status.zoom):
        assert button.accessibleName()
        assert button.accessibleDescription()
        assert button.focusPolicy() & Qt.FocusPolicy.TabFocus
