"""Files the program writes for others, read by another's library: whatever in them is not only to be looked at."""

import io
import re
from collections.abc import Iterator
from typing import Any
from xml.etree import ElementTree

from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject

_ACTIVE = frozenset({
    "/JS", "/JavaScript", "/Launch", "/GoToR", "/GoToE", "/SubmitForm", "/ImportData", "/ResetForm", "/EmbeddedFile",
    "/EmbeddedFiles", "/EF", "/Filespec", "/AA", "/OpenAction", "/RichMedia", "/XFA", "/Rendition",
    "/Movie", "/Sound", "/Thread", "/Named", "/SetOCGState", "/Trans", "/3D", "/F", "/UF",
})  # fmt: skip
"""Names of what does something, or leads out of the file. A form does nothing by itself: what its fields do, they do by
these."""

_WAYS = re.compile(r"(?:https?|mailto):", re.IGNORECASE)
_STANDING = frozenset(
    {"svg", "title", "desc", "g", "defs", "clipPath", "path", "rect", "line", "text", "tspan", "image"}
)
_DRAWN = re.compile(r"data:image/(?:png|jpeg);base64,[A-Za-z0-9+/=]*")
_OUTSIDE = re.compile(r"url\((?!#clip\d+\))|@import|expression|-moz-binding", re.IGNORECASE)


def pdf_faults(data: bytes) -> Iterator[str]:
    """What is active in any object of a PDF, or leads anywhere but to the web or to a letter."""
    reader = PdfReader(io.BytesIO(data), strict=True)
    for number in range(1, int(str(reader.trailer["/Size"]))):
        found = reader.get_object(IndirectObject(number, 0, reader))
        yield from (f"object {number}: {fault}" for fault in _active(found))
    yield from _active(reader.trailer)


def _active(value: Any) -> Iterator[str]:
    """Walks no references: each object is walked by itself."""
    if isinstance(value, DictionaryObject):
        for name, each in value.raw_items() if hasattr(value, "raw_items") else value.items():
            if name in _ACTIVE and not (name == "/F" and isinstance(each, int)):  # of an annotation, how it is shown
                yield str(name)
            elif name == "/URI" and not _WAYS.match(str(each)):
                yield f"/URI {each}"
            elif name in ("/S", "/Type", "/Subtype") and str(each) in _ACTIVE:
                yield str(each)
            yield from _active(each)
    elif isinstance(value, ArrayObject):
        for each in value:
            yield from _active(each)


def svg_faults(data: bytes) -> Iterator[str]:
    """What an SVG holds beside shapes, words and pictures of its own."""
    if b"<!" in data or data.count(b"<?") != 1:
        yield "a declaration or an instruction"
    for element in ElementTree.fromstring(data).iter():
        name = element.tag.rpartition("}")[2]
        if name not in _STANDING:
            yield f"<{name}>"
        for attribute, value in element.attrib.items():
            yield from (f"{name} {fault}" for fault in _attribute(attribute.rpartition("}")[2], value))


def _attribute(name: str, value: str) -> Iterator[str]:
    if name.lower().startswith("on") or name == "style":
        yield name
    if name in ("href", "src", "data") and not _DRAWN.fullmatch(value):
        yield f"{name}={value[:60]}"
    if name != "data-record" and _OUTSIDE.search(value):
        yield f"{name}={value[:60]}"
