"""Which file this is and how old: what is not ours is named, what is older is brought up to date in memory."""

from collections.abc import Mapping
from typing import Any

from model.document import Document
from model.storage.faults import Fault, excerpt
from model.storage.form import FORMAT, MIN_VERSION, VERSION
from model.storage.migrations import STEPS, Migration

Members = dict[str, Any]


def check_format(members: Members, faults: list[Fault]) -> None:
    """A fault unless the file says that it is one of ours: other programs call their files .cjm too."""
    if "format" not in members:
        faults.append(Fault("no_format"))
    elif members["format"] != FORMAT:
        faults.append(Fault("not_ours", "/format", details={"found": excerpt(members["format"])}))


def up_to_date(
    members: Members, faults: list[Fault], steps: Mapping[int, Migration] = STEPS, target: int = VERSION
) -> Members:
    """The members as `target` has them. A newer file stays as it is; without a version we take it for today's."""
    version = _number(members, "version", faults) or target
    for old in range(version, target):
        try:
            members = {**steps[old](members), "version": old + 1}
        except (ValueError, TypeError, LookupError, AttributeError) as error:
            faults.append(Fault("not_migrated", "/version", details={"version": old, "value": str(error)}))
            return members
    return members


def newer_head(members: Members, faults: list[Fault]) -> Members:
    """The versions a file states where they are above ours: they stay with the document, and are written back."""
    least = _number(members, "minVersion", faults) or MIN_VERSION
    version = members.get("version")
    head = {"version": version} if isinstance(version, int) and version > VERSION else {}
    return {**head, "minVersion": least} if least > VERSION else head


def is_newer(document: Document) -> bool:
    """Whether a newer program wrote this map: it may hold things that we keep and do not show."""
    return bool(document.unknown.get("version", VERSION) > VERSION)


def is_read_only(document: Document) -> bool:
    """Whether the file says that programs of our age would do harm by changing it."""
    return bool(document.unknown.get("minVersion", MIN_VERSION) > VERSION)


def _number(members: Members, name: str, faults: list[Fault]) -> int | None:
    value = members.get(name)
    if isinstance(value, int) and not isinstance(value, bool) and value >= 1:
        return value
    faults.append(Fault("bad_version", f"/{name}", details={"member": name, "value": excerpt(value)}))
    return None
