"""A map inside a PDF: the .cjm that was attached when it was exported. Nothing else in the file is looked at."""

import io
import logging
import os
import stat
import zlib
from collections.abc import Iterator
from itertools import chain, islice
from typing import Any

from model.storage import cjm
from model.storage.faults import StorageError, Unreadable
from model.storage.file import Path, read_bytes
from model.storage.form import MAX_BYTES
from model.storage.recovery import Recovered, recover
from model.storage.system_errors import shown

ENDING = ".cjm"
_HEAD = 1024  # bytes within which a PDF says that it is one (ISO 32000-1, annex H)
_TAIL = 2048  # bytes at the end, within which a file says where its table is
_BLANK = b"\0\t\n\f\r "  # behind the end; pypdf looks for the end letter by letter
_MENDED = 4 * 1024 * 1024  # bytes of a damaged file that is searched for its objects: a second for each MiB or two
_MOST_FILES, _MOST_NODES = 100, 1000  # attached to one PDF; of the tree that names them


def is_pdf(path: Path) -> bool:
    """Whether a file says that it is one; False for what cannot be read."""
    try:
        if not stat.S_ISREG(os.stat(path).st_mode):  # noqa: PTH116 - the same; and a pipe is not waited for
            return False
        with open(path, "rb") as file:  # noqa: PTH123 - of a path that is perhaps a string
            return b"%PDF-" in file.read(_HEAD)
    except (OSError, ValueError):
        return False


def open_enclosed(path: Path) -> Recovered:
    """The map inside a PDF, which the caller shows as one that was never saved: nobody saves over a PDF.

    Raises StorageError: `pdf_too_large`, `pdf_damaged`, `no_map_inside`, and where the file cannot be read.
    """
    data = read_bytes(path)
    if len(data) > MAX_BYTES:
        raise StorageError("pdf_too_large", file=shown(path), limit=MAX_BYTES // 1024**2)
    inside = _map_in(data, path)
    try:
        document, faults = cjm.read(inside)
    except Unreadable:
        return recover(inside)
    return Recovered(document, faults)


def _map_in(data: bytes, path: Path) -> bytes:
    from pypdf import PdfReader

    data = data.rstrip(_BLANK)
    is_large = len(data) > _MENDED
    if is_large and b"startxref" not in data[-_TAIL:]:
        raise StorageError("pdf_damaged", file=shown(path))
    # What it says of damaged files goes to no terminal of ours: a sentence follows.
    logging.getLogger("pypdf").addHandler(logging.NullHandler())
    try:
        reader = PdfReader(io.BytesIO(data), strict=is_large)
        if reader.is_encrypted:
            reader.decrypt("")
        found = next((stream for stream in _maps(_resolved(reader.trailer["/Root"]))), None)
        inside = _content(found) if found is not None else b""
    except Exception as error:  # it raises whatever a damaged file makes happen, of a dozen kinds
        raise StorageError("pdf_damaged", file=shown(path)) from error
    if not inside:
        raise StorageError("no_map_inside", file=shown(path))
    return inside


def _maps(catalog: Any) -> Iterator[Any]:
    """The attached files that are called like maps, those the file names as its source first."""
    attached = chain(_listed(catalog.get("/AF")), _named(_resolved(catalog.get("/Names"))))
    for each in islice(attached, _MOST_FILES):
        specification = _resolved(each)
        name = specification.get("/UF") or specification.get("/F") if isinstance(specification, dict) else None
        if str(_resolved(name)).lower().endswith(ENDING):
            files = _resolved(specification.get("/EF")) or {}
            yield _resolved(files.get("/F") or files.get("/UF"))


def _named(names: Any) -> Iterator[Any]:
    """The leaves of the name tree of attached files, as far as it is of any size one would make."""
    waiting = [names.get("/EmbeddedFiles")] if isinstance(names, dict) else []
    for _ in range(_MOST_NODES):
        if not waiting:
            return
        node = _resolved(waiting.pop(0))
        if isinstance(node, dict):
            yield from _listed(node.get("/Names"))[1::2]
            waiting += _listed(node.get("/Kids"))[:_MOST_NODES]


def _content(stream: Any) -> bytes:
    """What was attached; b"" for what is larger than any map."""
    filters = _resolved(stream.get("/Filter"))
    if filters in ("/FlateDecode", ["/FlateDecode"]) and "/DecodeParms" not in stream:
        inflating = zlib.decompressobj()
        data = inflating.decompress(stream._data, MAX_BYTES + 1)
    else:
        data = bytes(stream.get_data())
    return data if len(data) <= MAX_BYTES else b""


def _listed(value: Any) -> list[Any]:
    value = _resolved(value)
    return list(value) if isinstance(value, list) else []


def _resolved(value: Any) -> Any:
    return value.get_object() if hasattr(value, "get_object") else value
