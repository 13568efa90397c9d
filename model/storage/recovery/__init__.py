"""Whatever is readable in a file, as a map that keeps the rules; nothing is repaired without a word.

A file goes through these stations, each a module that adds its own faults:

    parsing.py     bytes to plain values; where the JSON is broken scanning.py looks for the records in it, and
                   salvaging.py for the values that are left of one
    converting.py  plain values to records, by members.py member by member
    ids.py         no two records with one id
    order_keys.py  an order key for each record that needs one
    references.py  references to nothing let go, and what lost its place parked
"""

from collections.abc import Iterable

import msgspec

from model.document import Document
from model.storage.collecting import no_collection
from model.storage.faults import Fault
from model.storage.recovery.converting import Placed, convert
from model.storage.recovery.ids import with_own_ids
from model.storage.recovery.order_keys import with_order_keys
from model.storage.recovery.parsing import Places, parse
from model.storage.recovery.references import with_sound_references
from model.storage.versions import check_format, newer_head, up_to_date


class Recovered(msgspec.Struct, frozen=True):
    """A map, and everything that was wrong with the file it is from."""

    document: Document
    faults: list[Fault]


def recover(data: bytes) -> Recovered:
    """The map in a file, damaged or cut as it may be. Never raises: of a file that is no map, an empty one.

    References to nothing are let go; cards without their step or lane, and the words of emotions and links without
    theirs, go to the parking lot; steps without a stage get one; double ids and bad order keys are replaced.
    """
    with no_collection():
        return _recovered(data)


def _recovered(data: bytes) -> Recovered:
    parsed = parse(data)
    faults = parsed.faults
    check_format(parsed.members, faults)
    members = up_to_date(parsed.members, faults)
    # Of a file that was brought up to date the places are the old one's.
    places = parsed.places if members is parsed.members else None
    head = newer_head(members, faults)
    converted = convert(members, faults)
    records = with_own_ids((record for record, _ in converted.placed), faults)
    records = with_sound_references(with_order_keys(records, faults), faults)
    if places is not None and faults:
        faults = _with_lines(faults, places, converted.placed)
    return Recovered(Document(records, {**converted.unknown, **head}), faults)


def _with_lines(faults: list[Fault], places: Places, placed: Iterable[Placed]) -> list[Fault]:
    by_id = any(not fault.place.startswith("/") for fault in faults)
    stood = {record.id: place for record, place in reversed(list(placed))} if by_id else {}
    return [fault if fault.line else _with_line(fault, places, stood) for fault in faults]


def _with_line(fault: Fault, places: Places, stood: dict[str, str]) -> Fault:
    place = fault.place if fault.place.startswith("/") else stood.get(fault.place, fault.place)
    return msgspec.structs.replace(fault, line=places.line(place))
