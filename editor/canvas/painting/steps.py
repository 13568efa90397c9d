"""Shapes as steps: the calls to a painter that draw them, in order, with their arguments made ready.

A step costs one call of Python; what a card is made of takes about seven.
"""

from collections.abc import Callable, Iterable, Sequence
from itertools import groupby
from typing import Any

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPen

from editor.canvas.painting.letters import Letters, glyph_runs, printed_font, raw_font
from editor.canvas.painting.outlines import frame, outline
from editor.canvas.painting.pens import NO_BRUSH, brush, pen
from editor.canvas.painting.photographs import draw_whole, photograph
from export.pictures import crossed
from model.layout.shapes import Box, Clip, Group, Line, Path, Picture, Shape, Text

Step = tuple[Callable[..., object], tuple[Any, ...]]

_ORIGIN = QPointF()


def steps(shapes: Iterable[Shape], *, printing: bool = False) -> tuple[Step, ...]:
    """What draws the shapes. `printing`: letters a file can embed; pictures with all their pixels, for one page."""
    maker = _Maker(printing)
    maker.shapes(shapes)
    return tuple(maker.made)


def draw(painter: QPainter, made: Iterable[Step]) -> None:
    """Take the steps."""
    for call, arguments in made:
        call(painter, *arguments)


class _Maker:
    """The steps so far, and the pen and brush they leave the painter with."""

    def __init__(self, printing: bool) -> None:
        self.made: list[Step] = []
        self._printing = printing
        self._pen: QPen | None = None
        self._brush: QBrush | None = None
        self._make: dict[type[Shape], Callable[[Any], None]] = {
            Box: self._box, Line: self._line, Path: self._path, Picture: self._picture, Clip: self._clip,
            Group: self._group,
        }  # fmt: skip

    def shapes(self, shapes: Iterable[Shape]) -> None:
        """In painting order; lines of text that follow each other in one go."""
        for kind, several in groupby(shapes, type):
            if kind is Text:
                self._texts(several)
                continue
            make = self._make[kind]
            for shape in several:
                make(shape)

    def _with(self, pen: QPen, brush: QBrush) -> None:
        if pen is not self._pen:
            self._pen = pen
            self._do(QPainter.setPen, pen)
        if brush is not self._brush:
            self._brush = brush
            self._do(QPainter.setBrush, brush)

    def _do(self, call: Callable[..., object], *arguments: object) -> None:
        self.made.append((call, arguments))

    def _box(self, box: Box) -> None:
        self._with(pen(box.stroke, box.line, box.dash), brush(box.fill))
        if box.radius > 0 or box.dash:
            self._do(QPainter.drawPath, frame(box))
        else:
            self._do(QPainter.drawRect, QRectF(box.x, box.y, box.width, box.height))

    def _line(self, line: Line) -> None:
        self._with(pen(line.stroke, line.line, line.dash), NO_BRUSH)
        self._do(QPainter.drawLine, QLineF(line.x1, line.y1, line.x2, line.y2))

    def _path(self, path: Path) -> None:
        if path.commands:
            self._with(pen(path.stroke, path.line, path.dash, True), brush(path.fill))
            self._do(QPainter.drawPath, outline(path.commands))

    def _texts(self, texts: Iterable[Any]) -> None:
        for colour, run in glyph_runs(texts, printed_font if self._printing else raw_font):
            self._with(pen(colour, 1.0), NO_BRUSH)
            if self._printing:
                self._do(QPainter.drawGlyphRun, _ORIGIN, run)
            else:
                self._do(Letters(run).draw)

    def _picture(self, picture: Picture) -> None:
        if self._printing:
            self._do(_print_picture, picture, steps(crossed(picture)))
            return
        ready = photograph(picture)
        if ready is None:
            self.shapes(crossed(picture))
        else:
            self._do(ready.draw)

    def _clip(self, clip: Clip) -> None:
        if clip.outline and clip.shapes:
            self._do(QPainter.save)
            self._do(QPainter.setClipPath, outline(clip.outline), Qt.ClipOperation.IntersectClip)
            before = self._pen, self._brush
            self.shapes(clip.shapes)
            self._pen, self._brush = before
            self._do(QPainter.restore)

    def _group(self, group: Group) -> None:
        self._do(QPainter.translate, group.x, group.y)
        self.shapes(group.shapes)
        self._do(QPainter.translate, -group.x, -group.y)


def _print_picture(painter: QPainter, picture: Picture, instead: Sequence[Step]) -> None:
    if not draw_whole(painter, picture):
        draw(painter, instead)
