"""Every member of every kind of record: shown, set by hand, and taken back; and none forgotten."""

from collections.abc import Callable
from operator import attrgetter
from pathlib import Path
from typing import Any

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from editor.panels.inspector import Inspector
from editor.panels.inspector.choices import Choice, Flag, Marks
from editor.panels.inspector.editor import Editor
from editor.panels.inspector.evidence import Support
from editor.panels.inspector.feeling import Feeling
from editor.panels.inspector.lists import Among, Watched
from editor.panels.inspector.measured import Day, Number, Whole
from editor.panels.inspector.plan import Field, Plan
from editor.panels.inspector.plans import PLANS
from editor.panels.inspector.portrait import Portrait
from editor.panels.inspector.steps import Count, Place, Press
from editor.panels.inspector.texts import Completing, Line, Lines, Listed
from editor.panels.inspector.ways import Jump
from editor.session import Session
from model.records import Asset, Card, Emotion, Facts, Kpi, Lane, Link, Map, Mark, Persona, Record, Stage, Step
from tests.checking.dialogs import Answers, name_file
from tests.editor.panels.inspector.hands import click, form_of, let_it_stand, press_enter, type_over
from tests.making.small import picture

SHOWN: dict[type[Record], str] = {
    Map: "m", Card: "c3", Emotion: "e1", Link: "k1", Lane: "l4", Stage: "s1", Step: "t1", Persona: "p1", Kpi: "q1",
}  # fmt: skip

NOT_HERE: dict[type[msgspec.Struct], dict[str, str]] = {
    Map: {"ignored": "findings are set aside where they are listed", "facts": "each fact has a field of its own"},
    Card: {"order": "dragged on the canvas", "span": "stretched on the canvas"},
    Emotion: {"order": "dragged on the canvas"},
    Lane: {"order": "dragged on the canvas"},
    Stage: {"order": "dragged on the canvas"},
    Step: {"order": "dragged on the canvas"},
    Facts: {"extra": "what another program wrote"},
}
NEVER = {"id", "extra"}  # an identity, and what another program wrote

Hand = Callable[[Any, Answers, Path], None]


def _type(text: str) -> Hand:
    def typing(editor: Any, _answers: Answers, _folder: Path) -> None:
        field = getattr(editor, "line", None) or editor.text
        type_over(field, text)
        press_enter(field)

    return typing


def _next(editor: Any, _answers: Answers, _folder: Path) -> None:
    editor.combo.setFocus()
    at = editor.combo.currentIndex()
    QTest.keyClick(editor.combo, Qt.Key.Key_Down if at + 1 < editor.combo.count() else Qt.Key.Key_Up)


def _tick(editor: Any, _answers: Answers, _folder: Path) -> None:
    QTest.keyClick(editor.box, Qt.Key.Key_Space)


def _mark(editor: Any, _answers: Answers, _folder: Path) -> None:
    click(editor.buttons[Mark.MOMENT_OF_TRUTH])


def _slide(editor: Any, _answers: Answers, _folder: Path) -> None:
    QTest.keyClick(editor.slider, Qt.Key.Key_Right)


def _vote(editor: Any, _answers: Answers, _folder: Path) -> None:
    click(editor.more)


def _support(editor: Any, _answers: Answers, _folder: Path) -> None:
    click(editor.add)


def _lower(editor: Any, _answers: Answers, _folder: Path) -> None:
    click(editor.down)


def _press(editor: Any, _answers: Answers, _folder: Path) -> None:
    click(editor.button)


def _unwatch(editor: Any, _answers: Answers, _folder: Path) -> None:
    click(editor.ways.rows[0].drop)


def _choose_picture(editor: Any, answers: Answers, folder: Path) -> None:
    file = folder / "foto.png"
    file.write_bytes(picture(0x00FF00))
    answers(name_file(str(file)))
    click(editor.choose)


HANDS: dict[type[Editor], Hand] = {
    Line: _type("baru"), Lines: _type("baru\nsekali"), Listed: _type("satu\ndua"), Completing: _type("Kasir"),
    Number: _type("7,5"), Whole: _type("7"), Day: _type("12 Nov 2026"), Choice: _next, Flag: _tick, Marks: _mark,
    Feeling: _slide, Count: _vote, Support: _support, Place: _lower, Press: _press, Among: _press,
    Watched: _unwatch, Portrait: _choose_picture,
}  # fmt: skip
"""How a hand changes what an editor shows. An editor of a new kind fails for want of one."""

HANDS_FOR = {"card.url": _type("contoh.id/buku")}

EVERY = [(plan, field) for plan in PLANS.values() for field in plan.fields]
WRITTEN = [(plan, field) for plan, field in EVERY if field.make is not Jump]


def _id(each: Any) -> str:
    return each.name if isinstance(each, Plan) else (each.key or each.member)


@pytest.mark.parametrize(("plan", "field"), WRITTEN, ids=_id)
def test_what_a_hand_sets_is_in_the_map_and_can_be_taken_back(
    inspector: Inspector, session: Session, answers: Answers, tmp_path: Path, plan: Plan, field: Field
) -> None:
    session.select([SHOWN[plan.kind]])
    let_it_stand(inspector)
    editor = form_of(inspector).rows[field].editor
    before = dict(session.document.records)
    hand = HANDS_FOR.get(f"{plan.name}.{field.member}") or HANDS[type(editor)]
    hand(editor, answers, tmp_path)
    assert session.undo_stack.count() == 1
    assert session.document.records != before
    if not field.key and session.document.records.get(SHOWN[plan.kind]):
        after = session.document.records[SHOWN[plan.kind]]
        assert attrgetter(field.member)(after) != attrgetter(field.member)(before[SHOWN[plan.kind]])
        assert editor.value == attrgetter(field.member)(after)
        assert not editor.pending
    session.undo()
    assert session.document.records == before


@pytest.mark.parametrize(("plan", "field"), [each for each in EVERY if each[1].make is Jump], ids=_id)
def test_a_way_leads_to_the_record_it_names(inspector: Inspector, session: Session, plan: Plan, field: Field) -> None:
    session.select([SHOWN[plan.kind]])
    editor = form_of(inspector).rows[field].editor
    assert isinstance(editor, Jump)
    target = attrgetter(field.member)(session.document.records[SHOWN[plan.kind]])
    click(editor.way)
    assert session.selection == (target,)
    assert form_of(inspector).ids == (target,)
    assert not session.undo_stack.count()


@pytest.mark.parametrize("kind", [*PLANS, Facts], ids=lambda kind: kind.__name__)
def test_every_member_of_a_record_has_an_editor_or_a_reason_to_have_none(kind: type[msgspec.Struct]) -> None:
    plan = PLANS[Map if kind is Facts else kind]  # type: ignore[index]
    paths = {field.member for field in plan.fields if not field.key or field.key == field.member}
    edited = {path.removeprefix("facts.") for path in paths if path.startswith("facts.") is (kind is Facts)}
    assert edited | set(NOT_HERE.get(kind, {})) | NEVER == set(kind.__struct_fields__) | NEVER
    assert edited.isdisjoint(NOT_HERE.get(kind, {}))


def test_every_kind_of_record_has_a_form() -> None:
    assert set(PLANS) | {Asset} == set(Record.__subclasses__())
