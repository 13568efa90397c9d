"""The findings panel: what the map could be asked about, to jump to, to fix at once or to set aside."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from editor import plain
from editor.panels.findings.buttons import ElidedButton
from editor.panels.findings.list import FindingsList
from editor.panels.findings.model import FindingsModel, Section, say
from editor.panels.findings.reason import Reason
from editor.panels.findings.watch import Watch
from editor.session import Session
from model.findings.finding import Finding
from model.findings.fixes import fix
from model.operations.maps import heed_finding, ignore_finding


class FindingsPanel(QWidget):
    """`shown` carries the ids to be brought into sight, `counted` how many findings there are: critical, warning, hint.

    It looks the map over whether it is shown or hidden: the count is wanted elsewhere too.
    """

    shown = Signal(tuple)
    counted = Signal(int, int, int)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._looked = False
        self._watch = Watch(session, self)
        self._rows = FindingsModel(session, self)
        self.list = FindingsList(self._rows, self)
        self.nothing = plain.label("", self, wrap=True)
        self.fix, self.aside = ElidedButton("check", self), ElidedButton("eye-off", self)
        self.reason = Reason(self)
        self._pages = QStackedWidget(self)
        self._place()
        self._connect()
        self.setFocusProxy(self.list)
        self.retranslate()

    def _place(self) -> None:
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.nothing.setContentsMargins(16, 16, 16, 16)
        self._pages.addWidget(self.nothing)
        self._pages.addWidget(self.list)
        buttons = QHBoxLayout()
        buttons.addWidget(self.fix, 1)
        buttons.addWidget(self.aside)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(6, 6, 6, 6)
        rows.setSpacing(6)
        rows.addWidget(self._pages, 1)
        rows.addWidget(self.reason)
        rows.addLayout(buttons)

    def _connect(self) -> None:
        self._watch.found.connect(self._take)
        self._session.replaced.connect(self._forget)
        self.list.selectionModel().currentChanged.connect(self._offer)
        self.list.chosen.connect(self._jump)
        self.list.fix_asked.connect(self._fix)
        self.list.ignore_asked.connect(self._put_aside_or_back)
        self.fix.clicked.connect(self._fix)
        self.aside.clicked.connect(self._put_aside_or_back)
        self.reason.given.connect(self._ignore)
        self.reason.typed.connect(self._hold_reason)
        self._session.renamed.connect(self._hold_reason_still)
        self.reason.closed.connect(self.list.setFocus)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Say everything in the language of the program."""
        self.list.setAccessibleName(say("list"))
        self.list.setAccessibleDescription(say("list.help"))
        self.list.scheduleDelayedItemsLayout()
        self.reason.retranslate()
        self._tell_nothing()
        self._offer()

    # What was found

    def _take(self, findings: tuple[Finding, ...]) -> None:
        self._looked = True
        self._rows.take(findings)
        # A sentence holds words of the map, which may be longer now. One by one Qt would measure all rows for each.
        self.list.scheduleDelayedItemsLayout()
        self._tell_nothing()
        self._offer()
        self.counted.emit(*map(self._rows.count, (Section.CRITICAL, Section.WARNING, Section.HINT)))

    def _forget(self) -> None:
        self._looked = False
        self._rows.forget()
        self.reason.close_()
        self._tell_nothing()
        self._offer()

    def _tell_nothing(self) -> None:
        self.nothing.setText(say("nothing" if self._looked else "looking"))
        self._pages.setCurrentWidget(self.list if self._rows.rowCount() else self.nothing)

    # What can be done about it

    @property
    def current(self) -> Finding | None:
        """The finding the list stands on."""
        return self._rows.finding(self.list.currentIndex())

    def _offer(self) -> None:
        finding = self.current
        words = self._rows.fix_words(finding) if finding is not None else ""
        self.fix.offer(words or say("fix.none"), say("fix.help", text=words) if words else "", enabled=bool(words))
        heeds = finding is not None and finding.ignored
        self.aside.offer(say("heed" if heeds else "ignore"), say("ignore.help"), enabled=finding is not None)
        if finding != self.reason.about:
            self.reason.close_()

    def _jump(self) -> None:
        finding = self.current
        if finding is not None:
            self._session.select(finding.records)
            self.shown.emit(finding.records)

    def _fix(self) -> None:
        finding = self.current
        if finding is None or finding.fix is None:
            return
        change = self._session.do("fix_finding", fix, finding)
        if change is not None:
            self._session.select(change.added or change.updated)
            self.shown.emit(self._session.selection)

    def _put_aside_or_back(self) -> None:
        finding = self.current
        if finding is not None and finding.ignored:
            self._session.do("heed_finding", heed_finding, finding.code.value, finding.records)
        elif finding is not None:
            self.reason.ask(finding)

    def _hold_reason(self, text: str) -> None:
        """Not before it is given is it in the map, whose finding would go from under it."""
        self._session.pending(self._session.document.map.id, "ignored", text)

    def _hold_reason_still(self) -> None:
        """The map was saved, and this was not."""
        if self.reason.field.text():
            self._hold_reason(self.reason.field.text())

    def _ignore(self, finding: Finding, reason: str) -> None:
        code = finding.code.value
        if self._session.do("ignore_finding", ignore_finding, code, finding.records, reason) is not None:
            self.reason.close_()
