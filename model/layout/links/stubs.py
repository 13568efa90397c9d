"""Short arrows beside the cards of a link whose other end is on another page, folded away, or walled in."""

from collections.abc import Callable, Iterator

from model.layout.frame import Frame
from model.layout.links.corners import Corner, Trail, trail
from model.layout.rows import Slot
from model.layout.setting import Setting
from model.layout.style import Metrics
from model.records import Id, Link

Later = Callable[[Id], bool]
"""Whether a card that is not on the page comes later in the journey than what is on it."""


def stubs(link: Link, frame: Frame, later: Later, setting: Setting) -> Iterator[Trail]:
    """Beside each card that is here, or above it: outwards at the source, inwards at the target."""
    for card, other, leaves in ((link.source, link.target, True), (link.target, link.source, False)):
        place = frame.place(card)
        if place is not None:
            right = later(other) if frame.place(other) is None else place[1].first < frame.columns / 2
            corners = _stub(link, *place, right, frame, setting.metrics)
            yield trail(*(corners if leaves else corners[::-1]))


def _stub(link: Link, row: int, slot: Slot, right: bool, frame: Frame, m: Metrics) -> list[Corner]:
    left, wide = frame.left + slot.first * frame.pitch, slot.span * frame.pitch - frame.gap
    top = frame.rows[row].inset + slot.y
    if link.loop and not slot.y:
        over = _over(left + wide / 2, row, top, right, frame, m)
        if over:
            return over
    x, reach = (left + wide, frame.gap - m.frame) if right else (left, m.frame - frame.gap)
    return [(x, row, top + slot.height / 2), (x + reach, row, top + slot.height / 2)]


def _over(x: float, row: int, top: float, right: bool, frame: Frame, m: Metrics) -> list[Corner]:
    """Up from the card and aside, as a link back in time runs; nothing where there is no room in the corridor."""
    low, _ = frame.corridor_edges(row)
    up = min(m.column_gap, top - low - m.arrow_head / 2)
    aside = 3 * m.arrow_head if right else -3 * m.arrow_head
    return [(x, row, top), (x, row, top - up), (x + aside, row, top - up)] if up > m.arrow_head else []
