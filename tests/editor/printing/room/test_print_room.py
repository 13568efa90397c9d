"""The print room: what is chosen is what is on the desk, and the sentence says what one gets."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication

from editor.appearance import theme
from editor.printing.room.proofing import Dropped, Dropping, proof
from editor.printing.room.room import Room
from editor.printing.room.wish import FREE, Dress, OwnSize, Wish, brief
from editor.session import Origin
from editor.speech import speak
from model.handouts.kinds import KINDS
from model.handouts.options import PackOptions, PageOptions
from model.layout.engine import lay_out
from model.layout.shapes import Page, Text, walk
from model.layout.sheets import MM, sheet
from model.operations.maps import edit_map
from model.records import Card, Lane, Persona, Role
from model.storage.file import open_map
from tests.checking.command_line import CLINIC
from tests.checking.dialogs import Desk
from tests.checking.print_room import entered, left, pick, settle
from tests.making.small_map import small_map


def pages(room: Room) -> tuple[Page, ...]:
    assert room.proof is not None, room.told.words.text()
    return room.proof.pages


def said(room: Room) -> str:
    texts = (shape.string for page in pages(room) for shape, *_ in walk(page.shapes) if isinstance(shape, Text))
    return " ".join(texts)


def show_clinic(desk: Desk) -> None:
    desk.session.replace(open_map(CLINIC).document, Origin("klinik.cjm"))


def test_the_sentence_says_sheets_letters_and_time(desk: Desk) -> None:
    show_clinic(desk)
    room = entered(desk)
    assert room.told.words.text() == "1 sheet A3, text 9.5 pt, about 8 seconds of printing"
    pick(room.choices.sheet.paper, "A4")
    pick(room.choices.sheet.orientation, "Portrait")
    settle(room)
    assert room.told.words.text().startswith("3 sheets A4, text ")
    assert room.told.words.text().endswith("about 24 seconds of printing")
    QTest.keyClicks(room.choices.sheet.sheets, "2")
    assert room.told.words.text().startswith("1 sheet A4")
    left(room)


@pytest.mark.parametrize("text", ["0", "99", "3-1", "satu", "1,,2", "-", "1" * 40])
def test_sheets_there_are_none_of_can_be_neither_exported_nor_printed(desk: Desk, text: str) -> None:
    room = entered(desk)
    assert room.buttons.by_name["export"].isEnabled()
    QTest.keyClicks(room.choices.sheet.sheets, text)
    assert "one sheet only" in room.told.words.text()
    assert not any(room.buttons.by_name[key].isEnabled() for key in ("export", "print", "formats"))
    left(room)


def test_every_kind_is_drawn_and_says_what_it_is(desk: Desk) -> None:
    show_clinic(desk)
    room = entered(desk)
    for kind in KINDS:
        room.kinds.choose(kind)
        settle(room)
        assert pages(room), kind
        assert room.choices.title.text() == room.kinds.currentItem().text()
        assert len(room.choices.about.text()) > 20
        assert room.desk.page is pages(room)[0]
        assert room.told.words.text().endswith("of printing")
    left(room)


def test_options_and_looks_change_the_pages(desk: Desk) -> None:
    room = entered(desk)
    before = pages(room)
    QTest.keyClick(room.choices.dress.fields["draft"].widget, Qt.Key.Key_Space)
    settle(room)
    assert pages(room) != before
    room.kinds.choose("page")
    pick(room.choices.sheet.paper, "A0")
    settle(room)
    assert pages(room)[0].width == sheet("A0").width
    QTest.keyClick(room.choices.kinds["page"].fields["smallest"].widget, Qt.Key.Key_Space)
    settle(room)
    assert pages(room)[0].width == sheet("A4").width
    left(room)


def test_a_sheet_can_have_a_size_of_its_own_or_that_of_the_map(desk: Desk) -> None:
    room = entered(desk)
    room.kinds.choose("page")
    pick(room.choices.sheet.paper, "A size of your own")
    assert room.choices.sheet.own.isVisible()
    assert not room.choices.sheet.orientation.isVisible()
    room.choices.sheet.own.put(OwnSize(width=914, height=1800))
    QTest.keyClick(room.choices.sheet.own.fields["width"].widget, Qt.Key.Key_Up)
    settle(room)
    assert pages(room)[0].width == pytest.approx(915 * MM)
    assert "1 sheet 915 × 1800 mm" in room.told.words.text()
    pick(room.choices.sheet.paper, "As large as the map")
    settle(room)
    free = lay_out(desk.session.document, view=desk.session.drawing.view, name="peta").pages
    assert [page.shapes for page in pages(room)] == [page.shapes for page in free]
    left(room)


def test_lanes_personas_and_parts_of_the_header_can_be_left_out(desk: Desk) -> None:
    desk.session.replace(small_map(Persona(id="p2", order="a1", name="Budi")), Origin("peta"))
    room = entered(desk)
    assert "Sari" in said(room)
    room.choices.lanes.boxes["l3"].click()
    room.choices.heads.persona.setCurrentIndex(1)
    room.choices.heads.parts.fields["facts"].widget.setFocus()
    QTest.keyClick(room.choices.heads.parts.fields["facts"].widget, Qt.Key.Key_Space)
    settle(room)
    wish = room.choices.wish()
    assert (wish.hidden, wish.persona) == (frozenset({"l3"}), "p2")
    assert wish.look.header == {"title", "persona", "logo"}
    assert "Budi" in said(room)
    assert "Sari" not in said(room)
    assert "empat" not in said(room).split()
    left(room)


def test_what_is_not_on_paper_is_told_before_anything_is_written(desk: Desk) -> None:
    lane = Lane(id="l9", order="a9", role=Role.THOUGHTS, title="<img src=x>")
    cards = (
        Card(id="n1", order="a0", lane="l9", step="t1", text="Lama"),
        Card(id="n2", order="a1", lane="l1", step="t1", text="Kopi \U00013000"),
    )
    desk.session.replace(small_map(lane, *cards), Origin("peta"))
    room = entered(desk)
    pick(room.choices.sheet.view, "Service blueprint")
    settle(room)
    assert "<img src=x> (1 card)" in room.told.warning.text()
    assert room.told.warning.textFormat() == Qt.TextFormat.PlainText
    assert any("\U00013000" in each and "Sadar" in each for each in room.told.warnings)
    assert room.told.more.isVisible()
    room.kinds.choose("cards")
    settle(room)
    assert not any("<img" in each for each in room.told.warnings)
    left(room)


def test_a_sheet_larger_than_the_one_asked_for_is_told_of(desk: Desk) -> None:
    show_clinic(desk)
    room = entered(desk)
    room.kinds.choose("page")
    settle(room)
    assert room.told.warning.text() == ""
    pick(room.choices.sheet.paper, "A4")
    settle(room)
    assert room.told.words.text().startswith("1 sheet A3")
    assert room.told.warning.text() == "On A4 the map has no room at 7 points; the sheet is A3."
    room.choices.kinds["page"].put(PageOptions(smallest=True))
    room.choices.changed.emit()
    settle(room)
    assert room.told.warning.text() == ""
    left(room)


def test_the_names_of_kinds_are_read_whole_in_both_languages(desk: Desk) -> None:
    room = entered(desk)
    for tongue in ("id", "en"):
        speak(tongue)
        QApplication.sendPostedEvents()
        assert room.kinds.sizeHintForColumn(0) <= room.kinds.viewport().width()
    left(room)


def test_the_newest_wish_wins(desk: Desk) -> None:
    show_clinic(desk)
    room = entered(desk)
    proofs: list[str] = []
    room.proofing.proofed.connect(lambda found: proofs.append(found.wish.paper))
    for paper in ("A0", "A1", "A2", "A4"):
        room.choices.sheet.paper.setCurrentText(paper)
        QTest.qWait(1)
        assert room.desk.page is not None
    settle(room)
    assert proofs == ["A4"]
    assert pages(room)[0].width == sheet("A4").width
    left(room)


def test_work_nobody_wants_is_broken_off() -> None:
    dropping = Dropping()
    dropping.check()
    dropping.dropped = True
    with pytest.raises(Dropped):
        proof(small_map(), Wish(kind="page"), "peta", "en", dropping.check)


def test_what_a_kind_refuses_is_a_sentence_and_the_room_goes_on(desk: Desk) -> None:
    room = entered(desk)
    room.proofing.ask(Wish(kind="pack", options=PackOptions(kinds="page,page")), "en")
    settle(room)
    assert room.proof is None
    assert "page" in room.told.words.text()
    assert room.desk.where.text() == ""
    assert not room.buttons.by_name["export"].isEnabled()
    pick(room.choices.sheet.paper, "A2")
    settle(room)
    assert pages(room)[0].width == sheet("A2").width
    left(room)


def test_the_room_speaks_both_languages_and_shows_a_title_as_it_stands(desk: Desk) -> None:
    desk.session.do("edit", edit_map, title="<img src=x> [*]")
    room = entered(desk)
    assert "<img src=x> [*][*]" in room.windowTitle()
    speak("id")
    QApplication.sendPostedEvents()
    settle(room)
    assert room.windowTitle().startswith("Kertas: ")
    assert room.told.words.text().startswith("1 lembar A3, huruf ")
    assert room.kinds.currentItem().text() == "Dibagi per tahap"
    assert room.desk.where.text().startswith("Lembar 1 dari 1")
    speak("en")
    QApplication.sendPostedEvents()
    left(room)


def test_it_fits_a_small_screen_in_light_and_dark(desk: Desk) -> None:
    show_clinic(desk)
    room = entered(desk)
    for section in room.choices.sections.values():
        section.head.setChecked(True)
    room.resize(1200, 640)
    QApplication.processEvents()
    assert room.minimumSizeHint().width() <= 1300
    assert room.minimumSizeHint().height() <= 700
    light = room.desk.glass.grab().toImage().pixelColor(3, 3)
    theme.apply("dark")
    QApplication.processEvents()
    assert room.desk.glass.grab().toImage().pixelColor(3, 3).lightness() < light.lightness()
    theme.apply("light")
    left(room)


def test_every_button_says_what_it_does(desk: Desk) -> None:
    room = entered(desk)
    for button in room.findChildren(QAbstractButton):
        if button.isVisible():
            assert len(button.accessibleName() or button.text().replace("&", "")) > 3
    left(room)


def test_margins_are_millimetres() -> None:
    assert Dress().margin_points is None
    narrow, wide, own = (Dress(margin=name, own_margin=15) for name in ("narrow", "wide", "own"))
    assert narrow.margin_points is not None and narrow.margin_points >= 4.2 * MM
    assert (wide.margin_points, own.margin_points) == (20 * MM, 15 * MM)


def test_only_one_sheet_can_be_as_large_as_the_map() -> None:
    assert Wish(kind="page", paper=FREE).sheet is None
    assert Wish(kind="split", paper=FREE).sheet == sheet("A3")
    assert brief(Wish(kind="split", paper=FREE), "", lambda: None).sheet == sheet("A3")
