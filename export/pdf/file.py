"""The PDF file itself: objects, pages, facts. With `objects` and `sheet` the one place that knows how reportlab works
inside.

It relies on these internals of `reportlab.pdfbase.pdfdoc` (4.2 to 5.x), each of them held by a test:
`PDFDocument.Reference` numbers objects in the order of asking; `PDFStream` leaves content alone whose dictionary has a
`Filter`; `PDFPage` and `PDFCatalog` write the members that `__NoDefault__` names; `PDFOutlines.setDestinations` takes a
list of {key: destination}, or of (such a one, the list of those below it), with the titles in
`destinationnamestotitles`; `GetPDFData(None)` needs no canvas then; `invariant=1` takes the clock out, and
`setDateFormatter` has the last word on dates. A canvas would put Helvetica on each page, unembedded: here no font
stands in the file that nobody asked for.
"""

import zlib
from collections.abc import Mapping
from typing import Any

from reportlab.pdfbase import pdfdoc

from export.info import Info
from export.pdf.about import describe, metadata
from export.pdf.bookmarks import Bookmarks
from export.pdf.objects import Dictionary, Name, Reference, Written
from export.pdf.sheet import Annotation, Sheet
from export.pdf.strings import sound, text_string
from model.layout.shapes import Page


class File:
    """A PDF in the making."""

    def __init__(self, info: Info) -> None:
        # Any: reportlab's stubs know neither the catalog nor the outline of a document.
        self._document: Any = pdfdoc.PDFDocument(
            invariant=1, compression=0, pdfVersion=(1, 7), lang=sound(info.language)
        )
        self._bookmarks = Bookmarks() if info.outline else None
        self._labels = pdfdoc.PDFPageLabels()
        self._pictures = Dictionary()
        self._resources = Dictionary({"Font": Reference(pdfdoc.BasicFonts), "XObject": self._pictures})
        self._written: dict[int, Written] = {}
        describe(self._document, info)
        self.catalog("PageLabels", self._labels)
        self.catalog("Metadata", self._metadata(info))

    def add(self, value: Any) -> Reference:
        """A new object of the file."""
        made: Reference = self._document.Reference(value)
        return made

    def stream(self, data: bytes, entries: Mapping[str, Any] | None = None, level: int = 6) -> Reference:
        """A new stream, deflated unless `entries` names a Filter that `data` has been through."""
        dictionary = Dictionary(dict(entries or {}))
        if "Filter" not in dictionary:
            dictionary["Filter"] = Name("FlateDecode")
            data = zlib.compress(data, level)
        self._document.updateSignature(data)
        return self.add(pdfdoc.PDFStream(dictionary, data))

    def reserve(self) -> int:
        """The number of an object that is `put` later."""
        written = Written()
        number = self.number(self.add(written))
        self._written[number] = written
        return number

    def put(self, number: int, text: str) -> None:
        """An object whose number was reserved, as it stands in a file."""
        self._written[number].text = text

    def number(self, reference: Reference) -> int:
        """The number of an object."""
        number: int = self._document.idToObjectNumberAndVersion[reference.name][0]
        return number

    def reference(self, number: int) -> Reference:
        """The same the other way round."""
        return Reference(self._document.numberToId[number])

    def catalog(self, name: str, value: Any) -> None:
        """An entry of the catalog."""
        catalog = self._document.Catalog
        catalog.__NoDefault__ = [*dict.fromkeys((*catalog.__NoDefault__, name))]
        setattr(catalog, name, value)

    def font(self, name: str, font: Reference) -> None:
        """Lets every page call a font by `name`."""
        self._document.idToObject[pdfdoc.BasicFonts][name] = font

    def picture(self, name: str, picture: Reference) -> None:
        """Lets every page call a picture by `name`."""
        self._pictures[name] = picture

    def page(self, page: Page, content: bytes, number: int) -> Sheet:
        """One more page with its operators, its lines in the outline if any, its number in readers."""
        entries = pdfdoc.PDFPage()
        # Measured on 10,000 cards: level 3 takes 21 ms for 384 kB, level 6 takes 69 for 293, level 1 takes 19 for 641.
        entries.Contents = self.stream(content, level=3)
        entries.Resources = self.add(self._resources)
        self._labels.addPageLabel(self._document.pageCounter - 1, _label(page, number))
        place = self._document.thisPageRef()
        self._document.addPage(entries)
        if self._bookmarks is not None:
            self._bookmarks.mark(page, place)
        return Sheet(page, place, entries)

    def lay(self, sheet: Sheet, name: str, entries: Dictionary) -> Reference:
        """An annotation over a page; `name`: of the field it is, or of what lies under it."""
        reference = self.add(entries)
        sheet.lay(Annotation(name, reference, entries))
        return reference

    def finish(self) -> bytes:
        """The whole file."""
        if self._bookmarks is not None:
            self._bookmarks.put(self._document)
        data: bytes = self._document.GetPDFData(None)
        return data

    def _metadata(self, info: Info) -> Reference:
        # Not deflated: programs that know nothing of PDF look for it in the bytes.
        return self.add(
            pdfdoc.PDFStream(Dictionary({"Type": Name("Metadata"), "Subtype": Name("XML")}), metadata(info))
        )


def _label(page: Page, number: int) -> Any:
    """What readers call a page."""
    if not page.label:
        return pdfdoc.PDFPageLabel("ARABIC", number)
    label = pdfdoc.PDFPageLabel()
    label.P = text_string(page.label)
    return label
