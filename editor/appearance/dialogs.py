"""Qt's own file dialog in our icons: its arrows are black pictures, which a dark window swallows."""

from PySide6.QtWidgets import QFileDialog, QToolButton

from editor.appearance.icons import icon

_ICONS = {
    "backButton": "arrow-left",
    "forwardButton": "arrow-right",
    "toParentButton": "arrow-up",
    "newFolderButton": "folder-plus",
    "listModeButton": "list",
    "detailModeButton": "table-properties",
}


def dress(dialog: QFileDialog) -> QFileDialog:
    """The dialog, its buttons in our icons. One that the desktop draws has no such buttons and stays as it is."""
    for button in dialog.findChildren(QToolButton):
        if button.objectName() in _ICONS:
            button.setIcon(icon(_ICONS[button.objectName()]))
    return dialog
