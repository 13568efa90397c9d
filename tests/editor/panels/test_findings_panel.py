"""The findings panel: looked over in time, jumped to, fixed, set aside with a reason and taken back."""

from collections.abc import Callable, Iterator
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from editor.panels.findings.list import MANY
from editor.panels.findings.model import FindingsModel, Section
from editor.panels.findings.panel import FindingsPanel
from editor.panels.findings.watch import Watch
from editor.session import Origin, Session
from editor.speech import speak
from model import change
from model.document import Document
from model.findings.finding import Code
from model.findings.search import find
from model.operations.cascade import deletion
from model.operations.maps import edit_map
from model.records import Card, Role
from tests.making.any_edit import any_edit
from tests.making.maps import maps
from tests.making.small_blueprints import card, feeling, frame

NO_MODIFIER, CTRL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
ROLES = (Role.EMOTION, Role.EVIDENCE, Role.CUSTOMER_ACTIONS, Role.FRONT_STAGE, Role.PAIN_POINTS, Role.OPPORTUNITIES)


def asked_about() -> Document:
    """One action nobody meets and that shows nothing, one opportunity nobody owns."""
    feelings = (feeling("t1", 1.0), feeling("t2", 0.5), feeling("t3", 1.5))
    records = (card("c1", Role.CUSTOMER_ACTIONS), card("c2", Role.OPPORTUNITIES, "t2"), *feelings)
    return frame(*records, roles=ROLES)


@pytest.fixture
def session(qapp: QApplication) -> Iterator[Session]:  # noqa: ARG001 Qt must be there
    speak("en")
    yield Session(asked_about(), Origin(name="peta"))
    speak("")


@pytest.fixture
def panel(session: Session, qtbot: QtBot) -> FindingsPanel:
    made = FindingsPanel(session)
    qtbot.addWidget(made)
    made.resize(320, 600)
    with qtbot.waitSignal(made.counted):
        made.show()
    qtbot.waitExposed(made)
    made.list.setFocus()
    return made


def rows(panel: FindingsPanel) -> list[str]:
    """What one sees, from top to bottom."""
    seen, index = [], panel.list.model().index(0, 0)
    while index.isValid():
        seen.append(str(index.data()))
        index = panel.list.indexBelow(index)
    return seen


def go_to(panel: FindingsPanel, code: Code) -> None:
    model = panel.list.model()
    assert isinstance(model, FindingsModel)
    for above in range(model.rowCount()):
        section = model.index(above, 0)
        for at in range(model.rowCount(section)):
            index = model.index(at, 0, section)
            finding = model.finding(index)
            if finding is not None and finding.code is code:
                panel.list.setCurrentIndex(index)
                return
    raise LookupError(code)


def codes(panel: FindingsPanel, section: Section) -> list[Any]:
    model = panel.list.model()
    assert isinstance(model, FindingsModel)
    return [key[0] for key in model.keys_below(section) if isinstance(key, tuple)]


def test_the_findings_stand_below_their_severity_in_whole_sentences(panel: FindingsPanel) -> None:
    assert rows(panel) == [
        "Warnings (3)",
        "Nobody and nothing on the front stage meets “Kartu c1” (stage “Tahap 1”).",
        "“Kartu c2” has no KPI yet: what will show that it works?",
        "“Kartu c2” has no owner or department yet.",
        "Hints (2)",
        "“Kartu c1” has no physical evidence yet: what does the customer see or hold in stage “Tahap 1”?",
        "The emotion curve is lowest in stage “Tahap 2”, and no pain point says why yet.",
    ]  # fmt: skip


def test_nothing_is_looked_over_before_the_window_stands(fresh_python: Callable[[str], Any]) -> None:
    code = (
        "import sys; from PySide6.QtWidgets import QApplication; app = QApplication([])\n"
        "from editor.panels.findings.panel import FindingsPanel; from editor.session import Origin, Session\n"
        "from tests.making.small_map import small_map\n"
        "panel = FindingsPanel(Session(small_map(), Origin(name='x'))); panel.show()\n"
        "assert 'networkx' not in sys.modules\n"
        "panel.counted.connect(lambda *counts: app.quit()); app.exec()\n"
        "assert 'networkx' in sys.modules"
    )
    outcome = fresh_python(code)
    assert outcome.returncode == 0, outcome.stderr


def test_a_change_before_the_first_look_is_seen_by_it(session: Session, qtbot: QtBot) -> None:
    panel = FindingsPanel(session)
    qtbot.addWidget(panel)
    session.push("edit", change.update(session.document.table(Card)["c2"], owner="Barista"))
    with qtbot.waitSignal(panel.counted):
        panel.show()
    assert Code.OPPORTUNITY_WITHOUT_OWNER not in codes(panel, Section.WARNING)


def test_changes_are_gathered_and_looked_at_together(session: Session, panel: FindingsPanel, qtbot: QtBot) -> None:
    told: list[tuple[int, int, int]] = []
    panel.counted.connect(lambda *counts: told.append(counts))
    session.do("edit", edit_map, scenario="")
    session.push("edit", change.update(session.document.table(Card)["c2"], owner="Barista"))
    assert told == []
    qtbot.waitUntil(lambda: bool(told))
    qtbot.wait(200)
    assert told == [(0, 3, 2)]
    assert Code.NO_SCENARIO in codes(panel, Section.WARNING)


def test_what_is_gone_is_not_spoken_of_for_a_moment(session: Session, panel: FindingsPanel) -> None:
    session.do("delete", deletion, ["c2"])
    assert not any("c2" in row for row in rows(panel))
    session.undo()


def test_a_click_selects_and_jumps(session: Session, panel: FindingsPanel, qtbot: QtBot) -> None:
    go_to(panel, Code.OPPORTUNITY_WITHOUT_KPI)
    spot = panel.list.visualRect(panel.list.currentIndex()).center()
    with qtbot.waitSignal(panel.shown) as shown:
        QTest.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, NO_MODIFIER, spot)
    assert shown.args == [("c2",)]
    assert session.selection == ("c2",)


def test_enter_jumps_and_arrows_only_walk(session: Session, panel: FindingsPanel, qtbot: QtBot) -> None:
    go_to(panel, Code.OPPORTUNITY_WITHOUT_KPI)
    QTest.keyClick(panel.list, Qt.Key.Key_Up)
    assert session.selection == ()
    with qtbot.waitSignal(panel.shown) as shown:
        QTest.keyClick(panel.list, Qt.Key.Key_Return)
    assert shown.args == [("c1",)]


def test_the_button_fixes_and_undo_brings_the_finding_back(
    session: Session, panel: FindingsPanel, qtbot: QtBot
) -> None:
    go_to(panel, Code.ACTION_WITHOUT_EVIDENCE)
    assert panel.fix.text() == "Add a physical evidence card"
    with qtbot.waitSignal(panel.counted):
        QTest.mouseClick(panel.fix, Qt.MouseButton.LeftButton)
    (new,) = session.document.cards_in(str(Role.EVIDENCE), "t1")
    assert session.selection == (new.id,)
    assert Code.ACTION_WITHOUT_EVIDENCE not in codes(panel, Section.HINT)
    session.undo()
    assert Code.ACTION_WITHOUT_EVIDENCE in codes(panel, Section.HINT)


def test_control_and_enter_fix(session: Session, panel: FindingsPanel) -> None:
    go_to(panel, Code.ACTION_WITHOUT_FRONT_STAGE)
    QTest.keyClick(panel.list, Qt.Key.Key_Return, CTRL)
    assert session.document.table(Card)["c1"].self_service


def test_without_a_quick_fix_there_is_nothing_to_press(session: Session, panel: FindingsPanel) -> None:
    go_to(panel, Code.OPPORTUNITY_WITHOUT_OWNER)
    assert not panel.fix.isEnabled()
    QTest.keyClick(panel.list, Qt.Key.Key_Return, CTRL)
    assert not session.undo_stack.canUndo()


def test_a_finding_is_set_aside_with_a_reason_and_taken_back(
    session: Session, panel: FindingsPanel, qtbot: QtBot
) -> None:
    go_to(panel, Code.OPPORTUNITY_WITHOUT_OWNER)
    QTest.mouseClick(panel.aside, Qt.MouseButton.LeftButton)
    assert panel.reason.field.hasFocus()
    QTest.keyClicks(panel.reason.field, "<b>nanti</b>")
    with qtbot.waitSignal(panel.counted) as counted:
        QTest.keyClick(panel.reason.field, Qt.Key.Key_Return)
    assert counted.args == [0, 2, 2]
    assert [(each.code, each.reason) for each in session.document.map.ignored] == [
        ("opportunity_without_owner", "<b>nanti</b>")
    ]
    assert not panel.reason.isVisible()
    assert "Set aside (1)" in rows(panel)
    go_to(panel, Code.OPPORTUNITY_WITHOUT_OWNER)
    assert str(panel.list.currentIndex().data()).endswith("\nReason: <b>nanti</b>")
    with qtbot.waitSignal(panel.counted) as counted:
        QTest.keyClick(panel.list, Qt.Key.Key_Delete)
    assert counted.args == [0, 3, 2]
    assert session.document.map.ignored == ()
    session.undo()
    session.undo()
    assert session.document.map.ignored == ()


@pytest.mark.parametrize("end", [Qt.Key.Key_Return, Qt.Key.Key_Escape])
def test_a_reason_that_is_half_typed_is_told_of_until_it_is_given_or_left(
    session: Session, panel: FindingsPanel, end: Qt.Key
) -> None:
    told: list[tuple[str, str, str]] = []
    session.pended.connect(lambda *each: told.append(each))
    go_to(panel, Code.OPPORTUNITY_WITHOUT_OWNER)
    QTest.mouseClick(panel.aside, Qt.MouseButton.LeftButton)
    QTest.keyClicks(panel.reason.field, "nan")
    here = session.document.map.id
    assert told == [(here, "ignored", "n"), (here, "ignored", "na"), (here, "ignored", "nan")]
    QTest.keyClick(panel.reason.field, end)
    assert told[3:] == [(here, "ignored", "")]


def test_escape_leaves_the_reason_and_the_finding_alone(session: Session, panel: FindingsPanel) -> None:
    go_to(panel, Code.OPPORTUNITY_WITHOUT_OWNER)
    QTest.keyClick(panel.list, Qt.Key.Key_Delete)
    QTest.keyClicks(panel.reason.field, "sebab")
    QTest.keyClick(panel.reason.field, Qt.Key.Key_Escape)
    assert not panel.reason.isVisible()
    assert panel.list.hasFocus()
    assert session.document.map.ignored == ()


def test_a_map_without_findings_is_told_kindly(session: Session, panel: FindingsPanel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(panel.counted) as counted:
        session.replace(frame(), Origin(name="lain"))
        assert panel.nothing.isVisible()
        assert panel.nothing.text() == "Looking the map over…"
    assert counted.args == [0, 0, 0]
    assert panel.nothing.text() == "No findings. This map is in good order."


def test_the_list_keeps_its_place_and_what_was_closed(session: Session, panel: FindingsPanel, qtbot: QtBot) -> None:
    go_to(panel, Code.OPPORTUNITY_WITHOUT_KPI)
    panel.list.collapse(panel.list.model().index(1, 0))
    with qtbot.waitSignal(panel.counted):
        session.do("edit", edit_map, scenario="")
    assert panel.current is not None
    assert panel.current.code is Code.OPPORTUNITY_WITHOUT_KPI
    assert not panel.list.isExpanded(panel.list.model().index(1, 0))


def test_the_panel_follows_the_language(panel: FindingsPanel) -> None:
    go_to(panel, Code.ACTION_WITHOUT_EVIDENCE)
    speak("id")
    QApplication.processEvents()
    assert rows(panel)[0] == "Peringatan (3)"
    assert panel.fix.text() == "Tambahkan kartu bukti fisik"
    assert panel.list.accessibleName() == "Temuan pada peta"


def test_the_words_of_the_user_are_shown_and_never_obeyed(session: Session, panel: FindingsPanel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(panel.counted):
        session.push("edit", change.update(session.document.table(Card)["c2"], text="<img src='x.png'> & teman"))
    go_to(panel, Code.OPPORTUNITY_WITHOUT_OWNER)
    index = panel.list.currentIndex()
    assert "<img src='x.png'> & teman" in str(index.data())
    assert "<img" not in str(index.data(Qt.ItemDataRole.ToolTipRole))


def test_the_timers_stop_with_the_panel(session: Session, qtbot: QtBot) -> None:
    panel = FindingsPanel(session)
    timers = panel.findChildren(QTimer)
    assert any(timer.isActive() for timer in timers)
    with qtbot.waitSignals([timer.destroyed for timer in timers]):
        panel.deleteLater()
    session.do("edit", edit_map, scenario="")
    qtbot.wait(200)


@given(maps(max_cards=12), st.integers(0, 2**32 - 1))
def test_findings_that_followed_equal_those_of_a_new_look(
    qapp: QApplication,  # noqa: ARG001
    document: Document,
    seed: int,
) -> None:
    session, chance = Session(document, Origin(name="peta")), Random(seed)
    watch, model = Watch(session), FindingsModel(session)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    watch.found.connect(model.take)
    watch.look()
    for _ in range(3):
        for _ in range(2):
            session.push("edit", any_edit(chance, document))
        watch.look()
        expected = find(document, ignored=True)
        shown = [key for section in Section if section is not Section.ALL for key in model.keys_below(section)]
        assert sorted(shown, key=str) == sorted(((each.code, each.records) for each in expected), key=str)
        assert all(model.words_of(each) for each in expected)
    del tester


@pytest.mark.usefixtures("session")
def test_a_section_nobody_could_read_through_is_closed_at_first(qtbot: QtBot) -> None:
    many = [card(f"c{at}", Role.OPPORTUNITIES, owner="Barista", order=f"a{at:03x}V") for at in range(MANY + 1)]
    panel = FindingsPanel(Session(frame(*many, roles=(Role.OPPORTUNITIES,)), Origin(name="peta")))
    qtbot.addWidget(panel)
    with qtbot.waitSignal(panel.counted):
        panel.show()
    assert rows(panel)[0] == f"Warnings ({MANY + 1})"
    panel.list.setCurrentIndex(panel.list.model().index(0, 0))
    assert not panel.list.isExpanded(panel.list.currentIndex())
    QTest.keyClick(panel.list, Qt.Key.Key_Return)
    assert panel.list.isExpanded(panel.list.currentIndex())
