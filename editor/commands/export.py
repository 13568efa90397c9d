"""`export`: a map on paper, whole; what could not be drawn is named with its place."""

import datetime
from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path

from editor.commands import outputs
from editor.commands.reading import read
from editor.commands.terminal import tell
from editor.tasks import exporting
from editor.tasks.outputs import check_not, check_place, check_same_kind, write
from model.document import Document
from model.layout.engine import lay_out
from model.layout.shapes import Page
from model.layout.sheets import Sheet, sheet
from model.layout.view import View, natural_view
from resources.words import Words


def run(asked: Namespace, words: Words) -> int:
    # Before the map is read: nobody should wait for a drawing that has no place to go.
    exporting.exporter(asked.output, words)
    _check_file(asked.output, asked, words)
    opened = read(asked.map, words, as_copy=asked.as_copy)
    pages = _pages(opened.document, asked)
    date = datetime.date.fromisoformat(asked.date) if asked.date else datetime.date.today()
    info = exporting.info(opened.document, asked.map.stem, date, asked.language)
    files = exporting.render(exporting.Job(opened.document, info), pages, asked.output, words)
    for path in files:
        _check_file(path, asked, words)
    write(files, words)
    left_out = _tell_left_out(pages, opened.document, asked, words)
    unsaid = outputs.confirm(exporting.written(list(files), words), words)
    return int(unsaid or left_out or opened.remarks)


def _check_file(path: Path, asked: Namespace, words: Words) -> None:
    check_place(path, words)
    check_not(path, asked.map, "is_the_map", words)
    if not asked.force:
        check_same_kind(path, words)


def _pages(document: Document, asked: Namespace) -> tuple[Page, ...]:
    view = View(asked.view) if asked.view else None
    return lay_out(document, view=view, sheet=_sheet(asked), language=asked.language, name=asked.map.name).pages


def _sheet(asked: Namespace) -> Sheet | None:
    """An SVG is looked at on a screen: unless paper is asked for it is one sheet as large as the map."""
    if asked.paper is None and asked.orientation is None and asked.output.suffix.lower() == ".svg":
        return None
    return sheet(asked.paper or "A3", asked.orientation or "landscape")


def _tell_left_out(pages: Sequence[Page], document: Document, asked: Namespace, words: Words) -> bool:
    """What is not on paper although nobody chose to leave it out."""
    told = [*exporting.undrawn(pages, document, words)]
    view = natural_view(document)
    if asked.view is None and (lanes := exporting.lanes_left_out(document, view, words)):
        other = next(each for each in View if each is not view)
        told.append(words("other_view", view=view, other=other, lanes=lanes))
    for sentence in told:
        tell(sentence)
    return bool(told)
