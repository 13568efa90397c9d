"""The desk: the pages of a layout laid out one below the other, in points."""

import msgspec

from model.layout.engine import Layout
from model.layout.frame import Rect

GAP = 30.0  # points between two pages


class OnPage(msgspec.Struct, frozen=True):
    """A point on a page, or beside it; in points from the page's corner."""

    page: int
    x: float
    y: float


class Desk:
    """Where each page lies. Pages are centred above each other."""

    def __init__(self, layout: Layout) -> None:
        self.pages = layout.pages
        self.width = max(page.width for page in self.pages)
        self._corners: list[tuple[float, float]] = []
        y = 0.0
        for page in self.pages:
            self._corners.append(((self.width - page.width) / 2, y))
            y += page.height + GAP
        self.height = y - GAP

    def corner(self, page: int) -> tuple[float, float]:
        """Where a page's upper left corner lies."""
        return self._corners[page]

    def sheet(self, page: int) -> Rect:
        """Where a page lies."""
        return Rect(*self._corners[page], self.pages[page].width, self.pages[page].height)

    def placed(self, page: int, rect: Rect) -> Rect:
        """A rectangle of a page, on the desk."""
        x, y = self._corners[page]
        return Rect(rect.x + x, rect.y + y, rect.width, rect.height)

    def spot(self, x: float, y: float) -> OnPage:
        """A point of the desk on the page it lies on, or on the nearest."""
        page = self._page(y)
        left, top = self._corners[page]
        return OnPage(page, x - left, y - top)

    def _page(self, y: float) -> int:
        for at, page in enumerate(self.pages):
            if y < self._corners[at][1] + page.height + GAP / 2:
                return at
        return len(self.pages) - 1

    def showing(self, rect: Rect) -> range:
        """The pages that meet a rectangle of the desk."""
        shown = [at for at in range(len(self.pages)) if self.sheet(at).meets(rect)]
        return range(shown[0], shown[-1] + 1) if shown else range(0)
