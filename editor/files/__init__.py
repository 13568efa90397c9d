"""Maps and the disk, as the window deals with them: begin, open, save, leave, export; every failure a sentence."""

from editor.files.files import Files, Settling

__all__ = ["Files", "Settling"]
