"""The map on one big sheet, no taller than it needs to be, with all that stands on it."""

from functools import cached_property

import msgspec

from model.document import Document
from model.handouts.brief import Brief
from model.handouts.poster.pieces import Piece, pieces
from model.handouts.sheet import laid_out
from model.layout.engine import Layout
from model.layout.heads import pitch_of
from model.layout.page import Composed, compose
from model.layout.shapes import Page
from model.layout.sheets import Sheet

_SPARE = 2.0  # points of empty height that nobody minds


class Big(msgspec.Struct, frozen=True, dict=True):
    """The poster before it is cut; `page` is all of it."""

    layout: Layout
    composed: Composed

    @property
    def page(self) -> Page:
        return self.composed.page

    @cached_property
    def found(self) -> tuple[Piece, ...]:
        """Every shape with its place."""
        return pieces(self.page.shapes)


def big(document: Document, brief: Brief, on: Sheet) -> Big | None:
    """The map on a sheet of this size, or less of its height; None where it does not fit on one."""
    own = msgspec.structs.replace(brief.look, margin=None, bleed=0.0)
    layout = laid_out(document, msgspec.structs.replace(brief, look=own), on)
    if len(layout.composed) > 1:
        return None
    return Big(layout, _trimmed(layout))


def _trimmed(layout: Layout) -> Composed:
    """The page without what stays empty between the rows and the foot, where a grid is too tall for the map."""
    (whole,) = layout.composed
    order, high = layout.order, layout.order.height or 0.0
    spare = high - whole.head.foot - whole.frame.bottom
    if spare > _SPARE:
        order = msgspec.structs.replace(order, height=high - spare)
    elif len(layout.pages) == 1:
        return whole
    return compose(order, whole.part, 1, 1, pitch_of(order, whole.part, whole.setting), whole.setting)
