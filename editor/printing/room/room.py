"""The print room: on the left what is wanted, on the right what comes out of it, below what one gets and what to do."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import msgspec
from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from editor.plain import window_title
from editor.printing.room.choices import Choices
from editor.printing.room.desk import KEYS, Desk
from editor.printing.room.facts import facts, sentence
from editor.printing.room.format_options import ask_for_options
from editor.printing.room.kinds import Kinds
from editor.printing.room.proofing import Proof, Proofing
from editor.printing.room.remembering import keep, last_kind, recall
from editor.printing.room.told import Told
from editor.printing.room.wish import SHOWS_MAP, Wish, brief
from editor.printing.room.writing import Busy, Made, Writing
from editor.session import Session
from editor.settings import Settings
from editor.speech import Speech, language
from editor.tasks.exporting import Job, render
from export.options import PageOptions
from export.registry import EXPORTERS
from model.handouts.kinds import KINDS
from model.layout.sheets import PAPERS, Sheet
from model.storage.cjm import encode
from resources.words import words

if TYPE_CHECKING:
    from editor.files.exporting import Exporting

say = Speech("printing")

Wanted = Literal["export", "print"]
"""What one came for: that button is the one that Enter presses."""

PDF = ".pdf"
SIZE, SMALLEST = QSize(1240, 700), QSize(960, 560)
_BUTTONS = ("formats", "export", "print", "close")


class Room(QDialog):
    """Pages are made anew after each choice, beside whatever one does meanwhile. `did`: something was written or
    printed."""

    def __init__(
        self, parent: QWidget, session: Session, settings: Settings, exporting: "Exporting", wanted: Wanted
    ) -> None:
        super().__init__(parent)
        self._session, self._settings, self._exporting = session, settings, exporting
        self.did = False
        self.proof: Proof | None = None
        self._then: Callable[[Proof], None] | None = None
        self._place = Path()
        self.kinds, self.desk = Kinds(self), Desk(self)
        self.choices = Choices(session.document, self)
        self.told, self.busy = Told(self), Busy(self)
        self.buttons = {key: QPushButton(self) for key in _BUTTONS}
        self._formats = self._menu()
        self.proofing = Proofing(session.document, session.origin.name, self)
        self.writing = Writing(self)
        self._arrange(wanted)
        self._listen()
        self._begin()
        self.retranslate()

    # Choosing

    def _begin(self) -> None:
        kind = last_kind(self._settings)
        wish = self._recalled(kind) or self._first(kind)
        shown = self._session.drawing.sheet
        if shown is not None and shown.name in PAPERS and kind in SHOWS_MAP:
            wish = msgspec.structs.replace(wish, paper=shown.name, orientation=_lies(shown))
        self.kinds.put(kind)
        self.choices.put(wish)

    def _recalled(self, kind: str) -> Wish | None:
        wish = recall(kind, self._settings, self._session.document)
        return wish and msgspec.structs.replace(wish, view=self._session.drawing.view)

    def _first(self, kind: str) -> Wish:
        settings = self._settings
        return Wish(
            kind=kind,
            paper=settings.paper,
            orientation=settings.orientation,
            view=self._session.drawing.view,
            options=KINDS[kind].options(),
        )

    def _choose_kind(self, kind: str) -> None:
        """What was chosen for this kind before; for one that was never chosen what was chosen for the other."""
        before = self.choices.wish()
        keep(before, self._settings, self._session.document)
        wish = self._recalled(kind) or msgspec.structs.replace(before, kind=kind, options=KINDS[kind].options())
        self.choices.put(msgspec.structs.replace(wish, view=before.view, logo=before.logo))
        self.desk.turn(0)
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
        if then is not None and self._numbers_are_right:
            then(proof)

    def _refuse(self, sentence: str) -> None:
        self.proof, self._then = None, None
        self.desk.put(())
        self.told.say(sentence or say("cannot_draw"))
        self._allow()

    def _tell(self) -> None:
        """What one gets, or what is wrong with the numbers of sheets."""
        if self.proof is not None and not self.proofing.busy:
            if self._numbers_are_right:
                numbers = self._numbers(self.proof)
                chosen = facts([self.proof.pages[number - 1] for number in numbers])
                self.told.say(sentence(chosen if numbers else self.proof.facts), self.proof.warnings)
            else:
                self.told.say(say("sheets_wrong", count=len(self.proof.pages)), self.proof.warnings)
        self._allow()

    @property
    def _numbers_are_right(self) -> bool:
        try:
            return self.proof is None or self._numbers(self.proof) is not None
        except ValueError:
            return False

    def _numbers(self, proof: Proof) -> tuple[int, ...]:
        return self.choices.sheet.numbers(len(proof.pages))

    def _allow(self) -> None:
        able = (self.proof is not None or self.proofing.busy) and not self.writing.busy
        for key in ("formats", "export", "print"):
            self.buttons[key].setEnabled(able and (self.proofing.busy or self._numbers_are_right))

    # Doing

    def export(self, ending: str = PDF) -> None:
        """Ask where to, and write the pages there once they are made."""
        options = self._options(ending)
        if options is None:
            return
        path = self._exporting.place(self, ending, self.choices.wish().kind)
        if path is not None:
            self._when_made(partial(self._write, path=path, options=options))

    def print(self) -> None:
        """Ask which printer, once the pages are made."""
        self._when_made(self._print)

    def _options(self, ending: str) -> PageOptions | None:
        asked = EXPORTERS[ending].options
        if ending == PDF:
            return self.choices.pdf.value()
        found = ask_for_options(self, ending, asked)
        return found if isinstance(found, PageOptions) else None

    def _when_made(self, act: Callable[[Proof], None]) -> None:
        if self.proofing.busy:
            self._then = act
        elif self.proof is not None:
            act(self.proof)

    def _write(self, proof: Proof, *, path: Path, options: PageOptions) -> None:
        chosen = msgspec.structs.replace(options, sheets=self._numbers(proof))
        document, name, said = self._session.document, self._session.origin.name, words("cli", language())
        data = encode(document) if getattr(options, "attach", False) else b""
        info = self._exporting.info(proof.wish.language)

        def make(check: Callable[[], None]) -> Made:
            job = Job(document, info, brief=brief(proof.wish, name, check), options=chosen, data=data)
            made = render(job, proof.pages, path, said)
            check()
            return made

        self.busy.begin(say("writing", count=len(chosen.sheets) or len(proof.pages)))
        self._place = path
        self.writing.begin(make)
        self._allow()

    def _written(self, made: Made) -> None:
        self.busy.hide()
        sentence = self._exporting.finish(self, made, self._place)
        if sentence:
            self._done(sentence)
        self._allow()

    def _not_written(self, sentence: str) -> None:
        self.busy.hide()
        self._allow()
        self._exporting.complain(self, sentence or say("cannot_write"))

    def _stop(self) -> None:
        self.writing.cancel()
        self.busy.hide()
        self._allow()

    def _print(self, proof: Proof) -> None:
        # No printing system is loaded before somebody prints.
        from editor.printing.printing import print_pages

        numbers = self._numbers(proof)
        pages = [proof.pages[number - 1] for number in numbers] or proof.pages
        sentence = print_pages(self, self._session, pages, self.export)
        if sentence:
            self._done(sentence)

    def _done(self, sentence: str) -> None:
        self.did = True
        self._session.tell(sentence)
        self.told.words.setText(sentence)
        wish = self.choices.wish()
        if wish.paper in PAPERS:
            self._settings.paper, self._settings.orientation = wish.paper, wish.orientation

    def reject(self) -> None:
        """Escape stops what is being written, and else leaves the room."""
        if self.writing.busy:
            self._stop()
        else:
            super().reject()

    def done(self, result: int) -> None:
        self.proofing.end()
        self.told.end()
        self.writing.cancel()
        keep(self.choices.wish(), self._settings, self._session.document)
        super().done(result)

    # Building

    def _arrange(self, wanted: Wanted) -> None:
        sides, below, whole = QHBoxLayout(), QHBoxLayout(), QVBoxLayout(self)
        sides.addWidget(self.kinds)
        sides.addWidget(self.choices)
        sides.addWidget(self.desk, 1)
        sides.setSpacing(12)
        below.addWidget(self.told, 1)
        below.addWidget(self.busy, 1)
        for key in _BUTTONS:
            below.addWidget(self.buttons[key])
            self.buttons[key].setAutoDefault(False)
        whole.setSpacing(12)
        whole.addLayout(sides, 1)
        whole.addLayout(below)
        self.buttons[wanted].setDefault(True)
        self.buttons["formats"].setMenu(self._formats)
        self.setMinimumSize(SMALLEST)
        self.resize(SIZE.boundedTo(self.screen().availableSize() * 0.95))
        self.kinds.setFocus()

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        for ending, exporter in EXPORTERS.items():
            if exporter.paints and ending != PDF:
                action = QAction(menu)
                action.setData(ending)
                action.triggered.connect(partial(self._export_as, ending))
                menu.addAction(action)
        return menu

    def _export_as(self, ending: str, _: bool = False) -> None:
        self.export(ending)

    def _listen(self) -> None:
        self.kinds.chosen.connect(self._choose_kind)
        self.choices.changed.connect(self._ask)
        self.choices.sheet.numbered.connect(self._tell)
        self.proofing.proofed.connect(self._take)
        self.proofing.refused.connect(self._refuse)
        self.writing.made.connect(self._written)
        self.writing.failed.connect(self._not_written)
        self.busy.stopped.connect(self._stop)
        self.buttons["export"].clicked.connect(self._export_pdf)
        self.buttons["print"].clicked.connect(self.print)
        self.buttons["close"].clicked.connect(self.reject)

    def _export_pdf(self) -> None:
        self.export()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The desk's keys turn pages wherever nobody else has a use for them."""
        if event.key() in KEYS:
            self.desk.keyPressEvent(event)
        else:
            super().keyPressEvent(event)

    def retranslate(self) -> None:
        """In the language of this moment; what is said of the pages comes with pages made anew."""
        document = self._session.document
        named = document.map.title or self._session.origin.name or say("untitled")
        self.setWindowTitle(window_title(say("room", map=named)))
        for part in (self.kinds, self.choices, self.desk, self.busy):
            part.retranslate()
        for key, button in self.buttons.items():
            button.setText(say(f"button.{key}"))
        for action in self._formats.actions():
            action.setText(say(f"as{action.data()}"))
        self._ask()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()


def _lies(on: Sheet) -> str:
    return "landscape" if on.width > on.height else "portrait"
