"""Says above the map, for as long as it is so, that what is done to it is not kept; and in the status line what else
went wrong."""

from functools import partial

from PySide6.QtCore import QObject

from editor.keeping.keeper import Keeper
from editor.session import Session
from editor.speech import Speech, language
from editor.window.banner import Banner
from model.storage.faults import StorageError
from model.storage.sentences import reason_sentence
from model.storage.system_errors import shown

_say = Speech("recovery")
_UNPROTECTED = "unprotected"


class Telling(QObject):
    """Listens to a keeper."""

    def __init__(self, keeper: Keeper, session: Session, banner: Banner) -> None:
        super().__init__(keeper)
        self._session, self._banner = session, banner
        self._told = False
        self._folder = shown(keeper.state)
        keeper.troubled.connect(self._tell_trouble)
        keeper.not_shelved.connect(self._tell_not_shelved)

    def _tell_trouble(self, error: StorageError | None) -> None:
        if error is not None:
            self._banner.show_message(_UNPROTECTED, partial(_unprotected, self._folder, error), kind="warning")
        else:
            self._banner.drop(_UNPROTECTED)
            self._session.tell(_say("kept_again"))

    def _tell_not_shelved(self, error: StorageError) -> None:
        if not self._told:  # once: the same disk would say the same each time
            self._told = True
            self._session.tell(_say("not_shelved", reason=reason_sentence(error, language())))


def _unprotected(folder: str, error: StorageError) -> str:
    return _say("not_kept", folder=folder, reason=reason_sentence(error, language()))
