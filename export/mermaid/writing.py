"""Mermaid's words for a journey. Whatever means something to Mermaid is written as an entity (#58; for a colon), which
both Mermaid's drawing and our importer read as the character; a line break is `<br>`.

After Mermaid 11: the lexer in journey.jison, and `encodeEntities`, `cleanupText` and the comments of its preprocessing.
"""

import re
from collections.abc import Iterator

from export.mermaid.journey import Journey, Section, Task
from model.importers.mermaid.text import wordless

_MEANING = re.compile(r"[:;#&<>{}\"\ufb02\u00b6]|^%|%(?=%)|(?<=%)%|`(?=``)|(?<=`)`|~(?=~~)|(?<=~)~")
_KEYWORD = re.compile(r"(?:journey|title|section|acctitle|accdescr)(?![A-Za-z0-9_])", re.IGNORECASE)
_NOTHING = "<br>"


def written(journey: Journey) -> str:
    """The diagram."""
    return "\n".join(("journey", *_head(journey), *(row for each in journey.sections for row in _section(each)), ""))


def _head(journey: Journey) -> Iterator[str]:
    if journey.title:
        yield f"    title {_escaped(journey.title)}"
    rows = [_escaped(row) for row in journey.scenario.split("\n")]
    if len(rows) > 1:
        yield from ("    accDescr {", *(f"      {row}" for row in rows), "    }")
    elif journey.scenario:
        yield f"    accDescr: {rows[0]}"


def _section(section: Section) -> Iterator[str]:
    yield f"    section {_escaped(section.title) or _NOTHING}"
    yield from (f"      {_task(task)}" for task in section.tasks)


def _task(task: Task) -> str:
    parts = [_name(task.name) or _NOTHING, str(task.score), ", ".join(map(_actor, task.actors))]
    return ": ".join(part for part in parts if part)


def _name(text: str) -> str:
    """A task's name must not begin as a line of another kind does, nor be all signs, which readers take for noise."""
    escaped = _escaped(text)
    return _entity(text[0]) + escaped[1:] if _KEYWORD.match(text) or (text and wordless(escaped)) else escaped


def _actor(text: str) -> str:
    return _escaped(text).replace(",", _entity(","))


def _escaped(text: str) -> str:
    return _MEANING.sub(lambda found: _entity(found[0]), text).replace("\n", _NOTHING)


def _entity(character: str) -> str:
    return f"#{ord(character)};"
