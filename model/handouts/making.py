"""Pages of a kind, dressed as the brief says: grey, draft, bleed."""

from model.document import Document
from model.handouts.brief import Brief
from model.handouts.kinds import KINDS
from model.layout.shapes import Page
from model.refusal import Refused


def handout(document: Document, kind: str, brief: Brief) -> tuple[Page, ...]:
    """The pages to paint. Raises Refused: `unknown_kind`, and what the kind itself refuses."""
    if kind not in KINDS:
        raise Refused("unknown_kind", kind=kind, known=", ".join(KINDS))
    return KINDS[kind].make(document, brief)
