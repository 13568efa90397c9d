"""The kinds of paper by name. Each maker is imported when it is asked for: a command that draws a page has no use for
the findings' graph."""

from collections.abc import Callable
from importlib import import_module

import msgspec

from model.document import Document
from model.handouts import options
from model.handouts.brief import Brief
from model.handouts.options import Options
from model.layout.shapes import Page

Maker = Callable[[Document, Brief], tuple[Page, ...]]


class Kind(msgspec.Struct, frozen=True):
    """`maker`: module and function that make the pages. `options`: what it can be asked."""

    name: str
    maker: str
    options: type[Options] = Options

    def make(self, document: Document, brief: Brief) -> tuple[Page, ...]:
        """The bare pages: `making.handout` dresses them. Raises Refused."""
        module, _, function = self.maker.partition(":")
        maker: Maker = getattr(import_module(f"model.handouts.{module}"), function)
        if brief.options is None:
            brief = msgspec.structs.replace(brief, options=self.options())
        return maker(document, brief)


KINDS: dict[str, Kind] = {
    kind.name: kind
    for kind in (
        Kind("page", "sheet:one_sheet", options.PageOptions),
        Kind("split", "sheet:split"),
        Kind("poster", "poster:poster", options.PosterOptions),
        Kind("stages", "stages:stages", options.StagesOptions),
        Kind("worksheet", "worksheet:worksheet", options.WorksheetOptions),
        Kind("cards", "cards:cards", options.CardsOptions),
        Kind("priorities", "priorities:priorities"),
        Kind("findings", "findings:findings"),
        Kind("report", "report:report"),
        Kind("pack", "pack:pack", options.PackOptions),
    )
}
