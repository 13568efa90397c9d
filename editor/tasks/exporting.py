"""A map on paper: the files to write, and what of the map is not on them. `words`: cli."""

import datetime
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from editor.tasks.failure import Failure
from editor.tasks.place import place
from export import pictures, registry
from export.info import Info as Info
from export.registry import Exporter
from export.registry import Job as Job
from model.document import Document
from model.handouts import making
from model.handouts.brief import Brief
from model.handouts.options import PageOptions, PosterOptions
from model.layout.shapes import Page, missing
from model.layout.sheets import name_of
from model.layout.view import View, lanes_shown
from model.records import Card, Id
from model.refusal import Refused
from resources.words import Words
from resources.words import words as room


def info(document: Document, stem: str, date: datetime.date, language: str | None = None) -> Info:
    """What the file says about itself. `stem`: the map's name, for one without a title."""
    map_ = document.map
    return Info(
        title=map_.title or stem,
        date=date,
        author=map_.facts.facilitator,
        subject=map_.scenario,
        language=language or map_.language,
    )


def exporter(output: Path, words: Words) -> Exporter:
    """The one for the file's ending. Raises Failure where none has it."""
    try:
        return registry.exporter(output)
    except Refused as refused:
        raise _said(refused, words) from refused


def render(job: Job, pages: Sequence[Page], output: Path, words: Words) -> dict[Path, bytes]:
    """The files by path. `pages`: all that were made, of which the job's options choose. Raises Failure."""
    try:
        return registry.render(job, pages, output)
    except Refused as refused:
        raise _said(refused, words) from refused


def handout(document: Document, kind: str, brief: Brief, words: Words) -> tuple[Page, ...]:
    """The pages of a kind of paper. Raises Failure."""
    try:
        return making.handout(document, kind, brief)
    except Refused as refused:
        raise _said(refused, words) from refused


def losses(job: Job, output: Path, words: Words) -> str:
    """What of the map the kind of file has no place for, counted, in a sentence; "" where it holds everything."""
    chosen, counted = exporter(output, words), room("losses", words.language)
    things = [counted(each.code, count=each.count) for each in chosen.losses(job)]
    return counted("sentence", kind=chosen.ending, things=", ".join(things)) if things else ""


def undrawn(pages: Sequence[Page], document: Document, words: Words) -> Iterator[str]:
    """Characters no face has and pictures nobody can read, each with where it stands."""
    exporting = room("export", words.language)
    for key, characters in missing(pages).items():
        yield words("missing_characters", characters=" ".join(characters), place=_where(key, document, words))
    for key, code in pictures.faults(pages):
        yield words("in_place", place=_where(key, document, words), sentence=exporting(code))


def larger_sheet(pages: Sequence[Page], brief: Brief, words: Words) -> str:
    """That a sheet is larger than the one asked for, which is too small for the map, so that somebody has to fetch the
    paper; "" where none is, or the smallest that will do was asked for."""
    if isinstance(brief.options, PageOptions) and brief.options.smallest:
        return ""
    asked = sorted((brief.sheet.width, brief.sheet.height))
    for page in pages:
        size = page.width - 2 * page.bleed, page.height - 2 * page.bleed
        if any(edge > most + 1 for edge, most in zip(sorted(size), asked, strict=True)):
            return words("larger_sheet", asked=brief.sheet.name, paper=name_of(*size))
    return ""


def other_grid(pages: Sequence[Page], brief: Brief, words: Words) -> str:
    """That a poster has not as many sheets as were asked for side by side and below each other; "" where it has."""
    grid = brief.options
    if not isinstance(grid, PosterOptions) or grid.columns * grid.rows in (0, 1, len(pages)):
        return ""
    return words("other_grid", columns=grid.columns, rows=grid.rows, count=len(pages)) if pages else ""


def lanes_left_out(document: Document, view: View, words: Words) -> str:
    """The lanes with cards that this view does not show and the other does; "" where there are none."""
    shown = {lane.id for lane in lanes_shown(document, view)}
    cards: Counter[Id | None] = Counter(card.lane for card in document.table(Card).values())
    others = [lane for lane in document.lanes if cards[lane.id] and not lane.hidden and lane.id not in shown]
    return ", ".join(
        words("lane_of_cards", lane=place(lane.id, document, words), count=cards[lane.id]) for lane in others
    )


def written(files: Sequence[Path], words: Words) -> str:
    """What was done."""
    if len(files) == 1:
        return words("written", path=files[0])
    return words("written_pages", count=len(files), first=files[0], last=files[-1])


def _where(key: Id | None, document: Document, words: Words) -> str:
    return place(key, document, words) or words("place.page")


def _said(refused: Refused, words: Words) -> Failure:
    return Failure(room("export", words.language)(refused.code, **refused.details))
