"""The kinds of paper by name. Each maker is imported when it is asked for: a command that draws a page has no use for
the findings' graph."""

from collections.abc import Callable

import msgspec

from model.document import Document
from model.handouts import options
from model.handouts.brief import Brief
from model.handouts.options import Options
from model.layout.shapes import Page

Maker = Callable[[Document, Brief], tuple[Page, ...]]


class Kind(msgspec.Struct, frozen=True):
    """`maker` makes the pages. `options`: what it can be asked."""

    name: str
    maker: Maker
    options: type[Options] = Options

    def make(self, document: Document, brief: Brief) -> tuple[Page, ...]:
        """The bare pages: `making.handout` dresses them. Raises Refused."""
        if brief.options is None:
            brief = msgspec.structs.replace(brief, options=self.options())
        return self.maker(document, brief)


def _page(document: Document, brief: Brief) -> tuple[Page, ...]:
    from model.handouts.sheet import one_sheet

    return one_sheet(document, brief)


def _split(document: Document, brief: Brief) -> tuple[Page, ...]:
    from model.handouts.sheet import split

    return split(document, brief)


def _poster(document: Document, brief: Brief) -> tuple[Page, ...]:
    from model.handouts.poster import poster

    return poster(document, brief)


def _stages(document: Document, brief: Brief) -> tuple[Page, ...]:
    from model.handouts.stages import stages

    return stages(document, brief)


def _worksheet(document: Document, brief: Brief) -> tuple[Page, ...]:
    from model.handouts.worksheet import worksheet

    return worksheet(document, brief)


def _cards(document: Document, brief: Brief) -> tuple[Page, ...]:
    from model.handouts.cards import cards

    return cards(document, brief)


def _priorities(document: Document, brief: Brief) -> tuple[Page, ...]:
    from model.handouts.priorities import priorities

    return priorities(document, brief)


def _findings(document: Document, brief: Brief) -> tuple[Page, ...]:
    from model.handouts.findings import findings

    return findings(document, brief)


def _report(document: Document, brief: Brief) -> tuple[Page, ...]:
    from model.handouts.report import report

    return report(document, brief)


def _pack(document: Document, brief: Brief) -> tuple[Page, ...]:
    from model.handouts.pack import pack

    return pack(document, brief)


KINDS: dict[str, Kind] = {
    kind.name: kind
    for kind in (
        Kind("page", _page, options.PageOptions),
        Kind("split", _split),
        Kind("poster", _poster, options.PosterOptions),
        Kind("stages", _stages, options.StagesOptions),
        Kind("worksheet", _worksheet, options.WorksheetOptions),
        Kind("cards", _cards, options.CardsOptions),
        Kind("priorities", _priorities),
        Kind("findings", _findings),
        Kind("report", _report),
        Kind("pack", _pack, options.PackOptions),
    )
}
