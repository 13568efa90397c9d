"""Whatever a map holds can be looked at, and looking changes nothing."""

from random import Random

import pytest
from pytestqt.qtbot import QtBot

from editor.panels.inspector import Inspector
from editor.session import Origin, Session
from editor.speech import speak
from model.records import Card
from tests.making.any_edit import any_edit
from tests.making.growing import any_map


@pytest.mark.parametrize("seed", range(12))
def test_looking_at_each_record_and_leaving_it_changes_nothing(qtbot: QtBot, seed: int) -> None:
    chance = Random(seed)
    session = Session(any_map(chance, steps=5, lanes=6, cards=12, others=4), Origin("peta"))
    inspector = Inspector(session)
    session.setParent(inspector)
    qtbot.addWidget(inspector)
    inspector.show()
    before = dict(session.document.records)
    for at, key in enumerate(before):
        speak("id" if at % 2 else "en")
        session.select([key])
        assert inspector.commit()
    session.select(session.document.table(Card))
    assert inspector.commit()
    assert (session.document.records, session.undo_stack.count()) == (before, 0)


@pytest.mark.parametrize("seed", range(12))
def test_whatever_happens_to_the_map_the_inspector_follows(qtbot: QtBot, seed: int) -> None:
    chance = Random(seed)
    session = Session(any_map(chance, steps=4, lanes=5, cards=10, others=4), Origin("peta"))
    inspector = Inspector(session)
    session.setParent(inspector)
    qtbot.addWidget(inspector)
    inspector.show()
    for _ in range(40):
        session.select(chance.sample(sorted(session.document.records), chance.choice((0, 1, 1, 2))))
        session.push("edit", any_edit(chance, session.document))
        if chance.random() < 0.2:
            session.undo()
        form = inspector.form
        if form is not None:
            now = [session.document.records[key] for key in form.ids]
            shown = {field: row.editor.value for field, row in form.rows.items() if row.isVisible() and not field.key}
            assert all(getattr(now[0], field.member, value) == value for field, value in shown.items() if len(now) == 1)
    assert inspector.commit()
