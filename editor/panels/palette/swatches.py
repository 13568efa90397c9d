"""A small picture of each thing in the palette: as it looks on paper, on a piece of paper."""

from functools import cache

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap

from editor.appearance.engine import Engine
from editor.canvas.gestures.making import Thing
from editor.canvas.painting import Painting
from model.layout import emotions, outlines
from model.layout.icons import ROLE_ICONS, icon
from model.layout.places import Kind
from model.layout.shapes import Box, Group, Line, Path, Shape
from model.layout.style import HAIRLINE, INK, LANES, STAGE_FILLS, WHITE
from model.records import Role

WIDE, HIGH = 26, 20
_SIGN = 12.0
_ROUND = 2.5


@cache
def swatch(thing: Thing) -> QIcon:
    """Its picture, sharp on every screen; the same in both themes, as the paper is."""
    return QIcon(_Swatch(_shapes(thing)))


def _shapes(thing: Thing) -> tuple[Shape, ...]:
    """On a ground of `WIDE` x `HIGH` points."""
    match thing.kind:
        case Kind.CARD | Kind.KPI:
            return _card(thing.role)
        case Kind.LANE:
            return _lane(thing.role)
        case Kind.STAGE:
            chevron = Path(outlines.chevron(22, 11, 4, first=False), fill=STAGE_FILLS[0])
            return (_paper(HAIRLINE), Group(2.5, 4.5, (chevron,)))
        case Kind.STEP:
            return (_paper(HAIRLINE), *_columns())
        case Kind.EMOTION:
            return (_paper(HAIRLINE), Group(WIDE / 2, HIGH / 2, emotions.face(1.0, 7.5)))
    return (_paper(HAIRLINE), _sign("user-round", INK))


def _paper(edge: str, fill: str = WHITE, dash: tuple[float, ...] = ()) -> Box:
    return Box(0.5, 0.5, WIDE - 1, HIGH - 1, fill=fill, stroke=edge, line=1.0, radius=_ROUND, dash=dash)


def _card(role: Role) -> tuple[Shape, ...]:
    look = LANES[role]
    paper = _paper(look.color, look.tint if look.filled else WHITE, look.dash)
    bar = (Path(outlines.left_bar(3.0, HIGH - 1, _ROUND), fill=look.color),) if look.bar else ()
    return (paper, Group(0.5, 0.5, bar), _sign(ROLE_ICONS[role], look.color))


def _lane(role: Role) -> tuple[Shape, ...]:
    look = LANES[role]
    ground = Box(0, 0, WIDE, HIGH, fill=look.tint, radius=_ROUND)
    return (ground, Box(0, 0, 3.0, HIGH, fill=look.color), _sign(ROLE_ICONS[role], look.color))


def _columns() -> tuple[Shape, ...]:
    """One column between two."""
    middle = Box(9.5, 3.5, 7, HIGH - 7, fill=LANES[Role.CUSTOMER_ACTIONS].tint, stroke=STAGE_FILLS[0], line=1.0)
    return (Line(5, 4, 5, HIGH - 4, HAIRLINE, line=1.5), middle, Line(21, 4, 21, HIGH - 4, HAIRLINE, line=1.5))


def _sign(name: str, color: str) -> Path:
    return icon(name, (WIDE - _SIGN) / 2 + 1, (HIGH - _SIGN) / 2, _SIGN, color)


class _Swatch(Engine):
    """Shapes as an icon, drawn anew at each size."""

    def __init__(self, shapes: tuple[Shape, ...]) -> None:
        super().__init__()
        self._shapes = shapes
        self._painting = Painting()

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:  # noqa: ARG002  paper has no modes
        zoom = min(rect.width() / WIDE, rect.height() / HIGH)
        corner = QPointF(rect.center()) + QPointF(0.5, 0.5) - QPointF(WIDE, HIGH) * zoom / 2
        painter.save()
        painter.translate(corner)
        self._painting.paint(painter, self._shapes, zoom, QRectF(0, 0, WIDE * zoom, HIGH * zoom))
        painter.restore()

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        pixmap = QPixmap(size * scale)
        pixmap.fill(Qt.GlobalColor.transparent)
        pixmap.setDevicePixelRatio(scale)
        painter = QPainter(pixmap)
        self.paint(painter, QRect(0, 0, size.width(), size.height()), mode, state)
        painter.end()
        return pixmap

    def again(self) -> Engine:
        return _Swatch(self._shapes)
