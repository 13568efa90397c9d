"""The palette: what a map is made of, to be dragged onto it."""

from editor.panels.palette.palette import Palette

__all__ = ["Palette"]
