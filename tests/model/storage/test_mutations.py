"""Two thousand damaged files: no traceback but storage's own, nothing on the disk changed, a sound map from each."""

import json
from pathlib import Path

import pytest

from model import rules
from model.order import is_key
from model.storage.cjm import decode, encode
from model.storage.faults import StorageError, serious
from model.storage.file import open_map
from model.storage.lines import settled
from model.storage.recovery import recover
from model.storage.sentences import fault_sentence
from tests.making.damage import mutations

SEEDS = range(20)
EACH = 100


@pytest.mark.parametrize("seed", SEEDS)
def test_whatever_is_wrong_a_sound_map_is_recovered_and_every_fault_has_its_sentence(seed: int) -> None:
    for data in mutations(EACH, seed):
        recovered = recover(data)
        records = recovered.document.records
        assert list(rules.faults(records, records.values())) == []
        assert all(is_key(getattr(record, "order", "a0")) for record in records.values())
        assert all(fault_sentence(fault, "id") for fault in recovered.faults)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_file_opens_as_it_is_or_is_refused_with_its_faults(seed: int, tmp_path: Path) -> None:
    path = tmp_path / "map.cjm"
    for data in mutations(EACH, seed):
        path.write_bytes(data)
        try:
            opened = open_map(path)
        except StorageError:
            assert serious(recover(data).faults)
        else:
            assert opened.document.records == recover(data).document.records
        assert path.read_bytes() == data


@pytest.mark.parametrize("seed", SEEDS[:5])
def test_what_was_recovered_is_saved_and_opened_without_a_serious_fault(seed: int) -> None:
    for data in mutations(EACH, seed):
        document = recover(data).document
        again = decode(encode(document))
        assert again.records == {record.id: record for table in settled(document).values() for record in table}
        assert again.unknown == document.unknown


@pytest.mark.parametrize("seed", SEEDS[:5])
def test_a_file_that_opens_loses_nothing_when_it_is_saved(seed: int) -> None:
    for data in mutations(EACH, seed):
        try:
            document = decode(data)
        except StorageError:
            continue
        saved, file = json.loads(encode(document)), json.loads(data.decode("utf-8-sig"))
        assert _at_least(saved, file)


def _at_least(saved: object, file: object) -> bool:
    """Whether everything in `file` stands in `saved`, whose lists of records may be in another order."""
    if isinstance(file, dict) and isinstance(saved, dict):
        return all(_at_least(saved.get(name), value) or _is_default(name, value, saved) for name, value in file.items())
    if isinstance(file, list) and isinstance(saved, list):
        return len(file) == len(saved) and all(any(_at_least(each, one) for each in saved) for one in file)
    return saved == file


def _is_default(name: str, value: object, saved: dict[str, object]) -> bool:
    left_out = value in ("", None, 0, 1, False, []) or value == {} or value in ("id", "other")
    return name == "generator" or (name not in saved and left_out)
