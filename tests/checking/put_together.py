"""The sheets of a poster glued together again, from what their pages say alone: which window each shows, and where."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from math import ceil

import msgspec
from PIL import Image, ImageChops, ImageFilter

from model.layout.shapes import Clip, Group, Line, Page, Path, Shape, walk
from model.layout.sheets import MM
from tests.checking.page_extents import Extent, extent

TOLERANCE = 0.5 * MM
DPI = 100
_PIXELS = 5  # two in each direction: 0.5 mm
_LEVELS = 80  # of 255: letters are smoothed at other places of a pixel, where no more than 60 was seen


class Window(msgspec.Struct, frozen=True):
    """What a sheet shows of the poster, and how far the poster is moved there; points."""

    page: Page
    place: Extent
    x: float
    y: float
    shapes: tuple[Shape, ...]


def window_of(page: Page) -> Window:
    """The first clip of a page, and the one group in it."""
    clip = next(shape for shape in page.shapes if isinstance(shape, Clip))
    (moved,) = clip.shapes
    assert isinstance(moved, Group)
    return Window(page, extent(Path(clip.outline)).moved(-moved.x, -moved.y), moved.x, moved.y, moved.shapes)


def sheets_of(pages: Iterable[Page]) -> list[Window]:
    """The windows of a poster; pages behind it show none."""
    return [window_of(page) for page in pages if any(isinstance(shape, Clip) for shape in page.shapes)]


def differences(single: Page, windows: Sequence[Window]) -> list[str]:
    """Shapes that a window should show and does not, or shows elsewhere than the single sheet does, and the other way
    round; and parts of the single sheet no window shows."""
    return [
        *_uncovered(single, windows),
        *(text for window in windows for text in _unlike(single, window)),
    ]


def _unlike(single: Page, window: Window) -> Iterator[str]:
    wanted = _visible(single, window.place)
    shown = _placed(window.shapes)
    missing = _without(wanted, shown)
    added = _without([each for each in shown if each[1].overlaps(window.place)], _placed(single.shapes))
    yield from (f"{window.page.label} lacks {type(shape).__name__} at {found}" for shape, found in missing)
    yield from (f"{window.page.label} adds {type(shape).__name__} at {found}" for shape, found in added)


Placed = tuple[Shape, Extent]


def _placed(shapes: Iterable[Shape]) -> list[Placed]:
    return [(shape, extent(shape).moved(x, y)) for shape, x, y, _ in walk(shapes)]


def _visible(page: Page, place: Extent) -> list[Placed]:
    """The shapes of a page that are seen in a place: what a clip cuts away is not."""
    whole = Extent(0.0, 0.0, page.width, page.height)
    found = _seen(page.shapes, 0.0, 0.0, whole)
    return [(shape, where) for shape, where, left in found if left.overlaps(place)]


def _seen(shapes: Iterable[Shape], x: float, y: float, cut: Extent) -> Iterator[tuple[Shape, Extent, Extent]]:
    """Each shape with the place it takes, and with the part of that which clips leave; lines are as thin as nothing."""
    for shape in shapes:
        if isinstance(shape, Group):
            yield from _seen(shape.shapes, x + shape.x, y + shape.y, cut)
        elif isinstance(shape, Clip):
            yield from _seen(shape.shapes, x, y, _cut(extent(Path(shape.outline)).moved(x, y), cut))
        else:
            found = extent(shape).moved(x, y)
            yield shape, found, _cut(found, cut)


def _cut(one: Extent, other: Extent) -> Extent:
    return Extent(
        max(one.left, other.left), max(one.top, other.top), min(one.right, other.right), min(one.bottom, other.bottom)
    )  # fmt: skip


def _without(some: Sequence[Placed], others: Sequence[Placed]) -> list[Placed]:
    """Those of some of which there is no like one among the others within the tolerance."""
    by_shape: dict[Shape, list[Extent]] = {}
    for shape, found in others:
        by_shape.setdefault(shape, []).append(found)
    return [(shape, found) for shape, found in some if not any(_near(found, each) for each in by_shape.get(shape, ()))]


def _near(one: Extent, other: Extent) -> bool:
    return max(abs(one.left - other.left), abs(one.top - other.top)) <= TOLERANCE


def _uncovered(single: Page, windows: Sequence[Window]) -> Iterator[str]:
    """Pieces of the single sheet that are on no window, in a grid of all the windows' edges."""
    xs = sorted({0.0, single.width, *(edge for each in windows for edge in (each.place.left, each.place.right))})
    ys = sorted({0.0, single.height, *(edge for each in windows for edge in (each.place.top, each.place.bottom))})
    for left, right in pairwise(xs):
        for top, bottom in pairwise(ys):
            piece = Extent(left, top, right, bottom)
            seen = any(each.place.holds(piece) for each in windows)
            if not seen and right - left > TOLERANCE and bottom - top > TOLERANCE:
                yield f"no sheet shows {piece}"


def glued(single: Page, windows: Sequence[Window], pictures: Sequence[Image.Image]) -> Image.Image:
    """The sheets' pictures, each cut out and laid over those before it, as a person glues them."""
    canvas = Image.new("RGB", (ceil(single.width * DPI / 72), ceil(single.height * DPI / 72)), "white")
    for window, picture in zip(windows, pictures, strict=True):
        place, shown = window.place, window.place.moved(window.x, window.y)
        cut = picture.crop((_pixels(shown.left), _pixels(shown.top), _pixels(shown.right), _pixels(shown.bottom)))
        canvas.paste(cut, (_pixels(place.left), _pixels(place.top)))
    return canvas


def unlike_pixels(one: Image.Image, other: Image.Image, windows: Sequence[Window]) -> int:
    """Pixels of either picture whose like is not in the other within 0.5 mm; the edges at which sheets are glued, on
    which the glue line is to be seen, left out."""
    counted = ImageChops.lighter(_beyond(one, other), _beyond(other, one))
    for window in windows:
        left, top = _pixels(window.place.left), _pixels(window.place.top)
        counted.paste(0, (left - 2, 0, left + 2, counted.height))
        counted.paste(0, (0, top - 2, counted.width, top + 2))
    return sum(counted.histogram()[_LEVELS:])


def _beyond(one: Image.Image, other: Image.Image) -> Image.Image:
    """How much lighter or darker each pixel is than all those near it in the other picture."""
    darkest, lightest = other.filter(ImageFilter.MinFilter(_PIXELS)), other.filter(ImageFilter.MaxFilter(_PIXELS))
    beyond = ImageChops.lighter(ImageChops.subtract(darkest, one), ImageChops.subtract(one, lightest))
    red, green, blue = beyond.split()
    return ImageChops.lighter(ImageChops.lighter(red, green), blue)


def _pixels(points: float) -> int:
    return round(points * DPI / 72)


def glue_lines(page: Page) -> list[Line]:
    """The dotted lines around a page's window."""
    return [shape for shape in page.shapes if isinstance(shape, Line) and shape.dash]
