"""Pictures decoded for the screen: PNG and JPEG by content, measured first, decoded once."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QPainter

from export.pictures import Unreadable, check
from model.layout.shapes import Picture

_MOST_SIDE = 1024  # pixels kept of the longer side: a portrait at 400 % on a dense screen
_ALLOWED = 256  # megabytes a picture may take while it is decoded
_FORMATS = {"image/png": "png", "image/jpeg": "jpeg"}


def decoded(data: bytes, most_side: int | None = None) -> QImage | None:
    """The picture, its longer side no more than `most_side` pixels; None where it cannot be painted anywhere."""
    try:
        header = check(data)
    except Unreadable:
        return None
    # Named and measured by us: Qt alone would take an SVG for a picture, and open the files it speaks of.
    QImageReader.setAllocationLimit(_ALLOWED)
    source = QBuffer()
    source.setData(QByteArray(data))
    source.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(source, QByteArray(_FORMATS[header.type].encode()))
    size = QSize(header.width, header.height)
    if most_side is not None and max(header.width, header.height) > most_side:
        reader.setScaledSize(size.scaled(most_side, most_side, Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    return None if image.isNull() else image


class Photograph:
    """One picture of the page, ready for the scale it was painted at last."""

    def __init__(self, picture: Picture, image: QImage) -> None:
        self._rect = QRectF(picture.x, picture.y, picture.width, picture.height)
        self._image = image
        self._scaled = image

    def draw(self, painter: QPainter) -> None:
        """Stretched into its rectangle."""
        size = painter.deviceTransform().mapRect(self._rect).size().toSize().expandedTo(QSize(1, 1))
        if size.width() >= self._image.width() or size.height() >= self._image.height():
            self._scaled = self._image
        elif size != self._scaled.size():
            # Scaled at once, a large picture flickers: the painter's own filter looks at four pixels only.
            ignore, smooth = Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
            self._scaled = self._image.scaled(size, ignore, smooth)
        painter.drawImage(self._rect, self._scaled)


def photograph(picture: Picture) -> Photograph | None:
    """The picture for the screen, or None where it cannot be read."""
    image = decoded(picture.data, _MOST_SIDE)
    return None if image is None else Photograph(picture, image)


def draw_whole(painter: QPainter, picture: Picture) -> bool:
    """Paint with every pixel the picture has, keeping none; False where it cannot be read."""
    image = decoded(picture.data)
    if image is None:
        return False
    painter.drawImage(QRectF(picture.x, picture.y, picture.width, picture.height), image)
    return True
