"""Pages on a painter: fast enough to follow the hand on the screen, and in full on paper."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from operator import is_

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QTransform

from editor.canvas.painting.afar import Afar, afar
from editor.canvas.painting.crowd import is_row
from editor.canvas.painting.extents import Extent, moved, of_card, of_shapes
from editor.canvas.painting.kept import Kept
from editor.canvas.painting.layers import Layers, Linked
from editor.canvas.painting.links import Links, are_lines
from editor.canvas.painting.pieces import Piece, Pieces, are_few
from editor.canvas.painting.row import Row
from editor.canvas.painting.steps import Step, draw, steps
from model.layout.shapes import Shape

Shapes = tuple[Shape, ...]

_SMOOTH = QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
_ROUND = 2.0  # pixels to the point: from here on the corners of links can be seen to be round
# How many things are kept, most of them small: steps for several windows full of cards, pieces for several long pages.
_STEPS, _PIECES, _EXTENTS, _ROWS, _PAGES = 3000, 150, 12_000, 100, 8


class Painting:
    """Paints shapes, and keeps what it made ready of them from frame to frame, and from one layout to the next."""

    def __init__(self) -> None:
        self._steps: Kept[Shapes, tuple[Step, ...]] = Kept(steps, _STEPS)
        self._afar: Kept[Shapes, Afar] = Kept(afar, _STEPS)
        self._extents: Kept[Shapes, Extent] = Kept(of_shapes, _EXTENTS)
        self._pieces: Kept[Shapes, Pieces] = Kept(self._cut, _PIECES)
        self._rows: Kept[Shapes, Row] = Kept(Row, _ROWS)
        self._layers: Kept[Shapes, Layers] = Kept(self._layered, _PAGES)
        self._are_lines: Kept[Shapes, bool] = Kept(are_lines, _EXTENTS)
        self._links: list[Links] = []

    def paint(self, painter: QPainter, shapes: Shapes, scale: float, exposed: QRectF) -> None:
        """Draw at least what meets `exposed`, in pixels from the painter's origin; the caller clips.

        `scale`: device-independent pixels to a point. Many cards that are small are painted without their letters.
        """
        area = exposed.left() / scale, exposed.top() / scale, exposed.right() / scale, exposed.bottom() / scale
        layers = self._layers(shapes)
        painter.save()
        painter.setRenderHints(_SMOOTH)
        painter.scale(scale, scale)
        if layers.crowd.is_far(scale):
            self._sketch(painter, layers, scale, area)
        else:
            self._draw_layers(painter, layers, scale, area)
        painter.restore()

    def print(self, painter: QPainter, shapes: Shapes, scale: float) -> None:
        """Draw all of it as lines, areas and letters, for paper: nothing simplified, nothing kept."""
        painter.save()
        painter.setRenderHints(_SMOOTH)
        painter.scale(scale, scale)
        draw(painter, steps(shapes, printing=True))
        painter.restore()

    def _draw_layers(self, painter: QPainter, layers: Layers, scale: float, area: Extent) -> None:
        self._draw_pieces(painter, layers.below.meeting(area), area)
        if layers.links is not None and scale < _ROUND:
            with _pixels(painter):
                layers.links.draw_bands(painter, area, scale)
            self._draw_pieces(painter, layers.links.others_meeting(area), area)
        elif layers.links is not None:
            self._draw_pieces(painter, layers.links.meeting(area), area)
        self._draw_pieces(painter, layers.above.meeting(area), area)

    def _draw_pieces(self, painter: QPainter, pieces: Iterable[Piece], area: Extent, far: float = 0.0) -> None:
        """Paint pieces, of large ones only what meets an area (points). `far`: the scale, where it is from afar."""
        paint = self._draw_far if far else self._draw
        for x, y, shapes in pieces:
            painter.translate(x, y)
            paint(painter, shapes, moved(area, -x, -y), far)
            painter.translate(-x, -y)

    def _draw(self, painter: QPainter, shapes: Shapes, area: Extent, _: float) -> None:
        if are_few(shapes):
            draw(painter, self._steps(shapes))
        else:
            self._draw_pieces(painter, self._pieces(shapes).meeting(area), area)

    def _draw_far(self, painter: QPainter, shapes: Shapes, area: Extent, scale: float) -> None:
        seen = self._afar(shapes)
        if not seen.few:
            self._draw_pieces(painter, self._pieces(shapes).meeting(area), area, scale)
        elif not seen.is_unseen(scale):
            draw(painter, seen.ground if seen.is_dot(scale) else self._steps(shapes))

    def _sketch(self, painter: QPainter, layers: Layers, scale: float, area: Extent) -> None:
        """Paint a crowded page from afar: rows in batches, links as hairlines, the rest as it is."""
        self._sketch_pieces(painter, layers.below, scale, area)
        if layers.links is not None:
            with _pixels(painter):
                layers.links.draw_hairlines(painter, scale)
        self._sketch_pieces(painter, layers.above, scale, area)

    def _sketch_pieces(self, painter: QPainter, pieces: Pieces, scale: float, area: Extent) -> None:
        for piece in pieces.meeting(area):
            x, y, shapes = piece
            if is_row(shapes):
                painter.translate(x, y)
                self._sketch_row(painter, self._rows(shapes), scale, moved(area, -x, -y))
                painter.translate(-x, -y)
            else:
                self._draw_pieces(painter, (piece,), area, scale)

    def _sketch_row(self, painter: QPainter, row: Row, scale: float, area: Extent) -> None:
        painter.setRenderHints(_SMOOTH, False)
        row.sketch(painter, scale, area)
        painter.setRenderHints(_SMOOTH)
        self._draw_pieces(painter, row.others, area, scale)

    def _extent_of(self, shapes: Shapes) -> Extent:
        """Cards' extents are quick to find again, and too many to keep."""
        return of_card(shapes) or self._extents(shapes)

    def _cut(self, shapes: Shapes) -> Pieces:
        return Pieces(shapes, self._extent_of)

    def _layered(self, shapes: Shapes) -> Layers:
        return Layers(shapes, self._extent_of, self._are_lines, self._links_of)

    def _links_of(self, groups: Linked) -> Links:
        """What is known of these very links: mostly a change moves none."""
        for links in self._links:
            if len(links.groups) == len(groups) and all(map(is_, links.groups, groups)):
                return links
        self._links = [Links(groups), *self._links[:1]]
        return self._links[0]


@contextmanager
def _pixels(painter: QPainter) -> Iterator[None]:
    """The unit is a pixel again, and edges are not smoothed."""
    points = painter.worldTransform()
    painter.setWorldTransform(QTransform(1, 0, 0, 1, points.dx(), points.dy()))
    painter.setRenderHints(_SMOOTH, False)
    yield
    painter.setRenderHints(_SMOOTH)
    painter.setWorldTransform(points)
