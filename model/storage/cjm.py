"""The .cjm file: a map as bytes and back, strict about the form."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

import msgspec

from model.document import Document
from model.storage.check import keeps_rules
from model.storage.faults import Fault, Unreadable, serious
from model.storage.form import MAX_BYTES, File
from model.storage.lines import ENCODER, pack, settled

_DECODER = msgspec.json.Decoder(File)


def encode(document: Document) -> bytes:
    """The map as a file. The same map gives the same bytes.

    Raises StorageError (`not_writable`) for a record that no file can hold, such as one with a score of 11.
    """
    return pack(settled(document.records.values()), document.unknown)


def decode(data: bytes) -> Document:
    """The map of a file. Raises Unreadable, with every fault, where opening would mean repairing."""
    return read(data)[0]


def read(data: bytes) -> tuple[Document, list[Fault]]:
    """As `decode`, and the faults that do no harm (`model.storage.faults.HARMLESS`)."""
    document = _read_own(data)
    if document is not None:
        return document, []
    from model.storage.recovery import recover

    recovered = recover(data)
    if serious(recovered.faults):
        raise Unreadable(recovered.faults)
    return recovered.document, recovered.faults


def _read_own(data: bytes) -> Document | None:
    """A file as this version writes it, spaces aside; None for anything else.

    What was read is written again and compared. So no member can be lost, no key stand twice, no number be bent,
    without a look at each: json.loads alone takes longer than all this. What is left to see is a member called
    "extra", which the records would take for their own.
    """
    if len(data) > MAX_BYTES or b'"extra":' in data:
        return None
    with _no_collection():
        try:
            compact = msgspec.json.format(data, indent=-1)
            file = _DECODER.decode(compact)
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
            return None
        return _checked(file) if ENCODER.encode(file) == compact else None


def _checked(file: File) -> Document | None:
    document = Document(file.records())
    return document if len(document.records) == len(file) and keeps_rules(document) else None


@contextmanager
def _no_collection() -> Iterator[None]:
    """The garbage collector finds nothing in records, and looks through ten thousand of them again and again."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
