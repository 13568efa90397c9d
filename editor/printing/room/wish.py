"""What somebody wants on paper, as the choices say it; and the Brief that makers of pages take."""

from collections.abc import Callable
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from editor.tasks.exporting import handout
from model.document import Document
from model.handouts.brief import Brief
from model.handouts.kinds import KINDS
from model.handouts.making import dressed
from model.handouts.options import Options
from model.handouts.sheet import laid_out
from model.layout.look import Logo, Look
from model.layout.shapes import Page
from model.layout.sheets import LARGEST_EDGE, MM, PAPERS, SMALLEST_EDGE, Sheet, sheet
from model.layout.view import View
from model.records import Id
from resources.words import Words

OWN, FREE = "own", "free"
"""In place of a paper's name: a size of one's own, and one sheet as large as the map."""
FREE_KIND = "page"
"""The kind that can be as large as the map."""
USUAL_KIND = "split"
SHOWS_MAP = frozenset({"page", "split", "poster"})
"""The kinds on which whoever misses a lane misses a part of the map."""

_MARGINS = {"narrow": 6.0, "wide": 20.0}  # millimetres; the usual one is the look's own

Edge = Annotated[float, Meta(ge=SMALLEST_EDGE, le=LARGEST_EDGE, extra={"unit": "mm"})]


class OwnSize(msgspec.Struct, frozen=True, kw_only=True):
    """A sheet or a roll nobody has a name for."""

    width: Edge = 1000.0
    height: Edge = 700.0

    @property
    def sheet(self) -> Sheet:
        lies = "landscape" if self.width > self.height else "portrait"
        return sheet(f"{self.width:g}x{self.height:g}mm", lies)


class Dress(msgspec.Struct, frozen=True, kw_only=True):
    """How pages look, as far as one answers with a word or a number; see Look."""

    margin: Literal["usual", "narrow", "wide", "own"] = "usual"
    own_margin: Annotated[float, Meta(ge=4.2, le=40, extra={"unit": "mm"})] = 10.0
    grey: bool = False
    plain_faces: bool = False
    draft: bool = False
    numbered: bool = True
    dated: bool = True
    bleed: Annotated[float, Meta(ge=0, le=10, extra={"unit": "mm"})] = 0.0

    @property
    def margin_points(self) -> float | None:
        if self.margin == "own":
            return self.own_margin * MM
        return _MARGINS[self.margin] * MM if self.margin in _MARGINS else None


class Heads(msgspec.Struct, frozen=True, kw_only=True):
    """What stands in the header of a page; named as in `model.layout.look.HEADER_PARTS`."""

    title: bool = True
    persona: bool = True
    facts: bool = True
    logo: bool = True

    @property
    def parts(self) -> frozenset[str]:
        return frozenset(name for name in self.__struct_fields__ if getattr(self, name))


class Wish(msgspec.Struct, frozen=True, kw_only=True):
    """`paper`: a name from PAPERS, OWN or FREE. `persona` and `hidden`: ids of one map. `options`: the kind's own."""

    kind: str = USUAL_KIND
    paper: str = "A3"
    orientation: str = "landscape"
    own: OwnSize = OwnSize()
    view: View | None = None
    language: str | None = None
    options: Options = Options()
    dress: Dress = Dress()
    heads: Heads = Heads()
    persona: Id | None = None
    hidden: frozenset[Id] = frozenset()
    logo: Logo | None = None

    @property
    def sheet(self) -> Sheet | None:
        """What is printed on; None where it is as large as the map."""
        if self.paper == FREE and self.kind == FREE_KIND:
            return None
        if self.paper == OWN:
            return self.own.sheet
        return sheet(self.paper if self.paper in PAPERS else "A3", self.orientation)

    @property
    def look(self) -> Look:
        return Look(
            margin=self.dress.margin_points,
            bleed=self.dress.bleed * MM,
            header=self.heads.parts,
            persona=self.persona,
            hidden=self.hidden,
            logo=self.logo,
            grey=self.dress.grey,
            plain_faces=self.dress.plain_faces,
            draft=self.dress.draft,
            numbered=self.dress.numbered,
            dated=self.dress.dated,
        )


def brief(wish: Wish, name: str, check: Callable[[], None]) -> Brief:
    """The wish as makers of pages take it. `name`: the map's file."""
    options = wish.options if isinstance(wish.options, KINDS[wish.kind].options) else None
    asked = Brief(
        view=wish.view,
        language=wish.language,
        name=name,
        look=wish.look,
        options=options,
        check=check,
    )
    return asked if wish.sheet is None else msgspec.structs.replace(asked, sheet=wish.sheet)


def pages_of(document: Document, wish: Wish, asked: Brief, said: Words) -> tuple[Page, ...]:
    """The pages a wish is for. `said`: room cli. Raises Failure, and what `asked.check` raises."""
    if wish.sheet is None:
        pages = laid_out(document, asked, None).pages
        return dressed(pages, asked.look, asked.language or document.map.language)
    return handout(document, wish.kind, asked, said)
