"""What the painter of the screen makes of shapes, as pixels that can be looked at."""

import math

from PIL import Image, ImageChops
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from editor.canvas.painting import Painting
from model.layout.shapes import Page, Shape

CLEAR = 64  # of 255: a difference that can be seen


def painted(
    shapes: tuple[Shape, ...],
    width: float,
    height: float,
    scale: float = 1.0,
    *,
    painting: Painting | None = None,
    exposed: QRectF | None = None,
    ratio: float = 1.0,
) -> Image.Image:
    """Shapes on white paper of so many points, `scale` pixels to the point, of these only what is `exposed`."""
    size = QRectF(0, 0, math.ceil(width * scale), math.ceil(height * scale))
    image = QImage(round(size.width() * ratio), round(size.height() * ratio), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.setClipRect(exposed or size)
    (painting or Painting()).paint(painter, shapes, scale, exposed or size)
    painter.end()
    return as_pixels(image)


def page_painted(page: Page, scale: float = 1.0, painting: Painting | None = None) -> Image.Image:
    """A whole page."""
    return painted(page.shapes, page.width, page.height, scale, painting=painting)


def as_pixels(image: QImage) -> Image.Image:
    """The same picture where pixels are easily counted."""
    plain = image.convertToFormat(QImage.Format.Format_RGB888)
    rows = bytes(plain.constBits())
    return Image.frombytes("RGB", (plain.width(), plain.height()), rows, "raw", "RGB", plain.bytesPerLine(), 1)


def share_apart(one: Image.Image, other: Image.Image, more_than: int = CLEAR) -> float:
    """The share of all pixels that differ by more than so much, of 255, in red, green or blue."""
    assert one.size == other.size
    red, green, blue = ImageChops.difference(one, other).split()
    counts = ImageChops.lighter(ImageChops.lighter(red, green), blue).histogram()
    return sum(counts[more_than + 1 :]) / sum(counts)
