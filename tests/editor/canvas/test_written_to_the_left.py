"""A card whose words are read to the left is written where they will stand."""

import pytest

from editor.canvas.writing.lines import set_words
from model.layout.engine import lay_out
from model.layout.places import Places
from model.layout.shapes import Text, walk
from model.records import Card
from tests.making.small_map import small_map

ARABIC = "ينتظر العميل الدواء في الصيدلية"


@pytest.mark.parametrize("text", [ARABIC, "menunggu obat di apotek", f"obat {ARABIC}"])
def test_writing_begins_and_ends_where_the_card_shows_its_words(text: str) -> None:
    document = small_map(Card(id="c1", order="a0", lane="l1", step="t1", text=text))
    layout = lay_out(document)
    (spot,) = Places(layout).spots("c1")
    shown = [
        (x + shape.x, x + shape.x + shape.width)
        for shape, x, _, record in walk(layout.pages[0].shapes)
        if isinstance(shape, Text) and record == "c1"
    ]
    found = set_words(document, layout, spot, text)
    assert found.x == pytest.approx(min(left for left, _ in shown), abs=0.01)
    assert found.x + found.width == pytest.approx(max(right for _, right in shown), abs=0.01)
