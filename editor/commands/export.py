"""`export`: a map on paper, whole; what could not be drawn is named with its place."""

import datetime
from argparse import Namespace
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from editor.commands import outputs
from editor.commands.failure import Failure
from editor.commands.place import place
from editor.commands.reading import read
from editor.commands.terminal import tell
from export import pictures, registry
from export.info import Info
from model.document import Document
from model.layout.engine import lay_out
from model.layout.shapes import Page, missing
from model.layout.sheets import Sheet, sheet
from model.layout.view import View, lanes_shown, natural_view
from model.records import Card
from model.refusal import Refused
from resources.words import Words
from resources.words import words as room


def run(asked: Namespace, words: Words) -> int:
    _check_output(asked, words)
    opened = read(asked.map, words, as_copy=asked.as_copy)
    pages = _pages(opened.document, asked)
    files = _render(pages, _info(opened.document, asked), asked.output, words)
    for path in files:
        _check_file(path, asked, words)
    outputs.write(files, words)
    left_out = _tell_left_out(pages, opened.document, words)
    if asked.view is None:
        left_out |= _tell_other_view(opened.document, words)
    unsaid = outputs.confirm(_written(list(files), words), words)
    return int(unsaid or left_out or opened.remarks)


def _check_output(asked: Namespace, words: Words) -> None:
    """Before the map is read: nobody should wait for a drawing that has no place to go."""
    try:
        registry.exporter(asked.output)
    except Refused as refused:
        raise _said(refused, words) from refused
    _check_file(asked.output, asked, words)


def _check_file(path: Path, asked: Namespace, words: Words) -> None:
    outputs.check_place(path, words)
    outputs.check_not(path, asked.map, "is_the_map", words)
    if not asked.force:
        outputs.check_same_kind(path, words)


def _pages(document: Document, asked: Namespace) -> tuple[Page, ...]:
    view = View(asked.view) if asked.view else None
    return lay_out(document, view=view, sheet=_sheet(asked), language=asked.language, name=asked.map.name).pages


def _sheet(asked: Namespace) -> Sheet | None:
    """An SVG is looked at on a screen: unless paper is asked for it is one sheet as large as the map."""
    if asked.paper is None and asked.orientation is None and asked.output.suffix.lower() == ".svg":
        return None
    return sheet(asked.paper or "A3", asked.orientation or "landscape")


def _info(document: Document, asked: Namespace) -> Info:
    map_ = document.map
    date = datetime.date.fromisoformat(asked.date) if asked.date else datetime.date.today()
    return Info(
        title=map_.title or asked.map.stem,
        date=date,
        author=map_.facts.facilitator,
        subject=map_.scenario,
        language=asked.language or map_.language,
    )


def _render(pages: Sequence[Page], info: Info, output: Path, words: Words) -> dict[Path, bytes]:
    try:
        return registry.render(pages, info, output)
    except Refused as refused:
        raise _said(refused, words) from refused


def _tell_left_out(pages: Sequence[Page], document: Document, words: Words) -> bool:
    """Characters no face has and pictures nobody can read, each with where it stands."""
    exporting = room("export", words.language)
    told = [
        words("missing_characters", characters=" ".join(characters), place=_where(key, document, words))
        for key, characters in missing(pages).items()
    ]
    for key, code in pictures.faults(pages):
        told.append(words("in_place", place=_where(key, document, words), sentence=exporting(code)))
    for sentence in told:
        tell(sentence)
    return bool(told)


def _tell_other_view(document: Document, words: Words) -> bool:
    """Lanes with cards that are not on paper since only the other view shows them: nobody chose to leave them out."""
    view = natural_view(document)
    shown = {lane.id for lane in lanes_shown(document, view)}
    cards = Counter(card.lane for card in document.table(Card).values())
    others = [lane for lane in document.lanes if cards[lane.id] and not lane.hidden and lane.id not in shown]
    if not others:
        return False
    other = next(each for each in View if each is not view)
    lanes = ", ".join(
        words("lane_of_cards", lane=place(lane.id, document, words), count=cards[lane.id]) for lane in others
    )
    tell(words("other_view", view=view, other=other, lanes=lanes))
    return True


def _where(key: str | None, document: Document, words: Words) -> str:
    return place(key, document, words) or words("place.page")


def _written(files: list[Path], words: Words) -> str:
    if len(files) == 1:
        return words("written", path=files[0])
    return words("written_pages", count=len(files), first=files[0], last=files[-1])


def _said(refused: Refused, words: Words) -> Failure:
    return Failure(room("export", words.language)(refused.code, **refused.details))
