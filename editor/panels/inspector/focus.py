"""The order in which Tab goes through a form whose lists grow."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def come_before(follower: QWidget, *comers: QWidget) -> None:
    """Have Tab go through these, in this order, right before it comes to `follower`."""
    ahead = _stop_before(follower)
    for comer in comers:
        QWidget.setTabOrder(ahead, comer)
        ahead = comer


def _stop_before(widget: QWidget) -> QWidget:
    """Where Tab halts before a widget; those that only hold others are passed over."""
    ahead = widget.previousInFocusChain()
    while ahead is not None and not _halts(ahead) and ahead is not widget:
        ahead = ahead.previousInFocusChain()
    return ahead or widget


def _halts(widget: QWidget) -> bool:
    return widget.focusProxy() is None and bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
