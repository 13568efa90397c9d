"""A version that was kept: what is known of it, all of which its file's name says."""

import re
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path

import msgspec

_STAMP = "%Y%m%dT%H%M%S%fZ"
_NAME = re.compile(r"(\d{6,12})-(\d{8}T\d{12}Z)-([a-z_]+)-([0-9a-f]{64})\.cjm")


class Why(StrEnum):
    """What a version was kept for; how to call it stands in room `history` as `why.<code>`."""

    OPENED = "opened"
    SAVED = "saved"
    TIMED = "timed"
    DISCARDED = "discarded"
    RECOVERED = "recovered"
    RESCUE = "rescue"
    BEFORE_REVERT = "before_revert"


PRECIOUS = frozenset({Why.DISCARDED, Why.RECOVERED, Why.RESCUE, Why.BEFORE_REVERT})


class Version(msgspec.Struct, frozen=True):
    """A map as it once was. `when` is in UTC, `size` in bytes, `digest` that of the bytes that were kept; `number`
    counts the versions of a map, for clocks go back."""

    path: Path
    number: int
    when: datetime
    why: Why
    digest: str
    size: int

    @property
    def precious(self) -> bool:
        """Whether it is of work that somebody let go or nearly lost."""
        return self.why in PRECIOUS


def file_name(number: int, when: datetime, why: Why, content: str) -> str:
    """The name of a version's file; `content`: the digest."""
    return f"{number:06}-{when.astimezone(UTC).strftime(_STAMP)}-{why}-{content}.cjm"


def read_name(name: str) -> tuple[int, datetime, Why, str] | None:
    """Number, moment, reason and digest from the name of a file; None for what is no version of ours."""
    parts = _NAME.fullmatch(name)
    if parts is None or parts[3] not in list(Why):
        return None
    try:
        when = datetime.strptime(parts[2], _STAMP).replace(tzinfo=UTC)
    except ValueError:  # a day that no calendar has
        return None
    return int(parts[1]), when, Why(parts[3]), parts[4]
