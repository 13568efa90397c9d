"""Worksheets that come back into the window: onto the open map where they are of it, else as a new map."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from editor.dialogs.places import choose_files
from editor.dialogs.questions import complain
from editor.dialogs.report import show_report
from editor.files.folders import last_folder
from editor.session import Origin, Session
from editor.settings import Settings
from editor.speech import Speech, language
from editor.tasks import importing
from editor.tasks.failure import Failure
from model.importers import worksheet
from model.importers.imported import Note
from model.records import Card, Emotion
from model.storage.system_errors import shown
from resources.words import words

if TYPE_CHECKING:
    from model.importers.worksheet_answers import Sheet

say = Speech("files")


class Importing:
    """Brings what participants filled in into a session. `may_leave` asks whether the open map can go."""

    def __init__(self, session: Session, settings: Settings, window: QWidget, may_leave: Callable[[], bool]) -> None:
        self._session, self._settings, self._window, self._may_leave = session, settings, window, may_leave

    def choose(self) -> list[Path]:
        """The files to import; none where the question was left."""
        kinds = (f"{say('worksheets')} (*.pdf)", f"{say('all_files')} (*)")
        return choose_files(self._window, say("import"), last_folder(self._settings), kinds)

    def knows(self, path: Path) -> bool:
        """Whether this is a worksheet."""
        try:
            return bool(importing.worksheets([path], words("cli", language())))
        except Failure:
            return False

    def has_answers(self, path: Path) -> bool:
        """Whether this is a worksheet of the open map on which somebody wrote."""
        try:
            sheets = importing.worksheets([path], words("cli", language()))
        except Failure:
            return False
        document = self._session.document
        return sheets[0].map == document.map.id and bool(worksheet.fill(document, sheets).change)

    def import_(self, paths: Sequence[Path]) -> bool:
        """Whether the answers on these worksheets are in the window now."""
        try:
            sheets = importing.worksheets(paths, words("cli", language()))
        except Failure as failure:
            complain(self._window, say("import"), failure.sentence)
            self._session.tell(failure.sentence)
            return False
        self._settings.folder = str(paths[0].parent)
        if sheets[0].map == self._session.document.map.id:
            return self._add(sheets)
        return self._may_leave() and self._open(sheets, paths[0])

    def _add(self, sheets: "Sequence[Sheet]") -> bool:
        """The answers as one step on the open map."""
        self._session.settle()
        filled = worksheet.fill(self._session.document, sheets)
        if filled.change and not self._session.may_change():
            return False
        self._session.push("import_answers", filled.change)
        count = sum(isinstance(record, Card | Emotion) for record in filled.change.added.values())
        sentence = say("answers_added", count=count, sheets=len(sheets))
        self._session.tell(sentence)
        self._report(filled.notes, sentence)
        return True

    def _open(self, sheets: "Sequence[Sheet]", first: Path) -> bool:
        """A map of their own in place of the open one."""
        imported = worksheet.imported(sheets)
        self._session.replace(imported.document, Origin(shown(first.stem)), unsaved=True)
        sentence = say("worksheets_opened", count=len(sheets))
        self._session.tell(sentence)
        self._report(imported.notes, sentence)
        return True

    def _report(self, notes: Sequence[Note], sentence: str) -> None:
        lines = [*importing.sentences(notes, Path(), words("cli", language()))]
        if lines:
            show_report(self._window, say("import"), sentence, lines)
