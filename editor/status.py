"""The status line: what happened or why it did not, and beside it what is selected and how the map is shown."""

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStatusBar, QToolButton, QWidget

from editor import plain
from editor.appearance.icons import icon
from editor.session import Session
from editor.signs import sign
from editor.summary import say, summary

READABLE = {"told": 6_000, "refused": 10_000}
"""Milliseconds for which a sentence stands, unless another takes its place."""

WIDEST_SUMMARY = 320  # pixels

_SIGN = QSize(16, 16)


class Elided(QWidget):
    """A text on one line, ending in an ellipsis where there is no room; the tooltip has it in full then."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self.label = plain.label("", self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.label)
        self.label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def show_text(self, text: str) -> None:
        self._text = plain.one_line(text)
        self.label.setAccessibleName(self._text)
        self._elide()
        self.updateGeometry()

    @property
    def text(self) -> str:
        """In full."""
        return self._text

    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance(self._text) + 2, super().sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._elide()

    def _elide(self) -> None:
        shown = self.fontMetrics().elidedText(self._text, Qt.TextElideMode.ElideRight, self.width())
        self.label.setText(shown)
        self.label.setToolTip(plain.tooltip(self._text) if shown != self._text else "")


class Status(QStatusBar):
    """Listens to its session by itself; findings and zoom it is told."""

    findings_asked = Signal()
    zoom_asked = Signal()
    view_asked = Signal()
    sheet_asked = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._refusal = ""
        self._kind, self._zoom = "told", 1.0
        self._found: tuple[int, int, int] | None = None
        self._fade = QTimer(self, singleShot=True)
        self.sign, self.message, self.selected = plain.label("", self), Elided(self), Elided(self)
        self.findings, self.view = self._button(), self._button("map")
        self.sheet, self.zoom = self._button("file-text"), self._button()
        self._place()
        self._connect()
        self.retranslate()

    def _button(self, drawing: str = "") -> QToolButton:
        made = QToolButton(self)
        made.setAutoRaise(True)
        made.setIconSize(_SIGN)
        made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        if drawing:
            made.setIcon(icon(drawing))
        return made

    def _place(self) -> None:
        self.setSizeGripEnabled(False)
        self.setContentsMargins(6, 0, 6, 0)
        self.selected.setMaximumWidth(WIDEST_SUMMARY)
        self.sign.hide()
        self.addWidget(self.sign)
        self.addWidget(self.message, 1)
        for each in (self.selected, self.findings, self.view, self.sheet, self.zoom):
            self.addPermanentWidget(each)

    def _connect(self) -> None:
        session = self._session
        session.refused.connect(self._note_refusal)
        session.told.connect(self._tell)
        session.selection_changed.connect(self._show_selection)
        session.redrawn.connect(self._show_drawing)
        self._fade.timeout.connect(self._clear)
        self.findings.clicked.connect(self.findings_asked)
        self.view.clicked.connect(self.view_asked)
        self.sheet.clicked.connect(self.sheet_asked)
        self.zoom.clicked.connect(self.zoom_asked)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() == QEvent.Type.PaletteChange and self.sign.isVisible():
            self._show_sign()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Say everything in the language of the program, but what was said already."""
        self._show_drawing()
        self._show_findings()
        self.show_zoom(self._zoom)

    # What happened

    def _note_refusal(self, sentence: str) -> None:
        """What is told next is why nothing happened."""
        self._refusal = sentence

    def _tell(self, sentence: str) -> None:
        refused = sentence == self._refusal
        self._refusal = ""
        self._kind = "refused" if refused else "told"
        self.message.show_text(sentence)
        self._show_sign()
        self._fade.start(READABLE[self._kind])
        spoken = QAccessibleAnnouncementEvent(self, sentence)
        if refused:
            spoken.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
        QAccessible.updateAccessibility(spoken)

    def _show_sign(self) -> None:
        self.sign.setPixmap(sign(self._kind).pixmap(_SIGN, self.devicePixelRatioF()))
        self.sign.show()

    def _clear(self) -> None:
        self.message.show_text("")
        self.sign.hide()

    @property
    def fading(self) -> int:
        """Milliseconds until the sentence that stands there goes; -1 without one."""
        return self._fade.remainingTime()

    # How things stand

    def show_findings(self, critical: int, warning: int, hint: int) -> None:
        """How many findings there are."""
        self._found = (critical, warning, hint)
        self._show_findings()

    def _show_findings(self) -> None:
        critical, warning, hint = self._found or (0, 0, 0)
        worst = "critical" if critical else "warning" if warning else "hint" if hint else "told"
        self.findings.setIcon(sign(worst))
        count = critical + warning + hint
        words = say("findings", count=count, number=say.number(count)) if self._found else say("findings.unknown")
        details = {"critical": critical, "warning": warning, "hint": hint}
        numbers = {name: say.number(number) for name, number in details.items()}
        self._name(self.findings, words, say("findings.help", **numbers))

    def show_zoom(self, zoom: float) -> None:
        """1.0 is the natural size."""
        self._zoom = zoom
        percent = say("zoom", percent=say.number(round(zoom * 100)))
        self._name(self.zoom, percent, say("zoom.help"))

    def _show_selection(self) -> None:
        self.selected.show_text(summary(self._session))

    def _show_drawing(self) -> None:
        """The view and the sheet; and the selection, whose lane or step may be called something else now."""
        drawing = self._session.drawing
        self._name(self.view, say(f"view.{drawing.view}"), say("view.help"))
        self._name(self.sheet, self._sheet_words(), say("sheet.help"))
        self._show_selection()

    def _sheet_words(self) -> str:
        sheet = self._session.drawing.sheet
        if sheet is None:
            return say("sheet.free")
        return say("sheet.portrait" if sheet.height > sheet.width else "sheet.landscape", name=sheet.name)

    def _name(self, button: QToolButton, words: str, help_: str) -> None:
        button.setText(plain.menu_text(words))
        button.setToolTip(plain.tooltip(help_))
        button.setAccessibleName(words)
        button.setAccessibleDescription(help_)
