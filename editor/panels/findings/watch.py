"""Looking the open map over while it changes, when nobody is typing and never on the way to the first picture."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from editor.session import Session
from model.change import Change

if TYPE_CHECKING:
    from model.findings.search import Findings

FIRST = 300
"""Milliseconds without a change before a map is looked over whole: the graphs are loaded then, and all cards read."""

AGAIN = 120
"""Milliseconds in which changes are gathered, to be looked at together."""


class Watch(QObject):
    """`found` carries the findings of the map as it is, those that somebody set aside among them and marked.

    The first look comes once the program has shown its window and a little time has gone by without a change.
    """

    found = Signal(object)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._findings: Findings | None = None
        self._waiting = Change()
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.look)
        session.changed.connect(self._note)
        session.replaced.connect(self._start_over)
        self._timer.start(FIRST)

    def look(self) -> None:
        """Look now at what has happened since."""
        self._timer.stop()
        if self._findings is None:
            # Brings in networkx.
            from model.findings.search import Findings

            self._findings = Findings(self._session.document)
        elif self._waiting:
            change, self._waiting = self._waiting, Change()
            self._findings.update(change)
        self.found.emit(self._findings.current(ignored=True))

    def _note(self, change: Change) -> None:
        if self._findings is None:
            # The first look will see the map with this change; it waits until nothing more comes.
            self._timer.start(FIRST)
            return
        self._waiting = self._waiting.then(change)
        if change.removed:
            # Nothing may be said any more of what is gone.
            self.look()
        elif not self._timer.isActive():
            self._timer.start(AGAIN)

    def _start_over(self) -> None:
        self._findings, self._waiting = None, Change()
        self._timer.start(FIRST)
