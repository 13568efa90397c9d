"""Makes docs/file-format.md and the JSON Schema from the records: `python docs/make_file_format.py`."""

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from model.document import Document  # noqa: E402  # the checkout is no installed package
from model.records import Card, Emotion, Facts, Lane, Map, Role, Stage, State, Step  # noqa: E402
from model.storage.cjm import encode  # noqa: E402
from model.storage.faults import HARMLESS  # noqa: E402
from model.storage.form import MAX_BYTES, MAX_DEPTH, SECTIONS, VERSION  # noqa: E402
from model.storage.schema import schema, schema_text  # noqa: E402

Schema = dict[str, Any]


def files() -> dict[Path, str]:
    """What this script writes, by its place in the checkout."""
    return {Path("docs/file-format.md"): page(), Path(f"resources/schema/cjm-{VERSION}.schema.json"): schema_text()}


def page() -> str:
    """The description of the file format, as Markdown: file-format.in.md with its <!-- blanks --> filled."""
    kinds = schema()["$defs"]
    blanks = {
        "example": encode(_example()).decode().rstrip(),
        "sections": "\n".join(f"| `{name}` | array of {_link(kind.__name__)} |" for name, kind in SECTIONS.items()),
        "records": "\n".join(_kind(name, kind) for name, kind in kinds.items() if "properties" in kind),
        "words": "\n".join(_words(name, kind) for name, kind in kinds.items() if "enum" in kind),
        "faults": "\n".join(f"| `{code}` | {sentence} |" for code, sentence in _faults()),
        "version": str(VERSION),
        "megabytes": str(MAX_BYTES // 1024**2),
        "depth": str(MAX_DEPTH),
    }
    text = (ROOT / "docs" / "file-format.in.md").read_text(encoding="utf-8")
    return re.sub(r"<!-- (\w+) -->", lambda blank: blanks[blank[1]], text)


def _example() -> Document:
    facts = Facts(facilitator="Dewi", date="2026-11-12")
    return Document(
        [
            Map(id="m_7f3k9q2m", title="Memesan kopi lewat aplikasi", state=State.CURRENT, facts=facts),
            Stage(id="s_0c4vw9rt", order="a0", title="Memesan"),
            Step(id="t_5h2n8xka", stage="s_0c4vw9rt", order="a0", title="Memilih menu", minutes=3.0),
            Lane(id="l_1m6pj4qd", order="a0", role=Role.CUSTOMER_ACTIONS, title="Tindakan pelanggan"),
            Lane(id="l_9z3e7wyb", order="a1", role=Role.EMOTION, title="Emosi"),
            Card(id="c_2k8r5tfg", order="a0", lane="l_1m6pj4qd", step="t_5h2n8xka", text="Membuka aplikasi"),
            Emotion(id="e_6d1s0mzx", order="a0", lane="l_9z3e7wyb", step="t_5h2n8xka", value=-1.0, quote="Lama sekali"),
        ]
    )


def _kind(name: str, kind: Schema) -> str:
    needed = kind.get("required", [])
    rows = "\n".join(_row(member, value, member in needed) for member, value in kind["properties"].items())
    return f"{_heading(name, kind)}| member | type | if left out |\n|---|---|---|\n{rows}\n"


def _heading(name: str, kind: Schema) -> str:
    meaning = f"{kind['description']}\n\n" if "description" in kind else ""
    return f"### {name}\n\n{meaning}"


def _row(name: str, member: Schema, needed: bool) -> str:
    meaning = f". {member['description']}" if "description" in member else ""
    return f"| `{name}` | {_type(member)}{meaning} | {'must be there' if needed else _default(member)} |"


def _type(member: Schema) -> str:
    if "anyOf" in member:
        return " or ".join(_type(each) for each in member["anyOf"])
    if "$ref" in member:
        return _link(member["$ref"].rpartition("/")[2])
    if member["type"] == "array":
        return f"array of {_type(member['items'])}"
    spelled = ", base64" if member.get("contentEncoding") == "base64" else ""
    return f"{member['type']}{spelled}{_range(member)}"


def _range(member: Schema) -> str:
    least, most = member.get("minimum"), member.get("maximum")
    if least is None:
        return ""
    return f" ({least} or more)" if most is None else f" ({least} to {most})"


def _default(member: Schema) -> str:
    value = member.get("default")
    if value is None:
        return "none" if "anyOf" in member else "empty"
    return f"`{json.dumps(value)}`" if isinstance(value, bool | int | float) or value else "empty"


def _words(name: str, kind: Schema) -> str:
    """The words an enum's member may be."""
    return f"{_heading(name, kind)}{', '.join(f'`{word}`' for word in kind['enum'])}\n"


def _link(name: str) -> str:
    return f"[{name}](#{name.lower()})"


def _faults() -> Iterator[tuple[str, str]]:
    """The faults that call for a repair, by their English sentences with dots for what is filled in."""
    sentences: dict[str, str] = json.loads((ROOT / "resources/i18n/storage.en.json").read_text(encoding="utf-8"))
    for key, sentence in sorted(sentences.items()):
        room, _, code = key.partition(".")
        if room == "fault" and "." not in code and code not in HARMLESS:
            yield code, re.sub(r"\{\w+\}", "…", sentence)


def main() -> None:
    for path, text in files().items():
        (ROOT / path).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
