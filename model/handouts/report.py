"""The map as structured text, for those who cannot see the drawing, and for those who would rather read."""

from model.document import Document
from model.handouts.brief import Brief
from model.handouts.flow import logo, strips
from model.handouts.outline.telling import asked
from model.handouts.outline.whole import outline
from model.handouts.running import frame, pages, running
from model.layout.shapes import Page


def report(document: Document, brief: Brief) -> tuple[Page, ...]:
    """Headings, paragraphs and tables in columns, in the order in which they are read aloud."""
    tell, inside = asked(document, brief), frame(brief)
    blocks = [logo(brief.look, inside.wide, inside.type)]
    for block in outline(tell):
        brief.check()
        blocks.append(strips(block, inside.wide, inside.type))
    return pages(blocks, inside, running(document, brief, tell.say("title")), brief.check)
