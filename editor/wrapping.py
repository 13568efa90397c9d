"""Where a text field breaks its lines: at words, unless one is so long that Qt would look for hours."""

import re

from PySide6.QtGui import QTextOption

_ENDLESS = re.compile(r"\S{5000}")
"""For one word Qt takes time by the square of its length: 2 s for 100,000 letters, minutes for a million."""


def wrap_mode(text: str) -> QTextOption.WrapMode:
    """What a field that holds this text is to break by; to be set ahead of the text."""
    modes = QTextOption.WrapMode
    return modes.WrapAnywhere if _ENDLESS.search(text) else modes.WrapAtWordBoundaryOrAnywhere
