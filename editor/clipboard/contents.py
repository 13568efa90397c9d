"""What lies on the system's clipboard: a piece of a map, words, or a picture. HTML is left alone."""

from PySide6.QtCore import QBuffer, QByteArray, QMimeData
from PySide6.QtGui import QImage

from model.operations.clip import Clip, as_text, pack, unpack
from model.pictures import MOST_PIXELS
from model.refusal import Refused

CLIP = "application/x-jejak-clip+json"
_TEXT = "text/plain"
_PICTURES = ("image/png", "image/jpeg")
_PIXELS = "application/x-qt-image"


def offered(clip: Clip) -> QMimeData:
    """A piece of a map as what other windows of the program read, and as plain text for all others."""
    made = QMimeData()
    made.setData(CLIP, QByteArray(pack(clip)))
    text = as_text(clip)
    if text:
        made.setText(text)
    return made


def clip_in(found: QMimeData) -> Clip | None:
    """The piece of a map, if there is one. Refuses `clip_unreadable`, `clip_newer`."""
    return unpack(bytes(found.data(CLIP).data())) if found.hasFormat(CLIP) else None


def text_in(found: QMimeData) -> str:
    """The words; none where there are only files or a page of HTML."""
    return found.text() if found.hasFormat(_TEXT) else ""


def picture_in(found: QMimeData) -> bytes | None:
    """The picture as a file, not yet looked into; nothing in it where one is offered and not given. Refuses
    `picture_pixels`.

    Of what others offer as a file only PNG and JPEG are touched: asked for pixels, Qt would read an SVG too, and the
    files that one names.
    """
    for kind in _PICTURES:
        if found.hasFormat(kind):
            return bytes(found.data(kind).data())
    if any(each.startswith("image/") for each in found.formats()) or not found.hasFormat(_PIXELS):
        return None
    pixels = found.imageData()
    return _as_png(pixels) if isinstance(pixels, QImage) and not pixels.isNull() else b""


def _as_png(pixels: QImage) -> bytes:
    if pixels.width() * pixels.height() > MOST_PIXELS:
        raise Refused("picture_pixels", most=MOST_PIXELS // 1_000_000)
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    pixels.save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs want bytes, the call does not take them
    return bytes(buffer.data().data())
