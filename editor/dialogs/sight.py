"""A map drawn to be looked at, and which part of it one looks at. No widget: made on a thread of its own."""

from collections.abc import Mapping
from itertools import pairwise
from typing import NamedTuple

import msgspec

from editor.canvas.camera import NATURAL, Camera
from model.compare.difference import Sort
from model.document import Document
from model.layout.engine import lay_out
from model.layout.frame import Rect
from model.layout.places import Places
from model.layout.shapes import Page
from model.records import Id, Link

AIR = 10  # pixels around the page
_READABLE = 0.8 * NATURAL  # pixels a point, at which a card is read
_LARGEST = 4 * NATURAL


Frames = dict[Sort, list[Rect]]
"""What differs, by how it does: rectangles in points."""


class Sight(NamedTuple):
    """A map on one page as large as it needs to be, and where everything stands on it."""

    document: Document
    page: Page
    places: Places

    def rects(self, key: Id) -> tuple[Rect, ...]:
        """Where a record shows, in points; nowhere if it is hidden or not of this map. A link piece by piece: what lies
        between its ends is none of it."""
        if isinstance(self.document.records.get(key), Link):
            runs = (run for page, run in self.places.link_paths(key) if page == 0)
            return tuple(_around(*piece) for run in runs for piece in pairwise(run))
        return tuple(spot.rect for spot in self.places.spots(key) if spot.page == 0)


def _around(one: tuple[float, float], other: tuple[float, float]) -> Rect:
    left, top = min(one[0], other[0]), min(one[1], other[1])
    return Rect(left, top, max(one[0], other[0]) - left, max(one[1], other[1]) - top)


def frames(seen: Sight, marks: Mapping[Id, Sort]) -> Frames:
    """Where to draw frames around these records."""
    found: Frames = {}
    for key, sort in marks.items():
        found.setdefault(sort, []).extend(seen.rects(key))
    return found


def sight(document: Document) -> Sight:
    """A map as it is drawn freely. Takes a tenth of a second for two thousand cards."""
    layout = lay_out(document)
    return Sight(document, layout.pages[0], Places(layout))


class Outlook(msgspec.Struct, frozen=True):
    """How near one looks (1 is the whole page) and at which point, in parts of the page; so that two maps of about
    the same shape can be looked at alike. Rooms are widths and heights in pixels."""

    near: float = 1.0
    x: float = 0.5
    y: float = 0.5

    def camera(self, page: Page, room: tuple[int, int]) -> Camera:
        """Where the page shows in a room; never more of what is beside it than need be."""
        zoom = self.near * whole(page, room)
        x = _corner(page.width * zoom, room[0], self.x)
        return Camera(zoom, x, _corner(page.height * zoom, room[1], self.y))

    def nearer(self, times: float, at: tuple[float, float], page: Page, room: tuple[int, int]) -> "Outlook":
        """So many times as near; what is at a pixel stays there."""
        before, least = self.camera(page, room), whole(page, room)
        near = min(max(self.near * times, 1.0), max(_LARGEST / least, 1.0))
        x, y = before.to_desk(*at)
        zoom = near * least
        middle = x + (room[0] / 2 - at[0]) / zoom, y + (room[1] / 2 - at[1]) / zoom
        return _settled(near, middle, page, room)

    def moved(self, dx: float, dy: float, page: Page, room: tuple[int, int]) -> "Outlook":
        """The page pushed by so many pixels."""
        camera = self.camera(page, room)
        middle = camera.to_desk(room[0] / 2 - dx, room[1] / 2 - dy)
        return _settled(self.near, middle, page, room)

    def at(self, rect: Rect, page: Page, room: tuple[int, int]) -> "Outlook":
        """A rectangle of the page in the middle, near enough to read it."""
        near = max(self.near, _READABLE / whole(page, room), 1.0)
        return _settled(near, (rect.x + rect.width / 2, rect.y + rect.height / 2), page, room)


def whole(page: Page, room: tuple[int, int]) -> float:
    """Pixels a point at which all of a page is seen."""
    wide, high = max(room[0] - 2 * AIR, 1), max(room[1] - 2 * AIR, 1)
    return min(wide / page.width, high / page.height, _READABLE)


def _settled(near: float, middle: tuple[float, float], page: Page, room: tuple[int, int]) -> Outlook:
    """An outlook whose middle is one that the camera can take, so that pushing back has an effect at once."""
    zoom = near * whole(page, room)
    return Outlook(near, *(_middle(*each, zoom) for each in zip(middle, (page.width, page.height), room, strict=True)))


def _middle(at: float, length: float, room: int, zoom: float) -> float:
    seen = (room - 2 * AIR) / zoom
    return 0.5 if seen >= length else min(max(at, seen / 2), length - seen / 2) / length


def _corner(length: float, room: int, middle: float) -> int:
    spare = room - length
    if spare >= 2 * AIR:
        return round(spare / 2)
    return round(min(max(room / 2 - middle * length, spare - AIR), AIR))
