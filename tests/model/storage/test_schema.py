"""The JSON Schema and the page about the file format say what the program does."""

import json
import re
import runpy
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import resources
from model.storage.cjm import encode, read
from model.storage.faults import StorageError
from model.storage.schema import schema
from tests.making.damage import Tree, every_kind, mutations

ROOT = Path(__file__).parents[3]
MADE = runpy.run_path(str(ROOT / "docs" / "make_file_format.py"))["files"]()
TYPES: dict[str, Callable[[Any], bool]] = {
    "object": lambda value: isinstance(value, dict),
    "array": lambda value: isinstance(value, list),
    "string": lambda value: isinstance(value, str),
    "boolean": lambda value: isinstance(value, bool),
    "null": lambda value: value is None,
    "integer": lambda value: isinstance(value, int) and not isinstance(value, bool),
    "number": lambda value: isinstance(value, int | float) and not isinstance(value, bool),
}
KNOWN = {
    "$ref", "anyOf", "type", "enum", "minimum", "maximum", "minLength", "pattern", "items", "properties", "required",
    "additionalProperties", "propertyNames",
    "title", "description", "default", "contentEncoding", "$schema", "$id", "$defs",
}  # fmt: skip
SCHEMA = schema()


def valid(value: Any, rule: Tree) -> bool:
    """Whether a value keeps a rule of the schema: the part of JSON Schema that ours uses, and nothing else."""
    assert rule.keys() <= KNOWN, rule.keys() - KNOWN
    if "$ref" in rule:
        return valid(value, SCHEMA["$defs"][rule["$ref"].rpartition("/")[2]])
    return (
        ("anyOf" not in rule or any(valid(value, each) for each in rule["anyOf"]))
        and TYPES.get(rule.get("type", ""), lambda _: True)(value)
        and ("enum" not in rule or any(value == each and type(value) is type(each) for each in rule["enum"]))
        and (not isinstance(value, int | float) or rule.get("minimum", value) <= value <= rule.get("maximum", value))
        and (not isinstance(value, str) or _valid_text(value, rule))
        and (not isinstance(value, list) or all(valid(each, rule.get("items", {})) for each in value))
        and (not isinstance(value, dict) or _valid_object(value, rule))
    )


def _valid_text(value: str, rule: Tree) -> bool:
    return len(value) >= rule.get("minLength", 0) and bool(re.search(rule.get("pattern", ""), value))


def _valid_object(value: Tree, rule: Tree) -> bool:
    members, others = rule.get("properties", {}), rule.get("additionalProperties", {})
    return (
        set(rule.get("required", ())) <= value.keys()
        and all(valid(name, rule.get("propertyNames", {})) for name in value.keys() - members.keys())
        and all(valid(each, members.get(name, others)) for name, each in value.items())
    )


@pytest.mark.parametrize("path", MADE, ids=str)
def test_what_is_made_from_the_records_is_up_to_date(path: Path) -> None:
    assert (ROOT / path).read_text(encoding="utf-8") == MADE[path], "run python docs/make_file_format.py"


SAMPLES = {
    **{path.name: path.read_bytes() for path in sorted(resources.path("samples").glob("*.cjm"))},
    "v1.cjm": (Path(__file__).parent / "frozen" / "v1.cjm").read_bytes(),
    "every kind": encode(every_kind()),
}


@pytest.mark.parametrize("name", SAMPLES)
def test_every_sample_keeps_the_schema_and_opens_without_a_fault(name: str) -> None:
    assert valid(json.loads(SAMPLES[name]), SCHEMA)
    assert read(SAMPLES[name])[1] == []


def test_the_example_on_the_page_opens_and_is_written_as_it_stands() -> None:
    example = MADE[Path("docs/file-format.md")].split("```")[1].lstrip("\n").encode()
    document, faults = read(example)
    assert faults == []
    assert encode(document) == example


@pytest.mark.parametrize("seed", range(100, 105))
def test_what_opens_without_a_fault_keeps_the_schema(seed: int) -> None:
    opened = 0
    for data in mutations(100, seed):
        try:
            _, faults = read(data)
        except StorageError:
            continue
        if not faults:
            opened += 1
            assert valid(json.loads(data.decode("utf-8-sig")), SCHEMA)
    assert opened > 3


@pytest.mark.parametrize("seed", range(100, 105))
def test_what_does_not_keep_the_schema_has_a_fault(seed: int) -> None:
    broken = 0
    for data in mutations(100, seed):
        try:
            tree = json.loads(data)
        except (ValueError, RecursionError):
            continue
        if not valid(tree, SCHEMA):
            broken += 1
            assert _has_fault(data)
    assert broken > 20


def _has_fault(data: bytes) -> bool:
    try:
        return bool(read(data)[1])
    except StorageError:
        return True


def test_the_schema_has_no_place_for_what_only_the_program_knows() -> None:
    assert '"extra"' not in json.dumps(SCHEMA)
    assert SCHEMA["$defs"].keys() >= {"Card", "Lane", "Role", "Picture"}
