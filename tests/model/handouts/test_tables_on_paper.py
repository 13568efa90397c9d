"""Tables as strips: columns, rows over several lines, and how they are read aloud."""

import pytest

from model.handouts.prose import Cell, Said, Table, cell
from model.handouts.strips import Placed, Strip, reading
from model.handouts.tables import table
from model.handouts.typesetting import Type
from model.layout.reading import Element
from model.layout.shapes import Text, walk
from tests.checking.page_extents import extent

TYPE = Type()


def placed(text: Table, wide: float = 400) -> list[Placed]:
    made, y = [], 0.0
    for strip in table(text, wide, TYPE):
        made.append(Placed(strip, 0.0, y, 0))
        y += strip.high
    return made


def lines(strip: Strip) -> list[str]:
    return [each.string for part in strip.parts for each in part.shapes if isinstance(each, Text)]


def shape_of(element: Element) -> object:
    return [element.kind, *(shape_of(each) for each in element.parts if isinstance(each, Element))]


def test_a_table_is_read_row_by_row_with_its_headers() -> None:
    text = Table(("Jalur", "Kartu"), ((cell("Emosi"), cell("kata " * 60)), (cell("Bukti"), Cell())))
    (element,) = reading(placed(text))
    rows = [["TR", ["TH"], ["TH"]], ["TR", ["TH"], ["TD"]], ["TR", ["TH"], ["TD"]]]
    assert shape_of(element) == ["Table", *rows]
    head, first, _ = (each for each in element.parts if isinstance(each, Element))
    assert [each.scope for each in head.parts if isinstance(each, Element)] == ["Column", "Column"]
    assert [each.scope for each in first.parts if isinstance(each, Element)] == ["Row", ""]


def test_a_cell_over_several_lines_is_one_element() -> None:
    made = placed(Table((), ((cell("a"), cell("kata " * 60)),)))
    assert len(made) > 2
    names = {group.tag for each in made for group in each.shapes() if group.tag}
    assert len(names) == 2


def test_the_paragraphs_of_a_cell_are_read_one_by_one() -> None:
    (element,) = reading(placed(Table((), ((cell("a"), Cell((Said("satu"), Said("dua " * 50)))),))))
    assert shape_of(element) == ["Table", ["TR", ["TH"], ["TD", ["P"], ["P"]]]]


def test_a_row_stays_together_and_the_head_stays_with_the_first() -> None:
    head, *rows = table(Table(("a", "b"), ((cell("c"), cell("kata " * 60)), (cell("d"), cell("e")))), 300, TYPE)
    assert head.keep
    assert [each.keep for each in rows] == [True] * (len(rows) - 2) + [False, False]
    assert all(each.head and lines(each.head[0]) == ["a", "b"] for each in rows)


@pytest.mark.parametrize("shares", [(), (0.2, 0.5, 0.3), (0.98, 0.01, 0.01)])
@pytest.mark.parametrize("wide", [120.0, 400.0])
def test_no_word_leaves_its_column(shares: tuple[float, ...], wide: float) -> None:
    row = (cell("Tindakanpelanggan" * 4, "strong"), cell("dua kata"), cell("satu " * 40))
    text = Table(("Jalur", "Kartu", "Rincian"), (row,), shares)
    texts = [
        (shape, extent(shape).moved(x, y))
        for each in placed(text, wide)
        for shape, x, y, _ in walk(each.shapes())
        if isinstance(shape, Text)
    ]
    assert max(place.right for _, place in texts) <= wide
    for at, (_, one) in enumerate(texts):
        assert not any(one.overlaps(other) for _, other in texts[at + 1 :])


def test_a_heading_that_is_wider_than_its_share_is_not_torn() -> None:
    first, *_ = table(Table(("a", "Kelayakan"), ((cell("b"), cell("c")),), (0.99, 0.01)), 300, TYPE)
    assert lines(first) == ["a", "Kelayakan"]


def test_an_address_is_a_link_only_where_it_leads_to_the_web_or_to_a_letter() -> None:
    said = tuple(Said(url, url=url) for url in ("https://contoh.id/a", "mailto:a@b.id", "javascript:x", "file:///x"))
    made = placed(Table((), ((cell("a"), Cell(said)),)))
    assert [address.url for each in made for address in each.addresses()] == ["https://contoh.id/a", "mailto:a@b.id"]
