"""Scripts no bundled face has: named with their card, shown as boxes, searched as if they were there."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from model.layout.shapes import Page, Text, walk
from model.layout.text.faces import face
from model.records import Card, Map, Stage
from model.storage.file import save_map
from tests.checking.command_line import Outcome, process
from tests.checking.export_tools import MARKS, rendered, text_of
from tests.checking.printed import on_paper
from tests.making.alphabets import UNCOVERED
from tests.making.small_map import small_map

SCALE = 6
LATIN = "Tanya {} kepada tetangga, lalu pulang"


def card(*words: str) -> Card:
    return Card(id="c1", order="a0", lane="l1", step="t1", text=LATIN.format(" ".join(words)))


def exported(folder: Path) -> Outcome:
    arguments = ("map.cjm", "-o", "map.pdf", "--language", "id")
    finished = process("export", *arguments, cwd=folder)
    return Outcome(finished.returncode, finished.stdout, finished.stderr)


@pytest.mark.parametrize("script", UNCOVERED)
def test_each_character_is_named_with_its_card_and_each_word_is_found(script: str, tmp_path: Path) -> None:
    word = UNCOVERED[script]
    save_map(small_map(card(word)), tmp_path / "map.cjm", expected=None)
    outcome = exported(tmp_path)
    assert outcome.code == 1
    (sentence,) = outcome.told.splitlines()
    assert all(character in sentence.split(":")[0] for character in word)
    assert "Sadar" in sentence
    assert word in sentence.split("“")[1]
    found = text_of((tmp_path / "map.pdf").read_bytes()).translate(MARKS).split()
    at = found.index("Tanya")
    assert found[at : at + 6] == LATIN.format(word).split()


def test_each_place_is_told_of_by_itself(tmp_path: Path) -> None:
    title = Map(id="m", title=f"Kopi {UNCOVERED['ja']}")
    stage = Stage(id="s2", order="a1", title=UNCOVERED["th"])
    save_map(small_map(card(*UNCOVERED.values()), title, stage), tmp_path / "map.cjm", expected=None)
    outcome = exported(tmp_path)
    assert outcome.code == 1
    assert len(outcome.told.splitlines()) == 3
    assert outcome.out.count("map.pdf") == 1


def test_joiners_and_selectors_around_an_emoji_are_not_named(tmp_path: Path) -> None:
    save_map(small_map(card("👩\u200d👧", "❤\ufe0f")), tmp_path / "map.cjm", expected=None)
    named = exported(tmp_path).told.split(":")[0]
    assert all(character in named for character in "👩👧❤")
    assert not any(character in named for character in "\u200d\ufe0f")


def boxes(page: Page) -> Iterator[tuple[float, float, float, float]]:
    """The edges, in points, of what stands for each missing character: glyph 0 of its face where it is drawn."""
    for shape, x, y, _ in walk(page.shapes):
        if isinstance(shape, Text):
            left = x + shape.x
            for run in shape.runs:
                chosen = face(run.face)
                drawn, unit = chosen.font.get_glyph_extents(0), shape.size / chosen.units
                for glyph, advance in zip(run.ids, run.advances, strict=True):
                    if glyph == 0:
                        top = y + shape.y - drawn.y_bearing * unit
                        begin = left + drawn.x_bearing * unit
                        yield begin, top, begin + drawn.width * unit, top - drawn.height * unit
                    left += advance * unit


def inked(image: Image.Image, left: float, top: float, right: float, bottom: float) -> float:
    """The share of dark pixels between edges given in points."""
    part = image.crop([round(edge * SCALE) for edge in (left, top, right, bottom)])  # type: ignore[arg-type]
    return sum(part.histogram()[:128]) / (part.width * part.height)


def test_a_box_is_drawn_for_each_missing_character() -> None:
    made = on_paper(small_map(card(*UNCOVERED.values())), "A4")
    image = rendered(made.pdf, scale=SCALE).convert("L")
    found = list(boxes(made.pages[0]))
    assert len(found) == len("".join(UNCOVERED.values()))
    for left, top, right, bottom in found:
        thin = (right - left) / 6
        assert inked(image, left, top, left + thin, bottom) > 0.5
        assert inked(image, right - thin, top, right, bottom) > 0.5
        assert inked(image, left + 2 * thin, top + 2 * thin, right - 2 * thin, bottom - 2 * thin) == 0
