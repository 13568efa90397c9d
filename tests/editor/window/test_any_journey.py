"""Whatever mouse and keys do to whatever map: no fault, no rule broken, and all of it can be taken back."""

from collections.abc import Callable

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from model.document import Document
from model.layout.engine import lay_out
from model.layout.places import Places
from model.records import Id, Record
from model.rules import faults
from tests.checking.whole_window import Hands
from tests.making.maps import maps

BUTTONS = (Qt.MouseButton.LeftButton,) * 6 + (Qt.MouseButton.RightButton, Qt.MouseButton.MiddleButton)
HELD = (Qt.KeyboardModifier.NoModifier,) * 3 + (
    Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier,
)  # fmt: skip
KEYS = (
    "Esc", "Return", "Tab", "Shift+Tab", "F2", "Del", "Left", "Right", "Up", "Down", "Home", "End", "PgUp", "PgDown",
    "Shift+Down", "Shift+Right", "Ctrl+Right", "Ctrl+End", "Alt+Left", "Alt+Right", "Alt+Up", "Alt+Down", "Space",
    "Ctrl+Z", "Ctrl+Z", "Ctrl+Y", "Ctrl+A", "Ctrl+C", "Ctrl+X", "Ctrl+V", "Ctrl+D", "Shift+Return", "Backspace",
)  # fmt: skip
COMMANDS = (
    "undo", "redo", "cut", "copy", "paste", "duplicate", "delete", "select_all", "write", "add_card", "add_emotion",
    "add_step", "add_stage", "add_lane", "add_persona", "add_link", "reverse_link", "mark.decision", "vote", "unvote",
    "park", "merge", "split", "fold", "hide", "show_all", "other_view", "sheets", "zoom_in", "zoom_out", "fit",
    "natural_size", "fit_selection", "panel.overview", "theme.dark", "theme.light", "language.id", "language.en",
)  # fmt: skip
LETTERS = st.text(st.sampled_from("aZ 9é字م\u00a0👍-"), min_size=1, max_size=4)


def machine(open_hands: Callable[[Document], Hands]) -> type[RuleBasedStateMachine]:
    """Somebody who does anything at all in windows that `open_hands` opens."""

    class Anybody(RuleBasedStateMachine):
        hands: Hands
        start: dict[Id, Record]

        @initialize(document=maps(max_steps=5, max_lanes=5, max_cards=10), zoom=st.sampled_from((0.3, 1.0, 2.5, None)))
        def sit_down(self, document: Document, zoom: float | None) -> None:
            self.hands = open_hands(document)
            self.start = self.hands.now()
            self.at = QPoint(200, 200)
            if zoom is not None:
                self.hands.canvas.zoom_to(zoom)

        @rule(x=st.integers(0, 100), y=st.integers(0, 100), button=st.sampled_from(BUTTONS), held=st.sampled_from(HELD))
        def press(self, x: int, y: int, button: Qt.MouseButton, held: Qt.KeyboardModifier) -> None:
            self.go(x, y)
            QTest.mousePress(self.viewport, button, held, self.at)

        @rule(x=st.integers(-5, 105), y=st.integers(-5, 105))
        def go(self, x: int, y: int) -> None:
            size = self.viewport.size()
            self.at = QPoint(size.width() * x // 100, size.height() * y // 100)
            QTest.mouseMove(self.viewport, self.at)

        @rule(button=st.sampled_from(BUTTONS), held=st.sampled_from(HELD))
        def release(self, button: Qt.MouseButton, held: Qt.KeyboardModifier) -> None:
            QTest.mouseRelease(self.viewport, button, held, self.at)

        @rule(x=st.integers(0, 100), y=st.integers(0, 100), to_x=st.integers(0, 100), to_y=st.integers(0, 100))
        def drag(self, x: int, y: int, to_x: int, to_y: int) -> None:
            self.press(x, y, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
            self.go((x + to_x) // 2, (y + to_y) // 2)
            self.go(to_x, to_y)
            self.release(Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)

        @rule(data=st.data())
        def click_on_something(self, data: st.DataObject) -> None:
            shown = [key for key in self.hands.now() if self.hands.session.drawing.places.spots(key)]
            key = data.draw(st.sampled_from(sorted(shown)))
            self.hands.canvas.reveal((key,))
            QTest.mouseMove(self.viewport, self.hands.middle(key))
            QTest.mouseClick(
                self.viewport, Qt.MouseButton.LeftButton, data.draw(st.sampled_from(HELD)), self.hands.middle(key)
            )

        @rule(x=st.integers(0, 100), y=st.integers(0, 100))
        def double_click(self, x: int, y: int) -> None:
            self.go(x, y)
            QTest.mouseDClick(self.viewport, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, self.at)

        @rule(keys=st.lists(st.sampled_from(KEYS), min_size=1, max_size=4))
        def press_keys(self, keys: list[str]) -> None:
            for key in keys:
                self.hands.keys(key)

        @rule(text=LETTERS)
        def type_letters(self, text: str) -> None:
            if self.hands.focus is not None:
                self.hands.write(text)

        @rule(preedit=LETTERS, commit=LETTERS)
        def compose(self, preedit: str, commit: str) -> None:
            if self.hands.focus is not None:
                self.hands.compose(preedit)
                self.hands.compose("", commit)

        @rule(command=st.sampled_from(COMMANDS))
        def command(self, command: str) -> None:
            self.hands.window.bar.actions[command].trigger()

        @rule(notches=st.sampled_from((-3, -1, 1, 2)), held=st.sampled_from(HELD))
        def wheel(self, notches: int, held: Qt.KeyboardModifier) -> None:
            self.hands.wheel(QPoint(100, 100), notches, held)

        @rule()
        def leave(self) -> None:
            self.hands.window.search()

        @rule()
        def come_back(self) -> None:
            self.hands.canvas.setFocus()

        @rule()
        @precondition(lambda self: self.hands.steps)
        def all_the_way_back_and_forth(self) -> None:
            session = self.hands.session
            self.hands.window.settle()
            while session.undo_stack.canRedo():
                session.redo()
            end, steps = self.hands.now(), self.hands.steps
            while session.undo_stack.canUndo():
                session.undo()
            assert self.hands.now() == self.start
            while session.undo_stack.canRedo():
                session.redo()
            assert self.hands.now() == end
            assert self.hands.steps == steps

        @invariant()
        def the_map_keeps_its_rules(self) -> None:
            document = self.hands.session.document
            assert not list(faults(document.records, document.records.values()))
            assert all(key in document.records for key in self.hands.session.selection)

        @invariant()
        def the_drawing_is_that_of_the_map(self) -> None:
            session = self.hands.session
            if session.drafting and session.drawing.sheet is not None:
                return
            drawing = session.drawing
            anew = lay_out(
                session.document, view=drawing.view, sheet=drawing.sheet, name=session.origin.name, folding=True
            )
            assert drawing.layout.pages == anew.pages
            places = Places(anew)
            for key in session.document.records:
                assert drawing.places.spots(key) == places.spots(key)

        @invariant()
        def the_picture_can_be_painted(self) -> None:
            self.viewport.repaint()

        def teardown(self) -> None:
            if hasattr(self, "hands"):
                _close(self.hands)

        @property
        def viewport(self) -> QWidget:
            return self.hands.canvas.viewport()

    return Anybody


def _close(hands: Hands) -> None:
    for menu in hands.window.findChildren(QMenu):
        menu.close()
    hands.window.settle()
    hands.session.undo_stack.setClean()
    hands.window.close()
    hands.window.deleteLater()
    QApplication.clipboard().clear()


def test_whatever_one_does_can_be_taken_back(unwatched: Callable[[Document], Hands]) -> None:
    run_state_machine_as_test(
        machine(unwatched),
        settings=settings(
            max_examples=max(12, settings().max_examples // 5),
            stateful_step_count=25,
            suppress_health_check=list(HealthCheck),
        ),
    )
