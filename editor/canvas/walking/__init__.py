"""The map by keyboard: walking over it, selecting, and moving what is selected."""

from editor.canvas.walking.walker import Walker

__all__ = ["Walker"]
