"""Maps as tables and back: nothing is lost that a table can hold."""

import csv
import io
import re
import zipfile
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from export.options import CsvOptions, Options
from export.registry import EXPORTERS, Job
from model import rules
from model.document import Document
from model.importers import ImportRefused, read_file
from model.importers.tables.cells import as_typed, defused
from model.importers.tables.columns import COLUMNS
from model.layout.grid import columns_of
from model.records import Card, Emotion, Lane, Map, Persona, Role, Stage, Step
from model.storage import cjm
from tests.checking.printed import sample_path
from tests.making.export_pages import INFO
from tests.making.maps import maps
from tests.making.small_map import small_map

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


def written(document: Document, ending: str, options: Options | None = None) -> bytes:
    exporter = EXPORTERS[ending]
    (data,) = exporter.write(Job(document, INFO, options=options or exporter.options())).values()
    return data


def back(data: bytes, ending: str) -> Document:
    document = read_file(f"peta{ending}", data).document
    assert list(rules.faults(document.records, document.records.values())) == []
    return document


def clinic() -> Document:
    return cjm.decode(sample_path("clinic").read_bytes())


def told(text: str) -> str:
    """A text as a workbook can hold it."""
    return _CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def cells(document: Document, text: Callable[[str], str] = lambda text: text) -> list[object]:
    """Everything of the grid that a list holds, by place and not by id: steps, lanes, cards, markers, the parked."""
    steps = [
        (column.stage and text(column.stage.title), column.step and (text(column.step.title), column.step.minutes))
        for column in columns_of(document)
    ]
    lanes = [(text(lane.title), lane.role) for lane in document.lanes]
    standing = [
        (at, row, _card(card, text))
        for at, column in enumerate(columns_of(document)) if column.step
        for row, lane in enumerate(document.lanes)
        for card in document.cards_in(lane.id, column.step.id)
    ]  # fmt: skip
    felt = [
        (at, row, each.value, text(each.quote), text(each.note))
        for at, column in enumerate(columns_of(document)) if column.step
        for row, lane in enumerate(document.lanes)
        for each in document.emotions_in(lane.id) if each.step == column.step.id
    ]  # fmt: skip
    return [steps, lanes, standing, felt, [_card(card, text)[0] for card in document.parked]]


def _card(card: Card, text: Callable[[str], str]) -> tuple[object, ...]:
    return (
        text(card.text), text(card.note), card.marks, text(card.channel), card.digital, card.self_service,
        text(card.owner), text(card.department), text(card.author), text(card.due), card.votes, card.impact,
        card.feasibility, card.minutes, text(card.url),
        tuple((each.kind, text(each.text), text(each.source)) for each in card.evidence),
    )  # fmt: skip


@settings(max_examples=40)
@given(maps(), st.sampled_from(["comma", "semicolon", "tab"]))
def test_a_list_comes_back_with_all_that_it_holds(document: Document, delimiter: str) -> None:
    again = back(written(document, ".csv", CsvOptions(delimiter=delimiter)), ".csv")  # type: ignore[arg-type]
    assert cells(again) == cells(document)


@settings(max_examples=25)
@given(maps(max_cards=15))
def test_a_workbook_comes_back_with_its_facts_and_people(document: Document) -> None:
    again = back(written(document, ".xlsx"), ".xlsx")
    assert cells(again, told) == cells(document, told)
    assert told(document.map.title) == again.map.title
    assert told(document.map.facts.facilitator) == again.map.facts.facilitator
    assert {told(each.name) for each in document.personas} <= {each.name for each in again.personas}


@settings(max_examples=40)
@given(maps(min_steps=1, min_lanes=1))
def test_a_matrix_comes_back_with_the_words_of_every_cell(document: Document) -> None:
    again = back(written(document, ".csv", CsvOptions(form="matrix")), ".csv")

    def words(each: Document) -> list[list[list[str]]]:
        return [
            [
                [line for card in each.cards_in(lane.id, column.step.id) if (line := " ".join(card.text.split()))]
                for column in columns_of(each) if column.step
            ]
            for lane in each.lanes if lane.role is not Role.EMOTION
        ]  # fmt: skip

    stepless = [column for column in columns_of(document) if column.step is None]
    if not stepless and all(_is_shown(lane) for lane in document.lanes):
        kept = len(again.columns)  # at the right, columns that say nothing at all are no part of a table
        assert words(again) == [row[:kept] for row in words(document)]
        assert not any(cell for row in words(document) for cell in row[kept:])


def _is_shown(lane: Lane) -> bool:
    """Whether the title says the role; others come back as other lanes."""
    from model.importers.tables.cells import folded, roles

    emotional = roles().get(folded(lane.title)) is Role.EMOTION
    return emotional == (lane.role is Role.EMOTION)


@pytest.mark.parametrize("text", ["=1+1", "+62 811", "-5", "@nama", "\t=1", "'=1", "''-", "\r\n", "biasa", "'biasa"])
def test_what_would_run_is_defused_and_taken_back_exactly(text: str) -> None:
    assert not re.match(r"[=+\-@\t\r]", defused(text))
    assert as_typed(defused(text)) == text


@given(st.text())
def test_any_text_is_taken_back(text: str) -> None:
    assert as_typed(defused(text)) == text


def test_no_cell_of_a_workbook_is_a_formula() -> None:
    hostile = small_map(
        Card(id="c9", order="a9", text='=HYPERLINK("http://x","y")'), Card(id="c8", order="a8", text="@SUM(1)")
    )
    book = load_workbook(io.BytesIO(written(hostile, ".xlsx")))
    places = [place for sheet in book.worksheets for row in sheet.iter_rows() for place in row]
    assert [place.value for place in places if place.data_type == "f"] == []
    assert any("HYPERLINK" in str(place.value) for place in places)


def test_the_same_map_is_the_same_bytes() -> None:
    assert written(clinic(), ".xlsx") == written(clinic(), ".xlsx")
    assert written(clinic(), ".csv") == written(clinic(), ".csv")


def test_a_csv_opens_in_a_spreadsheet_program_as_it_is() -> None:
    data = written(clinic(), ".csv")
    assert data.startswith(b"\xef\xbb\xbf") and b"\r\n" in data
    table = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    assert {len(row) for row in table} == {len(COLUMNS)}


def test_a_spreadsheet_sorted_otherwise_is_the_same_map() -> None:
    lines = written(clinic(), ".csv").decode("utf-8-sig").split("\r\n")
    kept = [line for line in lines[1:] if line and not line.startswith("dasar")]
    turned = "\r\n".join([lines[0], *reversed(kept)])
    again = back(turned.encode(), ".csv")
    assert [stage.title for stage in again.stages] == [stage.title for stage in clinic().stages]
    assert [lane.title for lane in again.lanes] == [lane.title for lane in clinic().lanes]
    assert len(again.table(Card)) == len(clinic().table(Card))


TOUCHPOINTS = """Stage;Step;Touchpoint;Channel;Customer action;Emotion;Pain point;Opportunity;Owner;Warna
Cari;Lihat iklan;Iklan;Instagram;Membuka iklan;4;Mahal; Diskon;Rina;merah
;Bertanya;Admin;WhatsApp;;kecewa sekali;;;;
Beli;Bayar;Kasir;Toko;Membayar;1;Antre; Kasir baru; ;
"""


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_strangers_list_of_touchpoints_becomes_steps_and_lanes(encoding: str) -> None:
    imported = read_file("riset.csv", TOUCHPOINTS.encode(encoding))
    document = imported.document
    assert [stage.title for stage in document.stages] == ["Cari", "Beli"]
    assert [step.title for step in document.steps] == ["Lihat iklan", "Bertanya", "Bayar"]
    texts = {card.text: card for card in document.table(Card).values()}
    assert {"Iklan", "Membuka iklan", "Mahal", "Diskon", "Admin", "Kasir", "Membayar", "Antre", "Kasir baru"} == {
        *texts
    }
    assert (texts["Iklan"].channel, texts["Iklan"].owner) == ("Instagram", "Rina")
    assert "merah" in texts["Iklan"].note
    felt = sorted((each.value, each.quote) for each in document.table(Emotion).values())
    assert felt == [(0.0, "kecewa sekali"), (1.0, ""), (1.0, "")]
    assert {note.code for note in imported.notes} == {"table_rows", "column_noted"}


MATRIX = """\ufeffJalur,Kesadaran,Pembelian
Tindakan pelanggan,Cari di web;Tanya teman,Bayar
Titik masalah,,"Antre
Mahal"
Emosi,1,-2 Kesal
"""


def test_a_strangers_matrix_becomes_lanes_by_their_names() -> None:
    document = read_file("m.csv", MATRIX.encode()).document
    assert [lane.role for lane in document.lanes] == [Role.CUSTOMER_ACTIONS, Role.PAIN_POINTS, Role.EMOTION]
    assert {card.text for card in document.table(Card).values()} == {
        "Cari di web",
        "Tanya teman",
        "Bayar",
        "Antre",
        "Mahal",
    }
    assert {(each.value, each.quote) for each in document.table(Emotion).values()} == {(1.0, ""), (-2.0, "Kesal")}


@pytest.mark.parametrize("ending", [".csv", ".xlsx", ".tsv"])
@settings(max_examples=30)
@given(data=st.binary(max_size=400))
def test_what_is_no_table_is_refused_or_read_and_never_raises(ending: str, data: bytes) -> None:
    for content in (data, b"PK\x03\x04" + data):
        try:
            document = read_file(f"x{ending}", content).document
        except ImportRefused:
            continue
        assert list(rules.faults(document.records, document.records.values())) == []


def test_a_damaged_workbook_is_refused_with_its_name() -> None:
    whole = written(clinic(), ".xlsx")
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(whole)) as old, zipfile.ZipFile(out, "w") as new:
        for part in old.infolist():
            new.writestr(part.filename, b"<a>" if "sheet1" in part.filename else old.read(part))
    with pytest.raises(ImportRefused, match="workbook_broken"):
        read_file("peta.xlsx", out.getvalue())


def test_a_workbook_that_swells_is_refused_before_it_is_unpacked() -> None:
    out = io.BytesIO(written(clinic(), ".xlsx"))
    with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as archive:
        for number in range(5):
            archive.writestr(f"xl/{number}.xml", bytes(30 * 1024 * 1024))
    with pytest.raises(ImportRefused, match="workbook_large"):
        read_file("peta.xlsx", out.getvalue())


def test_merged_cells_and_numbers_of_a_strangers_workbook_are_read() -> None:
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (
        ["Tahap", "Langkah", "Tindakan pelanggan", "Emosi"],
        ["Cari", "a", "Klik", 2],
        [None, "b", "Tanya", -1],
        ["Beli", "c", "Bayar", 0],
    ):
        sheet.append(row)
    sheet.merge_cells("A2:A3")
    out = io.BytesIO()
    book.save(out)
    document = read_file("buku.xlsx", out.getvalue()).document
    assert [stage.title for stage in document.stages] == ["Cari", "Beli"]
    assert sorted(each.value for each in document.table(Emotion).values()) == [-1.0, 0.0, 2.0]
    assert len(document.table(Step)) == 3 and len(document.table(Stage)) == 2


def test_personas_of_a_list_are_made_once() -> None:
    feelings = Lane(id="le", order="a0", role=Role.EMOTION, title="Emosi")
    people = (Persona(id="p1", order="a0", name="Sari"),)
    own = [Emotion(id=f"e{at}", order=f"a{at}", lane="le", step=f"t{at}", value=1.0, persona="p1") for at in (1, 2)]
    again = back(written(small_map(feelings, *people, *own), ".csv"), ".csv")
    (persona,) = again.personas
    assert {each.persona for each in again.table(Emotion).values()} == {persona.id}


def lost(document: Document, ending: str, options: Options | None = None) -> dict[str, int]:
    exporter = EXPORTERS[ending]
    found = exporter.losses(Job(document, INFO, options=options or exporter.options()))
    return {each.code: each.count for each in found}


def test_what_a_table_has_no_place_for_is_counted() -> None:
    clinic = cjm.decode(sample_path("clinic").read_bytes())
    whole = {"links": 30, "kpis": 7, "pictures": 1}
    assert lost(clinic, ".xlsx").items() >= whole.items()
    assert lost(clinic, ".csv").items() >= {**whole, "personas": 1}.items()
    assert lost(clinic, ".csv", CsvOptions(form="matrix"))["details"] > lost(clinic, ".csv")["details"]


def test_of_a_map_that_a_table_holds_nothing_is_lost() -> None:
    plain = (Stage(id="s9", order="a9", title="Pulang"), Step(id="t9", order="a0", stage="s9", minutes=5))
    document = Document([Map(id="m", title="Berobat", scenario="Demam"), *plain])
    assert (lost(document, ".xlsx"), lost(document, ".csv")) == ({}, {"details": 1})
