"""The tree of the map: its keyboard and screen-reader way in."""

from editor.panels.structure.panel import StructurePanel

__all__ = ["StructurePanel"]
