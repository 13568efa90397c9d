"""Tables the program writes for others: whatever in them a spreadsheet program would run or fetch."""

import csv
import io
import re
import zipfile
from collections.abc import Iterator
from xml.etree import ElementTree

_LIVE = re.compile(r"[=+\-@\t\r]")
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?(?:e[+-]?\d+)?")
_MEMBERS = re.compile(
    r"\[Content_Types\]\.xml|_rels/\.rels|docProps/(?:app|core)\.xml|xl/(?:workbook|styles|sharedStrings)\.xml"
    r"|xl/_rels/workbook\.xml\.rels|xl/theme/theme\d+\.xml|xl/worksheets/sheet\d+\.xml"
)
_ACTIVE = frozenset(
    {"f", "hyperlink", "hyperlinks", "oleObject", "control", "externalReference", "definedName", "legacyDrawing"}
)
_PRINTED = "_xlnm."  # names of what is printed and filtered, which Excel itself makes


def csv_faults(data: bytes) -> Iterator[str]:
    """Cells that begin as formulas do and are no numbers; control characters that end a cell early."""
    for row in csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")):
        yield from (f"a cell begins {cell[:20]!r}" for cell in row if _LIVE.match(cell) and not _NUMBER.fullmatch(cell))


def xlsx_faults(data: bytes) -> Iterator[str]:
    """Members nobody needs, formulas, links, names that mean something; texts that begin as formulas do."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            if not _MEMBERS.fullmatch(name):
                yield f"member {name}"
            elif name.endswith((".xml", ".rels")):
                yield from (f"{name}: {fault}" for fault in _faults(archive.read(name)))


def _faults(data: bytes) -> Iterator[str]:
    if b"<!" in data:
        yield "a declaration"
    for element in ElementTree.fromstring(data).iter():
        tag = element.tag.rpartition("}")[2]
        if tag in _ACTIVE and not (tag == "definedName" and element.get("name", "").startswith(_PRINTED)):
            yield f"<{tag}>"
        if element.get("TargetMode") == "External":
            yield f"leads to {element.get('Target', '')[:60]}"
        if tag == "t" and _LIVE.match(element.text or ""):
            yield f"a text begins {(element.text or '')[:20]!r}"
