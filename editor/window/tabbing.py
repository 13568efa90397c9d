"""Where Tab goes in the window: from the left to the right, and never into a panel that lies behind another one."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDockWidget, QMainWindow, QStatusBar, QTabBar, QWidget


def next_stop(window: QMainWindow, *, forward: bool) -> QWidget | None:
    """The widget behind the one that has the focus, or before it; the first and the last follow each other."""
    stops = tab_stops(window)
    focus = QApplication.focusWidget()
    if not stops:
        return None
    if focus not in stops:
        return stops[0 if forward else -1]
    return stops[(stops.index(focus) + (1 if forward else -1)) % len(stops)]


def tab_stops(window: QMainWindow) -> list[QWidget]:
    """Every widget that Tab comes to: panels at the left, the canvas, panels at the right, their tabs, the status
    line; within each of them in Qt's own order."""
    found = [widget for widget in _chain(window) if _stops(widget, window)]
    return sorted(found, key=lambda widget: _area(widget, window))


def _chain(window: QWidget) -> Iterator[QWidget]:
    """All the widgets of a window in Qt's order."""
    widget = window.nextInFocusChain()
    while widget is not None and widget is not window:
        yield widget
        widget = widget.nextInFocusChain()


def _stops(widget: QWidget, window: QMainWindow) -> bool:
    takes = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.focusProxy() is None
    return takes and widget.window() is window and widget.isVisible() and widget.isEnabled() and not _is_behind(widget)


def _is_behind(widget: QWidget) -> bool:
    dock = _above(widget, QDockWidget)
    return dock is not None and dock.visibleRegion().isEmpty()


def _area(widget: QWidget, window: QMainWindow) -> int:
    dock = _above(widget, QDockWidget)
    if isinstance(dock, QDockWidget):
        return 0 if window.dockWidgetArea(dock) is Qt.DockWidgetArea.LeftDockWidgetArea else 2
    if isinstance(widget, QTabBar):
        return 3
    return 4 if _above(widget, QStatusBar) is not None else 1


def _above(widget: QWidget, kind: type[QWidget]) -> QWidget | None:
    """The nearest widget of a kind that holds this one."""
    holder = widget.parentWidget()
    while holder is not None and not isinstance(holder, kind):
        holder = holder.parentWidget()
    return holder
