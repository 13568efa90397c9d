"""A page inside the file: its boxes, and what lies over it that can be clicked or filled in."""

from typing import Any

import msgspec

from export.pdf.objects import Array, Dictionary, Name, Reference
from export.pdf.strings import text_string
from model.layout.shapes import Page


class Annotation(msgspec.Struct, frozen=True):
    """Something over a page. `name`: the field it belongs to, or what the page's reading calls what lies under it."""

    name: str
    reference: Reference
    entries: Dictionary

    @property
    def is_link(self) -> bool:
        """Whether it leads somewhere."""
        return "A" in self.entries


class Sheet:
    """A page of the file. `reference` leads to it; `annotations` lie over it in their order."""

    def __init__(self, page: Page, reference: Reference, entries: Any) -> None:
        self.height = page.height
        self.reference = reference
        self.annotations: list[Annotation] = []
        self.entries = entries
        self._put_boxes(page)

    def rectangle(self, x: float, y: float, width: float, height: float) -> Array:
        """A rectangle of the page, given in points with y down, as the file counts: y up."""
        edges = (x, self.height - y - height, x + width, self.height - y)
        return Array([round(edge, 3) for edge in edges])

    def lay(self, annotation: Annotation) -> None:
        """One more annotation, above those that are there."""
        self.annotations.append(annotation)
        self.entries.Annots = Array([each.reference for each in self.annotations])

    def read_as(self, key: int) -> None:
        """Where in the parent tree the page's marked content is."""
        self._also("StructParents", key)

    def _put_boxes(self, page: Page) -> None:
        """The whole sheet; with a bleed also where it is cut, around which everything may be inked."""
        whole = [0.0, 0.0, round(page.width, 3), round(page.height, 3)]
        self.entries.MediaBox = Array(whole)
        if page.bleed > 0:
            bleed = round(page.bleed, 3)
            self.entries.BleedBox = Array(whole)
            self.entries.TrimBox = Array([bleed, bleed, round(whole[2] - bleed, 3), round(whole[3] - bleed, 3)])
        self._also("Tabs", Name("S"))

    def _also(self, name: str, value: Any) -> None:
        """An entry reportlab does not know."""
        self.entries.__NoDefault__ = [*self.entries.__NoDefault__, name]
        setattr(self.entries, name, value)


def link(url: str, rectangle: Array) -> Dictionary:
    """The entries of an annotation that leads to an address (ASCII) and is not to be seen."""
    action = Dictionary({"S": Name("URI"), "URI": text_string(url)})
    return Dictionary(
        {
            "Type": Name("Annot"),
            "Subtype": Name("Link"),
            "Rect": rectangle,
            "Border": Array([0, 0, 0]),
            "F": 4,  # is printed, as far as there is anything to print
            "Contents": text_string(url),
            "A": action,
        }
    )
