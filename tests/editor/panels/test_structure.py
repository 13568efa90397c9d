"""The structure panel: the map by keyboard and mouse, the selection both ways, and what a change leaves as it was."""

from collections.abc import Iterator
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QMenu, QTreeView
from pytestqt.qtbot import QtBot

from editor.panels.structure.model import StructureModel
from editor.panels.structure.outline import Group, Key
from editor.panels.structure.panel import StructurePanel
from editor.session import Origin, Session
from editor.speech import speak
from model import change
from model.document import Document
from model.operations.cards import add_card, move_cards
from model.operations.cascade import deletion
from model.operations.stages import move_stage
from model.records import Card, Lane, Link, Mark
from tests.making.any_edit import any_edit
from tests.making.maps import maps
from tests.making.small_map import small_map

_Role = Qt.ItemDataRole
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def session(qapp: QApplication) -> Iterator[Session]:  # noqa: ARG001 Qt must be there
    speak("en")
    yield Session(small_map(), Origin(name="kopi"))
    speak("")


@pytest.fixture
def panel(session: Session, qtbot: QtBot) -> StructurePanel:
    made = StructurePanel(session)
    qtbot.addWidget(made)
    made.resize(300, 600)
    made.show()
    qtbot.waitExposed(made)
    made.tree.setFocus()
    return made


def lines(panel: StructurePanel, role: int = _Role.DisplayRole) -> list[str]:
    """The rows one sees, from top to bottom."""
    tree, rows = panel.tree, []
    index = tree.model().index(0, 0)
    while index.isValid():
        rows.append(str(index.data(role)))
        index = tree.indexBelow(index)
    return rows


def go_to(panel: StructurePanel, key: Key) -> None:
    panel.tree.setCurrentIndex(panel.tree.index_for(key))


def click(panel: StructurePanel, key: Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    tree = panel.tree
    tree.scrollTo(tree.index_for(key))
    spot = tree.visualRect(tree.index_for(key)).center()
    QTest.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, modifier, spot)


def read(rows: StructureModel, above: QModelIndex | None = None) -> list[object]:
    """The whole tree as nested lists of keys."""
    at = above if above is not None else QModelIndex()
    indexes = [rows.index(row, 0, at) for row in range(rows.rowCount(at))]
    return [(rows.key_at(index), read(rows, index)) for index in indexes]


def test_the_map_stands_in_the_tree_from_its_title_to_its_lanes(panel: StructurePanel) -> None:
    assert lines(panel) == [
        "Kopi", "Personas (1)", "Sadar", "Step 1", "Step 2", "Beli", "Step 3", "Step 4", "Parking lot (1)", "KPIs (1)",
        "Lanes (3)",
    ]  # fmt: skip


def test_a_step_opens_with_its_lanes_and_their_cards(panel: StructurePanel) -> None:
    go_to(panel, "t1")
    QTest.keyClick(panel.tree, Qt.Key.Key_Right)
    shown = lines(panel)
    assert shown[shown.index("Step 1") + 1 : shown.index("Step 2")] == [
        "Customer actions", "satu", "dua", "Emotion", "Emotion +1, Sari", "Support processes", "empat",
    ]  # fmt: skip


def test_a_row_tells_a_screen_reader_what_it_is_and_where(session: Session, panel: StructurePanel) -> None:
    card = session.document.table(Card)["c2"]
    session.push("edit", change.update(card, text="dua\nbaris", marks=(Mark.FAIL_POINT,)))
    index = panel.tree.index_for("c2")
    assert index.data(_Role.DisplayRole) == "dua baris"
    assert index.data(_Role.AccessibleTextRole) == "Card, Customer actions, step 1: dua baris; fail point"
    assert not index.data(_Role.DecorationRole).isNull()


def test_the_words_of_the_user_are_shown_and_never_obeyed(session: Session, panel: StructurePanel) -> None:
    evil = "<img src='x.png'><b>tebal</b>"
    session.push("edit", change.update(session.document.table(Card)["c1"], text=evil))
    index = panel.tree.index_for("c1")
    assert index.data(_Role.DisplayRole) == evil
    assert "<img" not in index.data(_Role.ToolTipRole)


def test_a_click_selects_and_control_takes_more(session: Session, panel: StructurePanel) -> None:
    click(panel, "c1")
    chosen = [session.selection]
    for key in ("c4", "c1"):
        click(panel, key, CTRL)
        chosen.append(session.selection)
    assert chosen == [("c1",), ("c1", "c4"), ("c4",)]


def test_the_keyboard_walks_and_takes_more_with_shift(session: Session, panel: StructurePanel) -> None:
    click(panel, "c1")
    QTest.keyClick(panel.tree, Qt.Key.Key_Down, SHIFT)
    assert session.selection == ("c1", "c2")
    assert session.current == "c2"


def test_a_lane_in_a_step_is_a_cell_to_stand_in(session: Session, panel: StructurePanel) -> None:
    click(panel, ("t1", "l1"))
    assert (session.selection, session.cell) == ((), ("l1", "t1"))


def test_what_is_selected_elsewhere_is_selected_and_seen_here(session: Session, panel: StructurePanel) -> None:
    told: list[int] = []
    session.selection_changed.connect(lambda: told.append(1))
    session.select(["c5", "c4"])
    tree = panel.tree
    chosen = {tree.model().key_at(index) for index in tree.selectionModel().selectedRows()}  # type: ignore[attr-defined]
    assert chosen == {"c4", "c5"}
    assert tree.viewport().rect().contains(tree.visualRect(tree.index_for("c4")))
    assert session.selection == ("c5", "c4")
    assert len(told) == 1


@pytest.mark.parametrize("key", [Qt.Key.Key_F2, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_and_f2_ask_to_write(panel: StructurePanel, qtbot: QtBot, key: Qt.Key) -> None:
    go_to(panel, "c3")
    with qtbot.waitSignal(panel.write_asked) as asked:
        QTest.keyClick(panel.tree, key)
    assert asked.args == ["c3"]


def test_a_double_click_asks_to_write_and_opens_nothing(panel: StructurePanel, qtbot: QtBot) -> None:
    tree, index = panel.tree, panel.tree.index_for("t2")
    spot = tree.visualRect(index).center()
    with qtbot.waitSignal(panel.write_asked) as asked:
        QTest.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=spot)
        QTest.mouseDClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert asked.args == ["t2"]
    assert not tree.isExpanded(index)


def test_enter_on_a_group_opens_it(panel: StructurePanel) -> None:
    go_to(panel, Group.PARKED)
    QTest.keyClick(panel.tree, Qt.Key.Key_Return)
    assert "lima" in lines(panel)


def test_delete_asks_only_with_something_selected(session: Session, panel: StructurePanel, qtbot: QtBot) -> None:
    go_to(panel, Group.LANES)
    with qtbot.assertNotEmitted(panel.delete_asked):
        QTest.keyClick(panel.tree, Qt.Key.Key_Delete)
    go_to(panel, "c1")
    with qtbot.waitSignal(panel.delete_asked):
        QTest.keyClick(panel.tree, Qt.Key.Key_Delete)
    assert "c1" in session.document.records


def test_space_hides_a_lane_and_undo_shows_it(session: Session, panel: StructurePanel) -> None:
    lanes = session.document.table(Lane)
    go_to(panel, "l3")
    QTest.keyClick(panel.tree, Qt.Key.Key_Space)
    assert lanes["l3"].hidden
    assert panel.tree.index_for("l3").data(_Role.DisplayRole) == "Support processes (hidden)"
    session.undo()
    assert not session.document.table(Lane)["l3"].hidden
    assert panel.tree.index_for("l3").data(_Role.CheckStateRole) == Qt.CheckState.Checked


def test_a_click_on_the_box_hides_a_lane(session: Session, panel: StructurePanel) -> None:
    tree, index = panel.tree, panel.tree.index_for("l1")
    tree.scrollTo(index)
    row = tree.visualRect(index)
    QTest.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(row.left() + 10, row.center().y()))
    assert session.document.table(Lane)["l1"].hidden


def test_shift_and_space_fold_a_lane(session: Session, panel: StructurePanel) -> None:
    go_to(panel, "l1")
    QTest.keyClick(panel.tree, Qt.Key.Key_Space, SHIFT)
    assert session.document.table(Lane)["l1"].folded
    assert "Customer actions (folded)" in lines(panel)
    QTest.keyClick(panel.tree, Qt.Key.Key_Space, SHIFT)
    assert not session.document.table(Lane)["l1"].folded


@pytest.mark.qt_log_ignore("This plugin does not support")  # the offscreen platform, of menus
def test_the_menu_of_a_lane_folds_it(session: Session, panel: StructurePanel) -> None:
    go_to(panel, "l1")
    spot = panel.tree.visualRect(panel.tree.index_for("l1")).center()
    menu_key = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, spot, panel.tree.mapToGlobal(spot))
    QApplication.sendEvent(panel.tree.viewport(), menu_key)
    menu = panel.tree.findChild(QMenu)
    assert menu is not None
    assert [(action.text(), action.isChecked()) for action in menu.actions()] == [
        ("Show lane", True), ("Fold lane", False),
    ]  # fmt: skip
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(menu.actions()[1]).center())
    assert session.document.table(Lane)["l1"].folded


def test_a_moved_stage_stays_open_and_the_list_stays_where_it_was(session: Session, panel: StructurePanel) -> None:
    panel.tree.expand(panel.tree.index_for("t3"))
    panel.resize(300, 150)
    panel.tree.scrollToBottom()
    at = panel.tree.verticalScrollBar().value()
    session.do("move_stage", move_stage, "s2", 0)
    assert panel.tree.isExpanded(panel.tree.index_for("s2"))
    assert panel.tree.isExpanded(panel.tree.index_for("t3"))
    assert panel.tree.verticalScrollBar().value() == at
    assert lines(panel)[2:5] == ["Beli", "Step 1", "Step 2"]


def test_a_new_card_comes_into_an_open_step_and_goes_with_undo(session: Session, panel: StructurePanel) -> None:
    panel.tree.expand(panel.tree.index_for("t2"))
    session.do("add_card", add_card, "l3", "t2", text="baru")
    assert lines(panel)[lines(panel).index("tiga") + 1 :][:2] == ["Support processes", "baru"]
    session.undo()
    assert "baru" not in lines(panel)
    assert "Support processes" not in lines(panel)


def test_a_card_that_moves_stays_selected(session: Session, panel: StructurePanel) -> None:
    session.select(["c1"])
    session.do("move_cards", move_cards, ["c1"], "l1", "t4", 0)
    assert session.selection == ("c1",)
    assert panel.tree.selectionModel().isSelected(panel.tree.index_for("c1"))


def test_deleting_what_is_selected_selects_nothing_else(session: Session, panel: StructurePanel) -> None:
    session.select(["c1"])
    session.do("delete", deletion, ["c1"])
    assert session.selection == ()
    assert not panel.tree.selectionModel().hasSelection()


def test_links_stand_below_the_card_they_come_from(session: Session, panel: StructurePanel) -> None:
    session.select(["k1"])
    assert panel.tree.isExpanded(panel.tree.index_for("c1"))
    assert "→ tiga" in lines(panel)
    session.push("add_link", change.add(Link(id="k2", source="c1", target="c2", label="lalu")))
    assert "→ dua (lalu)" in lines(panel)


def test_what_is_typed_into_the_field_is_looked_for(session: Session, panel: StructurePanel) -> None:
    panel.search()
    QTest.keyClicks(panel.field, "EMPAT")
    assert lines(panel) == ["Sadar", "Step 1", "Support processes", "empat"]
    assert panel.count.text() == "1 found"
    QTest.keyClick(panel.field, Qt.Key.Key_Escape)
    assert panel.field.text() == ""
    assert "Beli" in lines(panel)
    assert session.selection == ()


def test_enter_goes_from_hit_to_hit_and_round_the_end(session: Session, panel: StructurePanel) -> None:
    QTest.keyClicks(panel.field, "ti")
    QTest.keyClick(panel.field, Qt.Key.Key_Return)
    assert session.selection == ("c3",)
    assert panel.count.text() == "1 of 1"
    panel.field.setText("a")
    chosen = []
    for modifier in (Qt.KeyboardModifier.NoModifier,) * len(panel.tree.hits):
        QTest.keyClick(panel.field, Qt.Key.Key_Return, modifier)
        chosen.append(session.current)
    assert sorted(map(str, chosen)) == sorted(panel.tree.hits)
    QTest.keyClick(panel.field, Qt.Key.Key_Return, SHIFT)
    assert session.current == chosen[-2]


def test_a_search_that_finds_nothing_says_so(panel: StructurePanel) -> None:
    QTest.keyClicks(panel.field, "zzz")
    assert lines(panel) == []
    assert panel.count.text() == "Nothing found"


def test_a_search_follows_the_map(session: Session, panel: StructurePanel) -> None:
    panel.field.setText("baru")
    session.do("add_card", add_card, "l1", "t4", text="kartu baru")
    assert lines(panel)[-1] == "kartu baru"
    assert panel.count.text() == "1 found"
    session.undo()
    assert lines(panel) == []


def test_the_panel_follows_the_language(panel: StructurePanel) -> None:
    speak("id")
    QApplication.processEvents()
    assert "Langkah 1" in lines(panel)
    assert panel.field.placeholderText() == "Cari di peta"
    assert panel.tree.accessibleName().startswith("Struktur")


def test_another_map_takes_the_place_of_this_one(session: Session, panel: StructurePanel) -> None:
    panel.field.setText("satu")
    session.replace(Document([replace(session.document.map, title="Lain")]), Origin(name="lain"))
    assert lines(panel)[0] == "Lain"
    assert panel.field.text() == ""


@given(maps(max_cards=12), st.integers(0, 2**32 - 1))
def test_a_tree_that_followed_equals_a_new_one(qapp: QApplication, document: Document, seed: int) -> None:  # noqa: ARG001
    session, chance = Session(document, Origin(name="peta")), Random(seed)
    rows, view = StructureModel(session), QTreeView()
    watch = QAbstractItemModelTester(rows, QAbstractItemModelTester.FailureReportingMode.Fatal)
    view.setModel(rows)
    read(rows)
    session.changed.connect(rows.follow_change)
    for _ in range(3):
        session.push("edit", any_edit(chance, document))
        assert read(rows) == read(StructureModel(session))
    while session.undo_stack.canUndo():
        session.undo()
    assert read(rows) == read(StructureModel(session))
    del watch


def test_a_thousand_selected_cards_are_no_burden(session: Session, panel: StructurePanel) -> None:
    many = [Card(id=f"x{at}", order=f"a{at:04x}V", lane="l1", step="t4", text=f"Kartu {at}") for at in range(1000)]
    session.push("paste", change.add(*many))
    session.select([card.id for card in many])
    assert session.selection == tuple(card.id for card in many)
    assert panel.tree.currentIndex() == panel.tree.index_for("x999")
