"""Cut, copy, paste, duplicate and delete on the open map, and what is selected afterwards."""

import subprocess
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QAction, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPlainTextEdit, QSpinBox, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from editor.clipboard import Clipboard
from editor.session import Origin, Session
from editor.speech import speak
from model.operations.lanes import edit_lane
from model.operations.maps import edit_map
from model.records import Asset, Card, Emotion, Link, Stage
from tests.making.small import picture
from tests.making.small_map import small_map, words

FreshPython = Callable[[str], subprocess.CompletedProcess[str]]


@pytest.fixture
def session(qapp: QApplication) -> Session:  # noqa: ARG001  the clipboard is the application's
    speak("en")
    return Session(small_map(), Origin("peta"))


@pytest.fixture
def clipboard(session: Session) -> Iterator[Clipboard]:
    QGuiApplication.clipboard().clear()
    made = Clipboard(session)
    yield made
    made.release()
    speak("")


@pytest.fixture
def told(session: Session) -> list[str]:
    said: list[str] = []
    session.told.connect(said.append)
    return said


def on_clipboard(**kinds: bytes) -> None:
    made = QMimeData()
    for kind, data in kinds.items():
        made.setData(kind.replace("_", "/"), data)
    QGuiApplication.clipboard().setMimeData(made)


def test_copied_cards_are_pasted_behind_the_selected_card_with_their_link_in_one_step(
    session: Session, clipboard: Clipboard
) -> None:
    before = dict(session.document.records)
    session.select(["c1", "c3"])
    clipboard.copy()
    session.select(["c1"])
    clipboard.paste()
    assert words(session.document, "l1", "t1") == ["satu", "satu", "dua"]
    assert words(session.document, "l1", "t2") == ["tiga", "tiga"]
    assert len(session.document.table(Link)) == 2
    assert [session.document.records[key] for key in session.selection] == [
        session.document.cards_in("l1", "t1")[1], session.document.cards_in("l1", "t2")[1],
    ]  # fmt: skip
    session.undo()
    assert session.document.records == before


def test_a_piece_is_pasted_with_its_upper_left_corner_where_one_stands(session: Session, clipboard: Clipboard) -> None:
    session.select(["c3", "c1"])
    clipboard.copy()
    session.stand_in(("l3", "t3"))
    clipboard.paste()
    assert (words(session.document, "l3", "t3"), words(session.document, "l3", "t4")) == (["satu"], ["tiga"])


@pytest.mark.parametrize(("language", "title"), [("id", "Jalur lain"), ("en", "Other lane")])
def test_a_lane_made_for_more_rows_than_there_are_has_a_name_in_the_language_of_the_map(
    session: Session, clipboard: Clipboard, language: str, title: str
) -> None:
    session.do("edit", edit_map, language=language)
    session.stand_in(("l3", "t1"))
    on_clipboard(text_plain=b"a\tb\nc\td")
    clipboard.paste()
    assert session.document.lanes[-1].title == title
    session.select(["c1", "c4"])
    clipboard.copy()
    session.stand_in((session.document.lanes[-1].id, "t1"))
    clipboard.paste()
    assert [lane.title for lane in session.document.lanes[-2:]] == [title, title]


def test_other_programs_get_the_words_of_what_is_copied(session: Session, clipboard: Clipboard) -> None:
    session.select(["c1", "c2", "c3"])
    clipboard.copy()
    assert QGuiApplication.clipboard().text() == '"satu\ndua"\ttiga'


def test_a_cut_takes_cards_away_in_one_step_and_a_paste_brings_them_elsewhere(
    session: Session, clipboard: Clipboard
) -> None:
    session.select(["c1"])
    clipboard.cut()
    assert words(session.document, "l1", "t1") == ["dua"]
    assert session.selection == ("c2",)
    session.stand_in(("l1", "t4"))
    clipboard.paste()
    assert words(session.document, "l1", "t4") == ["satu"]
    session.undo()
    session.undo()
    assert session.document.records == small_map().records


def test_a_cut_stage_keeps_its_place_without_what_stood_in_it(session: Session, clipboard: Clipboard) -> None:
    session.select(["s1"])
    clipboard.cut()
    assert "s1" in session.document.table(Stage)
    assert set(session.document.table(Card)) == {"c5"}
    assert not session.document.table(Emotion)


def test_nothing_is_cut_where_nothing_can_be_copied(session: Session, clipboard: Clipboard, told: list[str]) -> None:
    session.select(["k1"])
    clipboard.cut()
    assert session.document.records == small_map().records
    assert told == ["There are no cards or emotions in what is selected."]


def test_a_pasted_list_becomes_a_card_a_line_and_a_table_spreads_over_cells(
    session: Session, clipboard: Clipboard
) -> None:
    on_clipboard(text_plain="• roti\n• <b>kopi</b> & teh\n".encode())
    session.stand_in(("l1", "t4"))
    clipboard.paste()
    assert words(session.document, "l1", "t4") == ["roti", "<b>kopi</b> & teh"]
    on_clipboard(text_plain=b"a\tb\nc\td")
    session.stand_in(("l1", "t3"))
    clipboard.paste()
    assert (words(session.document, "l1", "t3"), words(session.document, "l3", "t4")) == (["a"], ["d"])


def test_html_alone_is_nothing_to_paste_and_beside_plain_text_it_is_not_read(
    session: Session, clipboard: Clipboard, told: list[str]
) -> None:
    session.stand_in(("l1", "t4"))
    on_clipboard(text_html=b"<p>tebal</p><img src='/etc/hostname'>")
    clipboard.paste()
    assert session.document.records == small_map().records
    assert told == ["There is nothing on the clipboard that can stand on a map."]
    on_clipboard(text_html=b"<p>tebal</p>", text_plain=b"biasa")
    clipboard.paste()
    assert words(session.document, "l1", "t4") == ["biasa"]


def test_without_a_cell_cards_are_pasted_into_the_parking_lot_and_one_is_told(
    session: Session, clipboard: Clipboard, told: list[str]
) -> None:
    on_clipboard(text_plain=b"nanti")
    clipboard.paste()
    assert words(session.document, None, None) == ["lima", "nanti"]
    assert told[-1] == "The card was put in the parking lot. Choose a cell first to paste onto the map."


def test_emotions_are_pasted_into_other_steps_of_their_lane(session: Session, clipboard: Clipboard) -> None:
    session.select(["e1"])
    clipboard.copy()
    session.stand_in(("l2", "t3"))
    clipboard.paste()
    new = session.document.table(Emotion)[session.selection[0]]
    assert (new.lane, new.step, new.value, new.persona) == ("l2", "t3", 1, "p1")


def test_emotions_with_the_cards_below_them_are_pasted_onto_an_emotion_lane_and_below(
    session: Session, clipboard: Clipboard, told: list[str]
) -> None:
    session.select(["e1", "c4"])
    clipboard.copy()
    session.stand_in(("l2", "t2"))
    clipboard.paste()
    assert words(session.document, "l3", "t2") == ["empat"]
    assert [marker.step for marker in session.document.emotions_in("l2")] == ["t1", "t2"]
    session.select(["c4"])
    clipboard.copy()
    session.stand_in(("l2", "t4"))
    clipboard.paste()
    assert told[-1] == "Cards cannot stand on an emotion lane. Put an emotion there instead."


@pytest.mark.parametrize(
    ("damaged", "sentence"),
    [
        (b"{", "What is on the clipboard cannot be read as a piece of a map."),
        (b'{"version": 99}', "This was copied in a newer version of this program. Update this one to paste it here."),
    ],
)
def test_a_piece_that_cannot_be_read_is_refused_in_a_sentence(
    session: Session, clipboard: Clipboard, told: list[str], damaged: bytes, sentence: str
) -> None:
    made = QMimeData()
    made.setData("application/x-jejak-clip+json", damaged)
    QGuiApplication.clipboard().setMimeData(made)
    session.stand_in(("l1", "t1"))
    clipboard.paste()
    assert told == [sentence]
    assert not session.undo_stack.canUndo()


def test_a_picture_comes_onto_the_selected_card_or_onto_a_new_one_in_the_cell(
    session: Session, clipboard: Clipboard
) -> None:
    on_clipboard(image_png=picture(0x00FF00))
    session.select(["c1"])
    clipboard.paste()
    session.stand_in(("l3", "t4"))
    clipboard.paste()
    shown = session.document.table(Card)["c1"].picture
    assert session.document.table(Asset)[shown or ""].data == picture(0x00FF00)
    (new,) = session.document.cards_in("l3", "t4")
    assert new.picture == shown
    session.undo()
    assert not session.document.cards_in("l3", "t4")


def test_a_screenshot_comes_as_a_png(session: Session, clipboard: Clipboard) -> None:
    pixels = QImage(4, 3, QImage.Format.Format_RGB32)
    pixels.fill(Qt.GlobalColor.red)
    QGuiApplication.clipboard().setImage(pixels)
    session.select(["p1"])
    clipboard.paste()
    (asset,) = (each for each in session.document.table(Asset).values() if each.id != small_map_picture())
    assert (asset.type, QImage.fromData(asset.data).size().toTuple()) == ("image/png", (4, 3))


def test_of_a_picture_on_a_card_one_is_told_where_it_shows(
    session: Session, clipboard: Clipboard, told: list[str]
) -> None:
    on_clipboard(image_png=picture(0x00FF00))
    session.select(["c1"])
    clipboard.paste()
    assert told.pop() == "Picture put on the card; the inspector shows it."
    session.stand_in(("l3", "t4"))
    clipboard.paste()
    assert told.pop() == "Picture put on the card; the inspector shows it."
    session.undo()
    session.undo()
    assert told[-1] == "Undone: Put picture"
    session.select(["c1"])
    clipboard.paste()
    assert session.selection == ("c1",)


@pytest.mark.parametrize("kind", ["image_png", "application_x-qt-image"])
def test_a_picture_that_is_offered_and_not_given_is_told_as_that(
    session: Session, clipboard: Clipboard, told: list[str], kind: str
) -> None:
    session.select(["c1"])
    on_clipboard(**{kind: b""})
    clipboard.paste()
    assert session.document.records == small_map().records
    assert told == ["The clipboard gave no picture."]


def small_map_picture() -> str:
    return next(iter(small_map().table(Asset)))


def test_a_damaged_picture_is_refused_and_an_svg_is_not_looked_into(
    session: Session, clipboard: Clipboard, told: list[str]
) -> None:
    session.select(["c1"])
    on_clipboard(image_png=b"\x89PNG")
    clipboard.paste()
    made = QMimeData()
    made.setData("image/svg+xml", b"<svg xmlns='http://www.w3.org/2000/svg' width='2' height='2'/>")
    QGuiApplication.clipboard().setMimeData(made)
    clipboard.paste()
    assert session.document.records == small_map().records
    assert told == [
        "This is not a picture we can show. Choose a PNG or a JPEG that is not damaged.",
        "There is nothing on the clipboard that can stand on a map.",
    ]


def test_deleting_selects_the_next_card_then_the_last_one_left_then_the_cell(
    session: Session, clipboard: Clipboard
) -> None:
    session.select(["c1"])
    clipboard.delete()
    assert session.selection == ("c2",)
    clipboard.delete()
    assert not session.selection
    assert session.cell == ("l1", "t1")
    session.undo()
    session.undo()
    assert session.document.records == small_map().records


def test_whatever_is_selected_is_deleted_in_one_step(session: Session, clipboard: Clipboard) -> None:
    session.select(["c3", "e1", "k1", "s2", "p1", "q1", "l3"])
    clipboard.delete()
    assert set(session.document.table(Card)) == {"c1", "c2", "c5"}
    assert not session.document.kpis
    session.undo()
    assert session.document.records == small_map().records


def test_a_deleted_stage_hands_the_selection_to_its_neighbour_and_the_map_itself_stays(
    session: Session, clipboard: Clipboard, told: list[str]
) -> None:
    session.select(["s2"])
    clipboard.delete()
    assert session.selection == ("s1",)
    session.select(["m"])
    clipboard.delete()
    assert told[-1] == "The map itself cannot be deleted."


def test_duplicates_stand_behind_what_they_were_made_of_and_are_selected(
    session: Session, clipboard: Clipboard
) -> None:
    session.select(["c1"])
    clipboard.duplicate()
    assert words(session.document, "l1", "t1") == ["satu", "satu", "dua"]
    assert session.selection == (session.document.cards_in("l1", "t1")[1].id,)
    session.select(["s1"])
    clipboard.duplicate()
    assert session.selection == (session.document.stages[1].id,)
    assert len(session.document.steps) == 6


def test_all_that_shows_is_selected_and_nothing_on_a_hidden_lane(session: Session, clipboard: Clipboard) -> None:
    session.do("hide_lane", edit_lane, "l3", hidden=True)
    session.show(sheet=None)
    clipboard.select_all()
    assert set(session.selection) == {"c1", "c2", "c3", "e1"}


def test_a_text_field_with_the_focus_keeps_its_own_delete_cut_copy_and_paste(
    session: Session, clipboard: Clipboard, qtbot: QtBot
) -> None:
    window, line, lines = QWidget(), QLineEdit("kata"), QPlainTextEdit("dua\nbaris")
    qtbot.addWidget(window)
    layout = QVBoxLayout(window)
    for field in (line, lines):
        layout.addWidget(field)
    delete = QAction(window)
    delete.setShortcut(Qt.Key.Key_Delete)
    delete.triggered.connect(clipboard.delete)
    window.addAction(delete)
    session.select(["c1"])
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    line.setFocus()
    line.setCursorPosition(0)
    QTest.keyClick(line, Qt.Key.Key_Delete)
    assert line.text() == "ata"
    clipboard.delete()
    assert line.text() == "ta"
    clipboard.select_all()
    clipboard.cut()
    assert (line.text(), QGuiApplication.clipboard().text()) == ("", "ta")
    lines.setFocus()
    clipboard.select_all()
    clipboard.paste()
    assert lines.toPlainText() == "ta"
    assert session.document.records == small_map().records


@pytest.mark.parametrize("field", [QComboBox, QSpinBox])
def test_a_list_to_choose_from_is_no_text_field_but_a_number_is(
    session: Session, clipboard: Clipboard, qtbot: QtBot, field: type[QWidget]
) -> None:
    widget = field()
    qtbot.addWidget(widget)
    session.select(["c1"])
    with qtbot.waitExposed(widget):
        widget.show()
    widget.activateWindow()
    widget.setFocus()
    clipboard.delete()
    assert ("c1" in session.document.records) == (field is QSpinBox)


def test_a_program_that_has_copied_ends_in_peace(fresh_python: FreshPython) -> None:
    done = fresh_python(
        """
import os
os.environ["QT_QPA_PLATFORM"] = "offscreen"
from PySide6.QtWidgets import QApplication
from editor.clipboard import Clipboard
from editor.session import Origin, Session
from tests.making.small_map import small_map
application = QApplication([])
session = Session(small_map(), Origin("peta"))
session.select(["c1"])
clipboard = Clipboard(session)
clipboard.copy()
assert application.clipboard().text() == "satu"
clipboard.release()
assert application.clipboard().text() == ""
"""
    )
    assert done.returncode == 0, done.stderr
