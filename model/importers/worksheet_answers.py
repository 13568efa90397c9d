"""A worksheet that was filled in: which one it is, by whom, and what was answered where."""

from collections.abc import Sequence
from pathlib import PurePath

import msgspec

from model.document import Document
from model.importers.encoding import tidy
from model.importers.imported import ImportRefused, Note
from model.importers.worksheet_names import FEELINGS, About, Place, place
from model.importers.worksheet_pdf import Value, values
from model.operations.plain import plain
from model.records import Id
from model.storage.cjm import decode
from model.storage.faults import StorageError


class Answer(msgspec.Struct, frozen=True):
    """A line in a lane's field, or the feeling that was ticked; `column`: a stage's id or a step's."""

    lane: Id
    column: Id
    text: str = ""
    feeling: float | None = None


class Sheet(msgspec.Struct, frozen=True):
    """A worksheet that came back. `file`: its name. `blank`: the map it was made of, without anybody's answers."""

    file: str
    blank: Document
    author: str
    persona: str = ""
    titles: tuple[tuple[Id, str], ...] = ()
    answers: tuple[Answer, ...] = ()
    notes: tuple[Note, ...] = ()

    @property
    def map(self) -> Id:
        """The id of the map it was made of."""
        return self.blank.map.id


def read_sheet(file: str, data: bytes) -> Sheet:
    """What stands on a worksheet. Raises ImportRefused: `not_worksheet`, `worksheet_damaged`, `too_large`,
    `damaged_pdf`."""
    given = {found: value for name, value in values(file, data).items() if (found := place(name)) is not None}
    blank = _blank(file, given)
    said, replaced = _tidied({found: value for found, value in given.items() if found.map == blank.map.id})

    def line(about: About) -> str:
        """What stands in a field of one line."""
        return _line(said.get(Place(blank.map.id, about), Value("")))

    notes = [Note(0, "characters_replaced", {"count": replaced}, file)] if replaced else []
    answers = tuple(answer for found, value in said.items() for answer in _answers(found, value))
    titles = tuple((found.ids[0], _line(value)) for found, value in said.items() if found.about is About.TITLE)
    author = line(About.AUTHOR) or PurePath(file).stem
    if not answers:
        notes.append(Note(0, "sheet_empty", {}, file))
    elif not line(About.AUTHOR):
        notes.append(Note(0, "author_from_name", {"author": author}, file))
    return Sheet(file, blank, author, line(About.PERSONA), titles, answers, tuple(notes))


def _blank(file: str, given: dict[Place, Value]) -> Document:
    """The map that came with the worksheet."""
    found = next((value.text for found, value in given.items() if found.about is About.MAP), None)
    if found is None:
        raise ImportRefused("not_worksheet", name=file)
    try:
        return decode(found.replace("\r\n", "\n").replace("\r", "\n").encode("utf-8", "replace"))
    except StorageError as error:
        raise ImportRefused("worksheet_damaged", name=file) from error


def _tidied(given: dict[Place, Value]) -> tuple[dict[Place, Value], int]:
    """Texts as they can be kept, those with words, and how many characters had to be replaced."""
    tidied = [
        (found, value, *tidy(plain(value.text))) for found, value in given.items() if found.about is not About.MAP
    ]
    kept = {found: Value(text, value.ticked) for found, value, text, _ in tidied if text.strip()}
    return kept, sum(count for *_, count in tidied)


def _answers(found: Place, value: Value) -> Sequence[Answer]:
    """A feeling, or one answer a line."""
    if found.about is not About.ANSWER:
        return ()
    lane, column = found.ids
    if value.ticked and value.text in FEELINGS:
        return (Answer(lane, column, feeling=FEELINGS[value.text]),)
    return tuple(Answer(lane, column, line) for line in _lines(value))


def _line(value: Value) -> str:
    return " ".join(_lines(value))


def _lines(value: Value) -> list[str]:
    return [line.strip() for line in value.text.split("\n") if line.strip()]
