"""A diagram's text cut into statements: where each one begins and ends, and what is a comment."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from enum import StrEnum

import msgspec

from model.importers.mermaid.text import STOP, is_entity

NUMBER = r"[+-]?\d+(?:[.,]\d+)?"
_BETWEEN = re.compile(r"[\s;]*+")
_HEADER = re.compile(r"\s*+journey\b[^\S\n]*+:?", re.IGNORECASE)
_SUMMARY = re.compile(r"acc(?P<which>Title|Descr)[^\S\n]*+:(?P<words>[^\n]*)", re.IGNORECASE)
_BRACE = re.compile(r"accDescr\s*+\{", re.IGNORECASE)
_COMMENT = re.compile(r"(?:%%+|#+)(?P<words>[^\n]*)")
_CLEARLY = re.compile(
    r"\n[^\S\n]*+(?:(?:title|section)\s|acc(?:Title|Descr)\s*[:{]|[^:;#\n]++:[^\S\n]*"
    + NUMBER
    + r"[^\S\n]*(?:[:;\n]|\Z))",
    re.IGNORECASE,
)
_SCORED = re.compile(r"[^:]+:\s*" + NUMBER + r"\s*(?::|\Z)")
_KEYWORD = re.compile(r"(?:title|section)(?:\s|\Z)", re.IGNORECASE)


class Sort(StrEnum):
    WORDS = "words"  # a title, a section, a task: or none of them
    SUMMARY = "summary"
    DESCRIPTION = "description"
    UNCLOSED = "unclosed"  # a description whose brace is never closed
    COMMENT = "comment"


class Statement(msgspec.Struct, frozen=True):
    """One statement on line `line` of the file. `comment` is what stood behind it; `hash`: a # was read as text."""

    line: int
    sort: Sort
    text: str
    comment: str = ""
    hash: bool = False


def statements(body: str, line: int) -> Iterator[Statement]:
    """The statements of a diagram behind its word `journey`; `body` begins on line `line` of the file.

    Every character is looked at a fixed number of times, however the text is made.
    """
    newlines = [at for at, char in enumerate(body) if char == "\n"]
    last_brace = body.rfind("}")
    header = _HEADER.match(body)
    at = _skip(body, header.end() if header else 0)
    while at < len(body):
        sort, text, comment, hashed, end = _statement(body, at, last_brace)
        yield Statement(line + bisect_right(newlines, at - 1), sort, text, comment, hashed)
        at = _skip(body, end)


def _skip(body: str, at: int) -> int:
    between = _BETWEEN.match(body, at)
    return between.end() if between else at


def _statement(body: str, at: int, last_brace: int) -> tuple[Sort, str, str, bool, int]:
    """The statement that begins here: its sort, text, comment, whether a # is text, and where it ends."""
    if (comment := _COMMENT.match(body, at)) and not _is_entity_at(body, at):
        return Sort.COMMENT, comment["words"].strip(), "", False, comment.end()
    if summary := _SUMMARY.match(body, at):
        sort = Sort.SUMMARY if summary["which"].lower() == "title" else Sort.DESCRIPTION
        return sort, summary["words"].strip(), "", False, summary.end()
    if brace := _BRACE.match(body, at):
        if brace.end() <= last_brace:
            end = body.find("}", brace.end())
            return Sort.DESCRIPTION, body[brace.end() : end], "", False, end + 1
        clear = _CLEARLY.search(body, brace.end())
        end = clear.start() if clear else len(body)
        return Sort.UNCLOSED, body[brace.end() : end], "", False, end
    return _words(body, at)


def _is_entity_at(body: str, at: int) -> bool:
    stop = STOP.match(body, at)
    return stop is not None and is_entity(stop[0])


def _words(body: str, at: int) -> tuple[Sort, str, str, bool, int]:
    end = _end(body, at)
    text = body[at:end].strip()
    if body[end : end + 1] not in ("#", "%"):
        return Sort.WORDS, text, "", False, end
    if body[end] == "#" and ":" not in text and not _KEYWORD.match(text):
        whole_end = _end(body, at, hashes=False)
        whole = body[at:whole_end].strip()
        if _SCORED.match(whole):
            return Sort.WORDS, whole, "", True, whole_end
    comment = _COMMENT.match(body, end)
    return Sort.WORDS, text, comment["words"].strip() if comment else "", False, comment.end() if comment else end


def _end(body: str, at: int, hashes: bool = True) -> int:
    """Where words end: at a newline, a `;` or a comment. Without `hashes` a # begins no comment."""
    for stop in STOP.finditer(body, at):
        if is_entity(stop[0]) or (stop[0] == "#" and not hashes):
            continue
        if "#" not in stop[0]:
            return stop.end() - 1 if stop[0].startswith("&") else stop.start()
        if hashes:
            return stop.start() + stop[0].index("#")
        return stop.end() - 1
    return len(body)
