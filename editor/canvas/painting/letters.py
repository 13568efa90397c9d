"""Lines of text as glyph runs: the layout's own glyphs at the layout's own places, in the layout's own faces."""

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache

from PySide6.QtCore import QByteArray, QPointF, Qt
from PySide6.QtGui import QFont, QFontDatabase, QGlyphRun, QPainter, QPainterPath, QRawFont

from model.layout.shapes import Text
from model.layout.text.alone import alone
from model.layout.text.faces import face

_LARGEST = 60.0  # pixels of an em that are sure to go through the cache, which ends at 64
_ORIGIN = QPointF()
_ANY_SIZE = 16.0  # what a face is opened at; the sizes in use share its file in memory


@lru_cache
def raw_font(name: str, size: float) -> QRawFont:
    """A face at a size in points, unhinted. Raises OSError where the file cannot be read as a font."""
    font = QRawFont(_opened(name))
    font.setPixelSize(size)
    return font


@lru_cache
def printed_font(name: str, size: float) -> QRawFont:
    """The same face as one of the program's registered fonts: only of those Qt puts letters into a printed file.

    Of any other it draws the outlines. So it does where the desktop has another version of the face, whose glyphs may
    have other numbers.
    """
    font = QRawFont(_registered(name))
    font.setPixelSize(size)
    return font


@lru_cache
def _registered(name: str) -> QRawFont:
    opened = _opened(name)
    families = QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFont(str(face(name).path)))
    # Under its own name a width of its own is a family of its own, and also a style of the whole family.
    for family in reversed(families):
        font = QFontDatabase.font(family, opened.styleName(), round(_ANY_SIZE))
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        found = QRawFont.fromFont(font)
        if all(found.fontTable(table) == opened.fontTable(table) for table in ("head", "maxp")):
            return found
    return opened


@lru_cache
def _opened(name: str) -> QRawFont:
    chosen = face(name)
    file = QByteArray(alone(chosen)) if chosen.index else str(chosen.path)  # of several in a file, Qt opens the first
    font = QRawFont(file, _ANY_SIZE, QFont.HintingPreference.PreferNoHinting)
    if not font.isValid():
        raise OSError(f"not a font: {name}")
    return font


def glyph_runs(
    texts: Iterable[Text], font: Callable[[str, float], QRawFont] = raw_font
) -> Iterator[tuple[str, QGlyphRun]]:
    """The lines as a glyph run for each colour, face and size they are in, with its colour."""
    merged: dict[tuple[str, str, float], tuple[list[int], list[QPointF]]] = {}
    for text in texts:
        x = text.x
        for run in text.runs:
            ids, places = merged.setdefault((text.color, run.face, text.size), ([], []))
            ids += run.ids
            unit = text.size / face(run.face).units
            offsets = run.offsets or _NOWHERE * len(run.ids)
            for advance, (right, up) in zip(run.advances, offsets, strict=True):
                places.append(QPointF(x + right * unit, text.y - up * unit))
                x += advance * unit + text.tracking
    for (colour, name, size), (ids, places) in merged.items():
        yield colour, _run(font(name, size), ids, places)


_NOWHERE = ((0, 0),)


class Letters:
    """A glyph run for the screen. Qt's glyph cache has no room for large letters, and then draws none at all: these
    are painted as the outlines they are (a known fault of its raster engine up to 6.11 at the least)."""

    def __init__(self, run: QGlyphRun) -> None:
        self._run = run
        self._most = _LARGEST / run.rawFont().pixelSize()
        self._outline: QPainterPath | None = None

    def draw(self, painter: QPainter) -> None:
        """Paint them in the colour of the painter's pen."""
        if painter.deviceTransform().m22() < self._most:
            painter.drawGlyphRun(_ORIGIN, self._run)
            return
        if self._outline is None:
            self._outline = _outline(self._run)
        painter.fillPath(self._outline, painter.pen().brush())


def _outline(run: QGlyphRun) -> QPainterPath:
    font, whole = run.rawFont(), QPainterPath()
    for number, place in zip(run.glyphIndexes(), run.positions(), strict=True):
        whole.addPath(font.pathForGlyph(number).translated(place))
    whole.setFillRule(Qt.FillRule.WindingFill)
    return whole


def _run(font: QRawFont, ids: list[int], places: list[QPointF]) -> QGlyphRun:
    run = QGlyphRun()
    run.setRawFont(font)
    run.setGlyphIndexes(ids)
    run.setPositions(places)
    return run
