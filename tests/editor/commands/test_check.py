"""`check`: advice, for people and for programs."""

import json

from model.change import add, together, update
from model.records import Ignored, Kpi
from model.storage.file import open_map, save_map
from tests.checking.command_line import CLINIC, Run


def test_a_check_tells_each_finding_with_its_place_and_counts_them(run: Run) -> None:
    outcome = run("check", CLINIC)
    lines = outcome.out.splitlines()
    assert outcome.code == 1
    assert "warning: Obat & pulang › step 1 › Peluang: " in outcome.out
    assert lines[-2].startswith(f"{len(lines) - 2} findings (")
    assert "set aside" in lines[-1]


def test_a_check_for_programs_has_the_same_members_in_every_language(run: Run) -> None:
    tables = {
        language: json.loads(run("check", CLINIC, "--json", "--language", language).out) for language in ("id", "en")
    }
    assert tables["en"]
    for indonesian, english in zip(tables["id"], tables["en"], strict=True):
        assert list(english) == ["code", "severity", "records", "message"]
        assert indonesian["message"] != english["message"]
        assert {**indonesian, "message": ""} == {**english, "message": ""}
        assert english["severity"] in ("critical", "warning", "hint")


def test_figures_of_any_size_are_told_and_drawn(run: Run) -> None:
    document = open_map(CLINIC).document
    document.apply(add(Kpi(id="q_huge0000", order="a9", title="Besar", baseline=1e300, target=1e-300, actual=-1e308)))
    times = [update(step, minutes=at * 1e300) for at, step in enumerate(document.steps, 1)]
    document.apply(together([*times, update(document.map, total_minutes=2e300)]))
    save_map(document, "map.cjm", expected=None)
    assert "2E300" in run("check", "map.cjm").out
    assert run("export", "map.cjm", "-o", "map.pdf").code == 0


def test_a_map_without_findings_ends_with_0(run: Run) -> None:
    findings = json.loads(run("check", CLINIC, "--json").out)
    document = open_map(CLINIC).document
    ignored = tuple(Ignored(code=each["code"], records=tuple(each["records"])) for each in findings)
    document.apply(update(document.map, ignored=document.map.ignored + ignored))
    save_map(document, "map.cjm", expected=None)
    assert run("check", "map.cjm").out.startswith("Nothing found.")
    assert run("check", "map.cjm").code == 0
    assert run("check", "map.cjm", "--json") == (0, "[]\n", "")
