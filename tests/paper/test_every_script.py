"""Every script on paper and in the window, in the fonts Debian brings for them (fonts-noto-core, fonts-noto-cjk,
fonts-symbola); and a computer whose fonts are not needed is not asked for them."""

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from unicodedata import normalize

import msgspec
import pypdfium2
import pytest
from PIL import ImageChops

from export import pdf
from export.info import Info
from model.document import Document
from model.layout.shapes import missing
from model.layout.text import tongue
from model.layout.text.computer import FOLDERS
from model.records import Card, Emotion, Map, Record, Stage
from model.storage.file import save_map
from tests.checking.command_line import CLINIC, process
from tests.checking.export_tools import MARKS, rendered, run, text_of
from tests.checking.painted import share_apart
from tests.checking.printed import DATE, Printed, on_paper
from tests.making.alphabets import SCRIPTS
from tests.making.fonts import font, put
from tests.making.small_map import small_map
from tests.paper.test_screen_is_print import PRINT, both

FONTS = Path("/usr/share/fonts")
_THERE = [
    *("truetype/noto/NotoSansArabic-Regular.ttf", "truetype/noto/NotoSansJavanese-Regular.ttf"),
    *("opentype/noto/NotoSansCJK-Regular.ttc", "truetype/ancient-scripts/Symbola_hint.ttf"),
]
installed = pytest.mark.skipif(
    not all((FONTS / each).exists() for each in _THERE), reason="without fonts-noto-core, fonts-noto-cjk, fonts-symbola"
)


def every_script() -> Document:
    """A card, a stage and a quote in each script."""
    records: list[Record] = [Map(id="m", title=" · ".join(list(SCRIPTS.values())[:4]), language="zh-Hant")]
    records.append(Card(id="han", order="b99", lane="l1", step="t4", text="漢字"))  # which no letters beside it explain
    for at, text in enumerate(SCRIPTS.values()):
        records.append(Card(id=f"n{at}", order=f"b{at:02}", lane="l1", step=f"t{at % 4 + 1}", text=text))
        records.append(Emotion(id=f"f{at}", order=f"b{at:02}", lane="l2", step=f"t{at % 4 + 1}", value=1, quote=text))
        records.append(Stage(id=f"g{at}", order=f"b{at:02}", title=text))
    return small_map(*records)


@pytest.fixture
def computer(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    """Debian's fonts, for the time of a test."""
    monkeypatch.setenv(FOLDERS, str(FONTS))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    tongue.forget()
    yield
    monkeypatch.undo()
    tongue.forget()


def exported(folder: Path, *, fonts: Path = FONTS, cache: str = "cache") -> subprocess.CompletedProcess[str]:
    environ = {FOLDERS: str(fonts), "XDG_CACHE_HOME": str(folder / cache)}
    return process("export", "map.cjm", "-o", "map.pdf", cwd=folder, environ=environ)


def squeezed(text: str) -> str:
    """Without spaces and line ends, and without what a reader of PDF puts around words read to the left."""
    return re.sub(r"[\s\u200d\ufe0f\ufffc]+", "", normalize("NFC", text.translate(MARKS)))


@installed
def test_every_word_of_every_script_is_found_and_no_character_is_missed(tmp_path: Path) -> None:
    save_map(every_script(), tmp_path / "map.cjm", expected=None)
    finished = exported(tmp_path)
    assert (finished.returncode, finished.stderr) == (0, "")
    written = (tmp_path / "map.pdf").read_bytes()
    found = squeezed(text_of(written))
    missed = [word for text in SCRIPTS.values() for word in text.split() if found.count(squeezed(word)) < 2]
    assert missed == []
    rows = run("pdffonts", written).decode().splitlines()[2:]
    assert len(rows) > 8
    assert all(re.search(r"(CID TrueType|CID Type 0C) +Identity-H +yes yes yes ", row) for row in rows)
    run("qpdf", written, "--check")


@installed
def test_three_processes_write_the_same_bytes_whether_or_not_they_know_the_fonts(tmp_path: Path) -> None:
    save_map(every_script(), tmp_path / "map.cjm", expected=None)
    written = []
    for cache in ("one", "two", "two"):
        assert exported(tmp_path, cache=cache).returncode == 0
        written.append((tmp_path / "map.pdf").read_bytes())
    assert written[0] == written[1] == written[2]


@installed
@pytest.mark.usefixtures("computer")
@pytest.mark.parametrize("script", ["ja", "th", "ar", "he", "hi", "jv", "ru"])
def test_what_is_copied_is_in_the_order_of_reading(script: str) -> None:
    assert squeezed(SCRIPTS[script]) in squeezed(text_of(alone(script).pdf))


@installed
@pytest.mark.usefixtures("computer")
@pytest.mark.parametrize("script", ["id", "vi", "ja", "ar", "he", "ru"])
def test_another_reader_finds_the_words_too(script: str) -> None:
    page = pypdfium2.PdfDocument(alone(script).pdf)[0]
    found = squeezed(page.get_textpage().get_text_range().replace("\ufffe", ""))
    assert [word for word in re.findall(r"\w+", SCRIPTS[script]) if squeezed(word) not in found] == []


def alone(script: str) -> Printed:
    """A map that says one sentence, on a card wide enough for it."""
    card = Card(id="c4", order="a0", lane="l3", step="t1", span=4, text=SCRIPTS[script])
    return on_paper(small_map(card), "A4")


@installed
@pytest.mark.usefixtures("computer")
@pytest.mark.parametrize("script", ["ar", "he"])
def test_what_readers_are_told_beside_the_words_is_not_seen(script: str) -> None:
    made = alone(script)
    silent = [msgspec.structs.replace(page, reading=()) for page in made.pages]
    info = Info(title="", date=DATE)
    assert ImageChops.difference(rendered(made.pdf), rendered(pdf.write(silent, info))).getbbox() is None


@installed
@pytest.mark.usefixtures("computer", "qapp")
def test_the_window_draws_every_script_as_paper_does() -> None:
    made = on_paper(every_script(), "A3")
    assert missing(made.pages) == {}
    for number in range(len(made.pages)):
        assert share_apart(*both(made, number, PRINT)) < 0.01


@installed
@pytest.mark.usefixtures("computer")
def test_cards_that_are_read_to_the_left_begin_at_the_right() -> None:
    made = alone("ar")
    words = run("pdftotext", made.pdf, "-bbox", "{}", "-").decode()
    first = re.search(r'xMax="([\d.]+)"[^>]*>رظتني<', words)
    assert first
    assert float(first[1]) > made.pages[0].width * 0.9


def test_a_map_our_faces_suffice_for_asks_for_no_fonts(tmp_path: Path) -> None:
    put([font("Noto Sans Thai", "กขค")], tmp_path / "fonts")
    (tmp_path / "map.cjm").write_bytes(CLINIC.read_bytes())
    assert exported(tmp_path, fonts=tmp_path / "fonts").returncode == 0
    assert not (tmp_path / "cache").exists()
    save_map(small_map(Card(id="c1", order="a0", lane="l1", step="t1", text="กข")), tmp_path / "map.cjm", expected=None)
    assert exported(tmp_path, fonts=tmp_path / "fonts").returncode == 0
    assert (tmp_path / "cache" / "jejak" / "fonts.json").exists()
