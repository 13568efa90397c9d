"""The one place where words of the user (titles, names, file names) meet Qt's widgets: they are shown, never obeyed.

Qt takes for HTML whatever looks like it, and an `<img>` in it opens the file it names. It also reads `&` as a
shortcut, a tab in a menu as the end of the words and `[*]` in a title as the sign of unsaved work.
"""

import html
import textwrap

from PySide6 import QtGui
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QInputDialog, QLabel, QMessageBox, QWidget

TOOLTIP_WIDTH = 72
"""Signs in a line of a tooltip: Qt wraps only what it takes for HTML."""

LONGEST_LINE, LONGEST_TEXT, MOST_LINES = 1_000, 2_000, 24
"""Signs and lines of what only tells of a text that stands in full elsewhere: Qt measures every one of them, and a map
may hold words of a megabyte."""

ENDLESS = 2**31 - 1
"""Letters a line to type in may hold. Qt's own limit of 32,767 would cut off what a map says, and then keep that."""

_BYTE_ORDER = "\ufeff\ufffe"

_IN_MESSAGE = 800, 10  # signs and lines, twice

_PRE = '<p style="white-space:pre">{}</p>'


def unmarked(text: str) -> str:
    """The text for a field to write in, without a mark of byte order at its beginning.

    PySide takes one for what it is in a file: U+FEFF goes, and behind U+FFFE all is read the wrong way round.
    """
    return text.lstrip(_BYTE_ORDER)


def label(text: str = "", parent: QWidget | None = None, *, wrap: bool = False) -> QLabel:
    """A label that shows any text as it stands, later ones too; `wrap` lets it take several lines."""
    made = QLabel(parent)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wrap)
    made.setText(text)
    return made


def tooltip(text: str) -> str:
    """What to give to `setToolTip` or `setWhatsThis` so that Qt shows this text, wrapped at words.

    It stays plain where Qt sees no HTML in it, for it is also what a screen reader reads out.
    """
    wrapped = "\n".join(textwrap.fill(line, TOOLTIP_WIDTH) for line in within(text).splitlines())
    return _PRE.format(html.escape(wrapped)) if QtGui.Qt.mightBeRichText(wrapped) else wrapped


def menu_text(text: str) -> str:
    """What to give to an action, a button, a tab, a group or a dock as its title: one line, each `&` shown."""
    return one_line(text).replace("&", "&&")


def one_line(text: str) -> str:
    """The text in one line: for the status line, list rows and wherever a line break or a tab means something else.

    It ends in an ellipsis where it is longer than anybody reads there.
    """
    line = " ".join(text[: 2 * LONGEST_LINE].split())
    return line if len(line) <= LONGEST_LINE and len(text) <= 2 * LONGEST_LINE else f"{line[: LONGEST_LINE - 1]}…"


def within(text: str, longest: int = LONGEST_TEXT, most_lines: int = MOST_LINES) -> str:
    """The text, or as much of it as there is room for, with an ellipsis behind it."""
    lines = text[:longest].splitlines()[:most_lines]
    whole = len(text) <= longest and len(lines) == len(text.splitlines())
    return text if whole else "\n".join(lines) + "…"


def window_title(text: str) -> str:
    """What to give to `setWindowTitle`; put Qt's own `[*]` behind it where it is wanted."""
    return one_line(text).replace("[*]", "[*][*]")


def message(
    icon: QMessageBox.Icon,
    title: str,
    text: str,
    informative: str = "",
    buttons: QMessageBox.StandardButton = QMessageBox.StandardButton.Ok,
    parent: QWidget | None = None,
) -> QMessageBox:
    """A message box of plain text, not yet open: `exec` or `open` it. Words of the user on a button: `menu_text`.

    What is longer than a screen has room for is cut.
    """
    box = QMessageBox(icon, window_title(title), "", buttons, parent)
    box.setOption(QMessageBox.Option.DontUseNativeDialog)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(within(text, *_IN_MESSAGE))
    box.setInformativeText(within(informative, *_IN_MESSAGE))
    _make_plain(box)
    return box


def input_dialog(parent: QWidget, title: str, question: str) -> QInputDialog:
    """A dialog that asks for one thing, its question plain text."""
    dialog = QInputDialog(parent)
    dialog.setWindowTitle(window_title(title))
    dialog.setLabelText(within(question, *_IN_MESSAGE))
    _make_plain(dialog)
    return dialog


def _make_plain(dialog: QWidget) -> None:
    for shown in dialog.findChildren(QLabel):
        shown.setTextFormat(Qt.TextFormat.PlainText)
