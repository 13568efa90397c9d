"""What Mermaid itself reads of a map that was written for it."""

import html
import json
import shutil
import subprocess
from pathlib import Path
from random import Random
from typing import Any

import pytest

import resources
from export.mermaid.journey import Journey, journey_of
from export.mermaid.writing import written
from model.document import Document
from model.records import Map, Persona, Stage, Step
from model.storage.file import open_map
from tests.export.test_mermaid_out import TRAPS
from tests.making import phrases
from tests.making.growing import any_map

READER = Path(__file__).parents[1] / "mermaid"
SAMPLES = sorted(resources.path("samples").glob("*.cjm"))
MAPS = 40

pytestmark = pytest.mark.skipif(
    not (READER / "node_modules" / "mermaid").is_dir() or shutil.which("node") is None,
    reason="needs node, and `npm install` in tests/mermaid",
)


def trapped() -> Document:
    """A map all of whose words mean something to Mermaid."""
    stages = [Stage(id=f"s{at}", order=f"a{at:03}", title=text) for at, text in enumerate(TRAPS)]
    steps = [Step(id=f"t{at}", stage=f"s{at}", order="a0", title=text) for at, text in enumerate(TRAPS)]
    who = [Persona(id=f"p{at}", order=f"a{at:03}", name=text) for at, text in enumerate(TRAPS)]
    return Document([Map(id="m1", title=" ".join(TRAPS), scenario="\n".join(TRAPS)), *stages, *steps, *who])


def as_read(journeys: list[Journey]) -> list[dict[str, Any]]:
    given = json.dumps([written(journey) for journey in journeys])
    done = subprocess.run(["node", READER / "read.mjs"], input=given.encode(), capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()[-2000:]
    read: list[dict[str, Any]] = json.loads(done.stdout)
    return read


def shown(text: str) -> str:
    """What Mermaid's drawing makes of what its parser keeps (`decodeEntities`)."""
    entities = text.replace("ﬂ°°", "&#").replace("ﬂ°", "&").replace("¶ß", ";")
    return html.unescape(entities.replace("<br>", "\n"))


def said(read: dict[str, Any]) -> tuple[Any, ...]:
    tasks = [
        (shown(each["section"]), shown(each["task"]).strip("\n"), each["score"], tuple(map(shown, each["people"])))
        for each in read["tasks"]
    ]
    return shown(read["title"]), shown(read["about"]), [shown(title).strip("\n") for title in read["sections"]], tasks


def meant(journey: Journey) -> tuple[Any, ...]:
    tasks = [
        (each.title or "\n", task.name, task.score, task.actors) for each in journey.sections for task in each.tasks
    ]
    return journey.title, journey.scenario, [each.title for each in journey.sections], tasks


def test_mermaid_reads_the_same_journey_as_was_meant() -> None:
    """In one run of node: starting it takes longer than all diagrams."""
    chance = Random(6)
    grown = [any_map(chance, at % 12, 3, 12, 6, phrases.EVERY_SCRIPT) for at in range(MAPS)]
    samples = [open_map(path).document for path in SAMPLES]
    journeys = [journey_of(document) for document in (*samples, trapped(), *grown)]
    for journey, read in zip(journeys, as_read(journeys), strict=True):
        assert read["type"] == "journey"
        assert said(read) == meant(journey)


def test_mermaid_would_stumble_over_the_same_words_written_as_they_are() -> None:
    """The traps are traps: what is written around them is needed."""
    journey = "journey\n    section a\n      Journey to work: 3\n"
    done = subprocess.run(
        ["node", READER / "read.mjs"], input=json.dumps([journey]).encode(), capture_output=True, check=False
    )
    assert done.returncode != 0
    assert b"Parse error" in done.stderr
