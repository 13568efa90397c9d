"""The .cjm file: a map as bytes and back, strict about the form."""

from itertools import chain

import msgspec

from model.document import Document
from model.ids import asset_id
from model.records import Asset
from model.storage.bulk_rules import keeps_rules
from model.storage.collecting import no_collection
from model.storage.faults import Fault, StorageError, Unreadable, serious
from model.storage.form import MAX_BYTES, File
from model.storage.lines import ENCODER, pack, settled, tables_of
from model.storage.recovery import recover

_DECODER = msgspec.json.Decoder(File)


def encode(document: Document) -> bytes:
    """The map as a file, read back before it is handed over. The same map gives the same bytes.

    Raises StorageError: `not_writable` for a record that no file can hold, such as one with a score of 11;
    `not_verified` should what was written not read as what was meant.
    """
    with no_collection():
        data = _written_as_it_is(document)
        return data if data is not None else _written_settled(document)


def _written_as_it_is(document: Document) -> bytes | None:
    """The file, if the records need no settling: what is read from it is written as the very same bytes again.

    No two values of a kind are written alike, so what is read again are these records.
    """
    try:
        data = pack(tables_of(document), document.unknown)
    except UnicodeEncodeError:
        return None
    return data if _own(data) is not None else None


def _written_settled(document: Document) -> bytes:
    tables = settled(document)
    data = pack(tables, document.unknown)
    meant = Document(chain.from_iterable(tables.values()), document.unknown)
    try:
        again = decode(data)
    except Unreadable as error:
        raise StorageError("not_verified") from error
    if again.records != meant.records or again.unknown != meant.unknown:
        raise StorageError("not_verified")
    return data


def decode(data: bytes) -> Document:
    """The map of a file. Raises Unreadable, with every fault, where opening would mean repairing."""
    return read(data)[0]


def read(data: bytes) -> tuple[Document, list[Fault]]:
    """As `decode`, and the faults that do no harm (`model.storage.faults.HARMLESS`)."""
    document = _read_own(data)
    if document is not None:
        return document, []
    recovered = recover(data)
    if serious(recovered.faults):
        raise Unreadable(recovered.faults)
    return recovered.document, recovered.faults


def _read_own(data: bytes) -> Document | None:
    """The map of a file as this version writes it; None for anything else."""
    if len(data) > MAX_BYTES:
        return None
    with no_collection():
        file = _own(data)
        return _checked(file) if file is not None else None


def _own(data: bytes) -> File | None:
    """A file as this version writes it, spaces aside; None for anything else.

    What was read is written again and compared: so no member can have been lost, no name stood twice, no number been
    bent, and it takes less than a look at each. What is left to see is a member called "extra", which a record takes
    for its own; inside a text its quotes would be escaped.
    """
    try:
        compact = msgspec.json.format(data, indent=-1)
        file = _DECODER.decode(compact)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return None
    return file if ENCODER.encode(file) == compact and b'"extra":' not in compact else None


def _checked(file: File) -> Document | None:
    try:
        document = Document(file.records())
    except ValueError:  # two records have the same id
        return None
    named = "" not in document.records and all(map(_is_named, document.table(Asset).values()))
    return document if named and keeps_rules(document) else None


def _is_named(asset: Asset) -> bool:
    return asset_id(asset.data) == asset.id
