"""Ids of records: a letter for the kind, then eight random characters that survive being read aloud."""

import hashlib
import random

from model.records import PREFIXES, Id, Record

ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"  # Crockford's base 32: no i, l, o, u
_PAIRS = [one + other for one in ALPHABET for other in ALPHABET]  # a damaged file may want a hundred thousand ids
CHANCE = random.Random()  # begins anywhere, by the system's entropy; an own one, so that tests can say where


def new_id(kind: type[Record]) -> Id:
    """A fresh id for a record of `kind`; 40 random bits, so two of 10,000 collide once in 20,000 maps."""
    bits = CHANCE.getrandbits(40)
    letters = _PAIRS[bits & 1023], _PAIRS[bits >> 10 & 1023], _PAIRS[bits >> 20 & 1023], _PAIRS[bits >> 30]
    return f"{PREFIXES[kind]}_{''.join(letters)}"


def asset_id(data: bytes) -> Id:
    """The id of a picture: its content's SHA-256."""
    return f"sha256:{hashlib.sha256(data).hexdigest()}"
