"""How the open map is drawn just now: its layout, and where everything stands on it."""

import sys

from model.change import Change
from model.document import Document
from model.layout.engine import Layout, lay_out
from model.layout.places import Places
from model.layout.relay import relay
from model.layout.sheets import Sheet
from model.layout.view import View, natural_view


class Drawing:
    """A layout that follows its document. `sheet`: None for the free drawing, which grows with the map.

    `broken`: the document could not be drawn as it is now, and this is the last layout that could.
    """

    def __init__(self, document: Document, name: str, sheet: Sheet | None = None) -> None:
        self._document = document
        self._name = name
        self.view = natural_view(document)
        self.sheet = sheet
        self.layout: Layout
        self.places: Places
        self.draw_anew()

    def draw_anew(self) -> None:
        """Lay everything out again."""
        self._take(lay_out(self._document, view=self.view, sheet=self.sheet, name=self._name, folding=True))

    def show(self, *, view: View | None = None, sheet: Sheet | None = None) -> None:
        """Another view, another sheet; without a sheet the free drawing."""
        before = self.view, self.sheet
        self.view, self.sheet = view or self.view, sheet
        try:
            self.draw_anew()
        except Exception:
            self.view, self.sheet = before
            raise

    def rename(self, name: str) -> None:
        """The name in the foot of each page."""
        if name != self._name:
            self._name = name
            self._draw_if_possible()

    def follow(self, change: Change, *, still: bool = False) -> None:
        """Bring the layout up to date with the last change of the document; `still`: not before `catch_up`.

        Raises nothing: the document has changed already. A layout that cannot follow is made anew, and where that
        fails as well, with the next change. The faults go where those go that nobody catches.
        """
        if still:
            self._behind = True
        elif self._behind or not self._followed(change):
            self._draw_if_possible()

    def _followed(self, change: Change) -> bool:
        try:
            self._take(relay(self.layout, change), self.places)
        except Exception as error:
            sys.excepthook(type(error), error, error.__traceback__)
            return False
        return True

    def _draw_if_possible(self) -> None:
        try:
            self.draw_anew()
        except Exception as error:
            self.broken = self._behind = True
            sys.excepthook(type(error), error, error.__traceback__)

    def catch_up(self) -> None:
        """Lay out what was left as it was."""
        if self._behind:
            self._draw_if_possible()

    def _take(self, layout: Layout, before: Places | None = None) -> None:
        places = Places(layout, before)
        self._behind = self.broken = False
        self.layout, self.places = layout, places
