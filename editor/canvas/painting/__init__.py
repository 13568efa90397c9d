"""Shapes to pixels: what the layout says, drawn with QPainter. It draws what it is told and decides nothing."""

from editor.canvas.painting.painting import Painting

__all__ = ["Painting"]
