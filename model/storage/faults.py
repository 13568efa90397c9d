"""What storage says when something is wrong: faults of a file by code and place, and one family of exceptions."""

from collections.abc import Iterable, Mapping
from typing import Any

import msgspec

HARMLESS = frozenset({"odd_value"})
"""Faults a map opens with: nothing was guessed, and saving writes back what the file said."""

FOREIGN = frozenset({"no_format", "not_ours"})
"""Faults of a file that another program wrote, or of one of ours whose first line is gone."""


class Fault(msgspec.Struct, frozen=True):
    """One thing wrong with a file: a code (its sentence is `fault.<code>` in resources/i18n/storage.*.json).

    `place` is a JSON pointer, or the id of a record; `line` counts from 1; `details` fill the sentence's blanks.
    """

    code: str
    place: str = ""
    line: int | None = None
    details: Mapping[str, Any] = {}


class StorageError(Exception):
    """Reading or saving failed. `code` names the sentence `error.<code>`, `details` fill its blanks.

    Where the system said no, `details["reason"]` is a code whose sentence is `reason.<reason>`.
    """

    def __init__(self, code: str, **details: Any) -> None:
        super().__init__(code, details)
        self.code = code
        self.details = details


class Unreadable(StorageError):
    """The content of a file would have to be repaired to be opened. `faults` says where and why.

    The code is `foreign` where nothing says that the file is one of ours, else `unreadable`.
    """

    def __init__(self, faults: Iterable[Fault], **details: Any) -> None:
        self.faults = tuple(faults)
        is_foreign = any(fault.code in FOREIGN for fault in self.faults)
        super().__init__("foreign" if is_foreign else "unreadable", count=len(self.faults), **details)


class ChangedOnDisk(StorageError):
    """Somebody else wrote the file, or took it away, since we read it."""

    def __init__(self, **details: Any) -> None:
        super().__init__("changed_on_disk", **details)


def excerpt(value: Any) -> str:
    """The beginning of a JSON value, for a fault's details."""
    text = msgspec.json.encode(value).decode()
    return text if len(text) <= 80 else text[:79] + "…"


def serious(faults: Iterable[Fault]) -> list[Fault]:
    """The faults that call for a repair."""
    return [fault for fault in faults if fault.code not in HARMLESS]
