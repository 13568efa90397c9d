"""The two buttons in the title of a panel: Qt names them once, in the language of that moment, and gives no tooltip."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QAbstractButton, QDockWidget

from editor import plain

_WORDS = {
    "qt_dockwidget_floatbutton": ("Float", "Undocks and re-attaches the dock widget"),
    "qt_dockwidget_closebutton": ("Close", "Closes the dock widget"),
}


def name_buttons(dock: QDockWidget) -> None:
    """Name them in the language of the moment, in Qt's words."""
    for button in dock.findChildren(QAbstractButton):
        if button.objectName() in _WORDS:
            name, what = (QCoreApplication.translate("QDockWidget", words) for words in _WORDS[button.objectName()])
            button.setAccessibleName(name)
            button.setAccessibleDescription(what)
            button.setToolTip(plain.tooltip(what))
