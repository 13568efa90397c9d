"""Whatever keys are pressed on whatever map: walking changes nothing, moving can be taken back, nobody falls off."""

from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication

from editor.canvas.canvas import Canvas
from editor.session import Origin, Session
from model.document import Document
from model.layout.sheets import sheet
from tests.checking.keyboard import Keyboard
from tests.making.maps import maps

WALKS = [
    f"{held}{key}"
    for held in ("", "", "Ctrl+", "Shift+", "Ctrl+Shift+")
    for key in ("Left", "Right", "Up", "Down", "Home", "End", "PgUp", "PgDown")
]
MOVES = [f"{held}{key}" for held in ("Alt+", "Alt+Shift+") for key in ("Left", "Right", "Up", "Down")]


@settings(max_examples=40)
@given(document=maps(), keys=st.lists(st.sampled_from([*WALKS, "Esc"]), max_size=25), paper=st.booleans())
def test_walking_changes_nothing_and_always_is_somewhere_on_the_map(
    qapp: QApplication,  # noqa: ARG001  there must be one
    document: Document,
    keys: Sequence[str],
    paper: bool,
) -> None:
    before = dict(document.records)
    keyboard = Keyboard(Canvas(Session(document, Origin("peta"))))
    if paper:
        keyboard.session.show(sheet=sheet("A4"))
    for key in keys:
        keyboard.press(key)
        assert all(keyboard.session.drawing.places.spots(each) for each in keyboard.session.selection)
    assert keyboard.records == before
    assert not keyboard.session.undo_stack.count()
    keyboard.canvas.deleteLater()


@settings(max_examples=40)
@given(document=maps(), keys=st.lists(st.sampled_from([*WALKS, *MOVES, *MOVES, *MOVES]), max_size=25))
def test_every_move_is_one_step_that_can_be_taken_back(
    qapp: QApplication,  # noqa: ARG001
    document: Document,
    keys: Sequence[str],
) -> None:
    before = dict(document.records)
    keyboard = Keyboard(Canvas(Session(document, Origin("peta"))))
    for key in keys:
        steps = keyboard.session.undo_stack.count()
        keyboard.press(key)
        assert keyboard.session.undo_stack.count() - steps in (0, 1)
    while keyboard.session.undo_stack.canUndo():
        keyboard.session.undo()
    assert keyboard.records == before
    keyboard.canvas.deleteLater()
