"""Cut, copy, paste, duplicate and delete: the map and the system's clipboard."""

from editor.clipboard.clipboard import Clipboard

__all__ = ["Clipboard"]
