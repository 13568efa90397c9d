"""A card: how tall it wants to be, and its shapes."""

from functools import lru_cache

from model.layout import outlines
from model.layout.icons import MARK_ICONS, ROLE_ICONS, icon
from model.layout.setting import Setting
from model.layout.shapes import Box, Path, Shape
from model.layout.style import INK, LANES, STAR_FILL, WHITE, LaneStyle, Metrics
from model.layout.text.block import LEADING, block, height
from model.layout.text.tongue import remembered
from model.layout.text.wrap import count, wrap
from model.records import Card, Kpi, Mark, Role
from resources.words import Words


def text_of(record: Card | Kpi, words: Words) -> str:
    """What the card says on paper."""
    return record.text if isinstance(record, Card) else _kpi_text(record, words)


def marks_of(record: Card | Kpi) -> tuple[Mark, ...]:
    """The signs that ride on the card's top edge."""
    return record.marks if isinstance(record, Card) else ()


def natural_height(text: str, marked: bool, measure: float, setting: Setting) -> float:
    """Points a card needs for its text at a measure in ems, one line at the least, below its marks if it has any."""
    lines = count(text, "card", measure)
    shown = min(lines, setting.limit) if setting.limit else lines
    return height(max(shown, 1), setting.size) + setting.metrics.card_pad_y + _pad_top(marked, setting.metrics)


def _pad_top(marked: bool, m: Metrics) -> float:
    return max(m.card_pad_y, m.badge) if marked else m.card_pad_y


def is_whole(text: str, role: Role, width: float, setting: Setting) -> bool:
    """Whether a card of this width shows all of its text."""
    return not setting.limit or count(text, "card", measure(role, width, setting)) <= setting.limit


def shapes(
    text: str, role: Role, marks: tuple[Mark, ...], width: float, height: float, setting: Setting
) -> tuple[Shape, ...]:
    """The card with its top left corner at the origin."""
    return _shapes(text, role, marks, width, height, setting.size, setting.limit, setting.metrics)


def measure(role: Role, width: float, setting: Setting) -> float:
    """The ems a card of this width has for a line of its text."""
    left, right = text_margins(role, setting.metrics)
    return (width - left - right) / setting.size


def text_margins(role: Role, m: Metrics) -> tuple[float, float]:
    """Points of a card left and right of its text."""
    return _text_left(LANES[role], m), m.card_pad_x * 0.7


def _text_left(look: LaneStyle, m: Metrics) -> float:
    return _icon_left(m) + m.card_icon + m.card_pad_x * 0.5 if look.icon_on_cards else m.card_pad_x


def _icon_left(m: Metrics) -> float:
    return m.card_pad_x * 0.6


@remembered(32768)
def _shapes(
    text: str, role: Role, marks: tuple[Mark, ...], width: float, high: float, size: float, limit: int, m: Metrics
) -> tuple[Shape, ...]:
    left, right = text_margins(role, m)
    lines = wrap(text, "card", (width - left - right) / size, limit)
    room = high - height(len(lines), size)
    top = max(room / 2, min(room, _pad_top(bool(marks), m)))
    return (
        *_frame(role, width, high, m),
        *block(lines, "card", left, top, size, INK, leading=LEADING, width=width - left - right),
        *(shape for at, mark in enumerate(marks) for shape in _badge(mark, width, at, m)),
    )


@lru_cache(maxsize=4096)
def _frame(role: Role, width: float, high: float, m: Metrics) -> tuple[Shape, ...]:
    look = LANES[role]
    fill = look.tint if look.filled else WHITE
    box = Box(0, 0, width, high, fill=fill, stroke=look.color, line=m.frame, radius=m.card_radius, dash=look.dash)
    extra: list[Shape] = []
    if look.bar:
        extra.append(Path(outlines.left_bar(m.bar, high, m.card_radius * 0.7), fill=look.color))
    if look.icon_on_cards:
        size = m.card_icon
        extra.append(icon(ROLE_ICONS[role], _icon_left(m), (high - size) / 2, size, look.color))
    return (box, *extra)


def _badge(mark: Mark, width: float, at: int, m: Metrics) -> tuple[Shape, ...]:
    """The sign of a mark, riding on the card's top edge; the first at the right."""
    x, r = width - m.badge * 0.5 - at * m.badge * 2.2, m.badge
    if mark is Mark.MOMENT_OF_TRUTH:
        return (Path(outlines.star(x, 0, r), fill=STAR_FILL, stroke=INK, line=m.hairline),)
    disc = Path(outlines.circle(x, 0, r), fill=WHITE, stroke=INK, line=m.hairline)
    return disc, icon(MARK_ICONS[mark], x - r * 0.7, -r * 0.7, r * 1.4, INK)


def _kpi_text(kpi: Kpi, words: Words) -> str:
    """The title, and below it baseline, target and actual as far as they are known."""
    known = [words.number(value) for value in (kpi.baseline, kpi.target) if value is not None]
    path = words("kpi_path", baseline=known[0], target=known[1]) if len(known) > 1 else "".join(known)
    actual = words("kpi_actual", value=words.number(kpi.actual)) if kpi.actual is not None else ""
    space = "" if kpi.unit.startswith("%") else " "
    figures = " · ".join(part for part in (f"{path}{space}{kpi.unit}".strip() if path else "", actual) if part)
    return "\n".join(part for part in (kpi.title, figures) if part)
