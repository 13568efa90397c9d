"""Exporting the open map: asked for in a dialog, written as the command line writes it."""

import datetime
import os
from collections.abc import Iterable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from editor.desktop import show_folder
from editor.dialogs.export import Wish, ask_for_export
from editor.dialogs.places import choose_place
from editor.dialogs.questions import DESTROY, REJECT, Choice, ask, complain
from editor.dialogs.report import show_report
from editor.files.folders import last_folder
from editor.files.names import file_name
from editor.session import Session
from editor.settings import Settings
from editor.speech import Speech, language
from editor.tasks import exporting
from editor.tasks.failure import Failure
from editor.tasks.outputs import check_not, write
from export.options import PageOptions
from model.storage.system_errors import shown
from resources.words import words

say = Speech("files")


class Exporting:
    """Draws what a session holds into files."""

    def __init__(self, session: Session, settings: Settings, window: QWidget) -> None:
        self._session, self._settings, self._window = session, settings, window
        self._folder: Path | None = None

    def export(self) -> bool:
        """Whether files were written."""
        wish = ask_for_export(self._window, self._session, self._settings)
        if wish is None:
            return False
        kind = say(f"kind{wish.ending}")
        path = choose_place(self._window, say("export"), self._suggested(wish.ending), wish.ending, kind)
        return path is not None and self._export(wish, path)

    @property
    def has_folder(self) -> bool:
        """Whether something was exported since the program began."""
        return self._folder is not None

    def open_folder(self) -> bool:
        """Show the folder of the last export in the desktop's file manager."""
        return self._folder is not None and show_folder(self._folder)

    def _export(self, wish: Wish, path: Path) -> bool:
        said = words("cli", language())
        try:
            options = PageOptions(sheets=wish.sheets)
            job = exporting.Job(self._session.document, self._info(), options=options)
            if (lost := exporting.losses(job, path, said)) and not self._goes_on(lost):
                return False
            files = exporting.render(job, wish.pages, path, said)
            if not self._may_replace(each for each in files if each != path):
                return False
            self._spare_the_map(files)
            write(files, said)
        except Failure as failure:
            complain(self._window, say("export"), failure.sentence)
            self._session.tell(failure.sentence)
            return False
        self._settings.folder = str(path.parent)
        self._folder = path.parent
        self._session.tell(_written([*files]))
        self._report(wish)
        return True

    def _info(self) -> exporting.Info:
        stem = Path(self._session.origin.name).stem or say("untitled")
        return exporting.info(self._session.document, stem, datetime.date.today())

    def _goes_on(self, lost: str) -> bool:
        """Although the file will not hold all of the map."""
        choices = (Choice("write", say("write_anyway")), Choice("", say("cancel"), REJECT))
        return ask(self._window, say("export"), lost, say("losses_more"), choices) == "write"

    def _may_replace(self, others: Iterable[Path]) -> bool:
        """Several pages have numbered names, which the file dialog has not seen."""
        there = [shown(each.name) for each in others if os.path.lexists(each)]
        if not there:
            return True
        choices = (Choice("replace", say("replace"), DESTROY), Choice("", say("cancel"), REJECT))
        text = say("are_there", count=len(there), first=there[0], last=there[-1])
        return ask(self._window, say("export"), text, say("is_there_more"), choices) == "replace"

    def _spare_the_map(self, files: Iterable[Path]) -> None:
        if self._session.origin.path is not None:
            for each in files:
                check_not(each, self._session.origin.path, "is_the_map", words("cli", language()))

    def _report(self, wish: Wish) -> None:
        drawn = [wish.pages[number - 1] for number in wish.sheets] or wish.pages
        lines = [*exporting.undrawn(drawn, self._session.document, words("cli", language()))]
        if lines:
            show_report(self._window, say("export"), say("undrawn", count=len(lines)), lines)

    def _suggested(self, ending: str) -> Path:
        origin, title = self._session.origin, self._session.document.map.title
        if origin.path is not None:
            return last_folder(self._settings) / f"{origin.path.stem}{ending}"
        name = file_name(title or origin.name, say("untitled_file"))
        return last_folder(self._settings) / f"{name}{ending}"


def _written(files: list[Path]) -> str:
    first, last = shown(files[0].name), shown(files[-1].name)
    folder = shown(files[0].parent)
    if len(files) == 1:
        return say("exported", file=first, folder=folder)
    return say("exported_pages", count=len(files), first=first, last=last, folder=folder)
