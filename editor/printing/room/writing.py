"""Files made on a thread while one looks at a bar, and may stop it; what was stopped is never written."""

import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QWidget

from editor.plain import label
from editor.printing.room.proofing import Dropped, Dropping
from editor.speech import Speech
from editor.tasks.failure import Failure
from editor.working import Working

say = Speech("printing")

Made = dict[Path, bytes]
Making = Callable[[Callable[[], None]], Made]
"""Makes the files; calls what it is given now and then, which raises where nobody wants them any more."""


class Writing(QObject):
    """One piece of work at a time."""

    made = Signal(object)
    failed = Signal(str)
    """Why there are no files; "" where it is a fault of ours, which is told where those are told."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._working: Working[Made] | None = None
        self._dropping = Dropping()

    @property
    def busy(self) -> bool:
        return self._working is not None

    def begin(self, making: Making) -> None:
        """Make files; none are being made just now."""
        self._dropping = dropping = Dropping()
        self._working = Working(lambda: making(dropping.check), self)
        self._working.done.connect(self._take)

    def cancel(self) -> None:
        """Nobody hears of these files any more."""
        self._dropping.dropped = True
        if self._working is not None:
            self._working.drop()
            self._working = None

    def _take(self) -> None:
        working, self._working = self._working, None
        if working is None:
            return
        working.deleteLater()
        try:
            made = working.result()
        except Dropped:
            return
        except Failure as failure:
            self.failed.emit(failure.sentence)
        except Exception as error:
            self.failed.emit("")
            sys.excepthook(type(error), error, error.__traceback__)
        else:
            self.made.emit(made)


class Busy(QWidget):
    """What is being done, and a button to stop it."""

    stopped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = label(parent=self)
        self.bar = QProgressBar(self)
        self.bar.setRange(0, 0)
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(10)
        self.stop = QPushButton(self)
        self.stop.setAutoDefault(False)
        self.stop.clicked.connect(self.stopped)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.words)
        row.addWidget(self.bar, 1)
        row.addWidget(self.stop)
        self.hide()

    def begin(self, words: str) -> None:
        self.words.setText(words)
        self.bar.setAccessibleName(words)
        self.show()

    def retranslate(self) -> None:
        self.stop.setText(say("stop"))
