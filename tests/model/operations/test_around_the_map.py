"""Personas, KPIs, the header, the facts and the findings set aside."""

from typing import Any

import pytest

from model.operations.kpis import add_kpi, delete_kpi, edit_kpi, move_kpi, put_kpi_in_stage, watch_cards
from model.operations.maps import edit_facts, edit_map, heed_finding, ignore_finding
from model.operations.personas import add_persona, delete_persona, edit_persona, move_persona
from model.records import Emotion, Kpi, Persona, State
from model.refusal import Refused
from tests.making.small_map import done, new, small_map


def test_a_persona_is_added_edited_and_moved() -> None:
    change = add_persona(small_map(), 0, name="Budi", goals=("cepat\r\n",))
    document = done(small_map(), change)
    (budi,) = new(change, Persona)
    assert [each.id for each in document.personas] == [budi, "p1"]
    assert document.personas[0].goals == ("cepat\n",)
    assert [each.id for each in done(document, move_persona(document, budi, 1)).personas] == ["p1", budi]
    assert done(document, edit_persona(document, budi, age=30, habits=["ngopi"])).personas[0].habits == ("ngopi",)
    assert not move_persona(document, budi, 0)
    with pytest.raises(Refused, match="too_low"):
        edit_persona(document, budi, age=-1)


def test_a_deleted_persona_leaves_the_emotions_behind() -> None:
    document = done(small_map(), delete_persona(small_map(), "p1"))
    assert document.table(Emotion)["e1"].persona is None


def test_a_kpi_is_added_edited_moved_and_deleted() -> None:
    change = add_kpi(small_map(), title="NPS", baseline=-3)
    document = done(small_map(), change)
    (nps,) = new(change, Kpi)
    assert [each.id for each in done(document, move_kpi(document, nps, 0)).kpis] == [nps, "q1"]
    assert done(document, edit_kpi(document, nps, target=20, unit="%")).table(Kpi)[nps].target == 20
    assert set(done(document, delete_kpi(document, "q1")).table(Kpi)) == {nps}
    with pytest.raises(Refused, match="not_a_number"):
        edit_kpi(document, nps, actual=float("nan"))


def test_a_kpi_belongs_to_a_stage_or_to_none_and_watches_cards() -> None:
    assert done(small_map(), put_kpi_in_stage(small_map(), "q1", "s2")).kpis[0].stage == "s2"
    assert done(small_map(), put_kpi_in_stage(small_map(), "q1", None)).kpis[0].stage is None
    assert done(small_map(), watch_cards(small_map(), "q1", ["c4", "c1", "c4"])).kpis[0].cards == ("c4", "c1")
    assert not watch_cards(small_map(), "q1", ["c1", "c3"])
    with pytest.raises(Refused, match="missing"):
        put_kpi_in_stage(small_map(), "q1", "t1")
    with pytest.raises(Refused, match="missing"):
        watch_cards(small_map(), "q1", ["gone"])


def test_the_header_is_edited() -> None:
    header: dict[str, Any] = {"title": "Peta", "state": State.FUTURE, "total_minutes": 30, "language": "en"}
    document = done(small_map(), edit_map(small_map(), **header))
    assert (document.map.title, document.map.state, document.map.language) == ("Peta", State.FUTURE, "en")
    assert not edit_map(document, state=State.FUTURE)
    for language in ("", "bahasa indonesia", "x" * 9):
        with pytest.raises(Refused, match="not_a_language"):
            edit_map(document, language=language)


def test_the_facts_are_edited() -> None:
    document = done(small_map(), edit_facts(small_map(), facilitator="Rina", date=" 2026-11-12 "))
    assert (document.map.facts.facilitator, document.map.facts.date) == ("Rina", "2026-11-12")
    assert done(document, edit_facts(document, date="")).map.facts.date == ""
    with pytest.raises(Refused, match="not_a_date"):
        edit_facts(document, date="kemarin")
    with pytest.raises(TypeError):
        edit_facts(document, extra={})


def test_a_finding_is_set_aside_with_a_reason_and_heeded_again() -> None:
    aside = done(small_map(), ignore_finding(small_map(), "silent", ["l1"], "sengaja"))
    assert [(each.code, each.records, each.reason) for each in aside.map.ignored] == [("silent", ("l1",), "sengaja")]
    assert not ignore_finding(aside, "silent", ["l1"], "sengaja")
    assert len(done(aside, ignore_finding(aside, "silent", ["l1"], "lain")).map.ignored) == 1
    assert not heed_finding(aside, "silent", ["l3"])
    assert done(aside, heed_finding(aside, "silent", ["l1"])).records == small_map().records
