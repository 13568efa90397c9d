"""What you get, under the pages: the sentence with its figures, and what is not on paper."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, QTimer
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from editor.appearance.icons import icon
from editor.dialogs.report import show_report
from editor.plain import label, one_line
from editor.speech import Speech

say = Speech("printing")

_SLOW = 250  # milliseconds after which one is told that it takes a while
_SIGN = QSize(16, 16)
_LONGEST = 110  # letters of a warning that have room in a line


class Told(QWidget):
    """Keeps its height, so that nothing jumps when a warning comes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words, self.warning, self._sign = label(parent=self), label(parent=self), label(parent=self)
        self.more = QPushButton(self)
        self.more.setAutoDefault(False)
        self.more.clicked.connect(self._show_all)
        self._warnings: Sequence[str] = ()
        self._slow = QTimer(self, interval=_SLOW, singleShot=True)
        self._slow.timeout.connect(self._say_slow)
        self._arrange()

    @property
    def warnings(self) -> Sequence[str]:
        """All of them."""
        return self._warnings

    def wait(self) -> None:
        """Other pages are being made; soon that is said."""
        self._slow.start()

    def say(self, words: str, warnings: Sequence[str] = ()) -> None:
        """What one gets, or why one gets nothing; and what is not on paper."""
        self._slow.stop()
        self.words.setText(words)
        self._warnings = warnings
        self._show_warnings()

    def end(self) -> None:
        self._slow.stop()

    def _say_slow(self) -> None:
        self.words.setText(say("drawing"))

    def _show_warnings(self) -> None:
        first = one_line(self._warnings[0]) if self._warnings else ""
        cut = len(first) > _LONGEST
        self.warning.setText(f"{first[: _LONGEST - 1].rstrip()}…" if cut else first)
        self.warning.setAccessibleName(first)
        self._sign.setVisible(bool(self._warnings))
        self.more.setVisible(cut or len(self._warnings) > 1)
        self.more.setText(say("warnings", count=len(self._warnings)))

    def _show_all(self) -> None:
        show_report(self.window(), say("remarks"), say("remarks_more"), self._warnings)

    def _arrange(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self._sign)
        row.addWidget(self.warning, 1)
        row.addWidget(self.more)
        self.warning.setMinimumWidth(50)
        self.more.hide()
        self._sign.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.words)
        column.addLayout(row)
        self.setMinimumHeight(2 * self.fontMetrics().lineSpacing() + 14)
        self._dress()

    def _dress(self) -> None:
        self._sign.setPixmap(icon("triangle-alert").pixmap(_SIGN))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_sign"):
            self._dress()
