"""The file's form as a JSON Schema (2020-12), made from the records themselves."""

import json
from typing import Any

import msgspec

from model.rules import REFERENCES
from model.storage.form import FORMAT, VERSION, File

Schema = dict[str, Any]
_NEEDED = ("format", "version", "minVersion", "map")
"""What a file must state; a list of records that is not there is empty."""


def schema() -> Schema:
    """The schema of the version we write. Unknown members are allowed everywhere: they are kept."""
    _, components = msgspec.json.schema_components([File], ref_template="#/$defs/{name}")
    kinds = {name: _kind(name, component) for name, component in components.items()}
    file = kinds.pop("File")
    file["required"] = list(_NEEDED)
    file["properties"]["assets"]["propertyNames"] = {"pattern": "^sha256:[0-9a-f]{64}$"}
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": f"cjm-{VERSION}.schema.json"}
    return {**head, **file, "title": f"{FORMAT} {VERSION}", "$defs": kinds}


def schema_text() -> str:
    """The schema as the file in resources/schema has it."""
    return json.dumps(schema(), indent=2, ensure_ascii=False) + "\n"


def _kind(name: str, component: Schema) -> Schema:
    """A component as the file has it, where unknown members stand flat beside the known ones."""
    if "properties" not in component:
        return component
    kept = {key: value for key, value in component.items() if key != "additionalProperties"}
    members = {key: value for key, value in component["properties"].items() if key != "extra"}
    return kept | {"properties": {key: _member(name, key, value) for key, value in members.items()}}


def _member(kind: str, name: str, member: Schema) -> Schema:
    if name == "id":
        return {**member, "minLength": 1}
    if name == "order":
        return {**member, "pattern": "^[A-Za-z][0-9A-Za-z]+$", "description": "An order key: sorts by its characters."}
    for reference in REFERENCES:
        if (reference.kind.__name__, reference.member) == (kind, name):
            return {**member, "description": f"Refers to {reference.target.__name__}."}
    return member
