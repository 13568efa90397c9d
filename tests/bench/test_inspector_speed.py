"""How long the inspector takes to show another selection, to follow a change, and for a key, on a map of 10,000 cards.

Asked for: 15 ms for a selection, 200 ms for one of all cards. Times are from the selection to the painted form. A key
is from the event to the map, its drawing and the form; there is no canvas here to be painted.
"""

from collections.abc import Sequence
from itertools import cycle
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from editor.panels.inspector import Inspector
from editor.panels.inspector.entering import AT_ONCE
from editor.session import Origin, Session
from model.change import Change
from model.records import Card, Id, Lane, Stage
from tests.making.maps import realistic_map


@pytest.fixture
def inspector(qtbot: QtBot) -> Inspector:
    session = Session(realistic_map(10_000, seed=1), Origin("besar"))
    shown = Inspector(session)
    session.setParent(shown)
    qtbot.addWidget(shown)
    shown.resize(310, 900)
    with qtbot.waitExposed(shown):
        shown.show()
    return shown


def select(session: Session, keys: Sequence[Id]) -> None:
    session.select(keys)
    QCoreApplication.processEvents()


def session_of(inspector: Inspector) -> Session:
    session = inspector.findChild(Session)
    assert session is not None
    return session


def test_another_card(inspector: Inspector, benchmark: Any) -> None:
    session = session_of(inspector)
    cards = cycle(session.document.table(Card))
    benchmark(lambda: select(session, [next(cards)]))


def test_another_kind_of_record(inspector: Inspector, benchmark: Any) -> None:
    session = session_of(inspector)
    firsts = cycle([next(iter(session.document.table(kind))) for kind in (Card, Lane, Stage)])
    benchmark(lambda: select(session, [next(firsts)]))


def test_all_cards(inspector: Inspector, benchmark: Any) -> None:
    session = session_of(inspector)
    cards = list(session.document.table(Card))
    wholes = cycle((cards, cards[:1]))
    benchmark.pedantic(select, setup=lambda: ((session, next(wholes)), {}), rounds=20)


def test_a_change_while_all_cards_are_selected(inspector: Inspector, benchmark: Any) -> None:
    session = session_of(inspector)
    select(session, list(session.document.table(Card)))
    benchmark(session.changed.emit, Change())


def test_the_first_card_of_a_session(inspector: Inspector, benchmark: Any) -> None:
    session = session_of(inspector)
    benchmark.pedantic(select, args=(session, [next(iter(session.document.table(Card)))]), rounds=1)


@pytest.mark.parametrize("count", [1, AT_ONCE, AT_ONCE + 1])
def test_a_key(inspector: Inspector, benchmark: Any, count: int) -> None:
    session = session_of(inspector)
    select(session, list(session.document.table(Card))[:count])
    field = next(each for each in inspector.findChildren(QPlainTextEdit) if each.isVisible())
    field.setFocus()
    benchmark.pedantic(QTest.keyClick, args=(field, Qt.Key.Key_A), rounds=30, warmup_rounds=2)
    assert field.toPlainText()
    inspector.commit()
