"""Lists in the inspector: evidence, the cards of a KPI, personas in their order, pictures, and feelings."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCalendarWidget, QSlider, QTableView
from pytestqt.qtbot import QtBot

from editor.panels.inspector import Inspector
from editor.panels.inspector.choices import Choice
from editor.panels.inspector.evidence import Support
from editor.panels.inspector.feeling import Feeling
from editor.panels.inspector.lists import Among, Watched
from editor.panels.inspector.measured import Day
from editor.panels.inspector.portrait import Portrait
from editor.panels.inspector.steps import Count, Place
from editor.panels.inspector.texts import Line, Lines
from editor.panels.inspector.ways import Jump
from editor.session import Session
from model.operations.card_content import edit_cards
from model.operations.emotions import edit_emotion
from model.records import Card, Emotion, Evidence, EvidenceKind, Kpi, Persona
from tests.checking.dialogs import Answers, name_file
from tests.editor.panels.inspector.hands import (
    click,
    editor_of,
    field_of,
    form_of,
    let_it_stand,
    press_enter,
    row_of,
    take_suggestion,
    type_over,
)

FIGURE = Evidence(kind=EvidenceKind.FIGURE, text="18 %", source="Loket")


def evidence(session: Session) -> tuple[Evidence, ...]:
    return session.document.table(Card)["c3"].evidence


def test_evidence_is_added_written_and_taken_away(inspector: Inspector, session: Session) -> None:
    session.select(["c3"])
    let_it_stand(inspector)
    support = editor_of(inspector, "evidence", Support)
    click(support.add)
    let_it_stand(inspector)
    kind, words, source = (support.items[1].parts[member] for member in ("kind", "text", "source"))
    assert isinstance(kind, Choice) and isinstance(words, Lines) and isinstance(source, Line)
    assert words.text.hasFocus()
    type_over(words.text, "antre lama")
    type_over(source.line, "Kunjungan")
    kind.combo.setFocus()
    QTest.keyClick(kind.combo, Qt.Key.Key_Home)
    assert evidence(session) == (FIGURE, Evidence(kind=EvidenceKind.FIGURE, text="antre lama", source="Kunjungan"))
    click(support.items[0].drop)
    assert [each.text for each in evidence(session)] == ["antre lama"]
    assert [item.isVisible() for item in support.items] == [True, False]
    for _ in range(5):
        session.undo()
    assert evidence(session) == (FIGURE,)


def test_what_is_half_typed_in_evidence_stays_with_it_when_another_goes(inspector: Inspector, session: Session) -> None:
    session.do("edit", edit_cards, ["c3"], evidence=(FIGURE, Evidence(kind=EvidenceKind.QUOTE, text="dua")))
    session.select(["c3"])
    let_it_stand(inspector)
    support = editor_of(inspector, "evidence", Support)
    words = support.items[1].parts["text"]
    assert isinstance(words, Lines)
    type_over(words.text, "dua lagi")
    click(support.items[0].drop)
    assert [each.text for each in evidence(session)] == ["dua lagi"]


def test_a_kpi_finds_a_card_by_its_words_and_lets_go_of_it(
    inspector: Inspector, session: Session, qtbot: QtBot
) -> None:
    session.select(["q2"])
    watched = editor_of(inspector, "cards", Watched)
    watched.line.setFocus()
    QTest.keyClicks(watched.line, "EMP")
    take_suggestion(qtbot, watched.line)
    assert session.document.table(Kpi)["q2"].cards == ("c4",)
    qtbot.waitUntil(lambda: watched.line.text() == "")
    let_it_stand(inspector)
    drop = watched.ways.rows[0].drop
    assert drop is not None
    click(drop)
    assert session.document.table(Kpi)["q2"].cards == ()
    session.undo()
    let_it_stand(inspector)
    click(watched.ways.rows[0].way)
    assert session.selection == ("c4",)


def test_a_card_that_is_watched_already_is_not_found_again(
    inspector: Inspector, session: Session, qtbot: QtBot
) -> None:
    session.select(["q1"])
    watched = editor_of(inspector, "cards", Watched)
    watched.line.setFocus()
    QTest.keyClicks(watched.line, "a")
    model = watched.line.completer().completionModel()
    qtbot.waitUntil(lambda: model.rowCount() > 0)
    assert {model.index(at, 0).data() for at in range(model.rowCount())} == {"dua", "empat", "lima"}


def test_a_persona_is_added_from_the_map_and_gone_to(inspector: Inspector, session: Session) -> None:
    let_it_stand(inspector)
    click(editor_of(inspector, "personas", Among).button)
    added = session.document.personas[-1].id
    assert session.selection == (added,)
    type_over(field_of(inspector, "name"), "Wati")
    session.select([])
    names = [row.way.accessibleName() for row in editor_of(inspector, "personas", Among).ways.rows]
    assert names == ["Sari", "Budi", "Wati"]


def test_personas_change_places(inspector: Inspector, session: Session) -> None:
    session.select(["p2"])
    let_it_stand(inspector)
    place = editor_of(inspector, "order", Place)
    assert (place.place.text(), place.up.isEnabled(), place.down.isEnabled()) == ("2 dari 2", True, False)
    click(place.up)
    assert [persona.id for persona in session.document.personas] == ["p2", "p1"]
    assert (place.place.text(), place.up.isEnabled(), place.down.isEnabled()) == ("1 dari 2", False, True)


def test_a_deleted_persona_leaves_the_map_to_look_at(inspector: Inspector, session: Session) -> None:
    session.select(["p1"])
    let_it_stand(inspector)
    click(row_of(inspector, "delete").editor.button)  # type: ignore[attr-defined]  # a Press
    assert "p1" not in session.document.records
    assert session.document.table(Emotion)["e1"].persona is None
    assert form_of(inspector).plan.name == "map"


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("foto.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>", "Berkas ini bukan gambar yang dapat ditampilkan."),
        ("foto.png", b"\x89PNG\r\n\x1a\n kosong", "Berkas ini bukan gambar yang dapat ditampilkan."),
        ("foto.jpg", b"\xff" * 8_000_001, "Gambarnya terlalu besar."),
    ],
)
def test_what_is_no_picture_is_refused(
    inspector: Inspector, session: Session, answers: Answers, tmp_path: Path, name: str, content: bytes, why: str
) -> None:
    (tmp_path / name).write_bytes(content)
    session.select(["p1"])
    let_it_stand(inspector)
    answers(name_file(str(tmp_path / name)))
    click(editor_of(inspector, "picture", Portrait).choose)
    assert row_of(inspector, "picture").reason.text().startswith(why)
    assert session.document.table(Persona)["p1"].picture is None


def test_a_picture_is_shown_and_taken_away(inspector: Inspector, session: Session) -> None:
    session.select(["c2"])
    let_it_stand(inspector)
    portrait = editor_of(inspector, "picture", Portrait)
    assert portrait.picture.isVisible() and not portrait.picture.pixmap().isNull()
    click(portrait.remove)
    assert session.document.table(Card)["c2"].picture is None
    assert not portrait.picture.isVisible() and not portrait.remove.isVisible()


def with_empty_hands(slider: QSlider) -> QSlider:
    """QTest remembers what an earlier test held to its end, and a slider takes no second button."""
    for button in (Qt.MouseButton.RightButton, Qt.MouseButton.MiddleButton, Qt.MouseButton.LeftButton):
        QTest.mouseRelease(slider, button)
    return slider


def test_the_slider_of_a_feeling_is_one_step_when_it_is_let_go(inspector: Inspector, session: Session) -> None:
    session.select(["e1"])
    let_it_stand(inspector)
    slider = with_empty_hands(editor_of(inspector, "value", Feeling).slider)
    middle = slider.height() // 2
    start = QPoint(round(slider.width() * 0.75), middle)
    QTest.mousePress(slider, Qt.MouseButton.LeftButton, pos=start)
    for x in range(start.x(), 0, -10):
        QTest.mouseMove(slider, QPoint(x, middle))
    assert not session.undo_stack.count()
    QTest.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=QPoint(1, middle))
    assert session.document.table(Emotion)["e1"].value == -2
    assert session.undo_stack.count() == 1


def test_a_slider_that_a_hand_holds_is_not_put_back(inspector: Inspector, session: Session) -> None:
    session.select(["e1"])
    let_it_stand(inspector)
    feeling = editor_of(inspector, "value", Feeling)
    middle = feeling.slider.height() // 2
    QTest.mousePress(
        feeling.slider, Qt.MouseButton.LeftButton, pos=QPoint(round(feeling.slider.width() * 0.75), middle)
    )
    QTest.mouseMove(feeling.slider, QPoint(1, middle))
    feeling.show_value()
    QTest.mouseRelease(feeling.slider, Qt.MouseButton.LeftButton, pos=QPoint(1, middle))
    assert session.document.table(Emotion)["e1"].value == -2


def test_a_feeling_between_halves_stays_until_someone_moves_it(inspector: Inspector, session: Session) -> None:
    session.do("edit", edit_emotion, "e1", value=0.3)
    session.select(["e1"])
    feeling = editor_of(inspector, "value", Feeling)
    assert (feeling.exact.typed, feeling.slider.value(), feeling.word.text()) == ("0,3", 1, "biasa")
    session.select([])
    assert session.document.table(Emotion)["e1"].value == 0.3
    session.select(["e1"])
    type_over(feeling.exact.line, "-1,25")
    press_enter(feeling.exact.line)
    assert session.document.table(Emotion)["e1"].value == -1.25
    type_over(feeling.exact.line, "3")
    press_enter(feeling.exact.line)
    assert row_of(inspector, "value").reason.text() == "Nilainya harus antara -2 dan 2."
    assert feeling.exact.typed == "3"


def test_a_vote_takes_what_is_half_typed_with_it(inspector: Inspector, session: Session) -> None:
    session.select(["c3"])
    let_it_stand(inspector)
    count = editor_of(inspector, "votes", Count)
    type_over(count.line, "4")
    click(count.more)
    assert session.document.table(Card)["c3"].votes == 5
    click(count.less)
    assert session.document.table(Card)["c3"].votes == 4


def test_a_day_is_chosen_in_the_calendar(inspector: Inspector, session: Session) -> None:
    session.do("edit", edit_cards, ["c3"], due="2026-11-12")
    session.select(["c3"])
    day = editor_of(inspector, "due", Day)
    day.line.setFocus()
    QTest.keyClick(day.line, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    calendar = day.findChild(QCalendarWidget)
    assert calendar is not None and calendar.isVisible()
    view = calendar.findChild(QTableView)
    assert view is not None
    QTest.keyClick(view, Qt.Key.Key_Right)
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert session.document.table(Card)["c3"].due == "2026-11-13"
    assert day.line.text() == "13 Nov 2026"


def test_a_vote_on_top_of_what_is_no_number_leaves_it_to_be_looked_at(inspector: Inspector, session: Session) -> None:
    session.select(["c3"])
    let_it_stand(inspector)
    count = editor_of(inspector, "votes", Count)
    type_over(count.line, "banyak")
    click(count.more)
    assert count.line.text() == "banyak"
    assert not session.undo_stack.count()


def test_enter_follows_a_way(inspector: Inspector, session: Session) -> None:
    session.select(["k1"])
    way = editor_of(inspector, "target", Jump).way
    way.setFocus()
    QTest.keyClick(way, Qt.Key.Key_Return)
    assert session.selection == ("c3",)
