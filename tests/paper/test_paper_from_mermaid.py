"""A Mermaid journey with the traps of the format, from the text file to the printed file."""

from pathlib import Path

import msgspec
import pytest

from model.document import Document
from model.records import Emotion, Persona
from model.storage.file import open_map
from tests.checking.command_line import process
from tests.checking.export_tools import run, text_of
from tests.checking.printed import squeezed

JOURNEYS = Path(__file__).with_name("journeys")


class Source(msgspec.Struct, frozen=True):
    """A file, what `import` answers for it, and all a reader of the journey would look for on paper."""

    name: str
    code: int
    people: tuple[str, ...]
    emotions: int
    title: str
    stages: dict[str, tuple[str, ...]]
    parked: tuple[str, ...]


SOURCES = (
    Source(
        "clinic.md",
        code=0,
        people=("Ibu", "Kader", "Anak 1", "Anak 2", "Bidan"),
        emotions=11,
        title="Vaksinasi di “Posyandu” Melati",
        stages={
            "Sebelum berangkat": ("undangan", "Undangan datang", "Tanya jadwal lewat WA", "Cari kartu KMS"),
            "Di posyandu — antre dan disuntik": (
                "Antre di teras",
                "Timbang & ukur",
                'Disuntik "sakit sebentar"',
                "Khám bệnh với bác sĩ",
                "Получить витамины",
                "Αναμονή δεκαπέντε λεπτά",
            ),
            "Pulang": ("Antre di teras", "Pulang naik ojek"),
        },
        parked=(),
    ),
    Source(
        "library.html",
        code=1,
        people=("Ada", "Clerk", "Guide", "Cat"),
        emotions=5,
        title="Borrow & bring back",
        stages={
            "": ("Walk past the window",),
            "At the desk": ("Ask for a book", "Wait"),
            "On the shelf <third floor>": ("Find it", "Read on the stairs"),
            "Home": ("Bring back, two days late",),
        },
        parked=(":2: Ada",),
    ),
)


@pytest.fixture(params=SOURCES, ids=lambda source: source.name)
def source(request: pytest.FixtureRequest) -> Source:
    assert isinstance(request.param, Source)
    return request.param


def taken_in(source: Source, folder: Path) -> Document:
    path = folder / "map.cjm"
    finished = process("import", JOURNEYS / source.name, "-o", path, "--language", "en")
    assert finished.returncode == source.code, finished.stderr
    return open_map(path).document


def test_every_stage_task_person_and_score_arrives(source: Source, tmp_path: Path) -> None:
    document = taken_in(source, tmp_path)
    found = {
        stage.title: tuple(step.title for step in document.steps if step.stage == stage.id) for stage in document.stages
    }
    assert list(found.items()) == list(source.stages.items())
    assert tuple(persona.name for persona in document.table(Persona).values()) == source.people
    assert len(document.table(Emotion)) == source.emotions
    assert tuple(card.text for card in document.parked) == source.parked


@pytest.mark.parametrize("paper", ["A3", "A4"])
def test_every_word_of_the_journey_is_found_on_paper(source: Source, paper: str, tmp_path: Path) -> None:
    taken_in(source, tmp_path)
    finished = process("export", "map.cjm", "-o", "map.pdf", "--paper", paper, cwd=tmp_path)
    assert (finished.returncode, finished.stderr) == (0, "")
    pdf = (tmp_path / "map.pdf").read_bytes()
    run("qpdf", pdf, "--check")
    text = squeezed(text_of(pdf))
    tasks = [task for tasks in source.stages.values() for task in tasks]
    lost = [
        each
        for each in (source.title, *source.stages, *tasks, *source.people, *source.parked)
        if text.count(squeezed(each)) < max(tasks.count(each), 1)
    ]
    assert lost == []
