"""Pictures of cards and personas: PNG and JPEG only, by content and never by name, kept once however often shown."""

import msgspec

from model.change import Change
from model.document import Document
from model.ids import asset_id
from model.operations.basics import becoming, the
from model.operations.cascade import without_orphans
from model.pictures import MOST_PIXELS, header
from model.records import Asset, Card, Id, Persona, Record
from model.refusal import Refused

MOST_BYTES = 8_000_000


def set_picture(document: Document, record: Id, data: bytes | None) -> Change:
    """Show a picture on a card or beside a persona, or none. What nothing shows any more goes.

    Refuses `missing`, `picture_bytes`, `picture_kind`, `picture_pixels`.
    """
    shower = the(document, Record, record)
    if not isinstance(shower, Card | Persona):
        raise Refused("missing", record=record)
    if data is None:
        return without_orphans(document, becoming(document, [msgspec.structs.replace(shower, picture=None)]))
    asset = picture_asset(data)
    new = [] if asset.id in document.records else [asset]
    shown = becoming(document, [msgspec.structs.replace(shower, picture=asset.id), *new])
    return without_orphans(document, shown)


def picture_asset(data: bytes) -> Asset:
    """The record for a picture. Refuses `picture_bytes`, `picture_kind`, `picture_pixels`."""
    if len(data) > MOST_BYTES:
        raise Refused("picture_bytes", most=MOST_BYTES // 1_000_000)
    found = header(data)
    if found is None or 0 in (found.width, found.height):
        raise Refused("picture_kind")
    if found.width * found.height > MOST_PIXELS:
        raise Refused("picture_pixels", most=MOST_PIXELS // 1_000_000)
    return Asset(id=asset_id(data), type=found.type, data=data)
