"""The text editor that stands in the place of a text while it is written."""

from PySide6.QtCore import QEvent, QMimeData, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFont, QFontDatabase, QKeyEvent, QPalette, QTextCursor, QTextOption
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget

import resources
from editor.speech import Speech
from model.layout.style import INK
from model.layout.text.faces import CHAINS

_say = Speech("canvas")

_OWN_KEYS = (Qt.Key.Key_Escape, Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.Key.Key_Enter)
_PARAGRAPH = "\u2029"  # how Qt writes a new line in its raw text


class WritingSheet(QPlainTextEdit):
    """Plain text, in the font and at the size it will have. Enter is done, Shift+Enter a new line, Escape leaves it."""

    done = Signal()
    left = Signal()
    walked_on = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.document().setDocumentMargin(0)
        self.setAutoFillBackground(True)
        self.setCursorWidth(2)
        self.setAccessibleName(_say("writing"))
        self.lines = True

    def words(self) -> str:
        """What is written. A no-break space stays one, which `toPlainText` would not do."""
        return self.document().toRawText().replace(_PARAGRAPH, "\n").removesuffix("\n")

    def write(self, text: str) -> None:
        """Begin with a text, behind its last letter."""
        self.setPlainText(text)
        self.moveCursor(QTextCursor.MoveOperation.End)

    def dress(self, style: str, pixels: float, ground: str) -> None:
        """Take on the look of the paper: a style of `faces.CHAINS`, the size of letters in pixels, the ground."""
        self.setFont(_font(style, pixels))
        palette = self.palette()
        for role in (QPalette.ColorRole.Base, QPalette.ColorRole.Window):
            palette.setColor(role, ground)
        palette.setColor(QPalette.ColorRole.Text, INK)
        self.setPalette(palette)
        self.viewport().setPalette(palette)

    def stand(self, rect: QRect, left: int, right: int) -> None:
        """Cover a rectangle of the parent, the text between these margins and in the middle of the height."""
        self.setViewportMargins(left, 0, right, 0)
        room = rect.height() - self._text_height()
        self.setViewportMargins(left, max(0, room // 2), right, 0)
        self.setGeometry(rect)

    def needed_height(self) -> int:
        """Pixels that all lines take, one at the least."""
        return self._text_height() + 4

    def _text_height(self) -> int:
        lines = max(1, round(self.document().documentLayout().documentSize().height()))
        return lines * self.fontMetrics().lineSpacing()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        entered = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif entered and not (self.lines and event.modifiers() & Qt.KeyboardModifier.ShiftModifier):
            self.done.emit()
        elif event.key() == Qt.Key.Key_Tab:
            self.walked_on.emit()
        elif event.key() != Qt.Key.Key_Backtab:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        # Escape, Tab and Enter belong to what is being written, whatever shortcuts the window has for them.
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and event.key() in _OWN_KEYS:
            event.accept()
            return True
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self.done.emit()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Whatever is pasted comes as plain text; on one line where there is only one."""
        text = source.text()
        self.insertPlainText(text if self.lines else " ".join(text.split("\n")))


def _font(style: str, pixels: float) -> QFont:
    """The very face of the paper, at a size that need not be whole."""
    name = CHAINS[style][0]
    font = QFont(_family(name))
    font.setBold(style == "bold")
    font.setItalic(style == "italic")
    font.setStretch(QFont.Stretch.SemiCondensed if style == "card" else QFont.Stretch.Unstretched)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    font.setPixelSize(max(1, round(pixels)))
    return font


_families: dict[str, str] = {}


def _family(face: str) -> str:
    if face not in _families:
        number = QFontDatabase.addApplicationFont(str(resources.path("fonts", f"{face}.ttf")))
        _families[face] = next(iter(QFontDatabase.applicationFontFamilies(number)), "Noto Sans")
    return _families[face]
