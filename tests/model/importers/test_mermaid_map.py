"""What becomes of a journey in a map."""

import pytest

from model import rules
from model.document import Document
from model.importers.imported import Actors
from model.importers.mermaid import read
from model.records import Card, Emotion, Persona, Role, Stage

SHOPPING = """journey
    title Belanja bulanan
    section Berangkat
      Cari kunci:5: Ayah
      Masuk mobil:4: Ayah, Ibu, Anak
    section Di toko
      Memilih barang:3: Ibu
      Membayar: lama: Ayah, Ibu
    section Pulang
      Membongkar: 2
"""


def lane_cards(document: Document, role: Role) -> list[list[str]]:
    """The cards of the lane of this role, column by column."""
    (lane,) = (lane for lane in document.lanes if lane.role is role)
    return [[card.text for card in document.cards_in(lane.id, step.id)] for step in document.steps]


def curve(document: Document, persona: str | None = None) -> list[tuple[str, float]]:
    """Where the markers of a persona's curve stand, from left to right."""
    (lane,) = (lane for lane in document.lanes if lane.role is Role.EMOTION)
    owners = {each.id: each.name for each in document.personas}
    titles = {step.id: step.title for step in document.steps}
    markers = document.emotions_in(lane.id)
    return [(titles[m.step], m.value) for m in markers if owners.get(m.persona or "") == persona]


def test_sections_are_stages_and_tasks_are_steps_with_a_customer_action() -> None:
    document = read(SHOPPING).document
    assert [stage.title for stage in document.stages] == ["Berangkat", "Di toko", "Pulang"]
    titles = {stage.id: stage.title for stage in document.stages}
    assert [(titles[step.stage], step.title) for step in document.steps] == [
        ("Berangkat", "Cari kunci"),
        ("Berangkat", "Masuk mobil"),
        ("Di toko", "Memilih barang"),
        ("Di toko", "Membayar"),
        ("Pulang", "Membongkar"),
    ]
    assert lane_cards(document, Role.CUSTOMER_ACTIONS) == [[step.title] for step in document.steps]
    assert document.map.title == "Belanja bulanan"


def test_scores_draw_one_curve() -> None:
    expected = [("Cari kunci", 2.0), ("Masuk mobil", 1.0), ("Memilih barang", 0.0), ("Membongkar", -1.0)]
    assert curve(read(SHOPPING).document) == expected


def test_actors_are_personas_by_appearance_and_a_lane_shows_them_step_by_step() -> None:
    document = read(SHOPPING).document
    assert [persona.name for persona in document.personas] == ["Ayah", "Ibu", "Anak"]
    assert lane_cards(document, Role.OTHER) == [["Ayah"], ["Ayah, Ibu, Anak"], ["Ibu"], ["Ayah, Ibu"], []]


def test_a_single_actor_is_the_persona_and_needs_no_lane() -> None:
    document = read("journey\nsection S\nA: 3: Saya\nB: 4: Saya\nC: 1\n").document
    assert [persona.name for persona in document.personas] == ["Saya"]
    assert Role.OTHER not in [lane.role for lane in document.lanes]


def test_asked_for_personas_each_has_a_curve_of_its_own() -> None:
    imported = read(SHOPPING, actors="personas")
    document = imported.document
    assert Role.OTHER not in [lane.role for lane in document.lanes]
    assert curve(document, "Ayah") == [("Cari kunci", 2.0), ("Masuk mobil", 1.0)]
    assert curve(document, "Ibu") == [("Masuk mobil", 1.0), ("Memilih barang", 0.0)]
    assert curve(document, "Anak") == [("Masuk mobil", 1.0)]
    assert curve(document) == [("Membongkar", -1.0)]
    (paying,) = (card for card in document.table(Card).values() if card.text == "Membayar")
    assert paying.note == "lama\nAyah, Ibu"
    assert "actors_kept" in [note.code for note in imported.notes]


@pytest.mark.parametrize(
    ("language", "titles"),
    [
        ("id", ["Tindakan pelanggan", "Pelaku", "Emosi"]),
        ("en", ["Customer actions", "Actors", "Emotions"]),
        ("en-GB", ["Customer actions", "Actors", "Emotions"]),
        ("ja", ["Customer actions", "Actors", "Emotions"]),
    ],
)
def test_lanes_are_named_in_the_language_of_the_map(language: str, titles: list[str]) -> None:
    document = read(SHOPPING, language=language).document
    assert [lane.title for lane in document.lanes] == titles
    assert document.map.language == language


def test_stages_of_one_name_stay_two() -> None:
    assert len(read("journey\nsection S\nA: 3\nsection S\nB: 3\n").document.stages) == 2


@pytest.mark.parametrize("actors", ["lane", "personas"])
def test_five_thousand_tasks_keep_their_order_and_every_rule(actors: Actors) -> None:
    rows = [f"section Tahap {at // 10}\n" * (at % 10 == 0) + f"Tugas {at}: {at % 7}: Saya, Kamu" for at in range(5000)]
    document = read("\n".join(["journey", "title T", *rows]), actors=actors).document
    assert [step.title for step in document.steps] == [f"Tugas {at}" for at in range(5000)]
    assert len(document.table(Stage)) == 500
    assert len(document.table(Persona)) == 2
    assert len(document.table(Emotion)) == (5000 if actors == "lane" else 10000)
    assert list(rules.faults(document.records, document.records.values())) == []
