"""`export`: a map on paper or in another format, whole; what could not be drawn is named with its place."""

import datetime
from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path

import msgspec

from editor.commands import outputs
from editor.commands.briefing import brief_of, options_of
from editor.commands.reading import read
from editor.commands.terminal import tell
from editor.tasks import exporting
from editor.tasks.failure import Failure
from editor.tasks.outputs import check_not, check_place, check_same_kind, write
from model.document import Document
from model.handouts.brief import Brief
from model.handouts.kinds import KINDS
from model.layout.engine import lay_out
from model.layout.shapes import Page
from model.layout.view import View, natural_view
from model.storage.cjm import encode
from resources.words import Words

USUAL = "split"
"""The kind of paper nobody has to ask for."""


def run(asked: Namespace, words: Words) -> int:
    # Before the map is read: nobody should wait for a drawing that has no place to go.
    exporter = exporting.exporter(asked.output, words)
    if asked.kind and not exporter.paints:
        raise Failure(words("not_for_this", flags="--as"))
    kind = KINDS[asked.kind or USUAL]
    kind_options, file_options = options_of(asked, kind if exporter.paints else None, exporter, words)
    _check_file(asked.output, asked, words)
    opened = read(asked.map, words, as_copy=asked.as_copy)
    document = opened.document
    brief = msgspec.structs.replace(brief_of(document, asked, words), options=kind_options)
    pages = _pages(document, asked, brief, words) if exporter.paints else ()
    date = datetime.date.fromisoformat(asked.date) if asked.date else datetime.date.today()
    info = exporting.info(document, asked.map.stem, date, asked.language)
    data = encode(document) if getattr(file_options, "attach", False) else b""
    job = exporting.Job(document, info, brief=brief, options=file_options, data=data)
    if lost := exporting.losses(job, asked.output, words):
        tell(lost)
    files = exporting.render(job, pages, asked.output, words)
    for path in files:
        _check_file(path, asked, words)
    write(files, words)
    for other in (exporting.larger_sheet, exporting.other_grid):
        if sentence := other(pages, brief, words):
            tell(sentence)
    left_out = _tell_left_out(pages, document, asked, words)
    unsaid = outputs.confirm(exporting.written(list(files), words), words)
    return int(unsaid or bool(lost) or left_out or opened.remarks)


def _check_file(path: Path, asked: Namespace, words: Words) -> None:
    check_place(path, words)
    check_not(path, asked.map, "is_the_map", words)
    if not asked.force:
        check_same_kind(path, words)


def _pages(document: Document, asked: Namespace, brief: Brief, words: Words) -> tuple[Page, ...]:
    """An SVG is looked at on a screen: unless paper is asked for it is one sheet as large as the map."""
    said_nothing = asked.paper is None and asked.orientation is None and asked.kind is None
    if said_nothing and asked.output.suffix.lower() == ".svg":
        return lay_out(
            document, view=brief.view, language=brief.language, name=brief.name, look=brief.look
        ).pages  # fmt: skip
    return exporting.handout(document, asked.kind or USUAL, brief, words)


def _tell_left_out(pages: Sequence[Page], document: Document, asked: Namespace, words: Words) -> bool:
    """What is not on paper although nobody chose to leave it out."""
    told = [*exporting.undrawn(pages, document, words)]
    view = natural_view(document)
    shows_map = asked.kind in (None, "page", "split", "poster") and pages
    if asked.view is None and shows_map and (lanes := exporting.lanes_left_out(document, view, words)):
        other = next(each for each in View if each is not view)
        told.append(words("other_view", view=view, other=other, lanes=lanes))
    for sentence in told:
        tell(sentence)
    return bool(told)
