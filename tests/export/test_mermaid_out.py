"""A map as a Mermaid journey, read again by our own importer."""

from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from export.mermaid.journey import Journey, Section, Task, journey_of
from export.mermaid.words import clean
from export.mermaid.writing import written
from export.registry import EXPORTERS, Job, Loss, render
from model import order
from model.document import Document
from model.importers.mermaid import read
from model.records import Card, Emotion, Lane, Link, Map, Persona, Record, Role, Stage, Step
from tests.making.export_pages import INFO
from tests.making.maps import maps

TRAPS = (
    "Go: now", "%s", "% of it",
    "a; b", "Room #4", "#35; &amp; &#58;", "one\ntwo\r\n\r\nthree", "title of the map", "section 5",
    "journey", "Journey to work", "Journeys", "accDescr", "acctitle: x", "100%% sure", "%%{init: {}}%%", "%% no",
    "!!!", "---", "```", "~~~ mermaid", "::: mermaid", "<br>", '<div class="mermaid">', "a, b", ",", "{x}",
    "accDescr { y }", "5: Me", ":", "", "  spaced \t out  ", "\ufeffmark", "\u2028", "a\x07b", "ﬂ°°35¶ß",
    "style x:a#b;", "graph TD", "gantt", "sequenceDiagram", "ſection x", "کارت", "ทำงาน", "日本語：はい", "\U0001f600",
    "- ```mermaid", "> quote", "1. ```", "click x href y", "\ufffe",
)  # fmt: skip


def map_of(records: Iterable[Record], title: str = "", scenario: str = "") -> Document:
    return Document([Map(id="m1", title=title, scenario=scenario), *records])


def journey_again(document: Document) -> Journey:
    """What our importer has of what was written."""
    return journey_of(read(written(journey_of(document)), name="").document)


def one_step(*records: Record, title: str = "Bangun") -> Document:
    stage, step = Stage(id="s1", order="a0", title="Pagi"), Step(id="t1", stage="s1", order="a0", title=title)
    return map_of([stage, step, *records])


def felt(*values: float) -> list[Record]:
    lane = Lane(id="l9", order="z", role=Role.EMOTION)
    keys = order.several(None, None, len(values))
    marks = [Emotion(id=f"e{at}", order=keys[at], lane="l9", step="t1", value=value) for at, value in enumerate(values)]
    return [lane, *marks]


@given(maps())
def test_what_a_diagram_holds_comes_back_equal(document: Document) -> None:
    assert journey_again(document) == journey_of(document)


@pytest.mark.parametrize("text", TRAPS)
def test_words_that_mean_something_to_mermaid_come_back_equal(text: str) -> None:
    stages = [Stage(id="s1", order="a0", title=text), Stage(id="s2", order="a1", title="next")]
    steps = [Step(id=f"t{at}", stage="s1", order=f"a{at}", title=title) for at, title in enumerate((text, "b", text))]
    who = [Persona(id="p1", order="a0", name=text), Persona(id="p2", order="a1", name="Ani")]
    document = map_of([*stages, *steps, *who], title=text, scenario=f"{text}\n{text} again")
    journey = journey_of(document)
    assert journey_again(document) == journey
    assert [task.name for task in journey.sections[0].tasks] == [clean(text), "b", clean(text)]


@given(st.lists(st.text(max_size=12), min_size=1, max_size=6))
def test_any_text_comes_back_equal(texts: list[str]) -> None:
    steps = [Step(id=f"t{at}", stage="s1", order="a0", title=text) for at, text in enumerate(texts)]
    document = map_of([Stage(id="s1", order="a0", title=texts[-1]), *steps], title=texts[0], scenario=texts[-1])
    assert journey_again(document) == journey_of(document)


@pytest.mark.parametrize(
    ("values", "score"),
    [
        ((-2.0,), 1),
        ((-1.0,), 2),
        ((0.0,), 3),
        ((1.0,), 4),
        ((2.0,), 5),
        ((0.25,), 3),
        ((0.5,), 4),
        ((-2, 1), 3),
        ((), 3),
    ],
)
def test_a_feeling_is_a_score_of_one_to_five(values: tuple[float, ...], score: int) -> None:
    ((section),) = journey_of(one_step(*felt(*values))).sections
    assert section.tasks == (Task("Bangun", score),)


def test_a_step_without_a_title_is_called_what_its_customers_do() -> None:
    lane = Lane(id="l1", order="a", role=Role.CUSTOMER_ACTIONS)
    cards = [Card(id=f"c{at}", order=f"a{at}", lane="l1", step="t1", text=text) for at, text in enumerate(("a", "b"))]
    document = one_step(lane, *cards, title="")
    assert journey_of(document).sections == (Section("Pagi", (Task("a\nb"),)),)
    assert "a<br>b: 3" in written(journey_of(document))


def test_those_take_part_whom_a_card_or_a_feeling_names_and_else_everybody() -> None:
    who = [Persona(id="p1", order="a0", name="Ani"), Persona(id="p2", order="a1", name="Sri, S.Kep")]
    lanes = [Lane(id="l1", order="a"), Lane(id="l2", order="b", role=Role.EMOTION)]
    card = Card(id="c1", order="a", lane="l1", step="t1", text="Sri, S.Kep, Ani")
    emotion = Emotion(id="e1", order="a", lane="l2", step="t1", persona="p2")
    assert journey_of(one_step(*who)).sections[0].tasks[0].actors == ("Ani", "Sri, S.Kep")
    assert journey_of(one_step(*who, *lanes, card)).sections[0].tasks[0].actors == ("Sri, S.Kep", "Ani")
    assert journey_of(one_step(*who, *lanes, emotion)).sections[0].tasks[0].actors == ("Sri, S.Kep",)


def test_what_a_diagram_cannot_hold_is_counted_by_kind() -> None:
    lanes = [Lane(id="l1", order="a", role=Role.CUSTOMER_ACTIONS), Lane(id="l2", order="b", role=Role.BACK_STAGE)]
    cards = [
        Card(id="c1", order="a", lane="l1", step="t1", text="Bangun", owner="Ani"),
        Card(id="c2", order="b", lane="l1", step="t1", text="Mandi", note="air hangat"),
        Card(id="c3", order="a", lane="l2", step="t1", text="Pompa air"),
        Card(id="c4", order="a", text="parked"),
    ]
    link = Link(id="k1", source="c1", target="c3")
    document = one_step(*lanes, *cards, link, *felt(0.25))
    told = EXPORTERS[".mmd"].losses(Job(document, INFO))
    expected = {"lanes": 1, "cards": 3, "links": 1, "feelings": 1, "notes": 1, "details": 1}
    assert told == tuple(Loss(code, count) for code, count in expected.items())


def test_nothing_is_counted_where_all_is_held() -> None:
    text = "journey\n    title Pagi\n    section Bangun\n      Mandi: 5: Ani\n      Makan: 2: Ani\n"
    document = read(text).document
    assert EXPORTERS[".mmd"].losses(Job(document, INFO)) == ()
    assert render(Job(document, INFO), (), Path("a.mmd")) == {Path("a.mmd"): text.encode()}
