"""The label of a lane at the left of its row: bar, tint, icon, title, and the caption where there is room. A folded
lane is nothing but its label, as long as the row."""

from model.layout.drawn import Drawn, Leftover
from model.layout.icons import ROLE_ICONS, icon
from model.layout.setting import Setting
from model.layout.shapes import Box, Shape
from model.layout.style import GREY, INK, LANES, Metrics
from model.layout.text.block import block, height
from model.layout.text.wrap import Lines, untorn, wrap
from model.records import Lane

_MOST_TITLE_LINES = 5
_MOST_CAPTION_LINES = 4
_LEADING = 1.18


def least_height(lane: Lane, m: Metrics) -> float:
    """Points a row needs for its label without the caption."""
    return max(height(len(_title(lane, m)), _title_size(lane, m), _LEADING), m.label_icon) + 2 * m.row_inset


def whole_height(lane: Lane, m: Metrics) -> float:
    """Points a row needs for its label with the caption."""
    return least_height(lane, m) + height(len(_caption(lane, m)), m.caption, _LEADING)


def folded_height(m: Metrics) -> float:
    """Points the row of a folded lane takes."""
    return height(1, m.lane, _LEADING) + 2 * m.row_inset


def folded(lane: Lane, said: str, wide: float, room: float, setting: Setting) -> Drawn:
    """The whole row of a folded lane, `wide` points long: the title in a line of at most `room` points, and at the
    right what is `said` of its cards."""
    m, look, high = setting.metrics, LANES[lane.role], folded_height(setting.metrics)
    size = m.card_icon
    title = wrap(lane.title.replace("\n", " "), "bold", room / m.lane, 1)
    count = wrap(said, "regular", wide, 1)
    end = wide - m.card_pad_x
    left, top = m.label_bar + m.card_pad_x * 0.7 + (m.label_icon - size) / 2, (high - m.caption * _LEADING) / 2
    shapes: tuple[Shape, ...] = (
        Box(0, 0, wide, high, fill=look.tint, radius=m.card_radius),
        Box(0, 0, m.label_bar, high, fill=look.color),
        icon(ROLE_ICONS[lane.role], left, (high - size) / 2, size, look.color),
        *block(title, "bold", text_left(m), m.row_inset, m.lane, INK, leading=_LEADING),
        *block(count, "regular", 0, top, m.caption, GREY, align=1.0, width=end, leading=_LEADING),
    )
    return Drawn(shapes, () if title.whole else (Leftover(lane.title, lane.title, lane.id),))


def label(lane: Lane, high: float, setting: Setting) -> Drawn:
    """The label for a row of this height, its top left corner at the origin."""
    m, look = setting.metrics, LANES[lane.role]
    title = _title(lane, m)
    caption = _caption(lane, m) if whole_height(lane, m) <= high + 0.01 else Lines(())
    size = _title_size(lane, m)
    title_high = height(len(title), size, _LEADING)
    top = (high - title_high - height(len(caption), m.caption, _LEADING)) / 2
    shapes: tuple[Shape, ...] = (
        Box(0, 0, m.label_width, high, fill=look.tint, radius=m.card_radius),
        Box(0, 0, m.label_bar, high, fill=look.color),
        icon(
            ROLE_ICONS[lane.role], m.label_bar + m.card_pad_x * 0.7, (high - m.label_icon) / 2, m.label_icon, look.color
        ),
        *block(title, "bold", text_left(m), top, size, INK, leading=_LEADING),
        *block(caption, "regular", text_left(m), top + title_high, m.caption, GREY, leading=_LEADING),
    )
    texts = ((title, lane.title), (_caption(lane, m), lane.caption))
    return Drawn(shapes, tuple(Leftover(lane.title, text, lane.id) for lines, text in texts if not lines.whole))


def _title(lane: Lane, m: Metrics) -> Lines:
    return wrap(lane.title, "bold", _measure(m) / _title_size(lane, m), _MOST_TITLE_LINES)


def _title_size(lane: Lane, m: Metrics) -> float:
    return untorn(lane.title, "bold", _measure(m), (m.lane, m.body, m.caption))


def _caption(lane: Lane, m: Metrics) -> Lines:
    return wrap(lane.caption, "regular", _measure(m) / m.caption, _MOST_CAPTION_LINES)


def text_left(m: Metrics) -> float:
    """How far from the left margin a lane's title begins."""
    return m.label_bar + m.card_pad_x * 1.1 + m.label_icon


def _measure(m: Metrics) -> float:
    return m.label_width - text_left(m) - m.card_pad_x * 0.25
