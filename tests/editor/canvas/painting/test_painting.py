"""A page painted in parts, from afar and for paper: always the same picture, and never more kept than is of use."""

import math
from collections.abc import Iterator
from unicodedata import normalize

import pytest
from PIL import Image
from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QRectF, QSizeF
from PySide6.QtGui import QColor, QImage, QPageSize, QPainter, QPdfWriter

from editor.canvas.painting import Painting
from editor.canvas.painting.extents import of_card, of_shapes
from editor.canvas.painting.kept import Kept
from editor.canvas.painting.links import are_lines
from model.change import update
from model.layout.engine import lay_out
from model.layout.relay import relay
from model.layout.shapes import Clip, Command, Group, Line, Page, Shape, Text, walk
from model.layout.sheets import sheet
from model.records import Card
from model.storage import cjm
from tests.checking.export_tools import run, text_of
from tests.checking.painted import as_pixels, page_painted, painted, share_apart
from tests.checking.printed import SAMPLES, sample_path, squeezed
from tests.making.crowded_maps import crowded
from tests.making.maps import realistic_map

pytestmark = pytest.mark.usefixtures("qapp")
PLAIN, FAR = 96 / 72, 0.3


def page_of(sample: str) -> Page:
    return lay_out(cjm.decode(sample_path(sample).read_bytes()), sheet=sheet("A3")).pages[0]


@pytest.fixture(scope="module")
def large() -> Page:
    """2,000 cards and 400 links, too many to be painted one by one from afar."""
    return lay_out(realistic_map(2000, seed=3, steps=30, links=400)).pages[0]


def in_parts(page: Page, scale: float, painting: Painting) -> Image.Image:
    """The top left of a page of 900 by 600 pixels, painted in strips of 40 by 600, then 900 by 40."""
    whole = Image.new("RGB", (900, 600))
    for part in [QRectF(x, 0, 40, 600) for x in range(0, 900, 40)] + [QRectF(0, y, 900, 40) for y in range(0, 600, 40)]:
        made = painted(page.shapes, 900 / scale, 600 / scale, scale, painting=painting, exposed=part)
        x, y = round(part.x()), round(part.y())
        whole.paste(made.crop((x, y, round(part.right()), round(part.bottom()))), (x, y))
    return whole


@pytest.mark.parametrize("scale", [0.5, PLAIN, 2.5])
@pytest.mark.parametrize("name", SAMPLES)
def test_a_sample_in_parts_is_the_sample(name: str, scale: float) -> None:
    page = page_of(name)
    whole = painted(page.shapes, 900 / scale, 600 / scale, scale)
    assert share_apart(in_parts(page, scale, Painting()), whole, 16) < 0.0001  # a curve cut off elsewhere


@pytest.mark.parametrize("scale", [0.1, FAR, 0.6, PLAIN, 2.5])
def test_a_large_map_in_parts_is_the_large_map(large: Page, scale: float) -> None:
    whole = painted(large.shapes, 900 / scale, 600 / scale, scale)
    assert share_apart(in_parts(large, scale, Painting()), whole, 16) == 0


def test_few_cards_are_painted_in_full_however_small() -> None:
    page = page_of("clinic")
    fine = page_painted(page, 4 * 0.25).reduce(4)
    small = page_painted(page, 0.25)
    size = (min(fine.width, small.width), min(fine.height, small.height))
    assert share_apart(fine.crop((0, 0, *size)), small.crop((0, 0, *size))) < 0.02


@pytest.mark.parametrize("scale", [0.12, 0.2, FAR, 0.4])
def test_from_afar_a_large_map_looks_as_it_does_in_full(large: Page, scale: float) -> None:
    cards = tuple(shape for shape in large.shapes if not (isinstance(shape, Group) and are_lines(shape.shapes)))
    far = painted(cards, large.width, large.height, scale)
    full = printed(cards, large.width, large.height, scale)
    assert share_apart(far, full, 0) > 0  # or it was not from afar
    size = (far.width // 50, far.height // 50)
    assert share_apart(far.resize(size, Image.Resampling.BOX), full.resize(size, Image.Resampling.BOX), 30) == 0


def printed(shapes: tuple[Shape, ...], width: float, height: float, scale: float) -> Image.Image:
    """Everything in full, as pixels."""
    image = QImage(math.ceil(width * scale), math.ceil(height * scale), QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    Painting().print(painter, shapes, scale)
    painter.end()
    return as_pixels(image)


def test_on_paper_letters_and_lines_stay_what_they_are(large: Page) -> None:
    place = QBuffer()
    place.open(QIODevice.OpenModeFlag.WriteOnly)
    paper = QPdfWriter(place)
    paper.setResolution(1200)
    paper.setPageSize(QPageSize(QSizeF(large.width, large.height), QPageSize.Unit.Point))
    paper.setPageMargins(QMarginsF(0, 0, 0, 0))
    painter = QPainter(paper)
    Painting().print(painter, large.shapes, 1200 / 72)
    painter.end()
    pdf = bytes(place.data().data())
    assert run("pdfimages", pdf, "-list").decode().count("\n") == 2  # the heading alone
    said = normalize("NFKC", squeezed(text_of(pdf)))  # Qt says of a ligature that it is one
    words = [shape.string for shape, _, _, _ in walk(large.shapes) if isinstance(shape, Text) and not shape.tracking]
    assert all(squeezed(line) in said for line in words)


def test_a_changed_card_is_painted_anew_and_the_others_are_kept() -> None:
    document = cjm.decode(sample_path("clinic").read_bytes())
    painting, layout = Painting(), lay_out(document)
    before = page_painted(layout.pages[0], 0.8, painting)
    card = next(card for card in document.table(Card).values() if card.text and card.lane)
    change = update(card, text="Menunggu di luar")
    document.apply(change)
    changed = relay(layout, change).pages[0]
    after = page_painted(changed, 0.8, painting)
    assert after != before
    assert after == page_painted(changed, 0.8)


def test_a_card_and_its_marks_are_found_by_the_cards_box() -> None:
    document = crowded(4, 3, cards=150, spans=True, links=20)
    for paper in (None, sheet("A4"), sheet("A0")):
        for page in lay_out(document, sheet=paper).pages:
            assert [group for group in groups(page.shapes) if not is_held(group.shapes)] == []


def groups(shapes: tuple[Shape, ...]) -> Iterator[Group]:
    for shape in shapes:
        if isinstance(shape, Group):
            yield shape
            yield from groups(shape.shapes)


def is_held(shapes: tuple[Shape, ...]) -> bool:
    """Whether what a group is searched by holds all that it paints."""
    box = of_card(shapes)
    if box is None:
        return True
    left, top, right, bottom = of_shapes(shapes)
    # The room for letters is reckoned amply: half an em on all sides.
    slack = max((shape.size / 2 for shape in shapes if isinstance(shape, Text)), default=0.0)
    return box[0] <= left + slack and box[1] <= top + slack and box[2] >= right - slack and box[3] >= bottom - slack


@pytest.mark.parametrize("scale", [FAR, PLAIN])
def test_whatever_is_cut_off_at_an_outline_is_painted(scale: float) -> None:
    hatching = tuple(Line(x, 0, x + 100, 100, "#FF0000") for x in range(-100, 100, 2))
    corner: tuple[Command, ...] = (("M", 0, 0), ("L", 50, 0), ("L", 50, 100), ("L", 0, 100), ("Z",))
    image = painted((Clip(corner, hatching),), 100, 100, scale)
    left = image.crop((0, 0, image.width // 2 - 1, image.height))
    right = image.crop((image.width // 2 + 1, 0, *image.size))
    assert min(left.getchannel("G").tobytes()) < 250
    assert min(right.getchannel("G").tobytes()) == 255


def test_what_was_made_ready_is_kept_as_long_as_there_is_room() -> None:
    made: list[str] = []

    def make(word: str) -> str:
        made.append(word)
        return word.upper()

    kept: Kept[str, str] = Kept(make, 2)
    one, two, three = (f"kartu {at}" for at in range(3))
    assert [kept(word) for word in (one, two, one, three, one, two)] == [
        "KARTU 0", "KARTU 1", "KARTU 0", "KARTU 2", "KARTU 0", "KARTU 1",
    ]  # fmt: skip
    assert made == [one, two, three, two]
    assert len(kept) == 2
