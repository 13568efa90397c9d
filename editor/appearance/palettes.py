"""The two palettes: light and dark, each text on its ground with a contrast of 4.5 to 1 or more (WCAG 2.2, 1.4.3)."""

from PySide6.QtGui import QColor, QPalette

_Role = QPalette.ColorRole
_DISABLED = QPalette.ColorGroup.Disabled

_LIGHT = {
    _Role.Window: "#F3F5F7",
    _Role.WindowText: "#1B2330",
    _Role.Base: "#FFFFFF",
    _Role.AlternateBase: "#F6F8FA",
    _Role.Text: "#1B2330",
    _Role.PlaceholderText: "#66717E",
    _Role.Button: "#F3F5F7",
    _Role.ButtonText: "#26303F",
    _Role.BrightText: "#FFFFFF",
    _Role.ToolTipBase: "#FFFFFF",
    _Role.ToolTipText: "#1B2330",
    _Role.Highlight: "#0067A3",
    _Role.HighlightedText: "#FFFFFF",
    _Role.Accent: "#0067A3",
    _Role.Link: "#0067A3",
    _Role.LinkVisited: "#6D4C9F",
    _Role.Light: "#FFFFFF",
    _Role.Midlight: "#E8ECF0",
    _Role.Mid: "#C7D0DA",
    _Role.Dark: "#9AA6B2",
    _Role.Shadow: "#55606E",
}
_LIGHT_DISABLED = {
    _Role.WindowText: "#8A94A0",
    _Role.Text: "#8A94A0",
    _Role.ButtonText: "#9AA3AE",
    _Role.Highlight: "#C7D0DA",
    _Role.HighlightedText: "#55606E",
    _Role.Accent: "#9AA6B2",
}

_DARK = {
    _Role.Window: "#20242A",
    _Role.WindowText: "#E6EAF0",
    _Role.Base: "#2B313A",
    _Role.AlternateBase: "#303741",
    _Role.Text: "#E6EAF0",
    _Role.PlaceholderText: "#A3AEBB",
    _Role.Button: "#3A424D",
    _Role.ButtonText: "#DCE2EA",
    _Role.BrightText: "#FFFFFF",
    _Role.ToolTipBase: "#3A424D",
    _Role.ToolTipText: "#F2F5F8",
    _Role.Highlight: "#1B6FAE",
    _Role.HighlightedText: "#FFFFFF",
    _Role.Accent: "#5BB0EA",
    _Role.Link: "#6CB8F0",
    _Role.LinkVisited: "#C3A5EA",
    _Role.Light: "#566070",
    _Role.Midlight: "#343B45",
    _Role.Mid: "#4A535F",
    _Role.Dark: "#171A1F",
    _Role.Shadow: "#0D0F12",
}
_DARK_DISABLED = {
    _Role.WindowText: "#747F8C",
    _Role.Text: "#747F8C",
    _Role.ButtonText: "#6F7A87",
    _Role.Highlight: "#3A424C",
    _Role.HighlightedText: "#96A1AE",
    _Role.Accent: "#5D6773",
}


def palette(dark: bool) -> QPalette:
    """Every colour of the window, for what can be used and for what cannot."""
    made = QPalette()
    colours, disabled = (_DARK, _DARK_DISABLED) if dark else (_LIGHT, _LIGHT_DISABLED)
    for role, colour in colours.items():
        made.setColor(role, QColor(colour))
    for role, colour in disabled.items():
        made.setColor(_DISABLED, role, QColor(colour))
    return made


FIELDS = ("QLineEdit", "QAbstractSpinBox", "QComboBox", "QCheckBox", "QRadioButton", "QPlainTextEdit")
"""What is filled in: a class each, with those derived from it."""

_OUTLINES = {True: "#8C98A6", False: "#7F8A96"}


def field_palette(dark: bool) -> QPalette:
    """The palette of a field: its outline stands out from the window by 3 to 1 (WCAG 2.2, 1.4.11).

    Fusion outlines in the colour of the window, 140 % darker; a field does not paint that colour itself.
    """
    made = palette(dark)
    outline = QColor(_OUTLINES[dark])
    window = QColor.fromHsv(outline.hue(), outline.saturation(), min(255, round(outline.value() * 1.4)))
    made.setColor(_Role.Window, window)
    return made
