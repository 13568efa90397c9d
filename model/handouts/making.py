"""Pages of a kind, dressed as the brief says: grey, draft, bleed."""

from model.document import Document
from model.handouts.brief import Brief
from model.handouts.ink import spare_ink, with_plain_faces
from model.handouts.kinds import KINDS
from model.handouts.linked import linked
from model.handouts.marks import drafted, with_bleed
from model.layout.look import Look
from model.layout.shapes import Page
from model.layout.text.tongue import speak
from model.refusal import Refused


def handout(document: Document, kind: str, brief: Brief) -> tuple[Page, ...]:
    """The pages to paint. Raises Refused: `unknown_kind`, and what the kind itself refuses."""
    if kind not in KINDS:
        raise Refused("unknown_kind", kind=kind, known=", ".join(KINDS))
    speak(document.map.language)
    pages = linked(KINDS[kind].make(document, brief), document)
    return dressed(pages, brief.look, brief.language or document.map.language)


def dressed(pages: tuple[Page, ...], look: Look, language: str) -> tuple[Page, ...]:
    """Finished pages with what a look puts on all kinds alike."""
    if look.grey:
        pages = spare_ink(pages)
    elif look.plain_faces:
        pages = with_plain_faces(pages)
    if look.draft:
        pages = drafted(pages, language)
    return with_bleed(pages, look.bleed) if look.bleed else pages
