"""Pages made on a thread: of many wishes the newest is done, and what was begun for an older one is broken off."""

import sys
from collections.abc import Callable, Sequence

import msgspec
from PySide6.QtCore import QObject, QTimer, Signal

from editor.printing.room.facts import Facts, facts
from editor.printing.room.wish import SHOWS_MAP, Wish, brief, pages_of
from editor.tasks.exporting import lanes_left_out, larger_sheet, undrawn
from editor.tasks.failure import Failure
from editor.working import Working
from model.document import Document
from model.layout.shapes import Page
from model.layout.view import natural_view
from resources.words import words

_CALM = 60  # milliseconds without another wish before pages are made


class Proof(msgspec.Struct, frozen=True):
    """The pages of a wish, what they come to, and sentences about what is not on them or not as it was asked for."""

    wish: Wish
    pages: tuple[Page, ...]
    facts: Facts
    warnings: tuple[str, ...]


class Dropped(Exception):
    """Nobody wants it any more."""


class Dropping:
    """Lets work end that goes on elsewhere."""

    def __init__(self) -> None:
        self.dropped = False

    def check(self) -> None:
        """Raises Dropped."""
        if self.dropped:
            raise Dropped


def proof(document: Document, wish: Wish, name: str, language: str, check: Callable[[], None]) -> Proof:
    """Draws a wish and looks at what came out; for a thread of its own. `language`: of the warnings."""
    asked, said = brief(wish, name, check), words("cli", language)
    pages = pages_of(document, wish, asked, said)
    check()
    larger = larger_sheet(pages, asked, said) if wish.sheet is not None else ""
    warnings = *([larger] if larger else ()), *_warnings(document, wish, pages, language)
    return Proof(wish, pages, facts(pages), warnings)


def _warnings(document: Document, wish: Wish, pages: Sequence[Page], language: str) -> list[str]:
    said = words("cli", language)
    shown = wish.kind in SHOWS_MAP
    lanes = lanes_left_out(document, wish.view or natural_view(document), said) if shown else ""
    left_out = [words("files", language)("lanes_left_out", lanes=lanes)] if lanes else []
    return [*left_out, *undrawn(pages, document, said)]


class Proofing(QObject):
    """One piece of work at a time: what laying out remembers is not made for several threads at it."""

    proofed = Signal(object)
    refused = Signal(str)
    """Why there are no pages; "" where it is a fault of ours, which is told where those are told."""

    def __init__(self, document: Document, name: str, parent: QObject) -> None:
        super().__init__(parent)
        self._document, self._name = document, name
        self._next: tuple[Wish, str] | None = None
        self._working: Working[Proof] | None = None
        self._dropping = Dropping()
        self._calm = QTimer(self, interval=_CALM, singleShot=True)
        self._calm.timeout.connect(self._begin)

    @property
    def busy(self) -> bool:
        """Whether there is a wish whose pages are not there yet."""
        return self._next is not None or self._working is not None

    def ask(self, wish: Wish, language: str) -> None:
        """These pages now, in place of all that were asked for before."""
        self._next = wish, language
        self._dropping.dropped = True
        self._calm.start()

    def end(self) -> None:
        """Nobody wants to know any more."""
        self._calm.stop()
        self._next = None
        self._dropping.dropped = True
        if self._working is not None:
            self._working.drop()
            self._working = None

    def _begin(self) -> None:
        if self._working is not None or self._next is None:
            return
        (wish, language), self._next = self._next, None
        self._dropping = dropping = Dropping()
        document, name = self._document, self._name
        self._working = Working(lambda: proof(document, wish, name, language, dropping.check), self)
        self._working.done.connect(self._take)

    def _take(self) -> None:
        working, self._working = self._working, None
        if working is None:
            return
        working.deleteLater()
        if self._next is not None:
            if not self._calm.isActive():
                self._begin()
            return
        try:
            found = working.result()
        except Dropped:
            return
        except Failure as failure:
            self.refused.emit(failure.sentence)
        except Exception as error:
            self.refused.emit("")
            sys.excepthook(type(error), error, error.__traceback__)
        else:
            self.proofed.emit(found)
