"""What is asked of every file, whatever is in it: opened or refused in time and in plain words, and never touched."""

import json
import math
import signal
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from model import rules
from model.document import Document
from model.layout.engine import lay_out
from model.storage.cjm import decode, encode
from model.storage.faults import StorageError
from model.storage.file import digest, open_copy, open_map
from model.storage.lines import settled
from model.storage.recovery import Recovered

T = TypeVar("T")

MOST_SECONDS = 2.0
"""Of the processor's time, for opening and for opening as a copy each, on a machine that needs `_YARD` for the
yardstick; a slower one has as many times more. Where others keep a machine busy even the processor's time grows, so
what took longer is timed again before it counts."""
_YARD = 0.1
_TIMES = 3
_HANGS = 60
"""Also seconds of the processor."""


class Hung(BaseException):
    """Nothing came of it. No Exception, so that nobody takes it for a fault of the file."""


class Seen(msgspec.Struct):
    """What became of one file: what was wrong, the seconds the slower way in took, and the copy if there is one."""

    violations: list[str]
    seconds: float = 0.0
    copy: Recovered | None = None


def look(path: Path, data: bytes, *, saved: bool = True, laid_out: bool = False) -> Seen:
    """Puts a file there and opens it both ways; saves what opened, and reads it again."""
    path.write_bytes(data)
    seen = Seen([])
    opened = _in_time(seen, "open_map", lambda: open_map(path).document)
    seen.copy = _in_time(seen, "open_copy", lambda: open_copy(path))
    if digest(path.read_bytes()) != digest(data):
        seen.violations.append("the file was changed")
    if saved and seen.copy is not None:
        copied = seen.copy.document
        _try(seen, "saving", lambda: seen.violations.extend(_unsound(copied, laid_out=laid_out)))
    if opened is not None and (seen.copy is None or dict(opened.records) != dict(seen.copy.document.records)):
        seen.violations.append("opened otherwise than as a copy")
    return seen


def _unsound(document: Document, *, laid_out: bool) -> Iterator[str]:
    """What is wrong with a map that opened: it breaks rules, or is not what is read when it was saved."""
    yield from (f"breaks {fault.code}" for fault in rules.faults(document.records, document.records.values()))
    again, meant = decode(encode(document)), settled(document)
    if dict(again.records) != {record.id: record for table in meant.values() for record in table}:
        yield "saved otherwise than meant"
    if again.unknown != document.unknown:
        yield "unknown members lost in saving"
    if laid_out and not lay_out(document).pages:
        yield "no pages"


def _in_time(seen: Seen, name: str, way_in: Callable[[], T]) -> T | None:
    seconds = math.inf
    for _ in range(_TIMES):
        began = time.process_time()
        found = _try(seen, name, way_in, StorageError)
        seconds = min(seconds, time.process_time() - began)
        if seconds <= MOST_SECONDS or seen.violations:
            break
    seen.seconds = max(seen.seconds, seconds)
    if seconds > MOST_SECONDS and seconds > (most := MOST_SECONDS * _slowness()):
        seen.violations.append(f"{name} took {seconds:.2f} s, of {most:.2f} on this machine")
    return found


def _slowness() -> float:
    """How many times slower than the one we measured on this machine is, at its best of some tries; 1 at least."""
    return max(1.0, min(_yardstick() for _ in range(_TIMES)) / _YARD)


def _yardstick() -> float:
    """Seconds of the processor for work like that of opening, with nothing of ours in it."""
    began = time.process_time()
    json.loads(json.dumps([{"id": f"c_{at}", "text": "Menunggu lama"} for at in range(100_000)]))
    return time.process_time() - began


def _try(seen: Seen, name: str, act: Callable[[], T], *allowed: type[Exception]) -> T | None:
    """What came of it; None where that is an error. Any but those allowed is a violation."""
    signal.signal(signal.SIGPROF, _hang)
    signal.setitimer(signal.ITIMER_PROF, _HANGS)
    try:
        return act()
    except allowed:
        return None
    except (Exception, Hung) as error:
        seen.violations.append(f"{name} raised {type(error).__name__}: {error}"[:200])
        return None
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)


def _hang(*_: Any) -> None:
    raise Hung
