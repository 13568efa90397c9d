"""Exporting and printing the open map: the print room, and the formats of the map itself."""

import datetime
import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from editor.desktop import show_folder
from editor.dialogs.places import choose_place
from editor.dialogs.questions import DESTROY, REJECT, Choice, ask
from editor.dialogs.questions import complain as complain_of
from editor.files.folders import last_folder
from editor.files.names import file_name
from editor.printing.room.format_options import format_name
from editor.session import Session
from editor.settings import Settings
from editor.speech import Speech, language
from editor.tasks import exporting
from editor.tasks.failure import Failure
from editor.tasks.outputs import check_not, write
from model.storage.system_errors import shown
from resources.words import words

if TYPE_CHECKING:
    from editor.printing.room.furniture import Wanted

say = Speech("files")


class Exporting:
    """Draws what a session holds into files, and onto printers."""

    def __init__(self, session: Session, settings: Settings, window: QWidget) -> None:
        self._session, self._settings, self._window = session, settings, window
        self._folder: Path | None = None

    def enter_room(self, wanted: "Wanted") -> bool:
        """The print room; whether anything was written or printed there."""
        from editor.printing.room.room import Room

        room = Room(self._window, self._session, self._settings, self, wanted)
        room.exec()
        room.deleteLater()
        return room.did

    def export_as(self) -> bool:
        """The map itself in a format of somebody else; whether it was written."""
        from editor.dialogs.export import ExportAs

        dialog = ExportAs(self._window, self._session, self._settings, self)
        dialog.exec()
        dialog.deleteLater()
        return dialog.did

    @property
    def has_folder(self) -> bool:
        """Whether something was exported since the program began."""
        return self._folder is not None

    def open_folder(self) -> bool:
        """Show the folder of the last export in the desktop's file manager."""
        return self._folder is not None and show_folder(self._folder)

    # For who makes the files

    def place(self, parent: QWidget, ending: str, kind: str = "") -> Path | None:
        """Where somebody wants a file; None where the question was left. `kind`: of paper."""
        return choose_place(parent, say("export"), self._suggested(ending, kind), ending, format_name(ending))

    def info(self, tongue: str | None) -> exporting.Info:
        """What a file says about itself. `tongue`: the language of its words, the map's where None."""
        stem = Path(self._session.origin.name).stem or say("untitled")
        return exporting.info(self._session.document, stem, datetime.date.today(), tongue)

    def finish(self, parent: QWidget, files: Mapping[Path, bytes], chosen: Path) -> str:
        """Put files on the disk, each whole or not at all; what to say then, "" where nothing was written.

        `chosen`: the name somebody has been asked about already.
        """
        try:
            if not self._may_replace(parent, (each for each in files if each != chosen)):
                return ""
            self._spare_the_map(files)
            write(files, words("cli", language()))
        except Failure as failure:
            self.complain(parent, failure.sentence)
            return ""
        self._folder = chosen.parent
        self._settings.folder = str(chosen.parent)
        return _written([*files])

    def complain(self, parent: QWidget, sentence: str) -> None:
        """Say why nothing was written."""
        complain_of(parent, say("export"), sentence)
        self._session.tell(sentence)

    def _may_replace(self, parent: QWidget, others: Iterable[Path]) -> bool:
        """Several pages have numbered names, which the file dialog has not seen."""
        there = [shown(each.name) for each in others if os.path.lexists(each)]
        if not there:
            return True
        choices = (Choice("replace", say("replace"), DESTROY), Choice("", say("cancel"), REJECT))
        text = say("are_there", count=len(there), first=there[0], last=there[-1])
        return ask(parent, say("export"), text, say("is_there_more"), choices) == "replace"

    def _spare_the_map(self, files: Iterable[Path]) -> None:
        if self._session.origin.path is not None:
            for each in files:
                check_not(each, self._session.origin.path, "is_the_map", words("cli", language()))

    def _suggested(self, ending: str, kind: str) -> Path:
        origin, title = self._session.origin, self._session.document.map.title
        key = f"file.{kind}"
        behind = f"-{say(key)}" if key in say else ""
        if origin.path is not None:
            return last_folder(self._settings) / f"{origin.path.stem}{behind}{ending}"
        name = file_name(title or origin.name, say("untitled_file"))
        return last_folder(self._settings) / f"{name}{behind}{ending}"


def _written(files: list[Path]) -> str:
    first, last = shown(files[0].name), shown(files[-1].name)
    folder = shown(files[0].parent)
    if len(files) == 1:
        return say("exported", file=first, folder=folder)
    return say("exported_pages", count=len(files), first=first, last=last, folder=folder)
