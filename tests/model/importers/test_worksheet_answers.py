"""Worksheets come back: whatever was filled in with whichever program stands in its place, with who said it."""

import io
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, DecodedStreamObject, DictionaryObject, NameObject, TextStringObject

from model.document import Document
from model.importers import ImportRefused, read_file, worksheet
from model.importers.imported import Imported
from model.importers.worksheet_names import FEELINGS, About, name
from model.operations.lanes import delete_lane
from model.records import Card, Emotion, Lane, Map, Persona, Role, Stage
from model.storage.cjm import encode
from tests.making.maps import maps
from tests.making.small_map import small_map
from tests.making.worksheets import Answers, by_pdfium, by_pypdf, places, worksheet_of

SCRIPTS = {
    "id": "Menunggu dipanggil sambil menggendong anak",
    "ja": "受付で番号札を取ります",
    "ar": "ينتظر المريض دوره طويلاً",
    "th": "รอเรียกคิวนานมาก",
    "hi": "डॉक्टर से मिलने का इंतज़ार",
    "he": "ממתינים לרופא",
    "emoji": "senang 🙂 lalu 👩‍🍳🇮🇩",
}


def answer(lane: str, column: str) -> str:
    return name("m", About.ANSWER, lane, column)


def cards(document: Document) -> list[tuple[str | None, str | None, str, str]]:
    """Lane, step, words and author of each card, in the order of the file."""
    found = sorted(document.table(Card).values(), key=lambda card: (card.lane or "", card.step or "", card.order))
    return [(card.lane, card.step, card.text, card.author) for card in found]


def feelings(document: Document) -> list[tuple[str, float, str]]:
    return sorted((emotion.step, emotion.value, emotion.note) for emotion in document.table(Emotion).values())


def told(imported: Imported) -> list[str]:
    return [note.code for note in imported.notes]


@pytest.mark.parametrize("fill", [by_pypdf, by_pdfium])
@pytest.mark.parametrize("script", SCRIPTS)
def test_an_answer_in_any_script_comes_back_in_its_place(fill: object, script: str) -> None:
    said = {answer("l1", "s1"): SCRIPTS[script], answer("l3", "s2"): f"{SCRIPTS[script]}\nbaris kedua"}
    data = filled(fill, said | {name("m", About.AUTHOR): SCRIPTS[script]})
    author = SCRIPTS[script]
    assert cards(worksheet.read([("meja 3.pdf", data)]).document) == [
        ("l1", "t1", author, author),
        ("l3", "t3", author, author),
        ("l3", "t3", "baris kedua", author),
    ]


def filled(fill: object, answers: Answers, **options: Any) -> bytes:
    assert callable(fill)
    data = fill(worksheet_of(small_map(), **options), answers)
    assert isinstance(data, bytes)
    return data


@pytest.mark.parametrize("fill", [by_pypdf, by_pdfium])
def test_faces_that_are_ticked_become_feelings(fill: object) -> None:
    ticked = {answer("l2", "s1"): "1", answer("l2", "s2"): "4", name("m", About.AUTHOR): "Budi"}
    document = worksheet.read([("a.pdf", filled(fill, ticked))]).document
    assert feelings(document) == [("t1", -2.0, "Budi"), ("t3", 1.0, "Budi")]


@pytest.mark.parametrize("fill", [by_pypdf, by_pdfium])
def test_titles_and_a_persona_that_were_left_blank_are_filled_in(fill: object) -> None:
    said = {
        name("m", About.TITLE, "s1"): "Mencari",
        name("m", About.TITLE, "t2"): "Bertanya",
        name("m", About.PERSONA): "Ibu Ani",
        answer("l2", "t2"): "5",
    }
    options = {"persona": False, "titles": False, "by_step": True}
    document = worksheet.read([("a.pdf", filled(fill, said, **options))]).document
    assert [stage.title for stage in document.stages] == ["Mencari", ""]
    assert [step.title for step in document.steps] == ["", "Bertanya", "", ""]
    assert [persona.name for persona in document.personas] == ["Ibu Ani"]
    (emotion,) = document.table(Emotion).values()
    assert (emotion.step, emotion.value, emotion.persona) == ("t2", 2.0, document.personas[0].id)


@settings(max_examples=10, deadline=None)
@given(maps(max_steps=8, max_lanes=8), st.integers(0, 2**32 - 1), st.booleans(), st.booleans())
def test_every_field_of_any_map_comes_back_in_its_place(
    document: Document, seed: int, by_step: bool, kept: bool
) -> None:
    data = worksheet_of(document, by_step=by_step, titles=kept, persona=kept)
    (empty,) = worksheet.sheets([("meja.pdf", data)])
    fields = {name: place.ids for name, place in places(data).items() if place.about is About.ANSWER}
    chance, lanes = Random(seed), empty.blank.table(Lane)
    said = {
        each: chance.choice([*FEELINGS]) if lanes[fields[each][0]].role is Role.EMOTION else f"jawaban {at}"
        for at, each in enumerate(chance.sample([*fields], min(len(fields), 12)))
    }
    imported = worksheet.read([("meja.pdf", by_pypdf(data, said))])
    assert empty.answers == ()
    assert not imported.parts_left_out
    assert imported.document.map.id == document.map.id
    back = imported.document.table(Card).values()
    wanted = [(fields[each], text) for each, text in said.items()]
    stages = {step.id: step.stage for step in imported.document.steps}
    assert {(card.lane, card.text) for card in back} == {
        (ids[0], text) for ids, text in wanted if text.startswith("jawaban")
    }
    for (lane, column), text in wanted:
        here = [card.step for card in back if (card.text, card.lane) == (text, lane)]
        assert all(step is not None and column in (step, stages[step]) for step in here)
    assert len(imported.document.table(Emotion)) == sum(not text.startswith("jawaban") for text in said.values())


def test_a_map_of_any_size_goes_through_a_viewer_with_its_worksheet() -> None:
    document = small_map(Map(id="m", title="Kopi", scenario="葉" * 20_000))
    data = by_pdfium(worksheet_of(document), {answer("l1", "s1"): "bertanya"})
    document = worksheet.read([("a.pdf", data)]).document
    assert document.map.scenario == "葉" * 20_000
    assert cards(document)[0][2] == "bertanya"


def test_several_sheets_become_one_map_and_keep_their_authors() -> None:
    data = worksheet_of(small_map())
    one = by_pypdf(data, {answer("l1", "s1"): "bertanya", answer("l2", "s1"): "2", name("m", About.AUTHOR): "Ani"})
    two = by_pypdf(data, {answer("l1", "s1"): "menelepon", answer("l2", "s1"): "5", name("m", About.AUTHOR): " Budi "})
    imported = worksheet.read([("1.pdf", one), ("2.pdf", two)])
    assert cards(imported.document) == [("l1", "t1", "bertanya", "Ani"), ("l1", "t1", "menelepon", "Budi")]
    assert feelings(imported.document) == [("t1", -1.0, "Ani"), ("t1", 2.0, "Budi")]
    assert told(imported) == []


def test_who_gave_no_name_is_called_as_the_file_is() -> None:
    data = by_pypdf(worksheet_of(small_map()), {answer("l1", "s1"): "bertanya"})
    imported = worksheet.read([("folder/meja tiga.pdf", data)])
    assert cards(imported.document) == [("l1", "t1", "bertanya", "meja tiga")]
    assert told(imported) == ["author_from_name"]


def test_sheets_that_show_different_lanes_of_a_map_make_the_whole_of_it() -> None:
    by_stage = worksheet_of(small_map(), titles=False)
    by_step = by_pypdf(worksheet_of(small_map(), by_step=True), {answer("l1", "t2"): "di langkah kedua"})
    imported = worksheet.read([("1.pdf", by_stage), ("2.pdf", by_step)])
    assert [stage.title for stage in imported.document.stages] == ["Sadar", "Beli"]
    assert cards(imported.document) == [("l1", "t2", "di langkah kedua", "2")]
    assert told(imported) == ["sheet_empty", "author_from_name"]


def test_a_sheet_of_another_map_is_refused_with_both_names() -> None:
    other = worksheet_of(Document([Map(id="m2")]))
    with pytest.raises(ImportRefused) as refused:
        worksheet.read([("a.pdf", worksheet_of(small_map())), ("b.pdf", other)])
    assert (refused.value.code, refused.value.details) == ("other_worksheet", {"name": "b.pdf", "first": "a.pdf"})


def test_answers_join_the_map_they_are_of_and_are_not_put_there_twice() -> None:
    document = small_map()
    said = {answer("l1", "s1"): "satu\nbaru", answer("l2", "s1"): "5", name("m", About.AUTHOR): "Ani"}
    sheets = worksheet.sheets([("a.pdf", by_pypdf(worksheet_of(document), said))])
    filled = worksheet.fill(document, sheets)
    assert not filled.change.removed
    assert not filled.change.updated
    document.apply(filled.change)
    assert [card.text for card in document.cards_in("l1", "t1")] == ["satu", "dua", "satu", "baru"]
    again = worksheet.fill(document, sheets)
    assert not again.change
    assert [(note.code, note.details) for note in again.notes] == [("answers_known", {"count": 3})]


def test_feelings_of_the_persona_on_the_sheet_join_her_curve() -> None:
    document = small_map()
    sheets = worksheet.sheets([("a.pdf", by_pypdf(worksheet_of(document), {answer("l2", "s2"): "5"}))])
    document.apply(worksheet.fill(document, sheets).change)
    assert {emotion.persona for emotion in document.table(Emotion).values()} == {"p1"}


def test_an_answer_whose_lane_is_gone_lies_in_the_parking_lot() -> None:
    document = small_map()
    said = {answer("l3", "s1"): "arsip", answer("l2", "s1"): "1", name("m", About.TITLE, "s1"): "Lain"}
    data = by_pypdf(worksheet_of(document, titles=False), said)
    for gone in ("l2", "l3"):
        document.apply(delete_lane(document, gone))
    filled = worksheet.fill(document, worksheet.sheets([("meja.pdf", data)]))
    document.apply(filled.change)
    assert {card.text for card in document.parked} >= {"arsip", ": perasaan -2", "Lain"}
    assert sorted(note.code for note in filled.notes) == [
        "answer_parked", "answer_parked", "author_from_name", "title_parked",
    ]  # fmt: skip


def test_stages_that_were_made_for_the_sheet_come_onto_a_map_without_any() -> None:
    document = Document([Map(id="m")])
    data = worksheet_of(document)
    first = next(name for name, place in places(data).items() if place.about is About.TITLE)
    texts = [name for name, place in places(data).items() if place.about is About.ANSWER]
    filled = worksheet.fill(document, worksheet.sheets([("a.pdf", by_pypdf(data, {first: "Awal", texts[0]: "mulai"}))]))
    document.apply(filled.change)
    assert [stage.title for stage in document.stages] == ["Awal"]
    assert [(card.text, card.step) for card in document.table(Card).values()] == [("mulai", document.steps[0].id)]
    assert len(document.lanes) == 1


def test_a_worksheet_is_known_by_what_is_in_it_whatever_it_is_called() -> None:
    data = by_pypdf(worksheet_of(small_map()), {answer("l1", "s1"): "bertanya"})
    assert cards(read_file("kiriman.bin", data).document)[0][2] == "bertanya"


def test_control_characters_are_replaced_and_counted() -> None:
    data = by_pypdf(worksheet_of(small_map()), {answer("l1", "s1"): "a\x07b", name("m", About.AUTHOR): "Ani"})
    imported = worksheet.read([("a.pdf", data)])
    assert cards(imported.document)[0][2] == "a\ufffdb"
    assert told(imported) == ["characters_replaced"]


def test_an_old_persona_and_title_are_no_new_ones() -> None:
    said = {name("m", About.PERSONA): "sari", name("m", About.TITLE, "s1"): "Sadar"}
    sheets = worksheet.sheets([("a.pdf", by_pypdf(worksheet_of(small_map(), titles=False, persona=False), said))])
    filled = worksheet.fill(small_map(), sheets)
    assert not filled.change
    assert not {record for record in filled.change.added.values() if isinstance(record, Persona | Stage)}


# What is no worksheet, or was made to harm


def with_form(form: DictionaryObject) -> bytes:
    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    writer.root_object[NameObject("/AcroForm")] = form
    kept = io.BytesIO()
    writer.write(kept)
    return kept.getvalue()


def refusal(data: bytes) -> str:
    with pytest.raises(ImportRefused) as refused:
        read_file("x.pdf", data)
    return refused.value.code


def with_field(name: str, value: str) -> bytes:
    field = DictionaryObject({NameObject("/T"): TextStringObject(name), NameObject("/V"): TextStringObject(value)})
    return with_form(DictionaryObject({NameObject("/Fields"): ArrayObject([field])}))


def test_a_pdf_without_our_fields_is_no_worksheet() -> None:
    assert refusal(with_form(DictionaryObject())) == "not_worksheet"
    field = DictionaryObject(
        {NameObject("/T"): TextStringObject("j1|m|author"), NameObject("/V"): TextStringObject("x")}
    )
    assert refusal(with_form(DictionaryObject({NameObject("/Fields"): ArrayObject([field])}))) == "not_worksheet"


def test_a_worksheet_without_a_map_that_can_be_read_says_so() -> None:
    for value in ("", "{", "[]", encode(small_map()).decode()[:-40]):
        code = refusal(with_field("j1|m|map", value))
        assert code == ("worksheet_damaged" if value else "not_worksheet")


def test_fields_that_hold_themselves_come_to_an_end() -> None:
    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    field = DictionaryObject({NameObject("/T"): TextStringObject("a"), NameObject("/V"): TextStringObject("x")})
    reference = writer._add_object(field)
    field[NameObject("/Kids")] = ArrayObject([reference] * 200)
    form = DictionaryObject({NameObject("/Fields"): ArrayObject([reference] * 200)})
    writer.root_object[NameObject("/AcroForm")] = writer._add_object(form)
    kept = io.BytesIO()
    writer.write(kept)
    assert refusal(kept.getvalue()) == "not_worksheet"


def test_a_small_file_that_says_a_large_thing_many_times_is_refused() -> None:
    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    large = DecodedStreamObject()
    large.set_data(b"x" * 1_000_000)
    value = writer._add_object(large.flate_encode())
    fields = [
        DictionaryObject({NameObject("/T"): TextStringObject(f"j1|m|answer|l|{at}"), NameObject("/V"): value})
        for at in range(200)
    ]
    writer.root_object[NameObject("/AcroForm")] = DictionaryObject({NameObject("/Fields"): ArrayObject(fields)})
    kept = io.BytesIO()
    writer.write(kept)
    assert len(kept.getvalue()) < 100_000
    assert refusal(kept.getvalue()) == "damaged_pdf"


@pytest.mark.parametrize("data", [b"%PDF-", b"%PDF-1.7\nxref\n0 1\ntrailer\n<<>>", b"%PDF-1.7\n" + b"[" * 20_000])
def test_a_ruin_of_a_pdf_is_told_in_one_word(data: bytes) -> None:
    assert refusal(data) in ("damaged_pdf", "not_worksheet")


def test_a_file_locked_with_a_password_is_told_as_such() -> None:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(worksheet_of(small_map()))))
    writer.encrypt("rahasia", algorithm="RC4-128")
    kept = io.BytesIO()
    writer.write(kept)
    assert refusal(kept.getvalue()) == "damaged_pdf"


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 2**32 - 1))
def test_whatever_is_damaged_in_a_worksheet_it_is_read_or_refused(seed: int) -> None:
    data, chance = bytearray(WORKSHEET), Random(seed)
    for _ in range(chance.choice((1, 5, 200))):
        data[chance.randrange(len(data))] = chance.randrange(256)
    try:
        worksheet.read([("x.pdf", bytes(data[: chance.choice((len(data), chance.randrange(len(data))))]))])
    except ImportRefused as refused:
        assert refused.code in ("damaged_pdf", "not_worksheet", "worksheet_damaged")


WORKSHEET = by_pypdf(worksheet_of(small_map()), {answer("l1", "s1"): "bertanya"})
