"""Saving the open map: over what was opened and nothing else, unless somebody says so."""

import os
from pathlib import Path
from typing import Any, Protocol

from PySide6.QtWidgets import QWidget

from editor.dialogs.places import choose_place
from editor.dialogs.questions import REJECT, WARNING, Choice, ask, complain
from editor.files.conflicts import decide, may_lose
from editor.files.folders import beside, last_folder, remember
from editor.files.holding import Holding
from editor.files.names import file_name
from editor.files.others import who_since
from editor.session import Origin, Session
from editor.settings import Settings
from editor.speech import Speech, language
from model.storage import cjm
from model.storage.faults import ChangedOnDisk, StorageError
from model.storage.file import digest, read_bytes, save_map
from model.storage.locks import Held, holder
from model.storage.sentences import error_sentence
from model.storage.system_errors import shown
from model.storage.versions import is_read_only

say = Speech("files")
ENDING = ".cjm"
_OF_THE_PLACE = frozenset({"not_saved", "not_synced", "not_read", "is_folder", "no_file"})
"""Errors that another place may not have."""


class Keeping(Protocol):
    """What keeps versions; see `editor.keeping.keeper.Keeper`."""

    def keep_bytes(self, data: bytes, why: str) -> bool: ...


class Saving:
    """Saves what a session holds. All give whether the map is on the disk now, whole and as it stands.

    `system` is the os module or its like.
    """

    def __init__(
        self, session: Session, settings: Settings, window: QWidget, holding: Holding, system: Any = os
    ) -> None:
        self._session, self._settings, self._window, self._holding = session, settings, window, holding
        self._system = system

    def save(self) -> bool:
        """Where it was opened or saved last; a map that was never saved asks where."""
        origin = self._session.origin
        if origin.path is None or is_read_only(self._session.document):
            return self.save_as()
        if self._holding.other is not None:
            return self._refuse(origin.path, holder(origin.path))
        return self._save(origin.path, origin.digest)

    def save_as(self, suggested: Path | None = None) -> bool:
        """Where somebody chooses."""
        if is_read_only(self._session.document):
            return self._fail(StorageError("needs_newer", file=self._session.origin.name))
        path = choose_place(self._window, say("save_as"), suggested or self._suggested(), ENDING, say("maps"))
        return path is not None and self._save(path, None)

    def _save(self, path: Path, expected: str | None) -> bool:
        held = self._holding.take(path)
        if held is not None:
            return self._refuse(path, held)
        failed = self._try(path, expected)
        self._holding.keep_only(self._session.origin)
        if failed is None:
            self._session.tell(say("saved", file=shown(path.name)))
            return True
        return self._changed_on_disk(path) if isinstance(failed, ChangedOnDisk) else self._fail(failed)

    def _try(self, path: Path, expected: str | None) -> StorageError | None:
        """What kept it from being saved."""
        try:
            self._saved(path, self._save_map(path, expected))
        except StorageError as error:
            if error.code == "not_synced":  # it is in place, and nobody knows for how long
                self._saved(path, digest(cjm.encode(self._session.document)), certain=False)
            return error
        return None

    def _save_map(self, path: Path, expected: str | None) -> str:
        return save_map(self._session.document, path, expected=expected, system=self._system)

    def _saved(self, path: Path, digest: str, *, certain: bool = True) -> None:
        self._session.saved(Origin(shown(path.name), path, digest), certain=certain)
        remember(self._settings, path)

    def _changed_on_disk(self, path: Path) -> bool:
        try:
            theirs = read_bytes(path)
        except StorageError as error:
            gone = error.details.get("reason") == "missing"
            return self._save(path, None) if gone else self._fail(error)
        answer = decide(self._window, path, self._session.document)
        if answer == "overwrite":
            # Only what was kept: should it be another one again, that is asked about too.
            return self._keep(path, theirs) and self._save(path, digest(theirs))
        return answer == "beside" and self.save_as(beside(path))

    def _keep(self, path: Path, theirs: bytes) -> bool:
        """Whether what is about to be overwritten is among the earlier versions, or need not be."""
        keeper: Keeping | None = getattr(self._window, "keeper", None)
        return keeper is None or keeper.keep_bytes(theirs, "discarded") or may_lose(self._window, path)

    def _refuse(self, path: Path, held: Held | None) -> bool:
        if held is None:  # it has become free, and here is what it was before
            self._session.tell(say("free", file=shown(path.name)))
            return False
        return self._offer_elsewhere(say("held_there", file=shown(path.name), who=who_since(held)))

    def _fail(self, error: StorageError) -> bool:
        sentence = error_sentence(error, language())
        if error.code in _OF_THE_PLACE:
            return self._offer_elsewhere(sentence)
        self._session.tell(sentence)
        complain(self._window, say("save"), sentence)
        return False

    def _offer_elsewhere(self, sentence: str) -> bool:
        self._session.tell(sentence)
        choices = (Choice("elsewhere", say("save_elsewhere")), Choice("", say("close"), REJECT))
        answer = ask(self._window, say("save"), sentence, say("still_here"), choices, WARNING)
        return answer == "elsewhere" and self.save_as()

    def _suggested(self) -> Path:
        origin = self._session.origin
        if origin.path is not None:
            return origin.path
        name = file_name(self._session.document.map.title or origin.name, say("untitled_file"))
        return last_folder(self._settings) / f"{name}{ENDING}"
