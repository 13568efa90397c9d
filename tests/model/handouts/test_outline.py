"""The map in words: nothing of it is missing, and it says where everything is."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from hypothesis import given, settings

from model.document import Document
from model.findings.search import find
from model.handouts.brief import Brief
from model.handouts.outline.matrix import matrix
from model.handouts.outline.telling import Telling, asked
from model.handouts.outline.whole import outline
from model.handouts.prose import Block, Heading, Listing, Said, Table
from model.layout.look import Look
from model.layout.view import View
from model.records import (
    Card,
    Emotion,
    Evidence,
    EvidenceKind,
    Facts,
    Ignored,
    Kpi,
    Lane,
    Link,
    Map,
    Mark,
    Persona,
    Role,
    Stage,
    Step,
)
from tests.checking.map_words import texts_of
from tests.making.maps import maps
from tests.making.small_map import small_map


def said(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Heading() | Said():
                yield block.text
            case Listing():
                yield from (item.text for item in block.items)
            case Table():
                yield from block.head
                yield from (each.text for row in block.rows for cell in row for each in cell.said)


def words(document: Document, language: str = "en") -> list[str]:
    return list(said(outline(Telling(document, language))))


def row_of(text: str, document: Document) -> list[list[str]]:
    """The cells of the first row in which a text stands."""
    tables = [block for block in outline(Telling(document, "en")) if isinstance(block, Table)]
    rows = ([[each.text for each in cell.said] for cell in row] for table in tables for row in table.rows)
    return next(row for row in rows if any(text in each for cell in row for each in cell))


def details_of(card: str, document: Document) -> list[str]:
    """What a step's table says of a card beside its text."""
    tables = [block for block in outline(Telling(document, "en")) if isinstance(block, Table) and len(block.head) == 3]
    rows = (row for table in tables for row in table.rows)
    return next([each.text for each in row[2].said] for row in rows if row[1].said and row[1].said[0].text == card)


@given(maps())
@settings(max_examples=40)
def test_every_text_of_every_record_is_told(document: Document) -> None:
    whole = "\n".join(words(document))
    assert [text for text in texts_of(document) if text.strip() and text.strip() not in whole] == []


@given(maps(max_cards=10))
@settings(max_examples=20)
def test_every_row_has_a_cell_for_each_column_and_headings_skip_no_level(document: Document) -> None:
    blocks = outline(Telling(document, "id"))
    for table in (block for block in blocks if isinstance(block, Table)):
        assert table.rows
        assert {len(row) for row in table.rows} == {len(table.head or table.rows[0])}
    levels = [block.level for block in blocks if isinstance(block, Heading)]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert levels.count(1) == 1


def test_a_card_says_all_that_is_known_of_it() -> None:
    card = Card(
        id="c1", order="a0", lane="l1", step="t1", span=2, text="Menunggu", marks=(Mark.WAIT_POINT,), channel="Loket",
        digital=False, owner="Bayu", department="Farmasi", minutes=1, votes=1, impact=9, due="2026-11-12",
        evidence=(Evidence(kind=EvidenceKind.QUOTE, text="Lama", source="Wawancara 1"),),
    )  # fmt: skip
    told = "\n".join(row_of("Menunggu", small_map(card))[2])
    for part in (
        "Wait point", "Channel: Loket (offline)", "Up to Step 2", "Owner: Bayu (Farmasi)", "Due: 12 Nov 2026",
        "Time: 1 minute", "Impact: 9 of 10", "1 vote", "Quote: “Lama” — Wawancara 1", "Leads to “tiga” (Step 2",
    ):  # fmt: skip
        assert part in told


def test_a_link_is_told_by_both_ends_only_where_it_is_an_exchange() -> None:
    one_way, exchange = small_map(), small_map(Link(id="k1", source="c1", target="c3", both=True, label="antre"))
    assert details_of("satu", one_way) == ["Leads to “tiga” (Step 2, Customer actions)"]
    assert details_of("tiga", one_way) == []
    assert details_of("tiga", exchange) == ["Exchange with “satu” (Step 1, Customer actions): antre"]


def test_a_feeling_is_told_in_words() -> None:
    emotion = Emotion(id="e1", order="a0", lane="l2", step="t1", value=-1.75, quote="Aduh", persona="p1")
    row = row_of("very bad", small_map(emotion))
    assert row == [["Emotion"], ["very bad (-1.75)"], ["Persona: Sari", "“Aduh”"]]


def test_pain_points_and_opportunities_that_share_a_step_or_a_link_hang_together() -> None:
    document = small_map(
        Lane(id="l4", order="a3", role=Role.PAIN_POINTS),
        Lane(id="l5", order="a4", role=Role.OPPORTUNITIES),
        Card(id="c6", order="a0", lane="l4", step="t1", span=2, text="lama"),
        Card(id="c7", order="a0", lane="l5", step="t2", text="cepat"),
        Card(id="c8", order="a0", lane="l5", step="t4", text="jauh"),
        Card(id="c9", order="a1", lane="l5", step="t4", text="asing"),
        Link(id="k2", source="c6", target="c8"),
        Kpi(id="q2", order="a1", title="Antrean", cards=("c7",)),
    )
    tables = [block for block in outline(Telling(document, "en")) if isinstance(block, Table)]
    pains = next(each for each in tables if each.head[:1] == ("Pain point",))
    chances = next(each for each in tables if each.head[:1] == ("Opportunity",))
    assert [each.text for each in pains.rows[0][2].said] == ["“cepat”", "“jauh”"]
    assert [[each.text for each in row[1].said] for row in chances.rows] == [["“lama”"], ["“lama”"], []]
    assert [each.text for each in chances.rows[0][-1].said] == ["Antrean"]


def test_words_around_the_map_are_in_its_language_unless_another_is_asked_for() -> None:
    document = small_map(Map(id="m", title="Kopi", language="id"))
    assert "Langkah 1" in list(said(outline(asked(document, Brief()))))
    assert "Step 1" in words(document)


def test_a_map_of_nothing_says_so() -> None:
    told = words(Document([Map(id="m", language="en")]))
    assert told == ["Untitled", "Customer journey map", "Journey", "This map has no stages yet."]


def test_a_stage_without_steps_and_a_step_without_cards_say_so() -> None:
    document = Document([
        Map(id="m"), Stage(id="s1", order="a0", title="A"), Stage(id="s2", order="a1"),
        Step(id="t1", order="a0", stage="s2"),
    ])  # fmt: skip
    told = words(document)
    assert told[2:] == [
        "1. A", "This stage has no steps yet.", "Stage 2", "Step 1", "There are no cards in this step yet."
    ]  # fmt: skip


def test_lanes_that_are_asked_away_are_left_out_with_their_links_and_those_hidden_in_the_map_are_marked() -> None:
    document = small_map(
        Lane(id="l3", order="a2", role=Role.SUPPORT, title="Gudang", hidden=True),
        Link(id="k2", source="c1", target="c4", label="bawa"),
    )
    assert "Support processes (hidden in the drawing)" in words(document)
    left = list(said(outline(Telling(document, "en", hidden=frozenset({"l3"})))))
    assert not {"Gudang", "empat"} & set(left)


def test_a_view_tells_its_own_lanes() -> None:
    told = list(said(outline(Telling(small_map(), "en", View.JOURNEY))))
    assert "satu" in told
    assert "empat" not in told


def test_the_grid_has_a_cell_for_each_step_of_each_lane() -> None:
    grid = matrix(Telling(small_map(), "en"))
    assert [(each.title, each.columns) for each in grid.stages] == [("1. Sadar", 2), ("2. Beli", 2)]
    assert grid.steps == ("Step 1", "Step 2", "Step 3", "Step 4")
    cells = {name.said[0].text: [[each.text for each in cell.said] for cell in row] for name, row in grid.rows}
    assert cells["Customer actions"] == [["satu", "dua"], ["tiga"], [], []]
    assert cells["Emotion"] == [["good (1) · Sari"], [], [], []]
    assert cells["Support processes"] == [["empat → Step 3"], [], [], []]


def test_of_several_personas_one_can_be_told_with_her_own_feelings() -> None:
    document = small_map(
        Persona(id="p2", order="a1", name="Budi"),
        Emotion(id="e2", order="a1", lane="l2", step="t1", value=-2, persona="p2", quote="Wah"),
        Emotion(id="e3", order="a2", lane="l2", step="t2", value=-1, quote="Oh"),
    )
    told = list(said(outline(asked(document, Brief(look=Look(persona="p1"))))))
    assert {"Sari", "“Oh”"} <= set(told)
    assert not {"Budi", "“Wah”"} & set(told)


def test_personas_and_facts_can_be_left_out() -> None:
    document = small_map(Map(id="m", title="Kopi", facts=Facts(facilitator="Dewi")))
    told = set(said(outline(asked(document, Brief(look=Look(header=frozenset({"title"})))))))
    assert not {"Sari", "Dewi"} & told


def test_a_reason_stands_behind_the_finding_it_answers() -> None:
    found = next(each for each in find(small_map()) if each.code == "no_scenario")
    aside = Ignored(code=found.code, records=found.records, reason="Menyusul.")
    told = words(small_map(Map(id="m", ignored=(aside, Ignored(code="x", reason="Lama.")))))
    assert told[-2:] == [
        "This map has no scenario yet: in which situation does the journey happen? Reason: Menyusul.", "Lama."
    ]  # fmt: skip
