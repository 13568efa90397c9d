"""The map as a poster of several sheets, to be glued together; or on one sheet that is large enough to be one.

grid.py       the sheets: how many, what each can show
choosing.py   which grid
drawing.py    the whole map on one big page
obstacles.py  what a cut there would go through
seams.py      the best cuts of one direction
fitting.py    the size of the map at which its cuts hurt least
windows.py    what each sheet shows of it
pieces.py     parts of a page by their places
sheets.py     the pages; marks.py what stands around their windows
"""

import msgspec

from model.document import Document
from model.handouts.brief import Brief
from model.handouts.options import PosterOptions
from model.handouts.poster.choosing import chosen
from model.handouts.poster.fitting import Fitted
from model.handouts.poster.sheets import sheets
from model.handouts.sheet import one_sheet
from model.layout.behind import pages_behind
from model.layout.engine import left_behind
from model.layout.shapes import Page
from model.layout.sheets import PAPERS, Sheet
from resources.words import words


def poster(document: Document, brief: Brief) -> tuple[Page, ...]:
    """The sheets row by row, then, on sheets of the same paper, what found no room on the poster.

    Raises Refused (`poster_sheets`).
    """
    options = brief.options if isinstance(brief.options, PosterOptions) else PosterOptions()
    if _is_one(brief.sheet, options):
        return one_sheet(document, brief)
    found = chosen(document, brief, options)
    if found.grid.columns == found.grid.rows == 1:
        return one_sheet(document, brief)
    said = words("paper", brief.language or document.map.language)
    pages = tuple(sheets(document, found, said))
    return (*pages, *_behind(found, brief, len(pages)))


def _is_one(sheet: Sheet, options: PosterOptions) -> bool:
    """One sheet where that is asked for; where nothing is, if the sheet is as large as a poster."""
    if options.columns or options.rows or options.wide:
        return options.columns == options.rows == 1
    large = PAPERS["A2"]
    return sheet.width * sheet.height >= large[0] * large[1]


def _behind(found: Fitted, brief: Brief, before: int) -> list[Page]:
    """The pages behind the map, on the paper the poster is printed on."""
    layout, on = found.big.layout, brief.sheet
    order = msgspec.structs.replace(layout.order, width=on.width, height=on.height, paper=on.name)
    return pages_behind(order, left_behind(layout.order, (found.big.composed,)), before)
