"""The structure panel: a field to look for words in, and the tree."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from editor import plain
from editor.panels.structure.names import say
from editor.panels.structure.search import SearchField
from editor.panels.structure.tree import Tree
from editor.session import Session


class StructurePanel(QWidget):
    """The map as a tree: the keyboard's and the screen reader's way in.

    `write_asked` carries the id of the record to be written, `delete_asked` means what is selected.
    """

    write_asked = Signal(str)
    delete_asked = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.field, self.tree = SearchField(self), Tree(session, self)
        self.count = plain.label("", self)
        self._place()
        self.field.textChanged.connect(self._look)
        self.field.walked.connect(self._walk)
        self.field.left.connect(self.tree.setFocus)
        self.tree.write_asked.connect(self.write_asked)
        self.tree.delete_asked.connect(self.delete_asked)
        session.changed.connect(self._tell_count)
        session.replaced.connect(self.field.clear)
        self.setFocusProxy(self.tree)
        self.retranslate()

    def _place(self) -> None:
        above = QHBoxLayout()
        above.addWidget(self.field, 1)
        above.addWidget(self.count)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(6, 6, 6, 6)
        rows.setSpacing(6)
        rows.addLayout(above)
        rows.addWidget(self.tree, 1)

    def retranslate(self) -> None:
        """Say everything in the language of the program."""
        self.field.retranslate()
        self.tree.retranslate()
        self._tell_count()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def search(self) -> None:
        """Put the caret into the field."""
        self.field.setFocus()
        self.field.selectAll()

    def _look(self, wanted: str) -> None:
        self.tree.look_for(wanted)
        self._tell_count()

    def _walk(self, by: int) -> None:
        """Select the next hit behind the current record, or the one before, round the end."""
        hits = self.tree.hits
        if hits:
            at = hits.index(self._session.current) + by if self._session.current in hits else min(by, 0)
            self._session.select((hits[at % len(hits)],))
            self._tell_count()
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.field, self.count.text()))

    def _tell_count(self) -> None:
        self.count.setVisible(bool(self.field.text().strip()))
        self.count.setText(self._count())

    def _count(self) -> str:
        found = self.tree.found
        if not found:
            return say("filter.none")
        count = say.number(len(found))
        if self._session.current in found:
            return say("filter.place", place=say.number(self.tree.hits.index(self._session.current) + 1), count=count)
        return say("filter.some", count=count)
