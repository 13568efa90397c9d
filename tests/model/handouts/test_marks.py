"""What is put over and around finished pages."""

import re

import pytest

from export import pdf
from model.handouts.brief import Brief
from model.handouts.making import handout
from model.handouts.marks import with_bleed
from model.layout.fields import Address, Field
from model.layout.look import Look
from model.layout.shapes import Line, Page, Path, Text, walk
from model.layout.sheets import MM, sheet
from tests.checking.export_reader import of_type
from tests.checking.page_extents import extent
from tests.checking.printed import words_said
from tests.making.export_pages import INFO
from tests.making.small_map import small_map


def made(look: Look) -> tuple[Page, ...]:
    return handout(small_map(), "split", Brief(sheet=sheet("A4"), look=look))


def test_a_draft_says_so_on_every_page_and_hides_no_word() -> None:
    bare, drafted = made(Look()), made(Look(draft=True))
    assert [words_said(page) for page in drafted] == [words_said(page) for page in bare]
    for page in drafted:
        word = page.shapes[-1]
        assert isinstance(word, Path) and word.fill is None
        box = extent(word)
        assert box.left > 0 and box.top > 0 and box.right < page.width and box.bottom < page.height
        assert (box.left + box.right) / 2 == pytest.approx(page.width / 2, abs=12)
        assert (box.top + box.bottom) / 2 == pytest.approx(page.height / 2, abs=12)
        assert box.right - box.left > page.width / 3


def test_a_bleed_makes_the_page_larger_and_says_where_to_cut() -> None:
    (bare,), (page,) = made(Look()), made(Look(bleed=3 * MM))
    assert (page.width, page.height) == pytest.approx((bare.width + 6 * MM, bare.height + 6 * MM))
    marks = [shape for shape in page.shapes if isinstance(shape, Line)]
    assert len(marks) == 8
    stays = (3 * MM, 3 * MM, page.width - 3 * MM, page.height - 3 * MM)
    for mark in marks:
        outside = (
            max(mark.x1, mark.x2) < stays[0] or min(mark.x1, mark.x2) > stays[2]
            or max(mark.y1, mark.y2) < stays[1] or min(mark.y1, mark.y2) > stays[3]
        )  # fmt: skip
        assert outside
        assert (mark.x1 in (stays[0], stays[2])) or (mark.y1 in (stays[1], stays[3]))


def test_words_fields_and_addresses_move_with_the_page() -> None:
    (bare,), (page,) = made(Look()), made(Look(bleed=9.0))
    before, after = (
        [(shape, x, y) for shape, x, y, _ in walk(each.shapes) if isinstance(shape, Text)] for each in (bare, page)
    )
    assert [x + 9.0 for _, x, _ in before] == pytest.approx([x for _, x, _ in after])
    assert [y + 9.0 for _, _, y in before] == pytest.approx([y for _, _, y in after])
    filled = Page(100, 100, (), fields=(Field("a", 1, 2, 3, 4),), addresses=(Address(5, 6, 7, 8, "https://a.id"),))
    (moved,) = with_bleed((filled,), 9.0)
    assert (moved.fields[0].x, moved.fields[0].y, moved.addresses[0].x, moved.addresses[0].y) == (10, 11, 14, 15)


def test_the_file_says_what_is_cut_off() -> None:
    (page,) = of_type(pdf.write(made(Look(bleed=3 * MM)), INFO), "Page")
    boxes = {
        name: [float(edge) for edge in edges.split()]
        for name, edges in re.findall(r"/(\w+Box) \[(.*?)\]", page.text, re.DOTALL)
    }
    inside = pytest.approx([3 * MM, 3 * MM, boxes["MediaBox"][2] - 3 * MM, boxes["MediaBox"][3] - 3 * MM], abs=0.1)
    assert boxes["TrimBox"] == inside
