"""The pictures of a map, each in a file of its own beside the journals: they are large and never change, and nobody who
types is to wait until all of them are written again."""

import contextlib
import os
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from model.ids import asset_id
from model.records import Asset, Id

_ENDING = ".picture"
_ID = re.compile(r"sha256:([0-9a-f]{64})")
_FLAGS = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)


def goes_beside(asset: Asset) -> bool:
    """Whether a picture can stand in a file of its own: one with members we do not know stays in the map."""
    return _ID.fullmatch(asset.id) is not None and not asset.extra


def put(folder: Path, asset: Asset, system: Any) -> Path | None:
    """Write a picture; its file, None where it is there already. Raises OSError."""
    path = _file(folder, asset.id)
    with contextlib.suppress(FileNotFoundError):
        if path.stat().st_size == len(asset.data):
            return None
    handle = system.open(path, _FLAGS, 0o600)
    try:
        rest = memoryview(asset.data)
        while rest:
            rest = rest[system.write(handle, rest) :]
    finally:
        system.close(handle)
    return path


def found(folder: Path, types: Mapping[Id, str]) -> list[Asset]:
    """The pictures that are there whole, by their ids and media types; of the others nothing."""
    return [asset for key, kind in types.items() if (asset := _found(folder, key, kind)) is not None]


def remove_all(folder: Path) -> None:
    """Raises nothing."""
    with contextlib.suppress(OSError):
        for path in folder.glob(f"*{_ENDING}"):
            path.unlink(missing_ok=True)


def _found(folder: Path, key: Id, kind: str) -> Asset | None:
    if _ID.fullmatch(key) is None:  # it is no name for a file
        return None
    try:
        data = _file(folder, key).read_bytes()
    except OSError:
        return None
    return Asset(id=key, type=kind, data=data) if asset_id(data) == key else None


def _file(folder: Path, key: Id) -> Path:
    return folder / f"{key.partition(':')[2]}{_ENDING}"
