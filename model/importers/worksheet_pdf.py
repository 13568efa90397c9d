"""What was filled in of a PDF form: the values of its fields by their names. Opens nothing else in the file."""

import io
import logging
from codecs import BOM_UTF16_BE
from collections.abc import Iterator
from typing import Any

import msgspec

from model.importers.imported import ImportRefused

MAX_BYTES = 24 * 1024 * 1024
"""Room for a worksheet that a reader has put its own fonts into."""

_MOST_FIELDS = 50_000  # of a file: sixty stages on twenty-five lanes have 7,500 places
_DEEPEST = 30  # fields in fields
_TAIL = 64 * 1024  # bytes within which a file says where its table of objects is
_MOST_TEXT = 32 * 1024 * 1024  # letters of all answers: a small file can say the same large thing many times


Dictionary = dict[Any, Any]


class Value(msgspec.Struct, frozen=True):
    """What stands in a field, or which of its boxes is `ticked`."""

    text: str
    ticked: bool = False


def is_pdf(data: bytes) -> bool:
    """Whether a file says that it is one; some programs put a line of their own ahead (ISO 32000-1, annex H)."""
    return b"%PDF-" in data[:1024]


def values(name: str, data: bytes) -> dict[str, Value]:
    """The value of each field that has one. Raises ImportRefused: `too_large`, `damaged_pdf`."""
    if len(data) > MAX_BYTES:
        raise ImportRefused("too_large", name=name, limit=MAX_BYTES // (1024 * 1024))
    if b"startxref" not in data[-_TAIL:]:  # looking for what is not there takes pypdf half a second a megabyte
        raise ImportRefused("damaged_pdf", name=name)
    from pypdf import PdfReader

    # What it says of damaged files goes to no terminal of ours: a sentence follows.
    logging.getLogger("pypdf").addHandler(logging.NullHandler())
    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted:
            reader.decrypt("")
        return _bounded(_fields(_resolved(reader.trailer["/Root"]).get("/AcroForm")))
    except Exception as error:  # it raises whatever a damaged file makes happen, of a dozen kinds
        raise ImportRefused("damaged_pdf", name=name) from error


def _bounded(fields: Iterator[tuple[str, Value]]) -> dict[str, Value]:
    """Raises ValueError for more text than anybody writes."""
    found, left = dict[str, Value](), _MOST_TEXT
    for called, value in fields:
        left -= len(value.text)
        if left < 0:
            raise ValueError("too much text")
        found[called] = value
    return found


def _fields(form: Any) -> Iterator[tuple[str, Value]]:
    """The fields of a form from first to last: those in it and those within others."""
    met = set[int]()
    waiting = [(each, "", 0) for each in _listed(form, "/Fields", met)][::-1]
    for _ in range(_MOST_FIELDS):
        if not waiting:
            break
        field, above, depth = waiting.pop()
        called = ".".join(part for part in (above, _text(field.get("/T"))) if part)
        kids = _listed(field, "/Kids", met)
        value = _value(field, [kid for kid in kids if "/T" not in kid])
        if called and value.text:
            yield called, value
        if depth < _DEEPEST:
            waiting += [(kid, called, depth + 1) for kid in kids if "/T" in kid][::-1]


def _value(field: Dictionary, places: list[Dictionary]) -> Value:
    """What a field holds; where only its places on the page say so, what these do."""
    if _resolved(field.get("/FT")) != "/Btn":
        texts = (_text(each.get("/V")) for each in (field, *places))
        return Value(next((text for text in texts if text), ""))
    states = (_text(state) for state in (field.get("/V"), *(place.get("/AS") for place in places)))
    ticked = (state.removeprefix("/") for state in states)
    return Value(next((state for state in ticked if state not in ("", "Off")), ""), ticked=True)


def _text(value: Any) -> str:
    """A text string, a name, or the text in a stream."""
    value = _resolved(value)
    if hasattr(value, "get_data"):
        value = value.get_data()
    if isinstance(value, bytes):
        return value.decode("utf-16" if value.startswith(BOM_UTF16_BE) else "utf-8-sig", "replace")
    return str(value) if isinstance(value, str) else ""


def _listed(holder: Any, name: str, met: set[int]) -> list[Dictionary]:
    """The dictionaries of a list that a dictionary holds; nothing for a list that was met before, as no honest file
    has it."""
    holder = _resolved(holder)
    found = _resolved(holder.get(name)) if isinstance(holder, dict) else None
    if not isinstance(found, list) or id(found) in met:
        return []
    met.add(id(found))
    each = [_resolved(one) for one in found]
    return [one for one in each if isinstance(one, dict)]


def _resolved(value: Any) -> Any:
    return value.get_object() if hasattr(value, "get_object") else value
