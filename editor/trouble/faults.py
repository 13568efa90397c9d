"""What may be written down of a fault: what kind it is and which lines of code it came through, and nobody's words.

No message of an exception, no value, no line of source: any of them may quote a map or name a file.
"""

import os
import re
from collections.abc import Iterator
from pathlib import Path
from types import FrameType, TracebackType

import msgspec

_OURS = Path(__file__).parents[2]
_PYTHONS = Path(os.__file__).parent
_SCRIPT = "main.py"
"""The one file that Python names as it was typed."""

_PACKAGES = ("site-packages", "dist-packages")
_MADE_UP = re.compile(r"<[a-z_. ]+>")
"""How Python names code that stands in no file, such as <frozen importlib._bootstrap>."""

_ELSEWHERE = "elsewhere"
_FIRST, _LAST = 20, 40
"""Lines shown of a way that is longer than both: where it began and where it ended."""

_CAUSES = 5
"""Exceptions told of that led to one another."""


class Fault(msgspec.Struct, frozen=True):
    """`kind` is the type of the exception, `place` the last line of ours it came through, `way` all of them."""

    kind: str
    place: str
    way: tuple[str, ...] = ()


def fault(kind: type[BaseException], error: BaseException | None, trace: TracebackType | None) -> Fault:
    """An exception, without what it says."""
    lines = _lines(trace)
    ours = [line for line in lines if is_ours(line)]
    return Fault(named(kind), next(reversed(ours or lines), ""), (*_shortened(lines), *_causes(error)))


def named(kind: type[BaseException]) -> str:
    """Such as ZeroDivisionError or model.checks.Stale."""
    return kind.__qualname__ if kind.__module__ == "builtins" else f"{kind.__module__}.{kind.__qualname__}"


def place(path: str) -> str:
    """A file of code as anybody may see it, from the folder of the program or the package on: what stands before
    that often names the user."""
    file = Path(path)
    if _MADE_UP.fullmatch(path) or (file.name == _SCRIPT and not file.is_absolute()):
        return file.name
    for part in _PACKAGES:
        if part in file.parts:
            return "/".join(file.parts[file.parts.index(part) + 1 :])
    for known, name in ((_PYTHONS, "python/"), (_OURS, "")):
        if file.is_relative_to(known):
            return name + file.relative_to(known).as_posix()
    return _ELSEWHERE


def is_ours(line: str) -> bool:
    """Whether a line of a way lies in the program itself."""
    return line.startswith(("editor/", "export/", "model/", "resources/", "main.py"))


def innermost(frame: FrameType | None) -> str:
    """The nearest line of ours to a frame that runs, going outwards."""
    while frame is not None:
        line = _line(frame, frame.f_lineno)
        if is_ours(line) and not line.startswith("editor/trouble/"):
            return line
        frame = frame.f_back
    return ""


def _lines(trace: TracebackType | None) -> list[str]:
    return [_line(frame, number) for frame, number in _walk(trace)]


def _walk(trace: TracebackType | None) -> Iterator[tuple[FrameType, int]]:
    while trace is not None:
        yield trace.tb_frame, trace.tb_lineno
        trace = trace.tb_next


def _line(frame: FrameType, number: int) -> str:
    return f"{place(frame.f_code.co_filename)}:{number} {frame.f_code.co_qualname}"


def _shortened(lines: list[str]) -> list[str]:
    left_out = len(lines) - _FIRST - _LAST
    return [*lines[:_FIRST], f"… {left_out} more", *lines[-_LAST:]] if left_out > 0 else lines


def _causes(error: BaseException | None) -> Iterator[str]:
    """What it came of, each with its last line."""
    for _ in range(_CAUSES):
        if error is None:
            return
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
        if error is not None:
            yield f"after {named(type(error))}, {next(reversed(_lines(error.__traceback__)), 'nowhere')}"
