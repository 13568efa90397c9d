"""The colours of what is drawn around and above the paper, which itself is white in both themes."""

import msgspec
from PySide6.QtGui import QColor, QGuiApplication, QPalette


class Colours(msgspec.Struct, frozen=True):
    """The signs of editing, and how bad a finding is. What stands on paper has its colours from model.layout.style."""

    desk: QColor
    """What the pages lie on."""
    page_shadow: QColor
    page_edge: QColor
    selection: QColor
    """Frames and handles; 3 to 1 on the paper and on the desk (WCAG 2.2, 1.4.11)."""
    selection_fill: QColor
    """Laid over what is selected, and inside a rubber band."""
    handle: QColor
    """Inside of a handle; its rim is `selection`."""
    hover: QColor
    drop_bar: QColor
    drop_fill: QColor
    """Laid over the cell that something would fall into."""
    ghost: QColor
    """Laid over what is being dragged away, and the ground of its ghost."""
    muted: QColor
    """Words of less weight, on a window or a list; 4.5 to 1."""
    separator: QColor
    critical: QColor
    warning: QColor
    hint: QColor
    """Severities of a finding, as text or sign on a window or a list; 4.5 to 1."""
    done: QColor


_LIGHT = Colours(
    desk=QColor("#DDE2E8"),
    page_shadow=QColor(27, 35, 48, 46),
    page_edge=QColor("#B4BFCB"),
    selection=QColor("#127FCB"),
    selection_fill=QColor(18, 127, 203, 38),
    handle=QColor("#FFFFFF"),
    hover=QColor(18, 127, 203, 110),
    drop_bar=QColor("#0067A3"),
    drop_fill=QColor(0, 103, 163, 26),
    ghost=QColor(255, 255, 255, 190),
    muted=QColor("#55606E"),
    separator=QColor("#D3DAE2"),
    critical=QColor("#B3261E"),
    warning=QColor("#9A4A00"),
    hint=QColor("#0067A3"),
    done=QColor("#00694F"),
)

_DARK = Colours(
    desk=QColor("#15181C"),
    page_shadow=QColor(0, 0, 0, 120),
    page_edge=QColor("#3A424C"),
    selection=QColor("#127FCB"),
    selection_fill=QColor(18, 127, 203, 46),
    handle=QColor("#FFFFFF"),
    hover=QColor(18, 127, 203, 120),
    drop_bar=QColor("#0A78BD"),
    drop_fill=QColor(18, 127, 203, 36),
    ghost=QColor(255, 255, 255, 190),
    muted=QColor("#A9B3BF"),
    separator=QColor("#3A414A"),
    critical=QColor("#FF8A80"),
    warning=QColor("#FFB25C"),
    hint=QColor("#6CB8F0"),
    done=QColor("#5CCFA6"),
)


def colours() -> Colours:
    """Those of the theme that shows now; ask again after a PaletteChange event."""
    return _DARK if is_dark() else _LIGHT


def is_dark() -> bool:
    """Whether the window has light words on a dark ground."""
    return QGuiApplication.palette().color(QPalette.ColorRole.Window).lightness() < 128
