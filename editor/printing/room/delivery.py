"""Pages on their way out: into files, made on a thread and written whole or not at all, onto a printer, to the
clipboard."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from editor.canvas.painting.photographs import decoded
from editor.printing.room.proofing import Proof
from editor.printing.room.wish import brief
from editor.printing.room.writing import Busy, Made, Writing
from editor.session import Session
from editor.speech import Speech, language
from editor.tasks.exporting import Job, render
from export.options import PageOptions, PngOptions
from model.storage.cjm import encode
from resources.words import words

if TYPE_CHECKING:
    from editor.files.exporting import Exporting

say = Speech("printing")

_CLIPBOARD = Path("clipboard.png")
"""Where a picture for the clipboard would be, were it a file."""


class Delivery(QObject):
    """`delivered` carries what to say then; `changed`: it is at work, or no longer. `busy` shows it while it is."""

    delivered = Signal(str)
    changed = Signal()

    def __init__(self, session: Session, exporting: "Exporting", busy: Busy, room: QWidget) -> None:
        super().__init__(room)
        self._session, self._exporting, self._busy, self._room = session, exporting, busy, room
        self._finish: Callable[[Made], str] = _nothing
        self.writing = Writing(self)
        self.writing.made.connect(self._made)
        self.writing.failed.connect(self._failed)
        busy.stopped.connect(self.stop)

    @property
    def is_busy(self) -> bool:
        return self.writing.busy

    def write(self, proof: Proof, path: Path, options: PageOptions) -> None:
        """The sheets that the options name, into a file."""
        self._finish = partial(self._exporting.finish, self._room, chosen=path)
        self._begin(proof, path, options)

    def copy(self, proof: Proof, number: int) -> None:
        """A picture of one page, counted from 1, to the clipboard."""
        self._finish = _to_clipboard
        self._begin(proof, _CLIPBOARD, PngOptions(sheets=(number,)))

    def print(self, proof: Proof, numbers: tuple[int, ...], export: Callable[[], object]) -> None:
        """The sheets of these numbers, all of them without any; `export`: for who has no printer."""
        # No printing system is loaded before somebody prints.
        from editor.printing.printing import print_pages

        pages = [proof.pages[number - 1] for number in numbers] or proof.pages
        sentence = print_pages(self._room, self._session, pages, export)
        if sentence:
            self.delivered.emit(sentence)

    def stop(self) -> None:
        """Nothing of what is being made comes to anything."""
        self.writing.cancel()
        self._rest()

    def _begin(self, proof: Proof, path: Path, options: PageOptions) -> None:
        document, name, said = self._session.document, self._session.origin.name, words("cli", language())
        data = encode(document) if getattr(options, "attach", False) else b""
        info = self._exporting.info(proof.wish.language)

        def make(check: Callable[[], None]) -> Made:
            job = Job(document, info, brief=brief(proof.wish, name, check), options=options, data=data)
            made = render(job, proof.pages, path, said)
            check()
            return made

        self._busy.begin(say("writing", count=len(options.sheets) or len(proof.pages)))
        self.writing.begin(make)
        self.changed.emit()

    def _made(self, made: Made) -> None:
        self._rest()
        sentence = self._finish(made)
        if sentence:
            self.delivered.emit(sentence)

    def _failed(self, sentence: str) -> None:
        self._rest()
        self._exporting.complain(self._room, sentence or say("cannot_write"))

    def _rest(self) -> None:
        self._busy.hide()
        self.changed.emit()


def with_sheets(options: PageOptions, numbers: tuple[int, ...]) -> PageOptions:
    """The options for these sheets only."""
    return msgspec.structs.replace(options, sheets=numbers)


def _nothing(_: Made) -> str:
    return ""


def _to_clipboard(made: Made) -> str:
    picture = decoded(next(iter(made.values())))
    if picture is not None:
        QGuiApplication.clipboard().setImage(picture)
    return say("not_copied" if picture is None else "copied")
