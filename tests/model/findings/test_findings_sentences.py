import json
import string
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

import resources
from model.document import Document
from model.findings.finding import Code, Fix
from model.findings.names import shortened
from model.findings.search import find
from model.findings.sentences import fix_sentence, sentence
from model.records import Card, Emotion, Evidence, EvidenceKind, Lane, Link, Mark, Persona, Role, Stage, Step
from resources.words import LANGUAGES, words
from tests.making.maps import maps
from tests.making.small_blueprints import BANDS, card, feeling, frame, link

ROOM = "findings"
GUESS = Evidence(kind=EvidenceKind.ASSUMPTION)


def file(language: str) -> dict[str, str]:
    loaded: dict[str, str] = json.loads(resources.path("i18n", f"{ROOM}.{language}.json").read_bytes())
    return loaded


def blanks(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def only(document: Document, code: Code, language: str = "id") -> str:
    (found,) = [each for each in find(document) if each.code is code]
    return sentence(found, document, words(ROOM, language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_finding_and_every_quick_fix_has_a_sentence(language: str) -> None:
    wanted = {*map(str, Code), *(f"fix.{each}" for each in Fix)}
    assert wanted <= file(language).keys()
    others = {key.removesuffix(".one") for key in file(language)} - wanted
    assert all(key.startswith("name.") for key in others)


def test_both_languages_fill_the_same_blanks() -> None:
    ours, theirs = file("id"), file("en")
    assert set(ours) == {key for key in theirs if not key.endswith(".one")}
    assert all(blanks(ours[key]) == blanks(theirs[key]) for key in ours)


@given(maps(), st.sampled_from(LANGUAGES))
def test_on_any_map_every_finding_can_be_told_on_one_line(document: Document, language: str) -> None:
    for found in find(document):
        said = [sentence(found, document, words(ROOM, language)), fix_sentence(found, document, words(ROOM, language))]
        assert all(len(each.splitlines()) == 1 for each in said if each)
        assert bool(said[1]) == (found.fix is not None)


def faulty_maps() -> Iterator[Document]:
    """Maps with every finding among them."""
    actions, front, back, support = BANDS
    moment = card("a", actions, marks=(Mark.MOMENT_OF_TRUTH, Mark.WAIT_POINT), evidence=(GUESS,))
    named = [card(f"b{at}", back, owner=name, channel=name) for at, name in enumerate(("Sari", "sari"))]
    links = [link("a", "s"), link("s", "b0"), link("b0", "s"), link("b1", "a")]
    yield frame(moment, *named, card("s", support, "t2"), *links, roles=(*BANDS, Role.EVIDENCE), steps=2)
    yield frame(*(card(f"o{at}", Role.OPPORTUNITIES) for at in range(11)), roles=(Role.EMOTION, Role.OPPORTUNITIES))
    lanes = [Lane(id=f"l{at}", order=f"a{at}") for at in range(21)]
    nobody = frame(*lanes, steps=13, scenario="", state=None).records.values()
    yield Document(each for each in nobody if not isinstance(each, Persona))
    yield frame(*(feeling(f"t{at}", 0) for at in (1, 2, 3)), roles=(Role.EMOTION,))
    yield frame(
        feeling("t1", 0), feeling("t2", 1), card("n", Role.PAIN_POINTS, "t3"), roles=(Role.EMOTION, Role.PAIN_POINTS)
    )
    yield frame(feeling("t1", -1), card("z", support), roles=(Role.EMOTION, support))
    yield frame(Stage(id="s", order="a0"), Step(id="t", stage="s", order="a0", minutes=9), steps=0, total_minutes=4)
    talk = [card(f"a{at}", actions, f"t{at}") for at in range(1, 6)]
    ways = [*(link(each.id, "f") for each in talk), link("f", "s")]
    cards = [*talk, card("f", front, "t1"), card("s", support, "t3"), card("g", back)]
    yield frame(*cards, *ways, roles=BANDS, steps=5)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_finding_can_be_told(language: str) -> None:
    told = set[Code]()
    for document in faulty_maps():
        for found in find(document):
            told.add(found.code)
            assert "{" not in sentence(found, document, words(ROOM, language))
    assert told == set(Code)


def test_a_card_is_told_by_the_beginning_of_its_words() -> None:
    text = "Pasien datang pagi-pagi dan menunggu\nsampai loket pendaftaran dibuka"
    document = frame(Card(id="f", order="a0", lane="front_stage", step="t1", text=text), roles=BANDS)
    said = only(document, Code.STAGE_CARD_WITHOUT_LINK)
    assert said == "“Pasien datang pagi-pagi dan menunggu…” belum terhubung dengan kartu lain."


def test_a_card_without_words_is_told_as_such() -> None:
    document = frame(Card(id="f", order="a0", lane="front_stage", step="t1"), roles=BANDS)
    assert only(document, Code.STAGE_CARD_WITHOUT_LINK) == "Kartu tanpa teks belum terhubung dengan kartu lain."
    assert only(document, Code.STAGE_CARD_WITHOUT_LINK, "en").startswith("A card without text is not linked")


def test_braces_on_a_card_are_only_braces() -> None:
    document = frame(Card(id="f", order="a0", lane="front_stage", step="t1", text="{card} {0}"), roles=BANDS)
    assert "“{card} {0}”" in only(document, Code.STAGE_CARD_WITHOUT_LINK)


def test_a_step_is_told_by_its_title_its_stage_or_its_number() -> None:
    marker = Emotion(id="e", order="a0", lane="emotion", step="t", value=-2)

    def said(stage: str, *steps: Step) -> str:
        document = frame(Stage(id="s", order="b0", title=stage), *steps, marker, roles=(Role.EMOTION,), steps=0)
        return only(document, Code.LOW_EMOTION_WITHOUT_PAIN_POINT)

    second = Step(id="u", order="a1", stage="s")
    assert "di langkah “Antre”," in said("Daftar", Step(id="t", order="a0", stage="s", title="Antre"))
    assert "di tahap “Daftar”," in said("Daftar", Step(id="t", order="a0", stage="s"))
    assert "di langkah 1," in said("Daftar", Step(id="t", order="a0", stage="s"), second)
    assert "di langkah 1," in said("", Step(id="t", order="a0", stage="s"))


def test_a_link_is_told_by_both_its_ends() -> None:
    document = frame(card("a", BANDS[0]), card("s", BANDS[3]), Link(id="k", source="a", target="s"), roles=BANDS)
    said = only(document, Code.LINK_JUMPS_LINES)
    assert said.startswith("Tautan dari “Kartu a” ke “Kartu s” melompati 3 garis")


def test_a_circle_is_told_by_the_card_one_reads_first() -> None:
    cards = [card("b", BANDS[2], "t2"), card("s", BANDS[3], "t1")]
    document = frame(*cards, link("b", "s"), link("s", "b"), roles=BANDS)
    assert only(document, Code.CIRCULAR_DEPENDENCY).endswith("antara lain “Kartu s”.")


def test_a_silence_is_told_from_its_first_step_to_its_last() -> None:
    talk = [card(f"a{at}", BANDS[0], f"t{at}") for at in range(1, 6)]
    document = frame(*talk, card("f", BANDS[1], "t1"), link("a1", "f"), roles=BANDS, steps=5)
    assert "selama 4 langkah, dari tahap “Tahap 2” sampai tahap “Tahap 5”," in only(document, Code.LANE_SILENT)


def test_spellings_are_told_with_their_spaces() -> None:
    cards = [card("a", BANDS[2], "t1", owner="Sari"), card("b", BANDS[2], "t2", owner="Sari ")]
    assert "“Sari” dan “Sari ”" in only(frame(*cards, roles=BANDS), Code.OWNER_SPELLED_TWO_WAYS)


def test_times_are_written_as_the_language_writes_them() -> None:
    step = Step(id="t", stage="s", order="a0", minutes=1234.5)
    document = frame(Stage(id="s", order="a0"), step, steps=0, total_minutes=4)
    assert "1.234,5 menit" in only(document, Code.TIMES_DIFFER)
    (found,) = [each for each in find(document) if each.code is Code.TIMES_DIFFER]
    assert fix_sentence(found, document, words(ROOM, "en")) == "Make the total 1,234.5 minutes"


@given(st.text(max_size=80), st.integers(8, 40))
def test_a_shortened_text_is_short_and_is_how_the_text_begins(text: str, most: int) -> None:
    short = shortened(text, most)
    assert len(short) <= most
    assert " ".join(text.split()).startswith(short.removesuffix("…"))


def test_a_text_is_cut_between_words_and_never_within_a_letter() -> None:
    assert shortened("satu dua tiga", 11) == "satu dua…"
    assert shortened("e\u0301" * 10, 8) == "e\u0301" * 3 + "…"
    assert shortened("abcd👩\u200d🍳", 6) == "abcd…"
