"""The PDF file itself: objects, pages, outline, facts. The one place that knows how reportlab works inside.

It relies on these internals of `reportlab.pdfbase.pdfdoc` (4.2 to 5.x), each of them held by a test:
`PDFDocument.Reference` numbers objects in the order of asking; `PDFStream` leaves content alone whose dictionary has a
`Filter`; `PDFPage` keeps the `Contents`, `MediaBox` and `Resources` it is given; `PDFOutlines.setDestinations` takes a
list of {key: destination}, with the titles in `destinationnamestotitles`; `GetPDFData(None)` needs no canvas then;
`invariant=1` takes the clock out, and `setDateFormatter` has the last word on dates. A canvas would put Helvetica
on each page, unembedded: here no font stands in the file that nobody asked for.
"""

import zlib
from collections.abc import Mapping
from typing import Any

from reportlab.pdfbase import pdfdoc

from export.info import Info

Name = pdfdoc.PDFName
Array = pdfdoc.PDFArray
Dictionary = pdfdoc.PDFDictionary
String = pdfdoc.PDFString
Reference = pdfdoc.PDFObjectReference


class File:
    """A PDF in the making."""

    def __init__(self, info: Info) -> None:
        # Any: reportlab's stubs know neither the catalog nor the outline of a document.
        self._document: Any = pdfdoc.PDFDocument(
            invariant=1, compression=0, pdfVersion=(1, 7), lang=sound(info.language)
        )
        self._outline = info.outline
        self._marks: list[dict[str, Array]] = []
        self._labels = pdfdoc.PDFPageLabels()
        self._pictures = Dictionary()
        self._resources = Dictionary({"Font": Reference(pdfdoc.BasicFonts), "XObject": self._pictures})
        self._describe(info)

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

    def font(self, name: str, font: Reference) -> None:
        """Lets every page call a font by `name`."""
        self._document.idToObject[pdfdoc.BasicFonts][name] = font

    def picture(self, name: str, picture: Reference) -> None:
        """Lets every page call a picture by `name`."""
        self._pictures[name] = picture

    def page(self, width: float, height: float, content: bytes, title: str, number: int) -> None:
        """One more page: its size in points, its operators, its line in the outline if any, its number in readers."""
        page = pdfdoc.PDFPage()
        page.MediaBox = Array([0, 0, round(width, 3), round(height, 3)])
        # Measured on 10,000 cards: level 3 takes 21 ms for 384 kB, level 6 takes 69 for 293, level 1 takes 19 for 641.
        page.Contents = self.stream(content, level=3)
        page.Resources = self.add(self._resources)
        self._labels.addPageLabel(self._document.pageCounter - 1, pdfdoc.PDFPageLabel("ARABIC", number))
        place = self._document.thisPageRef()
        self._document.addPage(page)
        if title and self._outline:
            self._mark(sound(title), place, round(height, 3))

    def finish(self) -> bytes:
        """The whole file."""
        outline = self._document.outline
        outline.setDestinations(self._marks or None)
        if len(self._marks) > 1:
            self._document.Catalog.setPageMode("UseOutlines")
        data: bytes = self._document.GetPDFData(None)
        return data

    def _mark(self, title: str, place: Reference, top: float) -> None:
        key = f"mark{len(self._marks)}"
        self._document.outline.destinationnamestotitles[key] = title
        # Without a place of its own, readers make garbage of a destination: left edge, top edge, zoom as it is.
        self._marks.append({key: Array([place, Name("XYZ"), 0, top, 0])})

    def _describe(self, info: Info) -> None:
        document = self._document
        document.setTitle(sound(info.title))
        document.setAuthor(sound(info.author))
        document.setSubject(sound(info.subject))
        document.setCreator("Jejak")
        document.setDateFormatter(lambda *_: f"D:{info.date:%Y%m%d}000000Z")
        document.updateSignature(f"{info.date:%Y%m%d} {sound(info.language)}")
        document.Catalog.PageLabels = self._labels
        # Readers shrink to fit unless told not to, and 7 pt type would be less.
        document.Catalog.ViewerPreferences = Dictionary(
            {"DisplayDocTitle": pdfdoc.PDFtrue, "PrintScaling": Name("None")}
        )


def sound(text: str) -> str:
    """Text without lone surrogates, which no encoding can write."""
    return text.encode("utf-8", "replace").decode()
