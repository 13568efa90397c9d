"""One page of a worksheet: head, stages, lanes with their cells, foot, and the order in which it is filled in."""

import hashlib
import json
import re
from collections.abc import Sequence
from functools import cached_property

import msgspec

from model.document import Document
from model.handouts.brief import Brief
from model.handouts.options import WorksheetOptions
from model.handouts.worksheet_cells import Cell, Cells, drawn, fields
from model.handouts.worksheet_columns import Columns, heads_height
from model.handouts.worksheet_frame import Grid, grid
from model.handouts.worksheet_head import Head
from model.importers.worksheet_names import About, name
from model.layout.fields import Field
from model.layout.grid import Column
from model.layout.labels import label, whole_height
from model.layout.reading import Element
from model.layout.setting import Setting
from model.layout.shapes import Group, Page, Text
from model.layout.style import GREY
from model.layout.text.block import height, single
from model.layout.text.shaping import shape, width
from model.records import Lane
from model.storage.cjm import encode

_ESCAPED = re.compile(r"[^\x00-\x7f]+")  # in JSON these stand in strings and nowhere else


class Worksheet(msgspec.Struct, frozen=True, dict=True):
    """What all pages of a worksheet have in common."""

    blank: Document
    brief: Brief
    setting: Setting
    head: Head
    options: WorksheetOptions

    @cached_property
    def map(self) -> str:
        """The blank map as a file, in ASCII alone: nobody on its way can take its letters for others."""
        return _ESCAPED.sub(lambda found: json.dumps(found[0])[1:-1], encode(self.blank).decode())

    @cached_property
    def code(self) -> str:
        """Six letters that say which worksheet it is, the same for the same blank map."""
        return hashlib.sha256(self.map.encode()).hexdigest()[:6]


class Part(msgspec.Struct, frozen=True):
    """What one page shows."""

    columns: tuple[Column, ...]
    lanes: tuple[Lane, ...]


class Places(msgspec.Struct, frozen=True):
    """Heights on every page: of the stages' heads, and where the lanes begin and end."""

    heads: float
    top: float
    bottom: float


def places(sheet: Worksheet, runs: Sequence[Sequence[Column]]) -> Places:
    """Where the parts of all pages stand, `runs` being the columns of each."""
    m = sheet.setting.metrics
    heads = m.margin + sheet.head.high
    tall = max(heads_height(run, sheet.brief.sheet, sheet.setting) for run in runs)
    return Places(heads, heads + tall + m.row_gap, sheet.brief.sheet.height - m.margin - height(1, m.caption) * 1.7)


def page(sheet: Worksheet, stands: Places, part: Part, number: int, total: int) -> Page:
    """A page. Its fields are filled in column by column, each from top to bottom."""
    sheet.brief.check()
    on, setting = sheet.brief.sheet, sheet.setting
    table = grid(len(part.columns), part.lanes, on, stands.top, stands.bottom, setting.metrics)
    rows = _rows(part, table, setting.metrics.row_gap)
    across = _heads(sheet, stands, part, table)
    filled = _filled(sheet, across, rows)
    labels = (_label(lane, y, high, setting) for lane, y, high in rows)
    frames = (group for groups, _ in filled for group in groups)
    asked = (field for _, several in filled for field in several)
    return Page(
        on.width,
        on.height,
        (*sheet.head.groups, *across.groups, *labels, *frames, *_foot(sheet, number, total)),
        title=_title(sheet, number, total),
        reading=(*sheet.head.reading, _lanes_read(part.lanes), *_columns_read(across, filled)),
        fields=(*sheet.head.fields, *asked, _hidden(sheet)),
    )


def _title(sheet: Worksheet, number: int, total: int) -> str:
    """The page's line in the outline."""
    word = sheet.setting.words("worksheet")
    return f"{word} {number}/{total}" if total > 1 else word


def _heads(sheet: Worksheet, stands: Places, part: Part, table: Grid) -> Columns:
    """The heads of the columns of a page."""
    high = stands.top - sheet.setting.metrics.row_gap - stands.heads
    return Columns(sheet.blank.map.id, part.columns, table, stands.heads, high, sheet.brief.sheet, sheet.setting)


Filled = tuple[list[Group], list[Field]]
Rows = Sequence[tuple[Lane, float, float]]


def _rows(part: Part, table: Grid, gap: float) -> Rows:
    """Each lane, where it begins, how tall it is."""
    rows, y = [], table.top
    for lane, high in zip(part.lanes, table.heights, strict=True):
        rows.append((lane, y, high))
        y += high + gap
    return rows


def _filled(sheet: Worksheet, across: Columns, rows: Rows) -> list[Filled]:
    """The cells of each column and all its fields, that of its title first."""
    on, metrics = sheet.brief.sheet, sheet.setting.metrics
    cells = Cells(sheet.blank.map.id, on, across.grid, metrics, sheet.options.ruled)
    return [_column(across, cells, rows, at) for at in range(len(across.columns))]


def _column(across: Columns, cells: Cells, rows: Rows, at: int) -> Filled:
    groups, asked = list[Group](), [*across.fields(at)]
    x = cells.grid.left + at * cells.grid.pitch
    for lane, y, high in rows:
        cell = Cell(lane, across.columns[at], x, y, high)
        groups.append(drawn(cell, cells))
        asked += fields(cell, cells, across.said(at))
    return groups, asked


def _label(lane: Lane, y: float, high: float, setting: Setting) -> Group:
    """The lane's name, under it the question it asks where there is room for it, else its caption."""
    m = setting.metrics
    asking = msgspec.structs.replace(lane, caption=lane.guide)
    fits = lane.guide and whole_height(asking, m) <= high and _is_whole(asking, setting)
    return Group(m.margin, y, label(asking if fits else lane, high, setting).shapes, lane.id)


def _is_whole(lane: Lane, setting: Setting) -> bool:
    return not label(lane, 10_000.0, setting).leftovers


def _hidden(sheet: Worksheet) -> Field:
    """The blank map goes with every page: any of them may come back alone."""
    return Field(name(sheet.blank.map.id, About.MAP), 0, 0, 0, 0, "hidden", value=sheet.map)


def _foot(sheet: Worksheet, number: int, total: int) -> tuple[Group, ...]:
    """Which worksheet of which file it is, which page."""
    m, on, words = sheet.setting.metrics, sheet.brief.sheet, sheet.setting.words
    size, y = m.caption, on.height - m.margin
    told = words("worksheet_foot", name=sheet.brief.name, code=sheet.code) if sheet.brief.name else sheet.code
    left, _ = single(told, "regular", (on.width - 2 * m.margin) * 0.7 / size)
    shapes = [Text(m.margin, y, size, GREY, left.runs)]
    if sheet.setting.look.numbered:
        page = words("page", number=number, total=total)
        shapes.append(Text(on.width - m.margin - width(page, "regular") * size, y, size, GREY, shape(page, "regular")))
    return (Group(0, 0, tuple(shapes), tag="foot"),)


def _lanes_read(lanes: Sequence[Lane]) -> Element:
    items = tuple(Element("LI", (Element("LBody", (lane.id,)),)) for lane in lanes)
    return Element("L", items)


def _columns_read(across: Columns, filled: Sequence[Filled]) -> tuple[Element, ...]:
    """Stage by stage: its title, then what is filled in."""
    found = []
    for at, (_, asked) in enumerate(filled):
        names = dict.fromkeys(field.name for field in asked)
        forms = tuple(Element("Form", (), fields=(each,)) for each in names)
        found.append(Element("Sect", (*across.read(at), *forms)))
    return tuple(found)
