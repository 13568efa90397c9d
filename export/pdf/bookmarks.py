"""The outline of a file: a line for each titled page, under a line for each chapter."""

from typing import Any

from export.pdf.objects import Array, Name, Reference
from export.pdf.strings import sound
from model.layout.shapes import Page

_Line = dict[str, Array]


class Bookmarks:
    """The lines so far, in the order of the pages."""

    def __init__(self) -> None:
        self._titles: dict[str, str] = {}
        self._lines: list[_Line | tuple[_Line, list[_Line]]] = []
        self._chapter = ""

    def mark(self, page: Page, place: Reference) -> None:
        """One more page, at `place` in the file."""
        below = self._below(page, place)
        if page.title:
            below.append(self._line(page.title, page, place))

    def put(self, document: Any) -> None:
        """Into a document of reportlab's."""
        document.outline.destinationnamestotitles = self._titles
        lines = [line[0] if isinstance(line, tuple) and not line[1] else line for line in self._lines]
        document.outline.setDestinations(lines or None)
        if len(self._titles) > 1:
            document.Catalog.setPageMode("UseOutlines")

    def _below(self, page: Page, place: Reference) -> list[Any]:
        """Where the page's own line goes: under that of its chapter, which begins where the page before has another."""
        if page.chapter and page.chapter != self._chapter:
            self._lines.append((self._line(page.chapter, page, place), []))
        self._chapter = page.chapter
        last = self._lines[-1] if page.chapter else None
        return last[1] if isinstance(last, tuple) else self._lines

    def _line(self, title: str, page: Page, place: Reference) -> _Line:
        key = f"mark{len(self._titles)}"
        self._titles[key] = sound(title)
        # Without a place of its own, readers make garbage of a destination: left edge, top edge, zoom as it is.
        return {key: Array([place, Name("XYZ"), 0, round(page.height, 3), 0])}
