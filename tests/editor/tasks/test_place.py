"""Where something stands on the map, in words."""

from editor.tasks.place import LONGEST, cell, place
from model.document import Document
from model.records import Card, Emotion, Kpi, Lane, Link, Map, Persona, Record, Role, Stage, Step
from resources.words import words

RECORDS: tuple[Record, ...] = (
    Map(id="m_1"),
    Stage(id="s_1", order="a0", title="Tiba"),
    Stage(id="s_2", order="a1", title="Pulang"),
    Step(id="t_1", stage="s_1", order="a0", title="Mengantre"),
    Step(id="t_2", stage="s_1", order="a1"),
    Step(id="t_3", stage="s_2", order="a0"),
    Lane(id="l_1", order="a0", role=Role.FRONT_STAGE, title="Petugas\nloket"),
    Lane(id="l_2", order="a1", role=Role.EMOTION),
    Card(id="c_1", order="a0", lane="l_1", step="t_1", text="Memanggil nomor"),
    Card(id="c_2", order="a0", lane="l_1", step="t_2", text="x" * 200),
    Card(id="c_3", order="a0", text="Nanti"),
    Emotion(id="e_1", order="a0", lane="l_2", step="t_3", quote="Akhirnya!"),
    Link(id="k_1", source="c_1", target="c_2"),
    Persona(id="p_1", order="a0", name="Sari"),
    Kpi(id="q_1", order="a0"),
)


def of(key: str | None) -> str:
    return place(key, Document(RECORDS), words("cli", "en"))


def test_a_card_is_found_by_stage_step_lane_and_its_words() -> None:
    assert of("c_1") == "Tiba › Mengantre › Petugas loket › “Memanggil nomor”"


def test_a_step_without_a_title_is_counted_where_its_stage_has_several() -> None:
    assert of("t_2") == "Tiba › step 2"
    assert of("t_3") == "Pulang"


def test_a_long_text_is_cut() -> None:
    shown = of("c_2").rpartition(" › ")[2].strip("“”")
    assert len(shown) == LONGEST
    assert shown.endswith("x…")


def test_a_parked_card_has_its_place_too() -> None:
    assert of("c_3") == "parking lot › “Nanti”"


def test_every_kind_of_record_has_a_place() -> None:
    assert of("m_1") == "the map"
    assert of("l_2") == "untitled"
    assert of("e_1") == "Pulang › untitled › “Akhirnya!”"
    assert of("k_1").startswith("link “Memanggil nomor” → “xxx")
    assert of("p_1") == "persona Sari"
    assert of("q_1") == "KPI untitled"


def test_what_is_not_there_has_no_place() -> None:
    assert of("c_9") == of(None) == ""


def test_a_finding_on_a_link_is_placed_where_it_begins() -> None:
    document, english = Document(RECORDS), words("cli", "en")
    assert cell("k_1", document, english) == cell("c_1", document, english) == "Tiba › Mengantre › Petugas loket"
    assert cell("s_1", document, english) == cell(None, document, english) == ""
