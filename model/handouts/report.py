"""The map as structured text, for those who cannot see the drawing, and for those who would rather read."""

from model.document import Document
from model.handouts.brief import Brief
from model.handouts.flow import strips
from model.handouts.outline.whole import outline
from model.handouts.running import frame, pages, running
from model.layout.shapes import Page
from resources.words import words


def report(document: Document, brief: Brief) -> tuple[Page, ...]:
    """Headings, paragraphs and tables in columns, in the order in which they are read aloud."""
    kind = words("report", brief.language or document.map.language)("title")
    inside = frame(brief)
    blocks = []
    for block in outline(document, brief.language, brief.view, brief.look.hidden):
        brief.check()
        blocks.append(strips(block, inside.wide, inside.type))
    return pages(blocks, inside, running(document, brief, kind), brief.check)
