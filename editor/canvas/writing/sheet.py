"""The text editor that stands in the place of a text while it is written."""

from PySide6.QtCore import QEvent, QMimeData, QRect, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFont,
    QFontDatabase,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QTextBlockFormat,
    QTextCursor,
    QTextOption,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

import resources
from editor.appearance.colours import colours
from editor.speech import Speech
from model.layout.text.faces import CHAINS

_say = Speech("canvas")

_OWN_KEYS = (Qt.Key.Key_Escape, Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Return, Qt.Key.Key_Enter)
_NEW_LINES = str.maketrans({"\u2029": "\n", "\u2028": "\n"})  # how Qt writes a new line in its raw text
_STAYING = (
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
    Qt.FocusReason.ActiveWindowFocusReason,
)
_SLACKS = (1, 2, 0, 3)  # pixels more than the widest line: Qt and the paper round differently
_FIXED = QTextBlockFormat.LineHeightTypes.FixedHeight.value
_FRAME = 2  # pixels


class WritingSheet(QTextEdit):
    """Plain text, in the font and at the size it will have. Enter is done, Shift+Enter a new line, Escape leaves it.

    `gone`: the focus went elsewhere.
    """

    done = Signal()
    gone = Signal()
    left = Signal()
    walked_on = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._rim = Rim(parent)
        self.vanish()
        self.setAcceptRichText(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)
        self.document().setDocumentMargin(0)
        self.setAutoFillBackground(True)
        self.setCursorWidth(2)
        self.setAccessibleName(_say("writing"))
        self.lines = True

    def words(self) -> str:
        """What is written. A no-break space stays one, which `toPlainText` would not do."""
        return self.document().toRawText().translate(_NEW_LINES)

    def write(self, text: str) -> None:
        """Begin with a text, behind its last letter."""
        self.setPlainText(text)
        self.moveCursor(QTextCursor.MoveOperation.End)

    # Its look

    def dress(self, style: str, size: float, leading: float, ink: str, ground: str, *, middle: bool) -> None:
        """Take on the look of the paper: a style of `faces.CHAINS`, size and leading in pixels, whether the lines stand
        in the middle."""
        font = _font(style, size)
        if font != self.font():
            self.setFont(font)
        self._set_lines(leading, middle)
        palette = self.palette()
        for role in (QPalette.ColorRole.Base, QPalette.ColorRole.Window):
            palette.setColor(role, ground)
        palette.setColor(QPalette.ColorRole.Text, ink)
        if palette != self.palette():
            self.setPalette(palette)
            self.viewport().setPalette(palette)

    def _set_lines(self, leading: float, middle: bool) -> None:
        """The height of all lines. What was typed can still be undone, and this is no step of that."""
        align = Qt.AlignmentFlag.AlignHCenter if middle else Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute
        now = self.textCursor().blockFormat()
        if now.lineHeight() == leading and now.lineHeightType() == _FIXED and now.alignment() == align:
            return
        wanted = QTextBlockFormat()
        wanted.setLineHeight(leading, _FIXED)
        wanted.setAlignment(align)
        cursor = QTextCursor(self.document())
        cursor.joinPreviousEditBlock()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(wanted)
        cursor.endEditBlock()

    def stand(self, rect: QRect, left: int, top: int, wide: int, lines: int) -> None:
        """Cover a rectangle of the parent; the text begins at (left, top) in it and has lines so wide, and so many."""
        self.setViewportMargins(left, top, 0, 0)
        self.setGeometry(rect)
        self._rim.setGeometry(rect.adjusted(-_FRAME, -_FRAME, _FRAME, _FRAME))
        for slack in _SLACKS:
            self.setLineWrapColumnOrWidth(max(wide + slack, 1))
            if self.line_count() == lines:
                break

    def line_count(self) -> int:
        """How many lines the words take."""
        block, count = self.document().firstBlock(), 0
        self.document().documentLayout().documentSize()
        while block.isValid():
            count += block.layout().lineCount()
            block = block.next()
        return count

    def event(self, event: QEvent) -> bool:
        # Escape, Tab and Enter belong to what is being written, whatever shortcuts the window has for them.
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and event.key() in _OWN_KEYS:
            event.accept()
            return True
        if event.type() == QEvent.Type.LanguageChange:
            self.setAccessibleName(_say("writing"))
        return super().event(event)

    def appear(self) -> None:
        """Be there, on top of everything, ready to be typed in."""
        for widget in (self._rim, self):
            widget.show()
            widget.raise_()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def vanish(self) -> None:
        """Be gone."""
        self._rim.hide()
        self.hide()

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        entered = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif entered and not (self.lines and event.modifiers() & Qt.KeyboardModifier.ShiftModifier):
            self.done.emit()
        elif entered:
            self.insertPlainText("\n")
        elif event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self.walked_on.emit(1 if event.key() == Qt.Key.Key_Tab else -1)
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # the map scrolls, not the text on it

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in _STAYING:
            self.gone.emit()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Whatever is pasted comes as plain text; on one line where there is only one."""
        text = source.text()
        self.insertPlainText(text if self.lines else " ".join(text.splitlines()))


class Rim(QWidget):
    """The frame around what is being written: it lies under the text editor and looks out on all sides."""

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), colours().selection)
        painter.end()


def _font(style: str, pixels: float) -> QFont:
    """The very face of the paper. Qt's letters are whole pixels high: the rest comes from the space between them."""
    font = QFont(_family(CHAINS[style][0]))
    whole = max(1, round(pixels))
    font.setBold(style == "bold")
    font.setItalic(style == "italic")
    font.setStretch(QFont.Stretch.SemiCondensed if style == "card" else QFont.Stretch.Unstretched)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    font.setPixelSize(whole)
    font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 100 * pixels / whole)
    return font


_families: dict[str, str] = {}


def _family(face: str) -> str:
    if face not in _families:
        number = QFontDatabase.addApplicationFont(str(resources.path("fonts", f"{face}.ttf")))
        _families[face] = next(iter(QFontDatabase.applicationFontFamilies(number)), "Noto Sans")
    return _families[face]
