"""The one place that hands something to the desktop: an address somebody agreed to, a folder of his own."""

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from editor.addresses import Address


def follow(address: Address) -> bool:
    """Open an address in the browser or the mail program; whether there is one."""
    return QDesktopServices.openUrl(QUrl(address.whole, QUrl.ParsingMode.StrictMode))


def show_folder(folder: Path) -> bool:
    """Show a folder in the file manager; whether there is one. Anything but a folder is left alone: it could be run."""
    return folder.is_dir() and QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
