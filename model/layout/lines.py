"""The three lines of a service blueprint: where they lie follows from lane roles alone."""

from collections.abc import Sequence
from enum import StrEnum

from model.layout import tags
from model.layout.icons import INTERACTION, INTERNAL_INTERACTION, VISIBILITY, icon
from model.layout.setting import Setting
from model.layout.shapes import Box, Line, Shape, Text
from model.layout.style import INK, WHITE, Metrics
from model.layout.text.block import baseline
from model.layout.text.shaping import shape, width
from model.records import Lane, Role


class BlueprintLine(StrEnum):
    INTERACTION = "interaction"
    VISIBILITY = "visibility"
    INTERNAL = "internal"


_ICONS = {
    BlueprintLine.INTERACTION: INTERACTION,
    BlueprintLine.VISIBILITY: VISIBILITY,
    BlueprintLine.INTERNAL: INTERNAL_INTERACTION,
}
_DASHES = {
    BlueprintLine.INTERACTION: (6.0, 3.0),
    BlueprintLine.VISIBILITY: (2.2, 1.8),
    BlueprintLine.INTERNAL: (0.9, 1.8),
}
_WEIGHTS = {BlueprintLine.INTERACTION: 1.1, BlueprintLine.VISIBILITY: 1.5, BlueprintLine.INTERNAL: 1.0}
_TRACKING, _PILL, _ICON = 0.09, 1.75, 1.15  # of the size: between letters, the pill's height, the icon's


def lines_below(lanes: Sequence[Lane]) -> dict[int, BlueprintLine]:
    """Which line lies below which of these lanes (Bitner, Ostrom and Morgan 2008; practice.md on roles).

    Interaction: below the last customer actions. Visibility: below the last front stage. Internal interaction: below
    the last back stage, when a support lane follows.
    """
    roles = [lane.role for lane in lanes]
    below: dict[int, BlueprintLine] = {}
    if Role.CUSTOMER_ACTIONS in roles:
        below[_last(roles, Role.CUSTOMER_ACTIONS)] = BlueprintLine.INTERACTION
    if Role.FRONT_STAGE in roles or Role.FRONT_STAGE_TECHNOLOGY in roles:
        below[_last(roles, Role.FRONT_STAGE, Role.FRONT_STAGE_TECHNOLOGY)] = BlueprintLine.VISIBILITY
    if Role.BACK_STAGE in roles and Role.SUPPORT in roles[_last(roles, Role.BACK_STAGE) :]:
        below[_last(roles, Role.BACK_STAGE)] = BlueprintLine.INTERNAL
    return below


def _last(roles: Sequence[Role], *wanted: Role) -> int:
    return max(at for at, role in enumerate(roles) if role in wanted)


def line(kind: BlueprintLine, y: float, right: float, free: float, setting: Setting) -> tuple[Shape, ...]:
    """The line at height `y` from the left margin to `right`: a label in a pill, then the dashes.

    The label is tracked unless the pill would then reach past `free`, where the first links cross.
    """
    m, size = setting.metrics, setting.metrics.line_label
    text = setting.words(f"line_{kind}").upper()
    high, icon_size = size * _PILL, size * _ICON
    tracking, end = _pill(text, free, setting)
    scale = m.frame / 0.9
    dash = tuple(length * scale for length in _DASHES[kind])
    return (
        Line(end, y, right, y, INK, line=_WEIGHTS[kind] * scale, dash=dash),
        *tags.tagged(
            tags.line(kind),
            (
                Box(
                    m.margin, y - high / 2, end - m.margin, high, fill=WHITE, stroke=INK, line=m.frame, radius=high / 2
                ),
                icon(_ICONS[kind], m.margin + high * 0.4, y - icon_size / 2, icon_size, INK),
                Text(
                    _text_x(m), y - high / 2 + baseline("bold", size, _PILL), size, INK, shape(text, "bold"), tracking
                ),
            ),
        ),
    )


def pill_end(kind: BlueprintLine, free: float, setting: Setting) -> float:
    """Where the pill of a line ends, in points from the left edge of the page."""
    return _pill(setting.words(f"line_{kind}").upper(), free, setting)[1]


def _pill(text: str, free: float, setting: Setting) -> tuple[float, float]:
    """Tracking, and where the pill ends."""
    m, size = setting.metrics, setting.metrics.line_label
    plain = _text_x(m) + width(text, "bold") * size + size * _PILL * 0.4
    tracking = size * _TRACKING if plain + len(text) * size * _TRACKING < free else 0.0
    return tracking, plain + len(text) * tracking


def _text_x(m: Metrics) -> float:
    return m.margin + m.line_label * (_PILL * 0.4 + _ICON + 0.5)
