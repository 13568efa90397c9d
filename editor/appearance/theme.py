"""Putting a theme on: Fusion in our palette and fonts, the same on every system; `system` follows the desktop."""

from typing import Any, Literal, cast

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QApplication, QToolTip

import resources
from editor.appearance.palettes import FIELDS, field_palette, palette
from editor.appearance.rough_edges import STYLE_SHEET

Theme = Literal["system", "light", "dark"]

FAMILY, SIZE = "Noto Sans", 10
"""The font of the window, and its size in points."""

_FACES = ("Regular", "Bold", "Italic")
_SCHEMES = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark, "system": Qt.ColorScheme.Unknown}


def apply(theme: Theme) -> None:
    """Dresses the running application; every widget gets a PaletteChange event where the colours change.

    `system` goes with the desktop from now on, and is light where the desktop does not say. Needs a QApplication.
    """
    application = cast("QApplication", QCoreApplication.instance())
    wardrobe = application.findChild(_Wardrobe) or _Wardrobe(application)
    wardrobe.choose(theme)


class _Wardrobe(QObject):
    """Remembers which theme was asked for, and hears of a desktop that turns dark or light."""

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._application = application
        self._theme: Theme = "system"
        application.setStyle("Fusion")
        application.setFont(_font(application))
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow)

    def choose(self, theme: Theme) -> None:
        self._theme = theme
        # Tells the desktop too, which draws the frame of the window.
        QGuiApplication.styleHints().setColorScheme(_SCHEMES[theme])
        self._follow(QGuiApplication.styleHints().colorScheme())

    def _follow(self, scheme: Qt.ColorScheme) -> None:
        desktop_dark = scheme == Qt.ColorScheme.Dark
        self._dress(desktop_dark if self._theme == "system" else self._theme == "dark")

    def _dress(self, dark: bool) -> None:
        colours = palette(dark)
        if colours != self._application.palette() or not self._application.styleSheet():
            self._application.setPalette(colours)
            QToolTip.setPalette(colours)
            for field in FIELDS:
                # The stubs ask for bytes, which the call itself refuses.
                self._application.setPalette(field_palette(dark), cast("Any", field))
            self._application.setStyleSheet(STYLE_SHEET)


def _font(application: QApplication) -> QFont:
    """Ours, from the files beside the program; the desktop's where Qt cannot read them."""
    for face in _FACES:
        QFontDatabase.addApplicationFont(str(resources.path("fonts", f"NotoSans-{face}.ttf")))
    return QFont(FAMILY, SIZE) if QFontDatabase.hasFamily(FAMILY) else application.font()
