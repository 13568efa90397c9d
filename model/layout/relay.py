"""A layout after a change: only the rows whose cards changed are laid out again, and the links they reach."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

import msgspec

from model.change import Change
from model.layout.engine import Layout, lay_out
from model.layout.page import Composed
from model.layout.relaid import recompose
from model.layout.reorder import Reordered, reordered
from model.records import Asset, Map, Persona, Stage, Step

_OF_THE_HEAD = Map, Persona, Asset, Stage, Step


def relay(layout: Layout, change: Change) -> Layout:
    """The layout of the document as it is now, `change` being the last thing that happened to it.

    Equal to laying the document out anew. On paper, where one card can change the type size of all, and for changes of
    the grid itself, that is what is done.
    """
    # A layout holds no cycles. To look for some while tens of thousands of its pieces are made takes longer than that.
    with _uncollected():
        return _relaid(layout, change) or _anew(layout)


@contextmanager
def _uncollected() -> Iterator[None]:
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def _relaid(layout: Layout, change: Change) -> Layout | None:
    """None where the change reaches too far."""
    again = reordered(layout.order, change) if layout.order.height is None else None
    if again is None:
        return None
    touched = (*change.befores.values(), *change.added.values())
    renamed = any(isinstance(record, _OF_THE_HEAD) for record in touched)
    composed = recompose(layout.composed[0], layout.order, again, renamed=renamed)
    if not _leaves_behind_the_same(layout, composed, again, renamed=renamed):
        return None
    return msgspec.structs.replace(
        layout, order=again.order, composed=(composed,), pages=(composed.page, *layout.pages[1:])
    )


def _anew(layout: Layout) -> Layout:
    order = layout.order
    return lay_out(
        order.document,
        view=order.view,
        sheet=layout.sheet,
        language=layout.language,
        name=order.name,
        folding=layout.folding,
    )


def _leaves_behind_the_same(layout: Layout, composed: Composed, again: Reordered, *, renamed: bool) -> bool:
    """Whether what stands on the pages behind the map, if there are any, is what stood there."""
    before, order = layout.composed[0], layout.order
    if composed.leftovers != before.leftovers or (renamed and len(layout.pages) > 1):
        return False
    if again.order.parked == order.parked:
        return True
    return _parks_on_page(before, order.parked) and _parks_on_page(composed, again.order.parked)


def _parks_on_page(composed: Composed, parked: object) -> bool:
    """Whether all that is parked stands in the foot of the page."""
    return not parked or len(composed.head.parking) > 0
