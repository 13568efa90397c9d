"""The text editor that stands in the place of a text while it is written."""

from math import ceil

from PySide6.QtCore import QEvent, QMimeData, QRect, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFont,
    QFontDatabase,
    QFontMetricsF,
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
from editor import wrapping
from editor.appearance.colours import colours
from editor.plain import unmarked
from editor.speech import Speech
from model.layout.text.block import LEADING
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
_PROPORTIONAL = QTextBlockFormat.LineHeightTypes.ProportionalHeight.value
FRAME = 2  # pixels: how far the rim looks out


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
        self._style, self._leading, self._size = "card", LEADING, 12.0

    def words(self) -> str:
        """What is written. A no-break space stays one, which `toPlainText` would not do."""
        return self.document().toRawText().translate(_NEW_LINES)

    # Its look

    def write(self, text: str, style: str, leading: float, *, middle: bool) -> None:
        """Begin with a text, behind its last letter. `style`: a key of `faces.CHAINS`; `leading`: from line to line, in
        ems; `middle`: whether the lines stand in the middle."""
        wrapping.put(self, unmarked(text))
        self._style, self._leading = style, leading
        self.setFont(_font(style, self._size))
        self._set_lines(middle)
        self.document().clearUndoRedoStacks()
        self.moveCursor(QTextCursor.MoveOperation.End)

    def dress(self, size: float, ink: str, ground: str) -> None:
        """Take on the look of the paper: the size of letters in pixels, the colours."""
        self._size = size
        font = _font(self._style, size)
        if font != self.font():
            self.setFont(font)
        palette = self.palette()
        for role in (QPalette.ColorRole.Base, QPalette.ColorRole.Window):
            palette.setColor(role, ground)
        palette.setColor(QPalette.ColorRole.Text, ink)
        if palette != self.palette():
            self.setPalette(palette)
            self.viewport().setPalette(palette)

    def _set_lines(self, middle: bool) -> None:
        """Once, since Qt counts it among what can be undone; in percent, so that it goes with every size."""
        look = QTextBlockFormat()
        look.setLineHeight(100 * self._leading * self._size / self._natural(), _PROPORTIONAL)
        look.setAlignment(
            Qt.AlignmentFlag.AlignHCenter if middle else Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute
        )
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(look)

    def _natural(self) -> int:
        """How high Qt makes a line, in pixels."""
        metrics = QFontMetricsF(self.font())
        return ceil(metrics.ascent()) + ceil(metrics.descent())

    def _sunk(self) -> float:
        """Pixels that the paper sets a line lower in its leading than Qt does."""
        metrics = QFontMetricsF(self.font())
        return (self._leading * self._size - metrics.ascent() - metrics.descent()) / 2

    def stand(self, rect: QRect, left: int, top: float, wide: int, lines: int) -> None:
        """Cover a rectangle of the parent; the text begins at (left, top) in it and has lines so wide, and so many."""
        self.setViewportMargins(left, round(top + self._sunk()), 0, 0)
        self.setGeometry(rect)
        self._rim.setGeometry(rect.adjusted(-FRAME, -FRAME, FRAME, FRAME))
        for slack in _SLACKS:
            self.setLineWrapColumnOrWidth(max(1, min(wide + slack, rect.width() - left - self.cursorWidth())))
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
        shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        entered = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif entered and not (self.lines and shifted):
            self.done.emit()
        elif entered:
            self.insertPlainText("\n")
        elif event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self.walked_on.emit(-1 if event.key() == Qt.Key.Key_Backtab or shifted else 1)
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
        text = unmarked(source.text())
        wrapping.expect(self, text)
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
