"""Thousands of rectangles in one call: packed numbers that Qt reads where they are."""

from array import array
from typing import TypeVar

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QPainter
from shiboken6 import Shiboken

Kind = TypeVar("Kind", QRect, QRectF)


class Rectangles:
    """Rectangles in points: x, y, width, height. As a list of QRectF they take five times the room and the time."""

    def __init__(self) -> None:
        self._numbers = array("d")

    def add(self, x: float, y: float, width: float, height: float) -> None:
        """One more."""
        self._numbers.extend((x, y, width, height))

    def draw(self, painter: QPainter) -> None:
        """All of them, with the painter's pen and brush."""
        if self._numbers:
            painter.drawRects(_at(self._numbers, QRectF), len(self._numbers) // 4)


class PixelRectangles:
    """Rectangles of whole pixels: left, top, right and bottom, the last two inside, as QRect counts."""

    def __init__(self, numbers: "array[int]") -> None:
        self._numbers = numbers

    def draw(self, painter: QPainter) -> None:
        """All of them, with the painter's brush."""
        if self._numbers:
            painter.drawRects(_at(self._numbers, QRect), len(self._numbers) // 4)


def _at(numbers: "array[int] | array[float]", kind: type[Kind]) -> Kind:
    """The first of the rectangles these numbers are, in the memory of the array: good for one call while it lives."""
    first = Shiboken.wrapInstance(numbers.buffer_info()[0], kind)
    assert isinstance(first, kind)
    return first
