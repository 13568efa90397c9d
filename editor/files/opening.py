"""Opening a file in the window: a map, what is left of a damaged one, or a journey from elsewhere."""

from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtWidgets import QWidget

from editor.files.folders import remember
from editor.files.holding import Holding
from editor.session import Origin, Session
from editor.settings import Settings
from editor.speech import Speech, language
from editor.tasks.failure import Failure
from model.document import Document
from model.importers import ENDINGS, ImportRefused
from model.storage.enclosed import is_pdf, open_enclosed
from model.storage.faults import Fault, StorageError, Unreadable, serious
from model.storage.file import open_copy, open_map, read_bytes
from model.storage.sentences import error_sentence, fault_sentence
from model.storage.system_errors import shown
from model.storage.versions import is_read_only
from resources.words import words

if TYPE_CHECKING:
    from model.importers import Imported
    from model.storage.locks import Held
    from model.storage.recovery import Recovered

say = Speech("files")
_cli = Speech("cli")


class Sound(msgspec.Struct, frozen=True):
    """A map that opens as it stands; `faults`: what does no harm."""

    document: Document
    origin: Origin
    faults: list[Fault]


def sound(path: Path) -> Sound | None:
    """The map in a file (absolute path); None for a file of which something has to be asked or told first."""
    from model.storage.locks import holder

    if path.suffix.lower() in ENDINGS or is_pdf(path) or holder(path) is not None:
        return None
    try:
        return _sound(path)
    except StorageError:
        return None


def _sound(path: Path) -> Sound:
    opened = open_map(path)
    return Sound(opened.document, Origin(shown(path.name), path, opened.digest, opened.read_only), opened.faults)


class Opening:
    """Puts what stands in a file in the place of the session's map; whether it did. Asks nothing about the old map."""

    def __init__(self, session: Session, settings: Settings, window: QWidget, holding: Holding) -> None:
        self._session, self._settings, self._window, self._holding = session, settings, window, holding

    def open(self, path: Path, *, again: bool = False) -> bool:
        """By what is in the file first, by its ending second. `again`: it is open already, perhaps to be read only."""
        if path.suffix.lower() in ENDINGS:
            return self._import(path)
        if is_pdf(path):
            return self._open_enclosed(path)
        try:
            return self._open_map(path, self._holding.take(path), again=again)
        except Unreadable as error:
            if error.code == "foreign" and path.suffix.lower() != ".cjm":
                return self._import(path)
            return self._open_damaged(path)
        except StorageError as error:
            return self._fail(error_sentence(error, language()))
        finally:
            self._holding.keep_only(self._session.origin)

    def _open_map(self, path: Path, held: "Held | None", *, again: bool) -> bool:
        found = _sound(path)
        if held is not None and not found.origin.read_only:
            return self._open_held(path, found, held, again=again)
        self._holding.other = None
        self._session.replace(found.document, found.origin)
        self.tell(path, found)
        return True

    def _open_held(self, path: Path, found: Sound, held: "Held", *, again: bool) -> bool:
        """A map that somebody else has."""
        from editor.files.conflicts import ask_about_held

        answer = "read" if again else ask_about_held(self._window, path, held)
        if answer == "read":
            self._holding.other = held
            self._session.replace(found.document, msgspec.structs.replace(found.origin, read_only=True))
            self.tell(path, found)
        elif answer == "copy":
            self.take_copy(found.document, path.stem)
        return answer != ""

    def take_copy(self, document: Document, stem: str) -> bool:
        """Go on with a map as one that was never saved. One that needs a newer program stays as it is: without saying
        so it would be another map, and it cannot be saved saying so."""
        name = say("copy_of", name=shown(stem))
        read_only = is_read_only(document)
        self._holding.other = None
        self._session.replace(document, Origin(name, read_only=read_only), unsaved=not read_only)
        self._session.tell(say("copy_opened", name=name))
        return True

    def tell(self, path: Path, opened: Sound) -> None:
        """Say that a map is open, and remember where it lies."""
        remember(self._settings, path)
        self._session.tell(_odd(opened.faults) or say("opened", file=opened.origin.name))

    def _open_enclosed(self, path: Path) -> bool:
        """The map inside a PDF, or a worksheet that was filled in."""
        try:
            recovered = open_enclosed(path)
        except StorageError as error:
            if error.code == "no_map_inside" and _holds_answers(path):
                return self._import(path)
            return self._fail(error_sentence(error, language()))
        sound = not serious(recovered.faults) or self._agreed(path, recovered)
        opened = sound and self.take_copy(recovered.document, path.stem)
        if opened:
            self._add_answers(path)
        return opened

    def _add_answers(self, path: Path) -> None:
        """A worksheet can hold its map and be filled in."""
        from editor.files.importing import Importing

        importing = Importing(self._session, self._settings, self._window, lambda: False)
        if importing.has_answers(path):
            importing.import_([path])

    def _open_damaged(self, path: Path) -> bool:
        try:
            recovered = open_copy(path)
        except Unreadable as error:
            is_empty = any(fault.code == "empty" for fault in error.faults)
            return self._fail(_cli("empty_map" if is_empty else "no_map", path=shown(path)))
        except StorageError as error:
            return self._fail(error_sentence(error, language()))
        return self._agreed(path, recovered) and self.take_copy(recovered.document, path.stem)

    def _agreed(self, path: Path, recovered: "Recovered") -> bool:
        from editor.dialogs.report import show_report

        faults = [fault_sentence(fault, language()) for fault in recovered.faults]
        sentence = say("damaged", file=shown(path.name), count=len(faults))
        return show_report(self._window, say("open"), sentence, faults, say("open_copy"))

    def _import(self, path: Path) -> bool:
        try:
            imported = self._imported(path)
        except Failure as failure:
            return self._fail(failure.sentence)
        if imported is None:
            return False
        self._session.replace(imported.document, Origin(shown(path.stem)), unsaved=True)
        self._settings.folder = str(path.parent)
        self._session.tell(say("imported", file=shown(path.name)))
        self._report(path, imported)
        return True

    def _imported(self, path: Path) -> "Imported | None":
        """One of the file's journeys; None where nobody wants to say which. Raises Failure."""
        from editor.dialogs.number import ask_for_number
        from editor.tasks import importing

        cli = words("cli", language())
        first = importing.read(path, cli)
        count = importing.journeys(first)
        if count == 1:
            return first
        number = ask_for_number(self._window, say("import"), say("which_journey", count=count), count)
        return None if number is None else first if number == 1 else importing.read(path, cli, number)

    def _report(self, path: Path, imported: "Imported") -> None:
        from editor.dialogs.report import show_report
        from editor.tasks import importing

        lines = [*importing.report(Path(path.name), imported, words("cli", language()))]
        if lines:
            sentence = say("import_notes", file=shown(path.name), count=len(lines))
            show_report(self._window, say("import"), sentence, lines)

    def _fail(self, sentence: str) -> bool:
        from editor.dialogs.questions import complain

        complain(self._window, say("open"), sentence)
        self._session.tell(sentence)
        return False


def _holds_answers(path: Path) -> bool:
    """Whether a PDF is a form that somebody filled in."""
    from model.importers.worksheet_pdf import values

    try:
        return bool(values(path.name, read_bytes(path)))
    except (ImportRefused, StorageError):
        return False


def _odd(faults: list[Fault]) -> str:
    """What a map opened with that this version does not know: kept, and told in one line."""
    return say("odd", count=len(faults), first=fault_sentence(faults[0], language())) if faults else ""
