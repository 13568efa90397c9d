"""The few places where Fusion is heavy or cramped. Colours are the palette's, so the sheet is one for both themes."""

import resources

_SIGNS = resources.path("styles").as_posix()

STYLE_SHEET = (
    """
QToolBar { border: 0; padding: 3px 6px; spacing: 3px; background: palette(window); }
QToolBar::separator { width: 1px; margin: 5px 5px; background: palette(mid); }
QToolBar::separator:vertical { width: auto; height: 1px; margin: 5px 5px; }
QToolBar QToolButton { border: 1px solid transparent; border-radius: 4px; padding: 4px; }
QToolBar QToolButton:hover { background: palette(midlight); }
QToolBar QToolButton:pressed { background: palette(mid); }
QToolBar QToolButton:checked { background: palette(mid); }
QToolBar QToolButton:focus { border-color: palette(accent); }
QToolBar QToolButton[popupMode="1"], QToolBar QToolButton[popupMode="2"] { padding-right: 18px; }
QToolBar QToolButton::menu-indicator { subcontrol-origin: padding; subcontrol-position: right center; right: 4px; }
QToolBar QToolButton::menu-button { border: 0; width: 14px; }

QMainWindow::separator { width: 5px; height: 5px; background: palette(window); }
QMainWindow::separator:hover { background: palette(mid); }
QDockWidget::title { padding: 6px 8px; text-align: left; background: palette(midlight); }
QStatusBar::item { border: 0; }
QTreeView::item, QListView::item { padding: 3px 2px; }
QTableCornerButton::section { border: 0; background: palette(window); }
QHeaderView::section { padding: 4px 6px; border: 0; background: palette(window); }

QScrollBar:vertical { width: 12px; margin: 0; background: palette(window); }
QScrollBar:horizontal { height: 12px; margin: 0; background: palette(window); }
QScrollBar::handle { background: palette(mid); border: 3px solid palette(window); border-radius: 6px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover, QScrollBar::handle:pressed { background: palette(dark); }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: none; }
"""
    # Fusion's own signs are all but black. A grey that stands out from both grounds, since no palette reaches a file.
    f"""
QDockWidget {{ titlebar-close-icon: url("{_SIGNS}/close.svg"); titlebar-normal-icon: url("{_SIGNS}/float.svg"); }}
"""
)
