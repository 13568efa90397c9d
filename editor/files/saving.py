"""Saving the open map: over what was opened and nothing else, unless somebody says so."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from editor.dialogs.places import choose_place
from editor.dialogs.questions import DESTROY, REJECT, Choice, ask, complain
from editor.files.folders import last_folder, remember
from editor.files.names import file_name
from editor.session import Origin, Session
from editor.settings import Settings
from editor.speech import Speech, language
from model.storage import cjm
from model.storage.faults import ChangedOnDisk, StorageError
from model.storage.file import digest, save_map
from model.storage.sentences import error_sentence
from model.storage.system_errors import shown
from model.storage.versions import is_read_only

say = Speech("files")
ENDING = ".cjm"
_OF_THE_PLACE = frozenset({"not_saved", "not_synced", "not_read", "is_folder", "no_file"})
"""Errors that another place may not have."""


class Saving:
    """Saves what a session holds. All give whether the map is on the disk now, whole and as it stands."""

    def __init__(self, session: Session, settings: Settings, window: QWidget) -> None:
        self._session, self._settings, self._window = session, settings, window

    def save(self) -> bool:
        """Where it was opened or saved last; a map that was never saved asks where."""
        origin = self._session.origin
        if origin.path is None:
            return self.save_as()
        return self._save(origin.path, origin.digest)

    def save_as(self) -> bool:
        """Where somebody chooses."""
        if is_read_only(self._session.document):
            return self._fail(StorageError("needs_newer", file=self._session.origin.name))
        path = choose_place(self._window, say("save_as"), self._suggested(), ENDING, say("maps"))
        return path is not None and self._save(path, None)

    def _save(self, path: Path, expected: str | None) -> bool:
        try:
            self._saved(path, save_map(self._session.document, path, expected=expected))
        except ChangedOnDisk as error:
            return self._changed_on_disk(path, error)
        except StorageError as error:
            if error.code == "not_synced":  # it is in place, and nobody knows for how long
                self._saved(path, digest(cjm.encode(self._session.document)))
                self._session.undo_stack.resetClean()
            return self._fail(error)
        self._session.tell(say("saved", file=shown(path.name)))
        return True

    def _saved(self, path: Path, digest: str) -> None:
        self._session.saved(Origin(shown(path.name), path, digest))
        remember(self._settings, path)

    def _changed_on_disk(self, path: Path, error: ChangedOnDisk) -> bool:
        choices = (
            Choice("save_as", say("save_as_dots")),
            Choice("overwrite", say("overwrite"), DESTROY),
            Choice("", say("cancel"), REJECT),
        )
        answer = ask(self._window, say("save"), error_sentence(error, language()), say("changed_more"), choices)
        if answer == "overwrite":
            return self._save(path, None)
        return answer == "save_as" and self.save_as()

    def _fail(self, error: StorageError) -> bool:
        sentence = error_sentence(error, language())
        complain(self._window, say("save"), sentence, say("still_here") if error.code in _OF_THE_PLACE else "")
        self._session.tell(sentence)
        return False

    def _suggested(self) -> Path:
        origin = self._session.origin
        if origin.path is not None:
            return origin.path
        title = self._session.document.map.title
        name = file_name(title or Path(origin.name).stem, say("untitled_file"))
        return last_folder(self._settings) / f"{name}{ENDING}"
