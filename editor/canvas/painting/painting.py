"""Pages on a painter: fast enough to follow the hand on the screen, and in full on paper."""

from collections.abc import Iterable

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from editor.canvas.painting.extents import Extent, of_group
from editor.canvas.painting.kept import Kept
from editor.canvas.painting.page import Plan
from editor.canvas.painting.pieces import Piece, Pieces, are_few
from editor.canvas.painting.row import Row
from editor.canvas.painting.steps import Step, draw, steps
from model.layout.shapes import Shape

Shapes = tuple[Shape, ...]

_MOST_STEPS = 3000  # groups ready to be painted: several screens full of cards
_MOST_EXTENTS = 12_000
_MOST_PLANS = 64
_SMOOTH = QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
