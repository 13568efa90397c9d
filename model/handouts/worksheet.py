"""The worksheet: a map's stages and lanes blank, to be filled in by hand or with a reader of PDFs."""

from model.document import Document
from model.handouts.brief import Brief
from model.handouts.options import WorksheetOptions
from model.handouts.worksheet_behind import behind
from model.handouts.worksheet_blank import blank, columns
from model.handouts.worksheet_frame import bands, setting_on, shares
from model.handouts.worksheet_head import head
from model.handouts.worksheet_page import Part, Worksheet, page, places
from model.layout.shapes import Page
from resources.words import words


def worksheet(document: Document, brief: Brief) -> tuple[Page, ...]:
    """As many pages as hold all columns at least 30 mm wide; behind them what was shortened.

    Raises Refused (`sheet_too_small`).
    """
    options = brief.options if isinstance(brief.options, WorksheetOptions) else WorksheetOptions()
    empty = blank(document, brief, persona=options.persona, titles=options.titles)
    setting = setting_on(brief.sheet, brief, words("paper", brief.language or document.map.language))
    runs = shares(columns(empty, by_step=options.by_step), brief.sheet, setting.metrics)
    sheet = Worksheet(empty, brief, setting, head(empty, brief.sheet, setting), options)
    stands = places(sheet, runs)
    below = bands(empty.lanes, brief.sheet, stands.bottom - stands.top, setting.metrics)
    parts = [Part(tuple(run), tuple(lanes)) for run in runs for lanes in below]
    pages = tuple(page(sheet, stands, part, number, len(parts)) for number, part in enumerate(parts, start=1))
    return pages + behind(empty, brief, pages)
