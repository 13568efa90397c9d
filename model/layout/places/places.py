"""Everything of a layout and where it stands, for the pointer, for drops and for the arrow keys. Lengths in points.

A page is its number in `Layout.pages`; the pages behind the map have no places.
"""

from collections.abc import Collection

from model.layout.engine import Layout
from model.layout.frame import Rect
from model.layout.links.corners import Run
from model.layout.page import Composed
from model.layout.places import drops, gaps, walking
from model.layout.places.lines import Lines
from model.layout.places.page import PagePlaces
from model.layout.places.row import contents
from model.layout.places.spot import Cell, Drop, Kind, Spot
from model.layout.quotes import Scale
from model.records import Id, Role


class Places:
    """Finds records by point and points by record. Made anew for each layout; what it finds out it keeps."""

    def __init__(self, layout: Layout, before: "Places | None" = None) -> None:
        """`before`: the places of the layout this one was relaid from. Rows that are the same keep what was found."""
        self._layout = layout
        known = before._pages if before is not None else ()
        self._pages: tuple[PagePlaces, ...] = tuple(
            _page_places(layout, composed, number, known[number] if number < len(known) else None)
            for number, composed in enumerate(layout.composed)
        )

    # By record

    def spots(self, key: Id) -> tuple[Spot, ...]:
        """Every place a record stands at, page by page; of a lane its label. None where it is not shown."""
        return tuple(spot for page in self._pages for spot in page.spots(key))

    def area(self, key: Id) -> tuple[Spot, ...]:
        """The columns of a stage or step from chevrons to last row, or the whole row of a lane, page by page."""
        return tuple(spot for page in self._pages for spot in page.area(key))

    def link_paths(self, key: Id) -> tuple[tuple[int, Run], ...]:
        """Page and corners of every line a link is drawn with: one, or a stub on each page one of its ends is on."""
        return tuple((page.number, run) for page in self._pages for run in page.lines.arrows.runs.get(key, ()))

    def link_path(self, key: Id) -> tuple[int, Run] | None:
        """Page and corners, from source to target, of the first line a link is drawn with."""
        return next(iter(self.link_paths(key)), None)

    # By point

    def at(self, page: int, x: float, y: float, reach: float = 0.0) -> Spot | None:
        """What is on top at a point. A face or a link may be missed by `reach` points, a link by three at least."""
        found = self._page(page)
        return found.at(x, y, reach) if found else None

    def within(self, page: int, rect: Rect) -> tuple[Id, ...]:
        """The cards and emotions that meet a rectangle, in reading order: by column, then downwards."""
        found = self._page(page)
        met = sorted(found.within(rect), key=lambda each: each[0]) if found else []
        return tuple(spot.record for _, spot in met if spot.kind is not Kind.KPI)

    def cell_at(self, page: int, x: float, y: float) -> Cell | None:
        """The nearest cell to a point on the grid or at its very edge; emotion lanes have cells too."""
        found = self._page(page)
        return _cell_at(found, x, y) if found else None

    def drop_at(self, page: int, x: float, y: float, without: Collection[Id] = ()) -> Drop | None:
        """Where a card let go at a point would stand, once those `without` have left. None where no card may stand."""
        found, cell = self._page(page), self.cell_at(page, x, y)
        if found is None or cell is None or cell.step is None or not _takes_cards(found, cell):
            return None
        return drops.drop(self._pages, cell, cell.step, y, without)

    def feeling_at(self, page: int, lane: Id, y: float) -> float:
        """The feeling, -2 to 2, at a height of an emotion lane. Raises KeyError where the page does not show it."""
        top, scale = self._scale(page, lane)
        return scale.value(y - top)

    def feeling_y(self, page: int, lane: Id, value: float) -> float:
        """The height at which an emotion lane draws a feeling. Raises KeyError where the page does not show it."""
        top, scale = self._scale(page, lane)
        return top + scale.y(value)

    # Gaps and borders

    def stage_gap_at(self, page: int, x: float, without: Id | None = None) -> tuple[int, float]:
        """The index at which a stage dropped here stands among the others, and the x of that gap.

        `without` is the stage that is being moved, if one is; so it is for steps and lanes below.
        """
        return gaps.stage_gap(self._pages[page], x, without)

    def step_gap_at(self, page: int, x: float, without: Id | None = None) -> tuple[Id, int, float] | None:
        """The stage and index a step dropped here comes to, and the x of that gap; None in a map without stages."""
        return gaps.step_gap(self._pages[page], x, without)

    def lane_gap_at(self, page: int, y: float, without: Id | None = None) -> tuple[int, float]:
        """The index among all lanes, hidden ones too, that a lane dropped here comes to, and the y of that gap."""
        return gaps.lane_gap(self._pages[page], y, without)

    def border_at(self, page: int, x: float, y: float, reach: float) -> Id | None:
        """The stage whose border with the next one is within `reach` points, at the height of the head."""
        found = self._page(page)
        return gaps.border(found, x, y, reach) if found else None

    # Walking

    def cell(self, lane: Id, column: int) -> Cell | None:
        """The cell of a lane over a column of the whole map, if it is shown."""
        return walking.cell_over(self._pages, lane, column)

    def cell_of(self, key: Id) -> Cell | None:
        """The cell in which a card, KPI or emotion begins; None where it is not shown."""
        return walking.cell_of(self._pages, key)

    def in_cell(self, cell: Cell) -> tuple[Id, ...]:
        """What begins in a cell, from top to bottom as it is drawn."""
        return walking.in_cell(self._pages, cell)

    def walk(self, cell: Cell, dx: int, dy: int, leap: bool = False) -> Cell:
        """The cell beside or above, hidden lanes left out; at the edge the same one.

        `leap`: on over empty cells to the first that holds something, or to the edge.
        """
        return walking.walk(self._pages, cell, dx, dy, leap)

    def _page(self, page: int) -> PagePlaces | None:
        return self._pages[page] if 0 <= page < len(self._pages) else None

    def _scale(self, page: int, lane: Id) -> tuple[float, Scale]:
        found = self._page(page)
        shown = found.row_of(lane) if found else None
        if shown is None or shown[1].scale is None:
            raise KeyError(lane)
        return shown[0].y, shown[1].scale


def _page_places(layout: Layout, composed: Composed, number: int, before: PagePlaces | None) -> PagePlaces:
    lines = before.lines if before is not None and before.lines.arrows is composed.arrows else Lines(composed.arrows)
    # `relay` measures a row anew if anything in it changed: one measured as before holds the same, wherever it stands.
    known = {id(each.measured): each for each in before.rows} if before is not None else {}
    rows = tuple(
        known.get(id(measured)) or contents(row, measured, composed, layout.order.source.places)
        for row, measured in zip(composed.frame.rows, composed.measured, strict=True)
    )
    return PagePlaces(number, layout.order, composed, rows, lines)


def _cell_at(page: PagePlaces, x: float, y: float) -> Cell | None:
    frame = page.composed.frame
    right, bottom = frame.left + frame.columns * frame.pitch - frame.gap, frame.bottom
    edge = frame.gap
    on_grid = frame.left - edge <= x <= right + edge and frame.top - edge <= y <= bottom + edge
    if not frame.rows or not on_grid:
        return None
    column = int((x - frame.left + frame.gap / 2) // frame.pitch)
    row = min(frame.rows, key=lambda row: max(row.y - y, y - row.y - row.height))
    return page.cell(row, max(0, min(column, frame.columns - 1)))


def _takes_cards(page: PagePlaces, cell: Cell) -> bool:
    row, held = page.shown(cell.lane)
    return row.lane.role is not Role.EMOTION and held.measured.band.folded is None
