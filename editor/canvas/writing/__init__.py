"""Writing in place: an ordinary text editor stands where the words are, and the map grows with them."""

from editor.canvas.writing.writing import Writing

__all__ = ["Writing"]
