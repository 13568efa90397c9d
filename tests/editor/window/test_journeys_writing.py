"""Writing in place: every kind of text, every way to begin and to end, every letter there is."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu

from editor.appearance.colours import colours
from editor.session import Origin
from model.document import Document
from model.layout.shapes import Text, walk
from model.operations.card_content import edit_cards
from model.operations.cards import add_card
from model.operations.cascade import deletion
from model.records import Card, Emotion, Lane, Link, Map, Persona, Record, Role, Stage, Step
from model.storage.file import open_map
from tests.checking.whole_window import Hands
from tests.making.small_map import small_map

LABELLED = Link(id="k1", source="c1", target="c3", label="lalu")
QUOTED = Emotion(id="e1", order="a0", lane="l2", step="t1", value=1, quote="Lama sekali")
NAMED = (
    *(Lane(id=f"l{at}", order=f"a{at - 1}", title=f"Jalur {at}", role=role)
      for at, role in ((1, Role.CUSTOMER_ACTIONS), (2, Role.EMOTION), (3, Role.SUPPORT))),
    *(Step(id=f"t{at}", order=f"a{(at - 1) % 2}", stage="s1" if at < 3 else "s2", title=f"Langkah {at}")
      for at in (1, 2, 3, 4)),
    LABELLED,
    QUOTED,
)  # fmt: skip

EVERY_KIND = [
    (Card, "c1", "text"),
    (Stage, "s1", "title"),
    (Step, "t2", "title"),
    (Lane, "l1", "title"),
    (Emotion, "e1", "quote"),
    (Link, "k1", "label"),
    (Persona, "p1", "name"),
    (Map, "m", "title"),
]


def printed(hands: Hands) -> str:
    """Everything the drawing says."""
    pages = hands.session.drawing.layout.pages
    return "".join(text.string for page in pages for text, *_ in walk(page.shapes) if isinstance(text, Text))


@pytest.mark.parametrize(("kind", "key", "member"), EVERY_KIND)
def test_whatever_has_words_is_written_on_by_f2_in_one_step(
    made: Callable[..., Hands], kind: type[Record], key: str, member: str
) -> None:
    hands = made(*NAMED)
    before = getattr(hands.record(kind, key), member)
    hands.session.select((key,))
    hands.keys("F2")
    hands.write("Zq")
    hands.keys("Return")
    assert getattr(hands.record(kind, key), member) == f"{before}Zq"
    assert f"{before}Zq".replace(" ", "") in printed(hands).replace(" ", "")
    assert hands.steps == 1
    assert hands.session.selection == (key,)
    hands.there_and_back()


@pytest.mark.parametrize(("kind", "key", "member"), [each for each in EVERY_KIND if each[0] is not Link])
def test_a_double_click_writes_on_what_is_under_the_pointer(
    made: Callable[..., Hands], kind: type[Record], key: str, member: str
) -> None:
    hands = made(*NAMED)
    at = hands.middle(key)
    if kind is Map:
        rect = hands.spot(key).rect
        at = hands.pixel(0, rect.x + 10, rect.y + rect.height / 2)
    hands.double_click(at)
    assert hands.canvas.writing.key == key
    hands.sheet.selectAll()
    hands.write("Baru")
    hands.keys("Return")
    assert getattr(hands.record(kind, key), member) == "Baru"
    hands.there_and_back()


@pytest.mark.parametrize(("kind", "key", "member"), EVERY_KIND)
def test_escape_leaves_every_text_as_it_was(
    made: Callable[..., Hands], kind: type[Record], key: str, member: str
) -> None:
    hands = made(*NAMED)
    picture = hands.session.drawing.layout.pages
    hands.session.select((key,))
    hands.keys("Return")
    hands.write("xyz")
    assert getattr(hands.record(kind, key), member).endswith("xyz")
    hands.keys("Esc")
    assert not hands.writes
    hands.untouched()
    assert hands.session.drawing.layout.pages == picture
    assert hands.focus is hands.canvas


@pytest.mark.parametrize("zoom", [0.3, 1.0, 2.0])
def test_a_double_click_puts_the_cursor_where_it_points(clinic: Hands, zoom: float) -> None:
    hands = clinic
    hands.canvas.zoom_to(zoom)
    key = next(card.id for card in hands.session.document.table(Card).values() if len(card.text) > 20 and card.lane)
    hands.canvas.reveal((key,))
    text, x, y, _ = next(
        found for found in walk(hands.session.drawing.layout.pages[0].shapes)
        if found[3] == key and isinstance(found[0], Text)
    )  # fmt: skip
    assert isinstance(text, Text)
    hands.double_click(hands.pixel(0, x + text.x + text.width + 2, y + text.y - text.size * 0.3))
    assert abs(hands.sheet.textCursor().position() - len(text.string)) <= 1
    hands.keys("Esc")
    hands.double_click(hands.pixel(0, x + text.x + 0.2, y + text.y - text.size * 0.3))
    assert hands.sheet.textCursor().position() <= 1


def test_the_text_does_not_move_when_writing_begins(clinic: Hands) -> None:
    hands = clinic
    for key in list(hands.session.document.table(Card))[:12]:
        hands.canvas.zoom_to(1.0)
        hands.session.select((key,))
        hands.keys("F2")
        spot, camera = hands.spot(key), hands.canvas.camera
        texts = [
            (x + text.x, y + text.y, text)
            for text, x, y, record in walk(hands.session.drawing.layout.pages[0].shapes)
            if isinstance(text, Text) and record == key
        ]
        block = hands.sheet.document().firstBlock()
        for at, (x, y, text) in enumerate(texts):
            line = block.layout().lineAt(at)
            shown = hands.sheet.viewport().mapTo(hands.canvas.viewport(), QPoint(0, 0))
            wanted = camera.to_view(x, y)
            assert hands.sheet.toPlainText()[line.textStart() :][: line.textLength()].strip() == text.string
            assert abs(shown.x() + line.x() - wanted[0]) < 2
            assert abs(shown.y() + block.layout().position().y() + line.y() + line.ascent() - wanted[1]) < 2
            assert abs(line.naturalTextWidth() - text.width * camera.zoom) < 6
        assert block.layout().lineCount() == len(texts)
        assert spot.record == key
        hands.keys("Esc")


@pytest.mark.parametrize("letter", ["b", "B", "é", "€", "@", "ß", "Ж", "م", "字", "-", "5"])
def test_any_letter_begins_to_write_and_is_kept(small: Hands, letter: str) -> None:
    small.session.select(("c1",))
    small.write(letter)
    small.write("ab")
    small.keys("Return")
    assert small.text("c1") == f"satu {letter}ab"
    assert small.steps == 1
    small.there_and_back()


@pytest.mark.parametrize("end", ["!", ",", "…"])
def test_what_closes_a_sentence_stands_close_to_its_last_word(small: Hands, end: str) -> None:
    small.session.select(("c1",))
    small.write(end)
    small.keys("Return")
    assert small.text("c1") == f"satu{end}"


def test_a_letter_behind_white_space_or_on_another_thing_than_a_card_brings_no_space(small: Hands) -> None:
    small.session.do("write_card", edit_cards, ("c1",), text="satu ")
    for key in ("c1", "s1"):
        small.session.select((key,))
        small.write("b")
        small.keys("Return")
    assert small.text("c1") == "satu b"
    assert small.record(Stage, "s1").title == "Sadarb"


def test_a_letter_that_is_taken_back_leaves_no_space_behind(small: Hands) -> None:
    small.session.select(("c1",))
    small.write("b")
    small.keys("Backspace Return")
    small.untouched()


@pytest.mark.parametrize("letter", ["@", "€", "{", "ł"])
def test_altgr_types_and_is_no_command(small: Hands, letter: str) -> None:
    altgr = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    small.session.select(("c1",))
    small.letter(letter, altgr)
    small.letter(letter, Qt.KeyboardModifier.GroupSwitchModifier)
    small.keys("Return")
    assert small.text("c1") == f"satu {letter}{letter}"


def test_a_space_does_not_begin_to_write(small: Hands) -> None:
    small.session.select(("c1",))
    small.hold_space()
    small.let_space_go()
    small.keys("Shift+Space")
    assert not small.writes
    small.untouched()


def test_a_dead_key_begins_to_write_and_its_letter_is_kept(small: Hands) -> None:
    small.session.select(("c1",))
    small.compose("´")
    assert small.writes
    assert small.text("c1").rstrip() == "satu"
    small.compose("", "é")
    assert small.text("c1") == "satu é"
    small.compose("に")
    small.compose("にほ")
    small.compose("", "日本")
    small.keys("Return")
    assert small.text("c1") == "satu é日本"
    small.there_and_back()


def test_an_input_method_that_gives_up_has_written_nothing(small: Hands) -> None:
    small.session.select(("c1",))
    small.compose("に")
    small.compose("")
    small.keys("Esc")
    small.untouched()


def test_an_input_method_begins_a_new_card_in_a_cell(small: Hands) -> None:
    small.session.stand_in(("l1", "t4"))
    small.compose("", "字")
    small.keys("Return")
    assert small.texts("l1", "t4") == ["字"]
    small.there_and_back()


@pytest.mark.parametrize(
    "text",
    ["مرحبا بالعالم", "👩🏽‍⚕️👍", "e\u0301a\u0308", "10\u00a0€", "ไทย", "  dua  spasi", "<b>tebal</b>", "&amp;"],
)
def test_every_text_comes_out_as_it_was_typed(small: Hands, text: str) -> None:
    small.session.select(("c1",))
    small.keys("F2")
    small.sheet.selectAll()
    small.compose("", text)
    small.keys("Return")
    assert small.text("c1") == text
    small.keys("F2")
    small.write("!")
    small.keys("Return")
    assert small.text("c1") == f"{text}!"
    small.there_and_back()


def test_what_is_pasted_comes_as_plain_text(small: Hands) -> None:
    mime = QMimeData()
    mime.setHtml("<b>satu</b><img src='/etc/passwd'>")
    mime.setText("baris satu\r\nbaris dua\n\u00a0tiga")
    QGuiApplication.clipboard().setMimeData(mime)
    small.session.select(("c1",))
    small.keys("F2 Ctrl+A Ctrl+V Return")
    assert small.text("c1") == "baris satu\nbaris dua\n\u00a0tiga"
    small.session.select(("s1",))
    small.keys("F2 Ctrl+A Ctrl+V Return")
    assert small.record(Stage, "s1").title == "baris satu baris dua \u00a0tiga"
    assert len(small.session.document.table(Card)) == 5
    small.there_and_back()


def test_shift_enter_breaks_the_line_where_there_may_be_several(small: Hands) -> None:
    small.session.select(("c1",))
    small.keys("F2 Shift+Return")
    small.write("dua")
    small.keys("Return")
    assert small.text("c1") == "satu\ndua"
    small.session.select(("s1",))
    small.keys("F2 Shift+Return")
    assert not small.writes
    assert small.record(Stage, "s1").title == "Sadar"
    small.there_and_back()


def test_a_line_begun_and_left_empty_is_not_kept(small: Hands) -> None:
    small.session.select(("c1",))
    small.keys("F2 Shift+Return Shift+Return Return")
    assert small.text("c1") == "satu"
    small.untouched()


def test_a_card_and_its_lane_grow_while_one_types(small: Hands) -> None:
    def heights() -> tuple[float, float, int]:
        return small.spot("c3").rect.height, small.spot("l1").rect.height, small.sheet.height()

    small.canvas.zoom_to(1.0)
    small.session.select(("c3",))
    small.keys("F2")
    below, now = small.spot("c4").rect.y, heights()
    small.write(" dan banyak kata lagi yang tidak muat di satu baris, dan tidak di dua, dan tidak di tiga baris")
    after = heights()
    assert all(later > sooner for later, sooner in zip(after, now, strict=True))
    assert small.spot("c4").rect.y > below
    spot = small.canvas.camera.rect_to_view(small.canvas.desk.placed(0, small.spot("c3").rect))
    sheet = small.sheet.geometry()
    assert (sheet.x(), sheet.y()) == pytest.approx((spot.x, spot.y), abs=1)
    assert (sheet.width(), sheet.height()) == pytest.approx((spot.width, spot.height), abs=2)
    small.keys("Esc")
    small.untouched()


def test_the_writer_stays_inside_the_window(clinic: Hands) -> None:
    clinic.canvas.zoom_to(3.0)
    for key in ("m", *list(clinic.session.document.table(Card))[:4], clinic.session.document.stages[-1].id):
        target = clinic.session.document.map.id if key == "m" else key
        clinic.session.select((target,))
        clinic.keys("F2")
        clinic.write(" dan lagi " * 6)
        assert clinic.canvas.viewport().rect().contains(clinic.sheet.geometry())
        caret = clinic.sheet.cursorRect()
        assert clinic.sheet.viewport().rect().intersects(caret)
        clinic.keys("Esc")
    clinic.untouched()


def test_the_rim_of_the_writer_is_not_cut_off_at_the_edge_of_the_window(small: Hands) -> None:
    small.canvas.zoom_to(3.0)
    small.session.select(("c4",))
    small.keys("F2")
    assert small.sheet.geometry().right() + 2 <= small.canvas.viewport().rect().right()


@pytest.mark.parametrize("zoom", [0.1, 0.3, 1.0, 3.0])
def test_letters_can_be_read_at_any_zoom(clinic: Hands, zoom: float) -> None:
    key = next(iter(clinic.session.document.table(Card)))
    clinic.canvas.zoom_to(zoom)
    clinic.session.select((key,))
    clinic.keys("F2")
    assert clinic.sheet.font().pixelSize() >= 9
    assert clinic.sheet.font().pixelSize() >= round(clinic.session.drawing.layout.size * clinic.canvas.camera.zoom) - 1
    assert clinic.canvas.viewport().rect().contains(clinic.sheet.geometry())
    clinic.write(" dan")
    clinic.keys("Return")
    assert clinic.text(key).endswith(" dan")


def test_what_is_typed_after_another_map_was_opened_goes_into_it(small: Hands) -> None:
    small.window.panels.structure.setFocus()
    small.session.replace(small_map(), Origin("lain"))
    assert small.focus is small.canvas
    small.keys("Right")
    small.write("!")
    small.keys("Return")
    assert small.text("c1").endswith("!")


def test_at_a_small_zoom_the_writer_leaves_the_cell_at_the_left_in_sight(small: Hands) -> None:
    small.canvas.zoom_to(0.3)
    small.session.select(("c3",))
    small.keys("F2")
    card = small.canvas.camera.rect_to_view(small.canvas.desk.placed(0, small.spot("c3").rect))
    assert small.sheet.width() > card.width + 2
    assert small.sheet.x() == pytest.approx(card.x, abs=1)


@pytest.mark.parametrize(
    ("records", "sentence"),
    [
        ([Lane(id="l1", order="a0")], "drag a stage"),
        ([Stage(id="s1", order="a0")], "no steps"),
        ([Stage(id="s1", order="a0"), Step(id="t1", order="a0", stage="s1")], "drag a lane"),
        ([Stage(id="s1", order="a0"), Step(id="t1", order="a0", stage="s1"), Lane(id="l1", order="a0")], "a cell or"),
    ],
)
def test_typing_where_nothing_is_chosen_tells_what_to_do_first(
    window: Callable[..., Hands], records: list[Record], sentence: str
) -> None:
    hands = window(Document([Map(id="m"), *records]))
    told: list[str] = []
    hands.session.told.connect(told.append)
    hands.write("b")
    assert sentence in told[-1]
    hands.untouched()


def test_writing_a_persona_is_told_as_a_name(small: Hands) -> None:
    small.session.select(("p1",))
    small.keys("F2")
    small.write("!")
    small.keys("Return Ctrl+Z")
    assert small.window.canvas.session.undo_stack.redoText() == "Write name"


# New cards


def test_type_enter_type_enter_makes_cards_below_each_other(small: Hands) -> None:
    small.session.stand_in(("l1", "t4"))
    for text in ("satu", "Dua", "tiga"):
        small.write(text)
        small.keys("Return")
    assert small.texts("l1", "t4") == ["satu", "Dua", "tiga"]
    assert small.session.cell == ("l1", "t4")
    assert small.steps == 3
    heights = [small.spot(card.id).rect.y for card in small.session.document.cards_in("l1", "t4")]
    assert heights == sorted(heights)
    small.there_and_back()


def test_a_double_click_in_an_empty_cell_makes_a_card_there(small: Hands) -> None:
    small.double_click(small.cell("l1", 3))
    assert small.writes
    small.write("baru")
    small.keys("Return")
    assert small.texts("l1", "t4") == ["baru"]
    assert small.steps == 1
    small.there_and_back()


@pytest.mark.parametrize("end", ["Return", "Esc", "Tab", "Ctrl+S"])
def test_a_new_card_without_words_is_gone_again(small: Hands, end: str) -> None:
    small.session.origin = Origin("peta", small.folder / "peta.cjm")
    small.double_click(small.cell("l1", 3))
    small.write(" ")
    small.keys("Backspace")
    small.keys(end)
    small.keys("Esc")
    assert small.now() == small.records
    assert small.steps == 0


def test_after_an_empty_card_one_stands_where_it_would_have_been(small: Hands) -> None:
    small.session.stand_in(("l1", "t4"))
    small.keys("Return Return")
    assert not small.writes
    assert small.session.cell == ("l1", "t4")
    small.write("jadi")
    small.keys("Return")
    assert small.texts("l1", "t4") == ["jadi"]


def test_tab_goes_on_to_the_next_cell_and_back(small: Hands) -> None:
    small.session.select(("c3",))
    small.keys("F2")
    small.write("!")
    small.keys("Tab")
    assert small.text("c3") == "tiga!"
    assert small.session.cell == ("l1", "t3")
    small.write("baru")
    small.keys("Tab")
    assert small.texts("l1", "t3") == ["baru"]
    assert small.session.cell == ("l1", "t4")
    small.write("lagi")
    small.keys("Shift+Tab")
    assert small.texts("l1", "t4") == ["lagi"]
    assert small.session.cell == ("l1", "t3")
    assert small.steps == 3
    small.there_and_back()


# Ending otherwise


def test_a_click_elsewhere_keeps_what_is_written(small: Hands) -> None:
    small.session.select(("c1",))
    small.write("!")
    small.click(small.middle("c3"))
    assert small.text("c1") == "satu!"
    assert small.session.selection == ("c3",)
    assert not small.writes
    small.there_and_back()


def test_the_focus_going_elsewhere_keeps_what_is_written(small: Hands) -> None:
    small.session.select(("c1",))
    small.write("!")
    small.window.panels.structure.setFocus()
    small.window.search()
    assert not small.writes
    assert small.text("c1") == "satu!"
    assert small.steps == 1


def test_a_new_card_left_for_a_panel_stays_selected(small: Hands) -> None:
    small.double_click(small.cell("l1", 3))
    small.write("baru")
    small.window.search()
    card = small.session.document.cards_in("l1", "t4")[0]
    assert small.session.selection == (card.id,)


def test_a_menu_that_is_opened_does_not_end_the_writing(small: Hands) -> None:
    small.session.select(("c1",))
    small.write("!")
    menu = small.window.menuBar().findChildren(QMenu)[1]
    menu.popup(small.window.mapToGlobal(QPoint(20, 20)))
    assert small.writes
    menu.close()
    small.write("?")
    small.keys("Return")
    assert small.text("c1") == "satu!?"
    assert small.steps == 1


def test_saving_saves_what_is_being_typed(small: Hands) -> None:
    path = small.folder / "peta.cjm"
    small.session.saved(Origin("peta.cjm", path))
    small.session.select(("c1",))
    small.write("disimpan")
    small.keys("Ctrl+S")
    assert open_map(path).document.table(Card)["c1"].text == "satu disimpan"
    assert not small.session.unsaved


def test_undo_in_the_writer_takes_back_letters_and_in_the_menu_the_step(small: Hands) -> None:
    small.session.select(("c1",))
    small.keys("F2")
    small.write("abc")
    small.keys("Ctrl+Z")
    assert small.writes
    assert small.text("c1") == "satu"
    small.keys("Ctrl+Y")
    assert small.text("c1") == "satuabc"
    small.window.bar.actions["undo"].trigger()
    assert not small.writes
    assert small.now() == small.records
    small.window.bar.actions["redo"].trigger()
    assert small.text("c1") == "satuabc"


def test_redo_by_the_menu_ends_the_writing_first(small: Hands) -> None:
    small.session.select(("c1",))
    small.write("!")
    small.keys("Return")
    small.session.undo()
    small.keys("F2")
    small.window.bar.actions["redo"].trigger()
    assert not small.writes
    assert small.text("c1") == "satu!"


def test_zooming_while_writing_spoils_no_undo(small: Hands) -> None:
    small.session.select(("c1",))
    small.keys("F2")
    small.write("abc")
    for notches in (1, 1, -1, 2):
        small.wheel(small.middle("c1"), notches, Qt.KeyboardModifier.ControlModifier)
    assert small.writes
    for _ in range(6):
        small.keys("Ctrl+Z")
    assert small.text("c1") == "satu"
    small.keys("Esc")
    small.untouched()


def test_another_command_ends_the_writing_first(small: Hands) -> None:
    small.double_click(small.cell("l1", 3))
    small.write("baru")
    small.keys("Ctrl+1")
    card = small.session.document.cards_in("l1", "t4")[0]
    assert not small.writes
    assert (card.text, len(card.marks)) == ("baru", 1)
    assert small.steps == 2
    small.there_and_back()


def test_an_empty_new_card_is_gone_before_another_command_runs(small: Hands) -> None:
    small.double_click(small.cell("l1", 3))
    small.window.bar.actions["add_stage"].trigger()
    assert small.texts("l1", "t4") == []
    assert len(small.session.document.stages) == 3


def test_what_is_written_on_may_be_deleted_from_elsewhere(small: Hands) -> None:
    small.session.select(("c1",))
    small.write("!")
    small.session.do("delete", deletion, ("c1",))
    assert not small.writes
    assert "c1" not in small.session.document.records
    small.session.undo()
    assert small.text("c1") == "satu!"
    small.session.undo()
    assert small.now() == small.records


def test_undoing_the_making_of_a_card_while_it_is_written_on(small: Hands) -> None:
    small.session.do("add_card", add_card, "l1", "t4", "baru")
    key = small.session.document.cards_in("l1", "t4")[0].id
    small.session.select((key,))
    small.keys("F2")
    small.session.undo()
    assert not small.writes
    assert small.now() == small.records


def test_another_map_ends_the_writing(small: Hands) -> None:
    small.double_click(small.cell("l1", 3))
    small.write("hilang")
    small.session.replace(small_map(), Origin("lain"))
    assert not small.writes
    assert small.session.cell is None
    small.untouched()


# While writing


@pytest.mark.parametrize(
    "keys", ["Ctrl+Alt+9", "Ctrl+Alt+8", "Ctrl+Alt+3", "Ctrl++", "Ctrl+-", "Ctrl+0", "F8", "Shift+F8"]
)
def test_writing_goes_on_through_language_theme_and_zoom(small: Hands, keys: str) -> None:
    small.session.select(("c1",))
    small.write("!")
    small.keys(keys)
    small.write("?")
    assert small.writes
    assert small.text("c1") == "satu!?"
    spot = small.canvas.camera.rect_to_view(small.canvas.desk.placed(0, small.spot("c1").rect))
    assert small.sheet.geometry().contains(QPoint(round(spot.x + spot.width / 2), round(spot.y + spot.height / 2)))
    small.keys("Return")
    small.there_and_back()


def test_the_writer_moves_with_the_map(clinic: Hands) -> None:
    key = next(iter(clinic.session.document.table(Card)))
    clinic.canvas.zoom_to(1.5)
    clinic.session.select((key,))
    clinic.keys("F2")
    before, spot = clinic.sheet.pos(), clinic.middle(key)
    clinic.wheel(before + QPoint(5, 5), -1)
    moved = clinic.middle(key) - spot
    assert moved.y() < 0
    assert clinic.sheet.pos() == before + moved
    clinic.keys("Esc")


def test_another_view_that_does_not_show_the_card_keeps_what_is_written(clinic: Hands) -> None:
    def lanes() -> set[str]:
        return {row.lane.id for row in clinic.session.drawing.layout.composed[0].frame.rows}

    here = lanes()
    clinic.keys("F6")
    there = lanes()
    clinic.keys("F6")
    card = next(card for card in clinic.session.document.table(Card).values() if card.lane in here - there)
    clinic.session.select((card.id,))
    clinic.keys("F2")
    clinic.write("!")
    clinic.keys("F6")
    assert not clinic.writes
    assert clinic.text(card.id) == f"{card.text}!"
    assert clinic.steps == 1
    clinic.there_and_back()


@pytest.mark.parametrize(("kind", "key", "member"), [each for each in EVERY_KIND if each[0] is not Persona])
def test_on_sheets_nothing_is_laid_out_again_before_the_writing_is_done(
    made: Callable[..., Hands], kind: type[Record], key: str, member: str
) -> None:
    hands = made(*NAMED)
    hands.keys("F7")
    layout = hands.session.drawing.layout
    hands.session.select((key,))
    hands.keys("F2")
    before = hands.sheet.geometry()
    hands.write("Zq dan seterusnya")
    assert hands.session.drawing.layout is layout
    assert hands.sheet.geometry().intersects(before)
    assert abs(hands.sheet.x() - before.x()) < before.width()
    hands.keys("Return")
    assert hands.session.drawing.layout is not layout
    assert getattr(hands.record(kind, key), member).endswith("Zq dan seterusnya")
    assert "Zqdanseterusnya" in printed(hands).replace(" ", "")
    hands.there_and_back()


def test_escape_on_a_sheet_leaves_it_as_it_was(small: Hands) -> None:
    small.keys("F7")
    pages = small.session.drawing.layout.pages
    small.session.select(("c1",))
    small.write("abc")
    small.keys("Esc")
    small.untouched()
    assert small.session.drawing.layout.pages == pages


def test_nobody_writes_on_a_map_that_is_only_to_be_looked_at_and_it_is_said(small: Hands) -> None:
    small.session.saved(Origin("peta.cjm", small.folder / "peta.cjm", read_only=True))
    small.session.select(("c1",))
    for key in ("F2", "x", "Return", "Delete"):
        small.keys(key)
        assert not small.writes
        assert "to be looked at only" in small.told[-1]
        small.told.append("")
    small.session.stand_in(("l1", "t4"))
    small.write("a")
    assert not small.writes
    small.untouched()


def test_the_writer_has_the_ground_of_its_card_and_a_frame(small: Hands) -> None:
    small.canvas.zoom_to(1.0)
    small.session.select(("c3",))
    small.keys("F2")
    picture = small.canvas.viewport().grab().toImage()
    sheet = small.sheet.geometry()
    assert picture.pixelColor(sheet.left() - 1, sheet.center().y()) == colours().selection
    assert picture.pixelColor(sheet.center().x(), sheet.bottom() + 2) == colours().selection
    assert picture.pixelColor(sheet.right() - 6, sheet.top() + 6).lightness() > 230
    small.keys("Esc")


def test_an_arrow_key_in_the_writer_moves_in_the_text(small: Hands) -> None:
    small.session.select(("c1",))
    small.keys("F2 Home")
    small.write("x")
    small.keys("End Left Del Return")
    assert small.text("c1") == "xsat"
    assert small.session.selection == ("c1",)


def test_writing_is_found_by_a_screen_reader(small: Hands) -> None:
    small.session.select(("c1",))
    small.keys("F2")
    assert small.sheet.accessibleName()
    english = small.sheet.accessibleName()
    small.keys("Ctrl+Alt+8")
    assert small.sheet.accessibleName() != english
