"""Older files open as they were meant: every version has a frozen sample, and every step between two is run on one."""

import json
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from model.records import PREFIXES, Card
from model.storage.cjm import decode, encode, read
from model.storage.faults import Fault
from model.storage.form import VERSION
from model.storage.migrations import STEPS, Migration
from model.storage.recovery import recover
from model.storage.versions import up_to_date
from tests.making.damage import places

FROZEN = Path(__file__).parent / "frozen"


def unproven(steps: Mapping[int, Migration], version: int, frozen: Path) -> list[str]:
    """What is missing for files of all ages to open: steps without a beginning, versions without a frozen sample."""
    missing = [f"no step from version {old}" for old in range(1, version) if old not in steps]
    missing += [f"a step from version {old}, which never was" for old in steps if not 1 <= old < version]
    for old in range(1, version + 1):
        sample = frozen / f"v{old}.cjm"
        if not sample.exists():
            missing.append(f"no frozen sample v{old}.cjm")
        elif json.loads(sample.read_bytes())["version"] != old:
            missing.append(f"v{old}.cjm is not of version {old}")
    return missing


def test_every_version_has_a_frozen_sample_and_a_step_to_the_next() -> None:
    assert unproven(STEPS, VERSION, FROZEN) == []


@pytest.mark.parametrize("sample", sorted(FROZEN.glob("v*.cjm")), ids=lambda sample: sample.name)
def test_a_frozen_sample_holds_every_kind_of_record_and_of_value(sample: Path) -> None:
    document = read(sample.read_bytes())[0]
    assert all(document.table(kind) for kind in PREFIXES)
    cards = document.table(Card).values()
    assert document.map.ignored
    assert any(card.evidence for card in cards)
    assert any(card.marks for card in cards)
    assert any(card.picture for card in cards)


def _rename(members: Mapping[str, Any]) -> dict[str, Any]:
    """A made-up step: version 2 calls the stages phases."""
    return {"phases" if name == "stages" else name: value for name, value in members.items()}


def _double(members: Mapping[str, Any]) -> dict[str, Any]:
    """Another: version 3 counts double."""
    return {**members, "count": members["count"] * 2}


def test_a_step_without_a_frozen_sample_is_found(tmp_path: Path) -> None:
    shutil.copy(FROZEN / "v1.cjm", tmp_path)
    assert unproven({1: _rename}, 2, tmp_path) == ["no frozen sample v2.cjm"]
    shutil.copy(FROZEN / "v1.cjm", tmp_path / "v2.cjm")
    assert unproven({1: _rename}, 2, tmp_path) == ["v2.cjm is not of version 2"]
    (tmp_path / "v2.cjm").write_text('{"version": 2}')
    assert unproven({1: _rename}, 2, tmp_path) == []


def test_a_step_that_is_missing_or_has_no_beginning_is_found(tmp_path: Path) -> None:
    for version in (1, 2, 3):
        (tmp_path / f"v{version}.cjm").write_text(f'{{"version": {version}}}')
    assert unproven({1: _rename}, 3, tmp_path) == ["no step from version 2"]
    assert unproven({1: _rename, 2: _double, 5: _double}, 3, tmp_path) == ["a step from version 5, which never was"]


@pytest.mark.parametrize("sample", sorted(FROZEN.glob("v*.cjm")), ids=lambda sample: sample.name)
def test_a_frozen_sample_opens_with_every_word_and_stays_readable_when_cut(sample: Path) -> None:
    document, faults = read(sample.read_bytes())
    assert faults == []
    tree = json.loads(sample.read_bytes())
    words = {holder[key] for holder, key in places(tree) if isinstance(holder[key], str)} - {"Jejak"}
    saved = json.loads(encode(document))
    assert words <= {holder[key] for holder, key in places(saved) if isinstance(holder[key], str)}
    for end in range(0, sample.stat().st_size, 211):
        assert recover(sample.read_bytes()[:end]).document.map


def test_a_file_of_today_is_written_as_its_frozen_sample() -> None:
    data = (FROZEN / f"v{VERSION}.cjm").read_bytes()
    assert encode(decode(data)) == data


def test_steps_run_one_after_the_other_from_the_files_own_version() -> None:
    faults: list[Fault] = []
    steps: dict[int, Migration] = {1: _rename, 2: _double}
    assert up_to_date({"version": 1, "stages": [], "count": 2}, faults, steps, 3) == {
        "version": 3,
        "phases": [],
        "count": 4,
    }
    assert up_to_date({"version": 2, "stages": [], "count": 2}, faults, steps, 3) == {
        "version": 3,
        "stages": [],
        "count": 4,
    }
    assert up_to_date({"version": 3, "count": 2}, faults, steps, 3) == {"version": 3, "count": 2}
    assert up_to_date({"version": 9, "count": 2}, faults, steps, 3) == {"version": 9, "count": 2}
    assert faults == []


def test_a_step_leaves_what_it_was_given_as_it_was() -> None:
    members = {"version": 1, "stages": [1], "count": 2}
    up_to_date(members, [], {1: _rename, 2: _double}, 3)
    assert members == {"version": 1, "stages": [1], "count": 2}


def test_a_file_too_damaged_for_a_step_is_read_as_it_stands_and_says_so() -> None:
    faults: list[Fault] = []
    members: dict[str, Any] = {"version": 2, "count": None, "cards": []}
    assert up_to_date(members, faults, {2: _double}, 3) == members
    assert [fault.code for fault in faults] == ["not_migrated"]


@pytest.mark.parametrize("version", [None, "1", 0, -1, 1.0, True, [], {}])
def test_a_version_that_is_none_is_a_fault(version: Any) -> None:
    tree = json.loads((FROZEN / "v1.cjm").read_bytes()) | {"version": version}
    found = recover(json.dumps(tree).encode())
    assert [fault.code for fault in found.faults] == ["bad_version"]
    assert found.document.records == decode((FROZEN / "v1.cjm").read_bytes()).records
