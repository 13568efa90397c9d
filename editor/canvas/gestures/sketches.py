"""Shapes of what is not on the map yet, or would look otherwise: each with its upper left corner at the origin."""

from model.layout import cards, emotions, labels, outlines
from model.layout.setting import Setting
from model.layout.shapes import Box, Group, Path, Shape
from model.layout.style import HAIRLINE, INK, STAGE_FILLS, WHITE
from model.layout.text.block import block, height
from model.layout.text.wrap import wrap
from model.records import Lane, Mark, Role

_LINES = 2
_STEP_TALL = 3.4  # times the step's letters


def card(
    text: str, role: Role, wide: float, setting: Setting, marks: tuple[Mark, ...] = ()
) -> tuple[tuple[Shape, ...], float]:
    """A card of a lane of this role, and how tall it is by nature."""
    measure = cards.measure(role, wide, setting)
    high = cards.natural_height(text, bool(marks), measure, setting)
    return cards.shapes(text, role, marks, wide, high, setting), high


def stage(text: str, wide: float, high: float, setting: Setting) -> tuple[Shape, ...]:
    """A chevron with a title."""
    m = setting.metrics
    left = m.chevron + m.card_pad_x
    lines = wrap(text, "bold", max(wide - left - m.chevron, 1.0) / m.stage, _LINES)
    top = (high - height(len(lines), m.stage)) / 2
    outline = outlines.chevron(wide, high, m.chevron, first=False)
    return (Path(outline, fill=STAGE_FILLS[0]), *block(lines, "bold", left, top, m.stage, WHITE))


def step(text: str, wide: float, setting: Setting) -> tuple[tuple[Shape, ...], float]:
    """The head of a column, and how tall it is."""
    m = setting.metrics
    high = m.caption * _STEP_TALL
    lines = wrap(text, "bold", (wide - 2 * m.card_pad_x) / m.caption, 1)
    ground = Box(0, 0, wide, high, fill=WHITE, stroke=HAIRLINE, line=m.frame, radius=m.card_radius)
    top = (high - height(len(lines), m.caption)) / 2
    return (ground, *block(lines, "bold", m.card_pad_x, top, m.caption, INK)), high


def lane(title: str, role: Role, setting: Setting) -> tuple[tuple[Shape, ...], float]:
    """The label of a lane, and how tall it is."""
    new = Lane(id="", order="", role=role, title=title)
    high = labels.least_height(new, setting.metrics)
    return labels.label(new, high, setting).shapes, high


def face(value: float, setting: Setting) -> tuple[Shape, ...]:
    """A marker of the emotion curve about the origin."""
    return (Group(0, 0, emotions.face(value, setting.metrics.face)),)
