"""A layout after a change: only the rows whose cards changed are laid out again, and the links they reach."""

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import msgspec

from model.change import Change
from model.layout.behind import pages_behind
from model.layout.engine import Layout, lay_out, left_behind
from model.layout.order import Order
from model.layout.page import Composed
from model.layout.relaid import recompose
from model.layout.reorder import reordered
from model.layout.shapes import Page
from model.layout.text.tongue import speak
from model.records import Asset, Map, Persona, Stage, Step

_OF_THE_HEAD = Map, Persona, Asset, Stage, Step


def relay(layout: Layout, change: Change) -> Layout:
    """The layout of the document as it is now, `change` being the last thing that happened to it.

    Equal to laying the document out anew. On paper, where one card can change the type size of all, and for changes of
    the grid itself, that is what is done.
    """
    speak(layout.order.document.map.language)
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
    behind = _behind(layout, again.order, composed, renamed=renamed)
    if len(behind) != len(layout.pages) - 1:  # every page says how many there are
        return None
    return msgspec.structs.replace(layout, order=again.order, composed=(composed,), pages=(composed.page, *behind))


def _behind(layout: Layout, order: Order, composed: Composed, *, renamed: bool) -> Sequence[Page]:
    """The pages behind the map."""
    left = left_behind(order, (composed,))
    if left == left_behind(layout.order, layout.composed) and not renamed:
        return layout.pages[1:]
    return pages_behind(order, left, 1)


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
