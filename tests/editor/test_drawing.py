"""A drawing that cannot follow its map: the map has changed all the same, and is drawn again as soon as it can be."""

import sys
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import Any

import pytest

from editor.session import Origin, Session
from model.layout.engine import lay_out
from model.layout.sheets import sheet
from model.layout.view import View
from model.operations.card_content import edit_cards
from model.operations.cards import delete_cards
from model.records import Card
from model.storage.file import open_map, save_map
from tests.making.small_map import small_map
from tests.making.undrawable import Undrawable


@pytest.fixture
def faults() -> Iterator[list[type[BaseException]]]:
    """The faults that nobody caught."""
    found: list[type[BaseException]] = []

    def note(kind: type[BaseException], _: BaseException | None, __: TracebackType | None) -> Any:
        found.append(kind)

    before, sys.excepthook = sys.excepthook, note
    yield found
    sys.excepthook = before


@pytest.fixture
def session(qapp: object) -> Session:
    """The small map, which can be drawn until somebody says otherwise."""
    assert qapp is not None
    return Session(Undrawable(small_map().records.values()), Origin("peta"))


def fail(session: Session, times: int) -> None:
    assert isinstance(session.document, Undrawable)
    session.document.failures = times


def drawn(session: Session) -> bool:
    """Whether what is shown is the map as it is."""
    drawing = session.drawing
    fresh = lay_out(session.document, view=drawing.view, sheet=drawing.sheet, name=session.origin.name, folding=True)
    return drawing.layout.pages == fresh.pages


def test_a_layout_that_cannot_follow_is_made_anew(session: Session, faults: list[type[BaseException]]) -> None:
    heard: list[object] = []
    session.changed.connect(heard.append)
    fail(session, 1)
    change = session.do("edit", edit_cards, ("c1",), text="antre")
    assert faults == [LookupError]
    assert heard == [change]
    assert not session.drawing.broken
    assert drawn(session)
    session.undo()
    assert drawn(session)


def test_a_map_that_cannot_be_drawn_at_all_is_changed_undone_and_saved_all_the_same(
    session: Session, faults: list[type[BaseException]], tmp_path: Path
) -> None:
    before = session.drawing.layout
    fail(session, 4)
    session.do("edit", edit_cards, ("c1",), text="antre")
    assert session.drawing.broken
    assert session.drawing.layout is before
    assert session.document.table(Card)["c1"].text == "antre"
    assert session.undo_stack.canUndo()
    assert faults
    save_map(session.document, tmp_path / "peta.cjm", expected=None)
    assert open_map(tmp_path / "peta.cjm").document.table(Card)["c1"].text == "antre"
    fail(session, 0)
    session.undo()
    assert not session.drawing.broken
    assert drawn(session)


def test_after_a_change_that_could_not_be_drawn_the_next_one_draws_both(
    session: Session, faults: list[type[BaseException]]
) -> None:
    fail(session, 2)
    session.do("delete", delete_cards, ("c1",))
    assert session.drawing.broken
    fail(session, 0)
    session.do("edit", edit_cards, ("c2",), text="duduk")
    assert faults == [LookupError, LookupError]
    assert not session.drawing.broken
    assert drawn(session)


def test_a_sheet_that_cannot_be_drawn_leaves_the_drawing_as_it_was(session: Session) -> None:
    before, view = session.drawing.layout, session.drawing.view
    fail(session, 1)
    with pytest.raises(LookupError):
        session.show(view=View.BLUEPRINT, sheet=sheet("A3", "landscape"))
    assert session.drawing.layout is before
    assert (session.drawing.view, session.drawing.sheet) == (view, None)
    session.do("edit", edit_cards, ("c1",), text="antre")
    assert drawn(session)


def test_a_map_is_saved_even_if_its_new_name_cannot_be_drawn(
    session: Session, faults: list[type[BaseException]]
) -> None:
    fail(session, 1)
    session.saved(Origin("kota", Path("kota.cjm"), ""))
    assert faults == [LookupError]
    assert not session.unsaved
    session.do("edit", edit_cards, ("c1",), text="antre")
    assert drawn(session)
