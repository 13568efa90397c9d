"""The sheets of slips: the map's title above them, the true size below."""

from collections.abc import Iterator, Sequence

import msgspec

from model.document import Document
from model.handouts.brief import Brief
from model.handouts.cards.cutting import Grid, cutting_lines, grid_on
from model.handouts.cards.printed import FORMATS, Printed, printed
from model.handouts.cards.slips import slips
from model.handouts.options import CardsOptions
from model.layout.behind import pages_behind
from model.layout.drawn import Leftover
from model.layout.header import title_of
from model.layout.heads import foot_text
from model.layout.order import Order, order
from model.layout.reading import Element
from model.layout.shapes import Group, Page, Shape, Text
from model.layout.sheets import Sheet
from model.layout.style import GREY, INK, METRICS
from model.layout.text.block import block, single
from model.layout.text.shaping import shape
from model.layout.text.wrap import Line, wrap
from model.layout.view import natural_view
from resources.words import words

_ROOMY = 46.0  # points above the slips that the larger title wants
_HEADING, _NOTHING = "heading", "nothing"


def cards(document: Document, brief: Brief) -> tuple[Page, ...]:
    """Every card of the map, as many a sheet as there is room for. Raises Refused (`no_room_for_card`)."""
    options = brief.options if isinstance(brief.options, CardsOptions) else CardsOptions()
    said = words("paper", brief.language or document.map.language)
    on = brief.sheet
    view = brief.view or natural_view(document)
    ordered = order(document, view, said, brief.name, on.name, on.width, on.height, look=brief.look)
    look = FORMATS[options.size]
    margin = METRICS.margin if brief.look.margin is None else brief.look.margin
    grid = grid_on(on, look, margin)
    found = [piece for slip in slips(document, brief, said) for piece in printed(slip, look)]
    return tuple(_pages(ordered, grid, on, found, brief))


def _pages(ordered: Order, grid: Grid, on: Sheet, pieces: Sequence[Printed], brief: Brief) -> Iterator[Page]:
    sheets = [pieces[at : at + grid.count] for at in range(0, len(pieces), grid.count)] or [()]
    behind = pages_behind(ordered, _cut_short(ordered, grid, on, pieces), len(sheets))
    for number, here in enumerate(sheets, start=1):
        brief.check()
        yield _page(ordered, grid, on, here, number, len(sheets) + len(behind))
    yield from behind


def _cut_short(ordered: Order, grid: Grid, on: Sheet, pieces: Sequence[Printed]) -> tuple[Leftover, ...]:
    """What slips and the line above them show shortened."""
    _, whole = _title(ordered, grid, on)
    title = () if whole else (Leftover(ordered.words("title"), title_of(ordered.document, ordered.words)),)
    cut = (Leftover(piece.slip.heading or piece.slip.where, text) for piece in pieces for text in piece.cut)
    return tuple(dict.fromkeys([*title, *cut]))


def _page(ordered: Order, grid: Grid, on: Sheet, here: Sequence[Printed], number: int, total: int) -> Page:
    places = [grid.place(at) for at in range(len(here))]
    drawn = [msgspec.structs.replace(each.group, x=x, y=y) for each, (x, y) in zip(here, places, strict=True)]
    shapes = (*drawn, *(cutting_lines(grid, len(here)) if here else ()), *_around(ordered, grid, on, number, total))
    nothing = () if here else (_nothing(ordered, grid),)
    heading = (Element("H1", (_HEADING,)),) if number == 1 else ()
    reading = (*heading, *_read(here))
    return Page(on.width, on.height, (*shapes, *nothing), ordered.words("cards_title"), reading=reading)


def _read(here: Sequence[Printed]) -> tuple[Element, ...]:
    """The slips as a list; one that takes two pieces on a sheet is one item."""
    keys = dict.fromkeys(each.slip.record for each in here)
    items = tuple(Element("LI", (Element("LBody", (key,)),)) for key in keys)
    return (Element("L", items),) if items else (Element("P", (_NOTHING,)),)


def _around(ordered: Order, grid: Grid, on: Sheet, number: int, total: int) -> Iterator[Shape]:
    """The title above the slips, below them how large they are in truth, and which sheet this is."""
    size, small, m = _title_size(grid), METRICS.caption, grid.margin
    title, _ = _title(ordered, grid, on)
    yield Group(m, grid.edge + size, (Text(0, 0, size, INK, title.runs),), tag=_HEADING)
    low = on.height - grid.edge - 0.35 * small
    foot, _ = single(foot_text(ordered, number, total), "regular", (on.width - 2 * m) / small)
    right = on.width - m - foot.width * small
    yield Text(right, low, small, GREY, foot.runs)
    told = shape(ordered.words("cards_scale", size=grid.slip.name), "regular")
    if m + sum(run.width for run in told) * small < right:
        yield Text(m, low, small, GREY, told)


def _title(ordered: Order, grid: Grid, on: Sheet) -> tuple[Line, bool]:
    text = f"{ordered.words('cards_title')} · {title_of(ordered.document, ordered.words)}"
    return single(text, "bold", (on.width - 2 * grid.margin) / _title_size(grid))


def _title_size(grid: Grid) -> float:
    return METRICS.compact_title if grid.top > grid.edge + _ROOMY else METRICS.body


def _nothing(ordered: Order, grid: Grid) -> Group:
    """What stands on the only sheet of a map without cards."""
    wide = (grid.right - grid.left) / METRICS.scenario
    lines = wrap(ordered.words("cards_none"), "regular", wide)
    return Group(grid.left, grid.top, block(lines, "regular", 0, 0, METRICS.scenario, INK), tag=_NOTHING)
