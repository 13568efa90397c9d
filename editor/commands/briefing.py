"""From flags to what is asked of paper: the brief, and the options of a kind and of a format."""

from argparse import Namespace
from pathlib import Path

import msgspec

from editor.commands.paper_arguments import OPTION
from editor.tasks.failure import Failure, from_storage
from editor.tasks.questions import Answered, answered, questions
from editor.tasks.sheet_numbers import sheet_numbers
from export import options as formats
from export.registry import Exporter
from model import pictures
from model.document import Document
from model.handouts import options as kinds
from model.handouts.brief import Brief
from model.handouts.kinds import Kind
from model.layout.look import HEADER_PARTS, Logo, Look
from model.layout.sheets import MM, sheet
from model.layout.view import View
from model.records import Id
from model.storage.faults import StorageError
from model.storage.file import read_bytes
from resources.words import Words

_MOST_SHEETS = 9999
"""More than any map has; which there really are is known once they are made."""


def brief_of(document: Document, asked: Namespace, words: Words) -> Brief:
    """What the flags ask of paper, but for the kind's own options. Raises Failure."""
    return Brief(
        sheet=sheet(asked.paper or "A3", asked.orientation or "landscape"),
        view=View(asked.view) if asked.view else None,
        language=asked.language,
        name=asked.map.name,
        look=_look(document, asked, words),
    )


def options_of(
    asked: Namespace, kind: Kind | None, exporter: Exporter, words: Words
) -> tuple[kinds.Options | None, formats.Options]:
    """The options of the kind and of the format. Raises Failure for those that neither takes, and for nonsense."""
    given = {name.removeprefix(OPTION): value for name, value in vars(asked).items() if name.startswith(OPTION)}
    wanted = [exporter.options, *([kind.options] if kind else [])]
    known = {question.name for options in wanted for question in questions(options)}
    if foreign := [name for name in given if name not in known]:
        raise Failure(words("not_for_this", flags=", ".join(f"--{name.replace('_', '-')}" for name in foreign)))
    return (
        _answered(kind.options, given, words) if kind else None,
        _answered(exporter.options, given, words),
    )  # fmt: skip


def _answered(options: type[Answered], given: dict[str, object], words: Words) -> Answered:
    own = {question.name: question.sort for question in questions(options) if question.name in given}
    answers = {name: _read(name, sort, given[name], words) for name, sort in own.items()}
    try:
        return answered(options, answers)
    except msgspec.ValidationError as error:
        name = str(error).rpartition("$.")[2].rstrip("`")
        raise Failure(words("no_answer", flag=f"--{name}", text=given.get(name, ""))) from error


def _read(name: str, sort: str, value: object, words: Words) -> object:
    if sort != "numbers":
        return value
    try:
        return sheet_numbers(str(value), _MOST_SHEETS)
    except ValueError as error:
        raise Failure(words("no_answer", flag=f"--{name}", text=value)) from error


def _look(document: Document, asked: Namespace, words: Words) -> Look:
    return Look(
        margin=None if asked.margin is None else asked.margin * MM,
        bleed=(asked.bleed or 0.0) * MM,
        header=frozenset(HEADER_PARTS) if asked.header is None else asked.header,
        persona=_persona(document, asked.persona, words),
        hidden=frozenset(_lane(document, title, words) for title in asked.hide),
        logo=_logo(Path(asked.logo), words) if asked.logo else None,
        grey=asked.grey,
        plain_faces=asked.plain_faces,
        draft=asked.draft,
        numbered=not asked.no_numbers,
        dated=not asked.no_date,
    )


def _persona(document: Document, name: str | None, words: Words) -> Id | None:
    if name is None:
        return None
    found = next((each.id for each in document.personas if each.name.casefold() == name.casefold()), None)
    if found is None:
        known = ", ".join(each.name for each in document.personas) or words("nobody")
        raise Failure(words("no_persona", name=name, known=known))
    return found


def _lane(document: Document, title: str, words: Words) -> Id:
    found = next((lane.id for lane in document.lanes if title.casefold() in (lane.title.casefold(), lane.id)), None)
    if found is None:
        known = ", ".join(lane.title for lane in document.lanes) or words("no_lanes")
        raise Failure(words("no_lane", name=title, known=known))
    return found


def _logo(path: Path, words: Words) -> Logo:
    try:
        data = read_bytes(path)
    except StorageError as error:
        raise from_storage(error, words) from error
    head = pictures.header(data)
    if head is None or not head.common:
        raise Failure(words("no_logo", path=path))
    return Logo(head.type, data, head.width, head.height)
