"""How the open map is drawn just now: its layout, and where everything stands on it."""

from model.change import Change
from model.document import Document
from model.layout.engine import Layout, lay_out
from model.layout.places import Places
from model.layout.relay import relay
from model.layout.sheets import Sheet
from model.layout.view import View, natural_view


class Drawing:
    """A layout that follows its document. `sheet`: None for the free drawing, which grows with the map."""

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
        self.view = view or self.view
        self.sheet = sheet
        self.draw_anew()

    def rename(self, name: str) -> None:
        """The name in the foot of each page."""
        if name != self._name:
            self._name = name
            self.draw_anew()

    def follow(self, change: Change, *, still: bool = False) -> None:
        """Bring the layout up to date with the last change of the document; `still`: not before `catch_up`."""
        if still:
            self._behind = True
        elif self._behind:
            self.draw_anew()
        else:
            self._take(relay(self.layout, change), self.places)

    def catch_up(self) -> None:
        """Lay out what was left as it was."""
        if self._behind:
            self.draw_anew()

    def _take(self, layout: Layout, before: Places | None = None) -> None:
        self._behind = False
        self.layout = layout
        self.places = Places(layout, before)
