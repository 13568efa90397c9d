"""Several kinds of paper in one file: a chapter of the outline each, its pages labelled by it."""

from collections.abc import Sequence

import msgspec

from model.document import Document
from model.handouts.brief import Brief
from model.handouts.kinds import KINDS, Kind
from model.handouts.options import PackOptions
from model.layout.shapes import Page
from model.refusal import Refused
from resources.words import Words, words

USUAL = ("split", "stages", "priorities", "worksheet", "findings", "report")
"""What a workshop hands out; the poster and the cards to cut out go to other paper."""


def pack(document: Document, brief: Brief) -> tuple[Page, ...]:
    """The kinds one behind the other. Raises Refused (`unknown_kind`, `kind_twice`), and what a kind refuses."""
    said = words("paper_options", brief.language or document.map.language)
    wished = brief.options.kinds if isinstance(brief.options, PackOptions) else ""
    pages: list[Page] = []
    for kind in _kinds(wished):
        brief.check()
        made = kind.make(document, msgspec.structs.replace(brief, options=None))
        pages += _chapter(made, said(f"kind.{kind.name}"), said)
    return tuple(pages)


def _kinds(wished: str) -> Sequence[Kind]:
    names = [name.strip().lower() for name in wished.split(",") if name.strip()] or USUAL
    known = {name: kind for name, kind in KINDS.items() if name != "pack"}
    for at, name in enumerate(names):
        if name not in known:
            raise Refused("unknown_kind", kind=name, known=", ".join(known))
        if name in names[:at]:
            raise Refused("kind_twice", kind=name)
    return [known[name] for name in names]


def _chapter(pages: Sequence[Page], title: str, said: Words) -> list[Page]:
    """Pages under a line of the outline; a page of its own label keeps it."""
    labels = [page.label or said("page_label", chapter=title, number=at) for at, page in enumerate(pages, start=1)]
    return [
        msgspec.structs.replace(page, title=page.title or label, chapter=title, label=label)
        for page, label in zip(pages, labels, strict=True)
    ]
