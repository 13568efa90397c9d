"""The map as a picture for other programs: all of it, or the sheet on which the selection stands."""

from PySide6.QtCore import QSizeF, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter

from editor.canvas.painting.painting import Painting
from editor.session import Session
from model.layout.engine import lay_out
from model.layout.shapes import Page
from model.pictures import MOST_PIXELS

_DPI = 192.0
"""What slides and letters show sharply."""
_INCH, _METRE = 72.0, 39.37007874


def photograph(session: Session) -> QImage:
    """White paper with the drawing on it, so large in dots to the inch as one can paste it anywhere."""
    page = page_of_selection(session)
    most = (MOST_PIXELS / (page.width * page.height)) ** 0.5
    scale = min(_DPI / _INCH, most)
    image = QImage(QSizeF(page.width * scale, page.height * scale).toSize(), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    for set_dots in (image.setDotsPerMeterX, image.setDotsPerMeterY):
        set_dots(round(scale * _INCH * _METRE))
    with QPainter(image) as painter:
        Painting().print(painter, page.shapes, scale)
    return image


def page_of_selection(session: Session) -> Page:
    """The page the selection begins on; where nothing is selected one page with the whole map."""
    drawing = session.drawing
    spots = [spot for key in session.selection for spot in drawing.places.spots(key)]
    if spots:
        return drawing.layout.pages[spots[0].page]
    if drawing.sheet is None:
        return drawing.layout.pages[0]
    return lay_out(session.document, view=drawing.view, name=session.origin.name).pages[0]


def put_on_clipboard(image: QImage) -> None:
    """As every program on every system takes it."""
    QGuiApplication.clipboard().setImage(image)
