"""The palette: what is dragged from it, put by keys, said and shown."""

import gc
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QIcon
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

import resources
from editor.canvas.canvas import Canvas
from editor.canvas.gestures.making import Thing
from editor.canvas.preview import Preview
from editor.panels.palette import Palette
from editor.panels.palette.swatches import HIGH, WIDE, swatch
from editor.session import Origin, Session
from editor.speech import speak
from model.document import Document
from model.layout.places import Kind
from model.layout.view import View
from model.operations.lanes import delete_lane
from model.records import Card, Emotion, Id, Kpi, Lane, Map, Persona, Role, Stage, Step
from model.storage.file import open_map
from tests.checking.dragging import Dragging, members
from tests.making.small_map import done, small_map

_LEFT = Qt.MouseButton.LeftButton
_NONE = Qt.KeyboardModifier.NoModifier


class Desk(Dragging):
    """A palette beside a canvas, in one window."""

    def __init__(self, window: QWidget, canvas: Canvas, palette: Palette, session: Session) -> None:
        super().__init__(canvas, session)
        self.window, self.palette = window, palette
        self.made: list[tuple[Id, ...]] = []
        palette.made.connect(self.made.append)

    def tile(self, thing: Thing) -> QPoint:
        """The middle of a thing's row, which is brought into sight."""
        shelf = self.palette.shelf
        item = shelf.item(shelf.row_of(thing))
        shelf.scrollToItem(item)
        return shelf.visualItemRect(item).center()

    def carry(self, thing: Thing, to: QPoint) -> Preview:
        """Drags a thing out of the palette to a point of the canvas, and says what shows."""
        viewport, start = self.palette.shelf.viewport(), self.tile(thing)
        end = viewport.mapFromGlobal(self.canvas.viewport().mapToGlobal(to))
        QTest.mousePress(viewport, _LEFT, _NONE, start)
        for move in range(1, 6):
            QTest.mouseMove(viewport, start + (end - start) * move / 5)
        self._end = end
        return self.canvas.hand.preview

    def drop(self) -> None:
        """Lets go of it there."""
        QTest.mouseRelease(self.palette.shelf.viewport(), _LEFT, _NONE, self._end)

    def put(self, thing: Thing, to: QPoint) -> Preview:
        """Both; while it is carried the document is what it was."""
        before = dict(self.session.document.records)
        preview = self.carry(thing, to)
        assert dict(self.session.document.records) == before
        self.drop()
        return preview

    def key(self, thing: Thing, key: Qt.Key = Qt.Key.Key_Return) -> None:
        """Goes to a thing in the palette and presses a key."""
        self.palette.shelf.setCurrentRow(self.palette.shelf.row_of(thing))
        QTest.keyClick(self.palette.shelf, key)

    def new(self, kind: type[Card | Emotion | Kpi | Lane | Persona | Stage | Step]) -> Id:
        """The id of the one record of this kind that there was not."""
        (key,) = [key for key in self.session.document.table(kind) if key not in self.records]
        return key


Open = Callable[[Document], Desk]


@pytest.fixture
def opened(qtbot: QtBot) -> Iterator[Open]:
    """Opens a map beside the palette. Speaks English."""
    speak("en")

    def show(document: Document) -> Desk:
        session = Session(document, Origin("peta"))
        canvas, window = Canvas(session), QWidget()
        palette = Palette(session, canvas)
        row = QHBoxLayout(window)
        row.addWidget(palette)
        row.addWidget(canvas, 1)
        qtbot.addWidget(window)
        window.resize(1366, 768)
        with qtbot.waitExposed(window):
            window.show()
        palette.setFocus()
        return Desk(window, canvas, palette, session)

    yield show
    speak("")


@pytest.fixture
def small(opened: Open) -> Desk:
    return opened(small_map())


@pytest.fixture
def clinic(opened: Open) -> Desk:
    return opened(open_map(resources.path("samples", "clinic.cjm")).document)


def card(role: Role) -> Thing:
    return Thing(Kind.CARD, role)


def lane(role: Role) -> Thing:
    return Thing(Kind.LANE, role)


# Dragged


def test_a_stage_is_dragged_between_two_others(small: Desk) -> None:
    preview = small.put(Thing(Kind.STAGE), small.gutter(2))
    assert preview.note == "New stage, number 2"
    assert preview.bars[0].rect.height > preview.bars[0].rect.width
    key = small.new(Stage)
    assert [stage.id for stage in small.session.document.stages] == ["s1", key, "s2"]
    assert [step.stage for step in small.session.document.steps].count(key) == 1
    assert small.made == [(key,)]
    assert small.session.selection == (key,)
    small.one_step("Add stage")


def test_a_step_is_dragged_into_a_stage(small: Desk) -> None:
    preview = small.put(Thing(Kind.STEP), small.gutter(1))
    assert preview.note == "Step 2 of stage “Sadar”"
    assert [step.id for step in small.session.document.steps][1] == small.new(Step)
    small.one_step("Add step")


def test_a_lane_is_dragged_between_two_others_and_named_in_the_language_of_the_map(small: Desk) -> None:
    preview = small.put(lane(Role.PAIN_POINTS), small.middle("l1") + QPoint(0, small.middle("l1").y() // 8))
    assert preview.note == "Below Customer actions"
    key = small.new(Lane)
    assert [each.id for each in small.session.document.lanes] == ["l1", key, "l2", "l3"]
    assert members(small.record(Lane, key), "role", "title") == (Role.PAIN_POINTS, "Titik masalah")
    small.one_step("Add lane")


def test_a_card_is_dragged_onto_any_lane_that_takes_cards(small: Desk) -> None:
    preview = small.put(card(Role.SUPPORT), small.cell("l1", 3))
    assert preview.note == "Customer actions · step 4"
    assert preview.bars
    key = small.new(Card)
    assert members(small.record(Card, key), "lane", "step", "text") == ("l1", "t4", "")
    assert small.made == [(key,)]
    small.one_step("Add card")


def test_a_card_dragged_between_lanes_brings_the_lane_of_its_kind(small: Desk) -> None:
    preview = small.put(card(Role.PAIN_POINTS), small.cell("l1", 1, down=1.0))
    assert preview.note == "New lane: Pain points"
    assert preview.bars[0].rect.width > preview.bars[0].rect.height
    key, row = small.new(Card), small.new(Lane)
    assert [each.id for each in small.session.document.lanes] == ["l1", row, "l2", "l3"]
    assert members(small.record(Card, key), "lane", "step") == (row, "t2")
    assert small.made == [(key,)]
    small.one_step("Add card")


def test_a_card_is_not_dragged_onto_an_emotion_lane_and_a_sentence_says_so(small: Desk) -> None:
    preview = small.put(card(Role.SUPPORT), small.cell("l2", 1))
    assert not preview.allowed
    small.nothing()
    assert small.made == []
    assert small.told == ["Cards cannot stand there. Let them go over a cell of a lane."]


def test_an_emotion_is_dragged_to_the_height_of_the_feeling(small: Desk) -> None:
    preview = small.put(Thing(Kind.EMOTION, Role.EMOTION), small.feeling("l2", 2, -1.4))
    assert preview.note == "−1½ very bad · step 3"
    key = small.new(Emotion)
    assert members(small.record(Emotion, key), "lane", "step", "value", "persona") == ("l2", "t3", -1.5, "p1")
    small.one_step("Add emotion")


def test_an_emotion_on_a_map_without_emotion_lanes_brings_one(opened: Open) -> None:
    small = opened(done(small_map(), delete_lane(small_map(), "l2")))
    small.put(Thing(Kind.EMOTION, Role.EMOTION), small.cell("l1", 1, down=0.1))
    row = small.new(Lane)
    assert small.session.document.lanes[0].id == row
    assert members(small.record(Emotion, small.new(Emotion)), "lane", "step") == (row, "t2")
    small.one_step("Add emotion")


def test_a_kpi_is_dragged_to_its_stage_and_brings_the_lane_that_shows_it(small: Desk) -> None:
    small.put(Thing(Kind.KPI, Role.KPIS), small.cell("l3", 3))
    assert small.record(Kpi, small.new(Kpi)).stage == "s2"
    assert small.record(Lane, small.new(Lane)).role is Role.KPIS
    small.one_step("Add KPI")


def test_a_persona_is_dragged_onto_the_map(small: Desk) -> None:
    small.put(Thing(Kind.PERSONA), small.cell("l1", 1))
    assert [persona.id for persona in small.session.document.personas] == ["p1", small.new(Persona)]
    small.one_step("Add persona")


def test_what_is_let_go_beside_the_canvas_is_not_made(small: Desk) -> None:
    assert small.carry(Thing(Kind.STAGE), small.gutter(1)).bars
    assert small.carry(Thing(Kind.STAGE), QPoint(-60, 300)).bars == ()
    small.drop()
    small.nothing()


def test_escape_gives_up_what_is_carried(small: Desk) -> None:
    assert small.carry(Thing(Kind.STAGE), small.gutter(1)).bars
    QTest.keyClick(small.palette.shelf, Qt.Key.Key_Escape)
    small.drop()
    small.nothing()
    assert small.made == []


def test_the_right_button_gives_up_what_is_carried(small: Desk) -> None:
    small.carry(Thing(Kind.STAGE), small.gutter(1))
    QTest.mousePress(small.palette.shelf.viewport(), Qt.MouseButton.RightButton, _NONE, QPoint(400, 300))
    small.drop()
    small.nothing()


def test_a_palette_that_loses_the_focus_gives_up_what_is_carried(small: Desk) -> None:
    small.carry(Thing(Kind.STAGE), small.gutter(1))
    small.canvas.setFocus()
    small.drop()
    small.nothing()


def test_a_click_only_chooses(small: Desk) -> None:
    QTest.mouseClick(small.palette.shelf.viewport(), _LEFT, _NONE, small.tile(Thing(Kind.PERSONA)))
    assert small.palette.shelf.thing() == Thing(Kind.PERSONA)
    small.nothing()


# By key


def test_enter_puts_a_stage_behind_the_selected_one(small: Desk) -> None:
    small.session.select(("s1",))
    small.key(Thing(Kind.STAGE))
    key = small.new(Stage)
    assert [stage.id for stage in small.session.document.stages] == ["s1", key, "s2"]
    assert small.made == [(key,)]
    small.one_step("Add stage")


def test_a_stage_comes_last_where_none_is_selected(small: Desk) -> None:
    small.key(Thing(Kind.STAGE), Qt.Key.Key_Space)
    assert small.session.document.stages[-1].id == small.new(Stage)


def test_enter_puts_a_step_behind_that_of_the_selected_card(small: Desk) -> None:
    small.session.select(("c1",))
    small.key(Thing(Kind.STEP))
    assert [step.id for step in small.session.document.steps][1] == small.new(Step)


def test_enter_puts_a_lane_below_the_selected_one_else_where_its_role_belongs(small: Desk) -> None:
    small.session.select(("l1",))
    small.key(lane(Role.KPIS))
    assert small.session.document.lanes[1].role is Role.KPIS
    small.session.undo()
    small.session.select(())
    small.key(lane(Role.KPIS))
    assert small.session.document.lanes[-1].role is Role.KPIS


def test_enter_puts_a_card_below_the_selected_one_of_its_kind(small: Desk) -> None:
    small.session.select(("c1",))
    small.key(card(Role.CUSTOMER_ACTIONS))
    assert small.session.document.cards_in("l1", "t1")[1].id == small.new(Card)
    small.one_step("Add card")


def test_enter_puts_a_card_of_another_kind_on_its_lane_in_the_same_step(small: Desk) -> None:
    small.session.stand_in(("l1", "t4"))
    small.key(card(Role.SUPPORT))
    assert members(small.record(Card, small.new(Card)), "lane", "step") == ("l3", "t4")


def test_a_card_with_nothing_selected_comes_into_the_first_free_cell_of_its_lane(small: Desk) -> None:
    small.key(card(Role.CUSTOMER_ACTIONS))
    assert members(small.record(Card, small.new(Card)), "lane", "step") == ("l1", "t3")


def test_enter_puts_an_emotion_into_the_current_step(small: Desk) -> None:
    small.session.stand_in(("l1", "t3"))
    small.key(Thing(Kind.EMOTION, Role.EMOTION))
    key = small.new(Emotion)
    assert members(small.record(Emotion, key), "lane", "step", "value") == ("l2", "t3", 0)


def test_enter_puts_a_persona_behind_the_others(small: Desk) -> None:
    small.key(Thing(Kind.PERSONA))
    assert small.session.document.personas[-1].id == small.new(Persona)


def test_a_double_click_does_what_enter_does(small: Desk) -> None:
    viewport = small.palette.shelf.viewport()
    QTest.mouseDClick(viewport, _LEFT, _NONE, small.tile(Thing(Kind.STAGE)))
    assert small.session.document.stages[-1].id == small.new(Stage)
    small.one_step("Add stage")


def test_a_row_is_marked_only_while_the_palette_has_the_focus(small: Desk) -> None:
    assert [item.text() for item in small.palette.shelf.selectedItems()] == ["Stage"]
    small.canvas.setFocus()
    assert small.palette.shelf.selectedItems() == []
    assert small.palette.shelf.thing() == Thing(Kind.STAGE)


def test_the_arrow_keys_go_over_the_headings(small: Desk) -> None:
    shelf = small.palette.shelf
    things = []
    shelf.setCurrentRow(shelf.row_of(Thing(Kind.STAGE)))
    for _ in range(shelf.count()):
        things.append(shelf.thing())
        QTest.keyClick(shelf, Qt.Key.Key_Down)
    assert None not in things
    assert things[-1] == lane(Role.OTHER)


def test_a_lane_only_the_other_drawing_shows_brings_that_drawing(small: Desk) -> None:
    small.session.show(view=View.JOURNEY)
    small.key(lane(Role.BACK_STAGE))
    assert small.session.drawing.view is View.BLUEPRINT
    assert small.session.drawing.places.spots(small.new(Lane))


def test_a_card_on_a_map_without_steps_is_not_made_and_a_sentence_says_why(opened: Open) -> None:
    bare = opened(Document([Map(id="m"), Lane(id="l1", order="a0", role=Role.THOUGHTS)]))
    bare.key(card(Role.THOUGHTS))
    bare.nothing()
    assert bare.told == ["The map has no steps yet. Add a stage or a step first."]
    bare.key(Thing(Kind.STEP))
    assert len(bare.session.document.stages) == len(bare.session.document.steps) == 1


def test_commands_put_things_by_name(clinic: Desk) -> None:
    for what, kind in (("stage", Stage), ("step", Step), ("lane", Lane), ("emotion", Emotion), ("persona", Persona)):
        before = set(clinic.session.document.table(kind))
        clinic.palette.put(what)
        assert len(set(clinic.session.document.table(kind)) - before) == 1
    with pytest.raises(ValueError, match="nonsense"):
        clinic.palette.put("nonsense")


def test_the_command_for_a_card_makes_one_below_the_current_one(small: Desk) -> None:
    small.session.select(("c4",))
    small.palette.put("card")
    assert small.session.document.cards_in("l3", "t1")[1].id == small.new(Card)


# Words


def test_the_palette_speaks_the_language_of_the_program(small: Desk, qtbot: QtBot) -> None:
    shelf = small.palette.shelf
    item = shelf.item(shelf.row_of(card(Role.PAIN_POINTS)))
    assert (item.text(), item.data(Qt.ItemDataRole.AccessibleTextRole)) == ("Pain point", "Card: Pain point")
    speak("id")
    qtbot.waitUntil(lambda: item.text() == "Titik masalah")
    assert item.data(Qt.ItemDataRole.AccessibleTextRole) == "Kartu: Titik masalah"
    assert item.toolTip().endswith("[Pain point]")
    assert shelf.accessibleName() == "Palet"


def test_every_role_has_a_lane_and_every_kind_of_card_a_place(small: Desk) -> None:
    rows = range(small.palette.shelf.count())
    names = [small.palette.shelf.item(row).text() for row in rows]
    assert all(names)
    for role in Role:
        assert small.palette.shelf.row_of(lane(role))


def test_a_copy_of_a_picture_outlives_what_python_thinks_of_it(qapp: QApplication) -> None:
    assert qapp is not None
    copy = QIcon(swatch(Thing(Kind.STAGE)))
    copy.setIsMask(True)  # has Qt clone what draws it
    gc.collect()
    assert not copy.pixmap(WIDE, HIGH).isNull()
