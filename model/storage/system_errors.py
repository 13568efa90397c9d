"""Why the system said no: its error numbers as codes that have a sentence."""

import errno
import os

from model.storage.faults import StorageError

_CODES = {
    "missing": ("ENOENT",),
    "forbidden": ("EACCES", "EPERM"),
    "read_only_disk": ("EROFS",),
    "disk_full": ("ENOSPC", "EDQUOT"),
    "too_large": ("EFBIG",),
    "disk_error": ("EIO",),
    "bad_name": ("ENAMETOOLONG", "EINVAL", "EILSEQ"),
    "no_such_folder": ("ENOTDIR",),
    "is_folder": ("EISDIR",),
    "link_loop": ("ELOOP",),
    "too_many_open": ("EMFILE", "ENFILE"),
    "busy": ("EBUSY", "ETXTBSY"),
    "disk_gone": ("ENODEV", "ENXIO", "ESTALE", "ETIMEDOUT", "ENOTCONN"),
}
REASONS = {getattr(errno, name): code for code, names in _CODES.items() for name in names if hasattr(errno, name)}
"""Sentences stand under `reason.<code>`; anything else is `other`, with the system's own words in `words`."""


def failure(code: str, path: str | os.PathLike[str], error: OSError | ValueError) -> StorageError:
    """A StorageError for what the system answered about a file; ValueError is Python's for a name no file can have."""
    if not isinstance(error, OSError):
        return StorageError(code, file=shown(path), reason="bad_name", words=str(error))
    reason = REASONS.get(error.errno or 0, "other")
    return StorageError(code, file=shown(path), reason=reason, words=error.strerror or type(error).__name__)


def shown(path: str | os.PathLike[str]) -> str:
    """A file's name that every screen can take: bytes that are no UTF-8 as U+FFFD."""
    return os.fsdecode(path).encode("utf-8", "surrogatepass").decode("utf-8", "replace")
