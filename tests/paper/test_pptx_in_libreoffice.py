"""Slides as LibreOffice shows them: every word of the map is there, and no text runs out of its card."""

import io
import shutil
import subprocess
from collections import Counter
from pathlib import Path

import pytest
from pypdf import PdfReader

from export.info import Info
from export.registry import Job, render
from model.document import Document
from model.records import Card, Emotion, Persona, Role
from model.storage import cjm
from tests.checking.export_tools import text_of, words_of
from tests.checking.printed import DATE, sample_path
from tests.checking.slides import shapes_on, slides_in

pytestmark = pytest.mark.skipif(
    shutil.which("soffice") is None, reason="soffice is not installed (libreoffice-impress)"
)
POINT = 12700


@pytest.fixture(scope="module")
def document() -> Document:
    return cjm.decode(sample_path("train-journey").read_bytes())


@pytest.fixture(scope="module")
def slides(document: Document) -> bytes:
    info = Info(title=document.map.title, date=DATE, language="en")
    (data,) = render(Job(document, info), (), Path("a.pptx")).values()
    return data


@pytest.fixture(scope="module")
def converted(slides: bytes, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    folder = tmp_path_factory.mktemp("libreoffice")
    (folder / "a.pptx").write_bytes(slides)
    own = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", own, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(folder / "a.pptx")]
    subprocess.run(command, capture_output=True, timeout=180, check=True)
    return (folder / "a.pdf").read_bytes()


def words(text: str) -> Counter[str]:
    return Counter(text.split())


def said_by(document: Document) -> str:
    """Every word that a blueprint shows."""
    shown = {lane.id for lane in document.lanes if lane.role not in (Role.TOUCHPOINTS, Role.CHANNELS, Role.THOUGHTS)}
    hidden = {lane.id for lane in document.lanes if lane.role is Role.KPIS or lane.hidden}
    parts = [document.map.title, document.map.scenario, document.map.facts.sources]
    parts += [stage.title for stage in document.stages] + [step.title for step in document.steps]
    parts += [lane.title for lane in document.lanes if lane.id in shown - hidden]
    parts += [f"“{each.quote}”" * bool(each.quote) for each in document.table(Emotion).values()]
    parts += [each.text for each in document.table(Card).values() if each.lane in shown - hidden]
    parts += [document.personas[0].name for _ in document.table(Persona)][:1]
    return " ".join(parts)


def test_every_word_of_the_map_is_on_the_slides(document: Document, converted: bytes) -> None:
    missing = words(said_by(document)) - words(text_of(converted))
    assert missing == Counter()


def test_every_slide_of_the_file_is_there(slides: bytes, converted: bytes) -> None:
    assert len(PdfReader(io.BytesIO(converted)).pages) == len(slides_in(slides)) == 6


def test_the_words_of_a_card_stand_inside_it(document: Document, slides: bytes, converted: bytes) -> None:
    """As LibreOffice sets them: the last word of a card ends above its lower edge, and begins right of its left one."""
    first, said = slides_in(slides)[0], words_of(converted)
    cards = {each.text for each in document.table(Card).values()}
    boxes = [each for each in shapes_on(first) if each.has_text_frame and each.text_frame.text in cards]
    assert len(boxes) > 30
    for box in boxes:
        left, top, right, bottom = (
            value / POINT for value in (box.left, box.top, box.left + box.width, box.top + box.height)
        )
        inside = [
            word.text for word in said if left <= (word.left + word.right) / 2 <= right and top <= word.bottom <= bottom
        ]
        assert words(box.text_frame.text) == Counter(inside)
