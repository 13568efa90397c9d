"""Whether a layout that follows a change is the one made from nothing."""

from model.change import Change
from model.document import Document
from model.layout.engine import Layout, lay_out
from model.layout.relay import relay


def follow(layout: Layout, document: Document, change: Change) -> Layout:
    """Apply a change, and find the layout after it equal to one made from nothing."""
    document.apply(change)
    after = relay(layout, change)
    fresh = lay_out(document, view=layout.order.view, name=layout.order.name, folding=layout.folding)
    assert after.pages == fresh.pages
    assert after.order.source.bands == fresh.order.source.bands
    assert after.order.source.firsts == fresh.order.source.firsts
    assert (after.order.signs, after.order.links) == (fresh.order.signs, fresh.order.links)
    return after
