"""Lucide's drawings as icons that stay sharp on every screen and take the colour of the words beside them."""

from functools import cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPalette, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer

import resources
from editor.appearance.engine import Engine
from model.layout.icons import MARK_ICONS, ROLE_ICONS
from model.records import Mark, Role


@cache
def icon(name: str) -> QIcon:
    """The icon with a Lucide name. It follows the theme by itself. Raises KeyError for an unknown name."""
    if name not in names():
        raise KeyError(name)
    return QIcon(_Drawing(name))


def role_icon(role: Role) -> QIcon:
    """The icon that lanes of this role have on paper."""
    return icon(ROLE_ICONS[role])


def mark_icon(mark: Mark) -> QIcon:
    """The sign that a card with this mark bears on paper."""
    return icon(MARK_ICONS[mark])


@cache
def names() -> frozenset[str]:
    """Every icon there is: those of the paper, and those only the window has."""
    return frozenset(_drawings())


class _Drawing(Engine):
    """One SVG file of ours. It is drawn when it is asked for, in the palette and the resolution of that moment."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name

    # An open branch of a tree is `On`, and looks no different; what is checked has a ground of its own.
    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:  # noqa: ARG002
        return _drawn(self._name, _colour(mode).name(), size, scale)

    def again(self) -> Engine:
        return _Drawing(self._name)

    def key(self) -> str:
        return "lucide"

    def iconName(self) -> str:
        return self._name


def _colour(mode: QIcon.Mode) -> QColor:
    palette = QGuiApplication.palette()
    if mode == QIcon.Mode.Disabled:
        return palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.ButtonText)
    if mode == QIcon.Mode.Selected:
        return palette.color(QPalette.ColorRole.HighlightedText)
    return palette.color(QPalette.ColorRole.ButtonText)


def _drawn(name: str, colour: str, size: QSize, scale: float) -> QPixmap:
    key = f"lucide {name} {colour} {size.width()}x{size.height()} {scale}"
    kept = QPixmap()
    if not QPixmapCache.find(key, kept):
        kept = _drawn_anew(name, colour, size, scale)
        QPixmapCache.insert(key, kept)
    return kept


def _drawn_anew(name: str, colour: str, size: QSize, scale: float) -> QPixmap:
    pixmap = QPixmap(size * scale)
    pixmap.fill(Qt.GlobalColor.transparent)
    side = min(pixmap.width(), pixmap.height())
    square = QRectF((pixmap.width() - side) / 2, (pixmap.height() - side) / 2, side, side)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(_svg(name).replace(b"currentColor", colour.encode()))).render(painter, square)
    painter.end()
    pixmap.setDevicePixelRatio(scale)
    return pixmap


@cache
def _svg(name: str) -> bytes:
    return _drawings()[name].read_bytes()


@cache
def _drawings() -> dict[str, Path]:
    folders = (resources.path("icons"), resources.path("icons", "window"))
    return {file.stem: file for folder in folders for file in folder.glob("*.svg")}
