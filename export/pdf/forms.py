"""Places of a page that are filled in: an interactive form over what is drawn (ISO 32000-1, 12.7).

Every field can be filled in by whatever reader; what it looks like empty stands in the file, so no reader has to make
that up. A tick is drawn, not set in a font.
"""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from export.numbers import Numbers
from export.pdf.colours import Colours
from export.pdf.file import File
from export.pdf.form_font import NAME, form_font
from export.pdf.objects import Array, Dictionary, Name, Reference
from export.pdf.sheet import Sheet
from export.pdf.strings import sound, text_string
from model.layout.fields import Field
from model.layout.shapes import Page
from model.layout.style import INK

_HIDDEN, _PRINTED = 2, 4
_READ_ONLY, _LINES = 1, 1 << 12
_FLAGS = {"lines": _LINES, "hidden": _READ_ONLY | _LINES}


class Form:
    """The form of one file. Fields of one name are one field with a place for each."""

    def __init__(self, file: File, pages: Sequence[Page]) -> None:
        self._file = file
        self._places = Counter(field.name for page in pages for field in page.fields)
        self._parents: dict[str, tuple[Reference, Dictionary, list[Reference]]] = {}
        self._fields: list[Reference] = []
        self._numbers, self._colours = Numbers(decimals=2), Colours()
        self._valued = False

    def page(self, page: Page, sheet: Sheet) -> None:
        """Lays the fields of a page over it, in their order."""
        for field in page.fields:
            rectangle = sheet.rectangle(field.x, field.y, field.width, field.height)
            entries = {"Type": Name("Annot"), "Subtype": Name("Widget"), "Rect": rectangle, "P": sheet.reference}
            widget = Dictionary(entries | self._looks(field) | self._belongs(field))
            reference = self._file.lay(sheet, field.name, widget)
            self._enter(field, reference)

    def finish(self) -> None:
        """Puts the form into the file."""
        for _, parent, kids in self._parents.values():
            parent["Kids"] = Array(kids)
        fonts = Dictionary({NAME: form_font(self._file)})
        form = {"Fields": Array(self._fields), "DR": Dictionary({"Font": fonts}), "DA": text_string(self._letters(9.0))}
        if self._valued:
            form["NeedAppearances"] = "true"
        self._file.catalog("AcroForm", self._file.add(Dictionary(form)))

    def _enter(self, field: Field, reference: Reference) -> None:
        self._valued = self._valued or bool(field.value and field.kind in ("text", "lines"))
        if field.name in self._parents:
            self._parents[field.name][2].append(reference)
        else:
            self._fields.append(reference)

    def _belongs(self, field: Field) -> dict[str, Any]:
        """What makes a place the whole field, or leads to the field it is one of several places of."""
        if self._places[field.name] == 1 and field.kind != "choice":
            return self._field(field)
        if field.name not in self._parents:
            parent = Dictionary(self._field(field))
            reference = self._file.add(parent)
            self._fields.append(reference)
            self._parents[field.name] = (reference, parent, [])
        return {"Parent": self._parents[field.name][0]}

    def _field(self, field: Field) -> dict[str, Any]:
        entries: dict[str, Any] = {"T": text_string(field.name), "TU": text_string(field.title or field.name)}
        if field.kind == "choice":
            return entries | {"FT": Name("Btn"), "V": Name(field.value or "Off")}
        value = {"V": self._kept(field)} if field.value else {}
        letters = text_string(self._letters(field.size))
        return entries | {"FT": Name("Tx"), "Ff": _FLAGS.get(field.kind, 0), "DA": letters} | value

    def _kept(self, field: Field) -> Any:
        """The value; what is hidden may be long, and pdfium keeps no more than 32,767 bytes of what is no stream."""
        if field.kind != "hidden":
            return text_string(field.value)
        value = sound(field.value)
        return self._file.stream(value.encode("ascii" if value.isascii() else "utf-8-sig"))

    def _letters(self, size: float) -> str:
        """The default appearance: font, size in points, colour."""
        return f"/{NAME} {self._numbers[size]} Tf {self._colours[INK]} rg"

    def _looks(self, field: Field) -> dict[str, Any]:
        if field.kind == "hidden":
            return {"F": _HIDDEN}
        if field.kind != "choice":
            return {"F": _PRINTED, "AP": Dictionary({"N": self._drawn(field, "/Tx BMC EMC")})}
        states = {field.choice: self._drawn(field, self._tick(field)), "Off": self._drawn(field, "")}
        state = field.choice if field.choice == field.value else "Off"
        called = text_string(f"{field.title}: {field.choice}")
        looks = Dictionary({"N": Dictionary(states)})
        return {"F": _PRINTED, "AP": looks, "AS": Name(state), "Contents": called}

    def _tick(self, field: Field) -> str:
        """A tick across the box."""
        n, w, h = self._numbers, field.width, field.height
        way = f"{n[w * 0.2]} {n[h * 0.5]} m {n[w * 0.42]} {n[h * 0.24]} l {n[w * 0.82]} {n[h * 0.8]} l S"
        return f"q {self._colours[INK]} RG {n[w * 0.16]} w 1 J 1 j {way} Q"

    def _drawn(self, field: Field, operators: str) -> Reference:
        """An appearance as large as the field. Each place has its own: programs that fill in forms write into it."""
        box = Array([0, 0, round(field.width, 3), round(field.height, 3)])
        entries = {"Type": Name("XObject"), "Subtype": Name("Form"), "BBox": box, "Resources": Dictionary({})}
        return self._file.stream(operators.encode("ascii"), entries)
