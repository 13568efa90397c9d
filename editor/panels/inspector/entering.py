"""How what is typed or chosen in a form comes into the map: text at each key, and one undo step once it is done."""

from PySide6.QtCore import QObject

from editor.panels.inspector.plan import Plan
from editor.panels.inspector.row import Row, sentence
from editor.session import Session
from model.change import Change
from model.document import Document
from model.records import Id
from model.refusal import Refused

AT_ONCE = 10
"""Records on which a text is at each key: with more of them the map follows more slowly than people type."""


class Entering(QObject):
    """For the records `ids`, which a form shows. One row at a time is typed in.

    What the map cannot take, or not as fast, stands in its field only, and the session is told of it; the map is then
    as it was before that typing began.
    """

    def __init__(self, plan: Plan, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self.ids: tuple[Id, ...] = ()
        self._plan, self._session = plan, session
        self._row: Row | None = None
        self._held: dict[tuple[Id, str], str] = {}
        session.settling.connect(self.settle)
        session.renamed.connect(self._tell_again)

    def listen(self, row: Row) -> None:
        """Have in the map what comes from this row."""
        row.drafted.connect(self._draft)
        row.unclear.connect(self._hold)
        row.restored.connect(self._drop)
        row.entered.connect(self._enter)
        row.refused.connect(self._tell_refused)

    def settle(self) -> None:
        """End the typing, and keep it."""
        row, self._row = self._row, None
        if row is not None:
            self._session.settle_draft(row.field.step)
            row.editor.show_value()

    def forget(self) -> None:
        """Another map is open: what was typed belongs to none of its records."""
        self.ids, self._row = (), None
        self._held.clear()

    def holds(self, row: Row) -> bool:
        """Whether a text stands in a row that the map has not taken."""
        return row.editor.pending and row is not self._row

    # While somebody types

    def _draft(self, row: Row, value: object) -> None:
        if len(self.ids) > AT_ONCE:
            self._hold(row)
            return
        if row is not self._row:
            self._session.settle()
            self._row = row
        try:
            change = self._change(self._session.document, row, value)
        except Refused:
            self._hold(row)
            return
        if self._session.draft(_as_it_is, change) is None:
            self._hold(row)
        else:
            row.content()
            self._tell_held(row, "")

    def _hold(self, row: Row) -> None:
        self._take_back(row)
        self._tell_held(row, row.editor.typed)

    def _drop(self, row: Row) -> None:
        self._take_back(row)
        self._tell_held(row, "")

    def _take_back(self, row: Row) -> None:
        if row is self._row:
            self._row = None
            self._session.drop_draft()

    def _tell_held(self, row: Row, text: str) -> None:
        """Of several records the first stands for all; that there is no text any more is told where there was one."""
        place = self.ids[0], row.field.member
        told = self._held.pop(place, "")
        if text:
            self._held[place] = text
        if text or told:
            self._session.pending(*place, text)

    def _tell_again(self) -> None:
        """The map was saved, and this was not: it stands in a field as before."""
        for place, text in self._held.items():
            self._session.pending(*place, text)

    # Once it is done

    def _enter(self, row: Row, value: object) -> None:
        self.settle()
        try:
            change = self._change(self._session.document, row, value)
        except Refused as refused:
            self._session.refuse(refused)
            row.refuse(refused)
            return
        # Where nothing is left to be done, nobody else's typing is ended either.
        if change and self._session.do(row.field.step, self._change, row, value) is None:
            row.editor.restore()  # the map is only to be looked at, which has been told by now
        elif self.ids:  # what was done may have been to delete the record
            row.content()
            row.editor.show_value()
            self._tell_held(row, "")

    def _change(self, document: Document, row: Row, value: object) -> Change:
        write = row.field.write or self._plan.write
        return write(document, self.ids, row.field.member, value)

    def _tell_refused(self, refused: Refused) -> None:
        self._session.tell(sentence(refused))


def _as_it_is(_document: Document, change: Change) -> Change:
    return change
