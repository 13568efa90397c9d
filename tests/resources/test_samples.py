"""The sample maps: whole, rich, and found fault with only where their authors meant it."""

from collections import Counter
from pathlib import Path

import pytest

import resources
from model.document import Document
from model.findings.search import find
from model.layout.engine import lay_out
from model.layout.shapes import missing
from model.layout.sheets import sheet
from model.records import Asset, Card, Emotion, EvidenceKind, Kpi, Link, Mark, Persona, Role, Stage, Step
from tests.resources.maps_inside import SAMPLES, of_kind, opened

MEANT = {
    "clinic": [
        ("link_jumps_lines", "Mesin antrean (vendor)"),
        ("pain_point_without_opportunity", "Data kepesertaan tak terbaca, diulang 2–3×"),
        ("opportunity_without_owner", "Antrean obat paralel"),
        ("wait_point_of_customer", "Menunggu dipanggil sambil menggendong anak"),
        ("assumption_at_moment_of_truth", "Mendengar diagnosis, bertanya dosis"),
    ],
    "online-shop": [
        ("opportunity_without_owner", "Stok toko dan situs jadi satu"),
        ("wait_point_of_customer", "Bertanya panduan ukuran kepada admin"),
        ("channel_spelled_two_ways", "Admin membalas dengan tabel ukuran"),
    ],
    "train-journey": [
        ("opportunity_without_kpi", "Filter: trains with a level step"),
        ("link_jumps_lines", "Checkout with seat map"),
        ("lane_silent", "Front stage: people"),
        ("wait_point_of_customer", "Wait, guess where coach four will stop"),
        ("assumption_at_moment_of_truth", "Learn of the delay, worry about the connection"),
    ],
}


@pytest.fixture(scope="module")
def clinic() -> Document:
    return opened(resources.path("samples", "clinic.cjm"))


def called(document: Document, key: str) -> str:
    """What a record is called; a link by the card it comes from."""
    record = document.records[key]
    if isinstance(record, Link):
        return called(document, record.source)
    return record.text if isinstance(record, Card) else getattr(record, "title", "")


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_a_sample_has_the_findings_its_author_meant_and_no_other(path: Path) -> None:
    document = opened(path)
    found = [(str(finding.code), called(document, finding.records[0])) for finding in find(document)]
    assert found == MEANT[path.stem]


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_what_a_sample_sets_aside_is_there_to_be_found_and_has_a_reason(path: Path) -> None:
    document = opened(path)
    aside = {(finding.code, finding.records) for finding in find(document, ignored=True) if finding.ignored}
    assert aside == {(each.code, each.records) for each in document.map.ignored}
    assert all(each.reason for each in document.map.ignored)


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_a_sample_shows_what_a_map_can_hold(path: Path) -> None:
    document = opened(path)
    cards = document.table(Card).values()
    assert 3 <= of_kind(document, Stage) <= 7
    assert 10 <= of_kind(document, Step) <= 12
    assert {evidence.kind for card in cards for evidence in card.evidence} == set(EvidenceKind)
    assert {marker.step for marker in document.table(Emotion).values()} == {step.id for step in document.steps}
    assert {kpi.stage for kpi in document.kpis} <= {stage.id for stage in document.stages}
    assert all(kpi.cards and kpi.baseline is not None and kpi.target is not None for kpi in document.kpis)
    assert {card.digital for card in cards if card.channel} == {True, False}


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_no_two_ideas_of_a_sample_lie_on_one_spot_of_the_matrix(path: Path) -> None:
    spots = Counter((card.impact, card.feasibility) for card in opened(path).table(Card).values() if card.impact)
    assert spots
    assert set(spots.values()) == {1}


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_every_persona_of_a_sample_has_a_small_square_picture(path: Path) -> None:
    document = opened(path)
    pictures = [document.get(Asset, persona.picture) for persona in document.table(Persona).values()]
    assert len(pictures) >= 1
    for picture in pictures:
        assert picture is not None
        width, height = (int.from_bytes(picture.data[at : at + 4]) for at in (16, 20))
        assert picture.type == "image/png"
        assert (width, height) == (256, 256)
        assert len(picture.data) < 20_000


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_every_character_of_a_sample_s_pages_can_be_printed(path: Path) -> None:
    assert missing(lay_out(opened(path), sheet=sheet("A3")).pages) == {}


def test_the_clinic_is_drawn_on_one_a3_sheet(clinic: Document) -> None:
    layout = lay_out(clinic, sheet=sheet("A3"))
    assert len(layout.pages) == 1
    assert layout.size >= 9


def test_the_clinic_links_its_lanes_with_one_head_or_two(clinic: Document) -> None:
    role = {lane.id: lane.role for lane in clinic.lanes}
    cards = clinic.table(Card)

    def heads(one: Role, other: Role) -> Counter[bool]:
        ends = {one, other}
        links = clinic.table(Link).values()
        return Counter(k.both for k in links if {role[cards[at].lane or ""] for at in (k.source, k.target)} == ends)

    assert heads(Role.CUSTOMER_ACTIONS, Role.CUSTOMER_ACTIONS) == {False: 9}
    assert heads(Role.CUSTOMER_ACTIONS, Role.FRONT_STAGE) == {True: 5, False: 3}
    assert heads(Role.FRONT_STAGE, Role.BACK_STAGE) == {True: 2, False: 3}
    assert heads(Role.BACK_STAGE, Role.SUPPORT) == {True: 5, False: 2}
    assert heads(Role.FRONT_STAGE, Role.SUPPORT) == {False: 1}


def test_the_times_of_the_clinic_s_steps_are_those_under_its_stages(clinic: Document) -> None:
    minutes = [sum(step.minutes or 0 for step in clinic.steps if step.stage == stage.id) for stage in clinic.stages]
    assert minutes == [15, 45, 110, 12, 35]
    assert clinic.map.total_minutes == sum(minutes)


def test_the_clinic_wants_the_waiting_time_down_from_110_to_60_minutes(clinic: Document) -> None:
    waiting = next(kpi for kpi in clinic.table(Kpi).values() if kpi.title.startswith("Waktu tunggu sampai"))
    assert (waiting.baseline, waiting.target, waiting.unit) == (110, 60, "menit")
    assert waiting.stage == clinic.stages[2].id


def test_the_samples_together_use_every_mark_a_loop_a_span_a_parked_card_and_every_role_but_two() -> None:
    documents = [opened(path) for path in SAMPLES]
    cards = [card for document in documents for card in document.table(Card).values()]
    roles = {lane.role for document in documents for lane in document.lanes}
    assert {mark for card in cards for mark in card.marks} == set(Mark)
    assert any(link.loop for document in documents for link in document.table(Link).values())
    assert any(card.span > 1 for card in cards)
    assert any(card.step is None for card in cards)
    assert set(Role) - roles == {Role.POLICIES, Role.OTHER}
