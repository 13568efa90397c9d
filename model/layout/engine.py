"""A document to pages: the whole way from records to shapes."""

import msgspec

from model.document import Document
from model.layout.behind import pages_behind
from model.layout.drawn import Leftover
from model.layout.fit import plan
from model.layout.heads import parking_lines, pitch_of
from model.layout.look import LOOK, Look
from model.layout.order import Order, order
from model.layout.page import Composed, compose
from model.layout.parts import Part
from model.layout.setting import Setting
from model.layout.shapes import Page
from model.layout.sheets import Sheet
from model.layout.style import METRICS
from model.layout.text.tongue import speak
from model.layout.view import View, natural_view
from resources.words import words


class Layout(msgspec.Struct, frozen=True):
    """A map laid out. `pages` are what a painter paints: those in `composed`, then the pages behind the map.

    `size` is the card text's in points, the same on all pages. The other members are as they were asked for.
    """

    order: Order
    composed: tuple[Composed, ...]
    pages: tuple[Page, ...]
    size: float
    sheet: Sheet | None
    language: str | None
    folding: bool


def lay_out(
    document: Document,
    *,
    view: View | None = None,
    sheet: Sheet | None = None,
    language: str | None = None,
    name: str = "",
    folding: bool = False,
    look: Look = LOOK,
) -> Layout:
    """Lay a map out on sheets of paper, or without a sheet on one page that grows with it.

    `view`: which lanes show; the one the map was drawn for unless told. `language`: of the words around the map, else
    the map's own. `name`: the file's, for the foot of each page. `folding`: whether folded lanes are drawn as a line;
    on a sheet they never are, since paper has to say everything. `look`: margins, header, lanes left out.
    """
    speak(document.map.language)
    view = view or natural_view(document)
    said = words("paper", language or document.map.language)
    if sheet is None:
        ordered = order(document, view, said, name, "", 0.0, None, folding, look)
        return _free(msgspec.structs.replace(ordered, width=_free_width(ordered)), language, folding)
    ordered = order(document, view, said, name, sheet.name, sheet.width, sheet.height, look=look)
    planned = plan(ordered)
    return _laid_out(ordered, planned.parts, planned.setting, sheet, language, folding)


def _free(ordered: Order, language: str | None, folding: bool) -> Layout:
    """One page of columns of a set width, as tall as it needs to be."""
    whole = Part(range(len(ordered.source.columns)), ordered.source.bands, last=True)
    setting = Setting(METRICS, METRICS.largest_card_text, 0, ordered.words, ordered.look)
    return _laid_out(ordered, (whole,), setting, None, language, folding)


def _free_width(ordered: Order) -> float:
    m, columns = METRICS, len(ordered.source.columns)
    return m.left + m.margin + max(columns * (m.free_card + m.column_gap) - m.column_gap, m.free_card * 4)


def _laid_out(
    ordered: Order,
    parts: tuple[Part, ...],
    setting: Setting,
    sheet: Sheet | None,
    language: str | None,
    folding: bool,
) -> Layout:
    composed = _compose_all(ordered, parts, setting, len(parts))
    behind = pages_behind(ordered, left_behind(ordered, composed), len(parts))
    if behind:
        composed = _compose_all(ordered, parts, setting, len(parts) + len(behind))
    pages = (*(each.page for each in composed), *behind)
    return Layout(ordered, composed, pages, setting.size, sheet, language, folding)


def _compose_all(ordered: Order, parts: tuple[Part, ...], setting: Setting, total: int) -> tuple[Composed, ...]:
    return tuple(
        compose(ordered, part, number, total, pitch_of(ordered, part, setting), setting)
        for number, part in enumerate(parts, start=1)
    )


def left_behind(ordered: Order, composed: tuple[Composed, ...]) -> tuple[Leftover, ...]:
    """What has to stand in full behind the pages of a map; what several of them show shortened, once."""
    on_page = any(each.part.last and len(parking_lines(ordered, each.setting.metrics)) > 0 for each in composed)
    parking = () if on_page else ordered.parked
    return tuple(dict.fromkeys([*(left for each in composed for left in each.leftovers), *parking]))
