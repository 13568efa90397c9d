"""Where the text editor stands in the window: over what is written on, large enough to be read, never outside."""

import msgspec
from PySide6.QtCore import QRect

from editor.canvas.writing.lines import Set
from model.layout.frame import Rect
from model.layout.places import Kind, Spot

_SMALL, _LEGIBLE = 9.0, 12.0  # pixels: letters smaller than the one are written as large as the other
_BESIDE, _ABOVE = 3.0, 1.5  # points around words that stand on no card
_LEAST = 6.0  # ems of width to write in


class Placed(msgspec.Struct, frozen=True):
    """A rectangle of the viewport, and the pixels a point comes to in it."""

    rect: QRect
    scale: float


def covered(spot: Spot, words: Set) -> Rect:
    """What of the page is covered while these words are written, in points: their card, or they themselves with some
    air around; in any case all of them."""
    own = Rect(words.x, words.y, words.width, words.height)
    if spot.kind is Kind.CARD:
        return _around(spot.rect, own)
    wide = max(words.width, words.size * _LEAST)
    left = words.x - (wide - words.width) / 2 if words.middle else words.x
    return Rect(left - _BESIDE, own.y - _ABOVE, wide + 2 * _BESIDE, own.height + 2 * _ABOVE)


def _around(one: Rect, other: Rect) -> Rect:
    left, top = min(one.x, other.x), min(one.y, other.y)
    return Rect(left, top, max(one.right, other.right) - left, max(one.bottom, other.bottom) - top)


def placed(shown: Rect, zoom: float, size: float, window: QRect) -> Placed:
    """What shows at `shown`, so much larger that its letters of `size` points can be read, pushed inside a window.

    It grows to the right: what stands at its left is what one reads on from.
    """
    scale = zoom if size * zoom >= _SMALL else _LEGIBLE / size
    wide, high = shown.width * scale / zoom, shown.height * scale / zoom
    rect = QRect(round(shown.x), round(shown.y + (shown.height - high) / 2), round(wide), round(high))
    rect.setSize(rect.size().boundedTo(window.size()))
    rect.moveLeft(max(window.left(), min(rect.left(), window.right() + 1 - rect.width())))
    rect.moveTop(max(window.top(), min(rect.top(), window.bottom() + 1 - rect.height())))
    return Placed(rect, scale)
