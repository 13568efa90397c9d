"""Colours, pens and brushes, each made once."""

from functools import lru_cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QColor, QPen

from model.layout.shapes import Dash

NO_PEN = QPen(Qt.PenStyle.NoPen)
NO_BRUSH = QBrush(Qt.BrushStyle.NoBrush)


@lru_cache(maxsize=1024)
def pen(colour: str | None, line: float, dash: Dash = (), rounded: bool = False) -> QPen:
    """A pen of `line` points; `rounded`: joins and caps. Qt counts dashes in widths of the pen, shapes in points."""
    if colour is None:
        return NO_PEN
    made = QPen(QColor(colour), line)
    made.setCapStyle(Qt.PenCapStyle.RoundCap if rounded else Qt.PenCapStyle.FlatCap)
    made.setJoinStyle(Qt.PenJoinStyle.RoundJoin if rounded else Qt.PenJoinStyle.MiterJoin)
    if dash and line > 0:
        lengths = dash if len(dash) % 2 == 0 else dash * 2
        made.setDashPattern([length / line for length in lengths])
    return made


@lru_cache(maxsize=256)
def brush(colour: str | None) -> QBrush:
    """A plain brush, or none."""
    return NO_BRUSH if colour is None else QBrush(QColor(colour))


@lru_cache(maxsize=256)
def hairline(colour: str) -> QPen:
    """A pen one pixel wide at any scale."""
    return QPen(QColor(colour), 0)


@lru_cache(maxsize=1024)
def mixed(colour: str, ground: str, share: float) -> str:
    """So much of a colour on a ground, the rest of it the ground's."""
    parts = ((int(one[at : at + 2], 16) for one in (colour, ground)) for at in (1, 3, 5))
    return "#" + "".join(f"{round(over * share + under * (1 - share)):02X}" for over, under in parts)
