"""What differs, in words: each difference has a sentence in which one sees what is another."""

from random import Random
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.compare.comparing import compare
from model.compare.difference import Section
from model.compare.sentences import Sentences, differences
from model.document import Document
from model.records import Card, Emotion, Evidence, EvidenceKind, Facts, Kpi, Lane, Link, Map, Mark, Persona, State
from resources.words import LANGUAGES, words
from tests.making.any_edit import any_edit
from tests.making.maps import maps
from tests.making.small_map import small_map


def with_(key: str, **members: Any) -> Document:
    return small_map(msgspec.structs.replace(small_map().records[key], **members))


def without(*keys: str) -> Document:
    return Document(record for key, record in small_map().records.items() if key not in keys)


LONG = "Pelanggan menunggu di depan loket yang masih tutup sambil memegang nomor antrean"


@pytest.mark.parametrize("language", LANGUAGES)
@given(document=maps(min_steps=1), seed=st.integers(0, 2**32), times=st.integers(1, 12))
def test_whatever_differs_has_a_sentence_in_one_line(language: str, document: Document, seed: int, times: int) -> None:
    chance, other = Random(seed), Document(document.records.values(), document.unknown)
    for _ in range(times):
        other.apply(any_edit(chance, other))
    for one, another in ((document, other), (other, document)):
        lines = differences(one, another, language)
        assert len(lines) == len(compare(one, another))
        assert all(line.strip() and "\n" not in line for line in lines)


@pytest.mark.parametrize(
    ("after", "en", "id_"),
    [
        (
            with_("c1", text="uno"),
            "Reworded: card “satu” is now “uno” (",
            "Ditulis ulang: kartu “satu” menjadi “uno” (",
        ),
        (with_("c1", text=""), "card “satu” is now empty", "kartu “satu” menjadi kosong"),
        (
            with_("c1", step="t3"),
            "Moved: card “satu”, from lane 1, step 1 to lane 1, step 3",
            "dari jalur 1, langkah 1",
        ),
        (with_("c1", lane=None, step=None), "to parking lot", "ke tempat parkir"),
        (with_("c1", order="a9"), "Moved: card “satu”, to another place among its neighbours", "ke urutan lain"),
        (with_("c1", note="x"), "Changed: card “satu”, note: empty is now “x”", "kartu “satu”, catatan: kosong"),
        (
            with_("c1", impact=7.5),
            "card “satu”, impact: empty is now 7.5",
            "kartu “satu”, dampak: kosong menjadi 7,5",
        ),
        (
            with_("c1", marks=(Mark.FAIL_POINT, Mark.DECISION)),
            "now fail point, decision",
            "titik rawan gagal, keputusan",
        ),
        (
            with_("c1", due="2026-11-12"),
            "due date: empty is now 12 Nov 2026",
            "tenggat: kosong",
        ),
        (with_("c1", digital=True), "empty is now yes", "kosong menjadi ya"),
        (with_("c1", evidence=(Evidence(kind=EvidenceKind.FIGURE, text="7 dari 9"),)), "now “7 dari 9”", "“7 dari 9”"),
        (with_("c2", picture=None), "card “dua”, picture: a picture is now empty", "gambar: ada gambar"),
        (with_("e1", value=-1.5), "emotion −1.5 (lane 2, step 1), feeling: 1 is now -1.5", "perasaan: 1 menjadi -1,5"),
        (with_("e1", persona=None), "persona “Sari” is now empty", "persona “Sari” menjadi kosong"),
        (with_("l1", role="thoughts"), "lane 1, role: Customer actions is now Thoughts", "Tindakan pelanggan"),
        (with_("m", state=State.FUTURE), "the map, state: empty is now future state", "peta, kondisi"),
        (with_("m", facts=Facts(date="2026-01-02")), "the map, date: empty is now 2 Jan 2026", "peta, tanggal"),
        (
            with_("m", title="Teh"),
            "Changed: the map, title: “Kopi” is now “Teh”",
            "Diubah: peta, judul: “Kopi” menjadi “Teh”",
        ),
        (with_("k1", target="c4"), "link from “satu” to “tiga” is now link from “satu” to “empat”", "Arahnya berubah"),
        (
            with_("q1", cards=("c1",)),
            "KPI without a title, number of cards it tells about: 2 is now 1",
            "2 menjadi 1",
        ),
        (with_("q1", stage=None), "from stage “Sadar” to no stage", "ke tanpa tahap"),
        (with_("c1", extra={"x": 1}), "card “satu”, in something that this version does not know", "tidak dikenal"),
        (without("c5"), "Removed: card “lima” (parking lot)", "Dihapus: kartu “lima” (tempat parkir)"),
        (small_map(Persona(id="p2", order="a1")), "Added: persona without a name", "Ditambahkan: persona tanpa nama"),
        (small_map(Card(id="c9", order="a3")), "Added: a card without text (parking lot)", "kartu tanpa teks"),
    ],
)
def test_a_sentence_says_what_became_of_what(after: Document, en: str, id_: str) -> None:
    (said,) = differences(small_map(), after, "en")
    assert en in said
    (said,) = differences(small_map(), after, "id")
    assert id_ in said


def test_what_differs_far_behind_the_beginning_is_in_sight() -> None:
    before, after = with_("c1", text=f"{LONG} besar"), with_("c1", text=f"{LONG} kecil")
    (said,) = differences(before, after, "en")
    assert "besar”" in said
    assert "kecil”" in said
    assert "“…" in said


def test_what_differs_only_in_what_cannot_be_shown_says_so() -> None:
    (said,) = differences(with_("c1", owner="A B"), with_("c1", owner="A\nB"), "en")
    assert said == "Changed: card “satu”, owner: still “A B” as far as it shows here"


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_a_map_before_it_all_that_a_map_holds_is_named(language: str) -> None:
    lines = differences(None, small_map(), language)
    for word in ("satu", "dua", "tiga", "empat", "lima", "Sari", "Sadar", "Beli", "Kopi"):
        assert any(word in line for line in lines), word


def test_without_a_map_before_it_what_people_wrote_goes_ahead_of_what_a_template_brings() -> None:
    lines = differences(None, with_("m", language="en"), "en")
    written = [line.startswith(("Added: card", "Added: emotion")) for line in lines]
    assert any(written)
    assert written == sorted(written, reverse=True)
    assert not any("language" in line for line in lines)


def test_what_stands_beside_the_records_has_a_sentence() -> None:
    other = Document(small_map().records.values(), {"later": 1})
    assert differences(small_map(), other, "en") == ["Changed: something of the file that this version does not know"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_part_of_a_map_has_a_heading(language: str) -> None:
    bare = Document([Map(id="m")])
    say = Sentences(bare, small_map(), language)
    headings = {each.place.section: say.heading(each) for each in compare(bare, small_map())}
    assert set(headings) == set(Section) - {Section.KPIS}
    assert len(set(headings.values())) == len(headings)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_member_that_can_differ_has_a_name(language: str) -> None:
    named = words("differences", language).keys()
    for kind in (Map, Lane, Card, Emotion, Link, Persona, Kpi):
        for field in msgspec.structs.fields(kind):
            if field.name not in ("id", "order", "extra", "facts", "lane", "step", "stage", "source", "target"):
                main = {"title", "text", "label", "name"}
                assert field.name in main or f"member.{field.name}" in named, (kind, field.name)
    assert {f"member.facts.{each}" for each in Facts.__struct_fields__ if each != "extra"} <= named
