"""What windows left behind that are gone: maps that stand nowhere else as they were."""

from collections.abc import Iterable
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path

import msgspec

from model.document import Document
from model.records import Id
from model.storage.faults import StorageError
from model.storage.file import Opened, open_map
from model.storage.journal.entries import read_path
from model.storage.journal.replaying import Replayed
from model.storage.journal.sittings import Sitting, abandoned


class Disk(StrEnum):
    """What became of the file since."""

    NEVER = "never"
    """There was none."""
    AS_IT_WAS = "as_it_was"
    CHANGED = "changed"
    UNREADABLE = "unreadable"
    """Gone, or nothing that opens as it stands."""


class Left(msgspec.Struct, frozen=True):
    """A map that a window left. `when`: the last change, UTC. `saved`: what lies on the disk in its place now."""

    sitting: Sitting
    replayed: Replayed
    when: datetime
    path: Path | None
    disk: Disk
    saved: Document | None


class Found(msgspec.Struct, frozen=True):
    """What was found, the latest first. `aside`: folders whose journals nobody can read; they were moved there."""

    left: list[Left]
    aside: list[Path]


def left_behind(folder: Path) -> Found:
    """What is left in a folder of sittings, each held for the caller, who ends or leaves it.

    A sitting whose map is on the disk as it stands, or was taken up by a later one, has nothing to offer, and goes.
    """
    found: list[Left] = []
    aside: list[Path] = []
    for sitting in abandoned(folder):
        if not sitting.journals():
            sitting.end()
        elif (replayed := sitting.replayed()) is None:
            aside += _set_aside(sitting)
        elif (left := _left(sitting, replayed)) is not None:
            found.append(left)
        else:
            sitting.end()
    return Found(sorted(_not_taken_up(found), key=lambda each: each.when, reverse=True), aside)


def forget_left(folder: Path, map_id: Id) -> None:
    """Remove what is left of a map in a folder of sittings."""
    for sitting in abandoned(folder):
        replayed = sitting.replayed()
        if replayed is not None and replayed.document.map.id == map_id:
            sitting.end()
        else:
            sitting.leave()


def _left(sitting: Sitting, replayed: Replayed) -> Left | None:
    """None where the file holds this very map, and nothing of the journal is torn."""
    path = read_path(replayed.head.path)
    opened = _opened(path)
    whole = not (replayed.typed or replayed.torn)
    if whole and opened is not None and _same(opened.document, replayed.document):
        return None
    saved = opened.document if opened is not None else None
    return Left(sitting, replayed, _when(sitting), path, _disk(path, opened, replayed), saved)


def _opened(path: Path | None) -> Opened | None:
    try:
        return open_map(path) if path is not None else None
    except StorageError:
        return None


def _same(one: Document, other: Document) -> bool:
    return one.records == other.records and one.unknown == other.unknown


def _disk(path: Path | None, opened: Opened | None, replayed: Replayed) -> Disk:
    if path is None:
        return Disk.NEVER
    if opened is None:
        return Disk.UNREADABLE
    return Disk.AS_IT_WAS if opened.digest == replayed.head.digest else Disk.CHANGED


def _when(sitting: Sitting) -> datetime:
    return datetime.fromtimestamp(max(path.stat().st_mtime for path in sitting.journals()), UTC)


def _not_taken_up(found: Iterable[Left]) -> list[Left]:
    found = list(found)
    taken_up = {each.replayed.head.follows for each in found}
    for each in found:
        if each.sitting.folder.name in taken_up:
            each.sitting.end()
    return [each for each in found if each.sitting.folder.name not in taken_up]


def _set_aside(sitting: Sitting) -> list[Path]:
    try:
        return [sitting.set_aside()]
    except OSError:  # it stays where it is, and the next start tries again
        sitting.leave()
        return []
