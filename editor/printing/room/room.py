"""The print room: on the left what is wanted, on the right what comes out of it, below what one gets and what to do."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QWidget

from editor.plain import window_title
from editor.printing.room.choices import Choices
from editor.printing.room.delivery import Delivery, with_sheets
from editor.printing.room.desk import Desk
from editor.printing.room.facts import facts, sentence
from editor.printing.room.format_options import ask_for_options
from editor.printing.room.furniture import PDF, Buttons, Wanted, arrange
from editor.printing.room.glass import KEYS
from editor.printing.room.kinds import Kinds
from editor.printing.room.proofing import Proof, Proofing
from editor.printing.room.remembering import first_wish, keep, last_kind, recall
from editor.printing.room.told import Told
from editor.printing.room.writing import Busy
from editor.session import Session
from editor.settings import Settings
from editor.speech import Speech, language
from export.options import PageOptions
from export.registry import EXPORTERS
from model.handouts.kinds import KINDS
from model.layout.sheets import PAPERS

if TYPE_CHECKING:
    from editor.files.exporting import Exporting

say = Speech("printing")


class Room(QDialog):
    """Pages are made anew after each choice, beside whatever one does meanwhile. `did`: something was written or
    printed. `proof`: what is on the desk, None where it cannot be drawn."""

    def __init__(
        self, parent: QWidget, session: Session, settings: Settings, exporting: "Exporting", wanted: Wanted
    ) -> None:
        super().__init__(parent)
        self._session, self._settings, self._exporting = session, settings, exporting
        self.did = False
        self.proof: Proof | None = None
        self._then: Callable[[Proof], None] | None = None
        self.kinds, self.choices, self.desk = Kinds(self), Choices(session.document, self), Desk(self)
        self.told, self.busy, self.buttons = Told(self), Busy(self), Buttons(wanted, self)
        self.proofing = Proofing(session.document, session.origin.name, self)
        self.delivery = Delivery(session, exporting, self.busy, self)
        arrange(self, (self.kinds, self.choices, self.desk), (self.told, self.busy, self.buttons))
        self._begin()
        self._listen()
        self.retranslate()
        self.kinds.setFocus()

    # Choosing

    def _begin(self) -> None:
        kind = last_kind(self._settings)
        self.kinds.put(kind)
        self.choices.put(first_wish(kind, self._settings, self._session.document, self._session.drawing))

    def _choose_kind(self, kind: str) -> None:
        """What was chosen for this kind before; for one that was never chosen what was chosen for the other."""
        before = self.choices.wish()
        keep(before, self._settings, self._session.document)
        new = msgspec.structs.replace(before, kind=kind, options=KINDS[kind].options())
        wish = recall(kind, self._settings, self._session.document) or new
        self.choices.put(msgspec.structs.replace(wish, view=before.view, logo=before.logo))
        self.desk.turn_to_first()
        self._ask()

    def _ask(self) -> None:
        self._then = None
        self.proofing.ask(self.choices.wish(), language())
        self.told.wait()
        self._allow()

    def _take(self, proof: Proof) -> None:
        self.proof = proof
        self.desk.put(proof.pages)
        self._tell()
        then, self._then = self._then, None
        if then is not None and self._numbers() is not None:
            then(proof)

    def _refuse(self, why: str) -> None:
        self.proof, self._then = None, None
        self.desk.put(())
        self.told.say(why or say("cannot_draw"))
        self._allow()

    def _tell(self) -> None:
        """What one gets, or what is wrong with the numbers of sheets."""
        if self.proof is not None and not self.proofing.busy:
            numbers = self._numbers()
            if numbers is None:
                said = say("sheets_wrong", count=len(self.proof.pages))
            elif numbers:
                said = sentence(facts([self.proof.pages[number - 1] for number in numbers]))
            else:
                said = sentence(self.proof.facts)
            self.told.say(said, self.proof.warnings)
        self._allow()

    def _numbers(self) -> tuple[int, ...] | None:
        """The sheets that are wanted, all of them where there are none; None where that makes no sense."""
        try:
            return self.choices.sheet.numbers(len(self.proof.pages) if self.proof is not None else 0)
        except ValueError:
            return None

    def _allow(self) -> None:
        ready = self.proof is not None and self._numbers() is not None
        self.buttons.allow((ready or self.proofing.busy) and not self.delivery.is_busy)

    # Doing

    def export(self, ending: str = PDF) -> None:
        """Ask where to, and write the pages there once they are made."""
        options = self._options(ending)
        path = self._exporting.place(self, ending, self.choices.wish().kind) if options is not None else None
        if path is not None and options is not None:
            self._when_made(lambda proof: self.delivery.write(proof, path, with_sheets(options, self._numbers() or ())))

    def print(self) -> None:
        """Ask which printer, once the pages are made."""
        self._when_made(lambda proof: self.delivery.print(proof, self._numbers() or (), self.export))

    def copy(self) -> None:
        """The page on the desk, to the clipboard."""
        self._when_made(lambda proof: self.delivery.copy(proof, self.desk.number + 1))

    def _options(self, ending: str) -> PageOptions | None:
        if ending == PDF:
            return self.choices.pdf.value()
        found = ask_for_options(self, ending, EXPORTERS[ending].options)
        return found if isinstance(found, PageOptions) else None

    def _when_made(self, act: Callable[[Proof], None]) -> None:
        if self.proofing.busy:
            self._then = act
        elif self.proof is not None and self._numbers() is not None:
            act(self.proof)

    def _done(self, said: str) -> None:
        self.did = True
        self._session.tell(said)
        self.told.words.setText(said)
        wish = self.choices.wish()
        if wish.paper in PAPERS:
            self._settings.paper, self._settings.orientation = wish.paper, wish.orientation

    def reject(self) -> None:
        """Escape stops what is being written, and else leaves the room."""
        if self.delivery.is_busy:
            self.delivery.stop()
        else:
            super().reject()

    def done(self, result: int) -> None:
        self.proofing.end()
        self.told.end()
        self.delivery.stop()
        keep(self.choices.wish(), self._settings, self._session.document)
        super().done(result)

    # Listening

    def _listen(self) -> None:
        self.kinds.chosen.connect(self._choose_kind)
        self.choices.changed.connect(self._ask)
        self.choices.sheet.numbered.connect(self._tell)
        self.proofing.proofed.connect(self._take)
        self.proofing.refused.connect(self._refuse)
        self.delivery.delivered.connect(self._done)
        self.delivery.changed.connect(self._allow)
        self.buttons.listen(self.export, self.copy, {"print": self.print, "close": self.reject})

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The desk's keys turn pages wherever nobody else has a use for them."""
        if event.key() in KEYS:
            self.desk.keyPressEvent(event)
        else:
            super().keyPressEvent(event)

    def retranslate(self) -> None:
        """In the language of this moment; what is said of the pages comes with pages made anew."""
        named = self._session.document.map.title or self._session.origin.name or say("untitled")
        self.setWindowTitle(window_title(say("room", map=named)))
        for part in (self.kinds, self.choices, self.desk, self.busy, self.buttons):
            part.retranslate()
        self._ask()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
