"""Earlier versions of the open map: looking at them, opening one as a copy, and forgetting them all."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from editor.dialogs.history import choose_version
from editor.dialogs.questions import DESTROY, REJECT, Choice, ask, complain
from editor.dialogs.version_list import moment
from editor.keeping.state import HISTORY
from editor.plain import one_line
from editor.session import Origin, Session
from editor.settings import Settings
from editor.speech import Speech, language
from model.document import Document
from model.storage.faults import StorageError
from model.storage.history import History
from model.storage.kept import Version
from model.storage.sentences import error_sentence
from model.storage.system_errors import shown
from model.storage.versions import is_read_only

if TYPE_CHECKING:
    from editor.keeping.keeper import Keeper

say = Speech("history")


class Earlier:
    """Speaks of the history of the map that a session holds."""

    def __init__(self, session: Session, settings: Settings, window: QWidget) -> None:
        self._session, self._settings, self._window = session, settings, window

    def choose(self, keeper: "Keeper") -> tuple[Version, Document] | None:
        """An earlier version that somebody wants to have open; None where nobody does."""
        keeper.wait_for_versions()
        history = History(keeper.state / HISTORY)
        versions = self._versions(history)
        if versions is None:
            return None
        # A map that was never saved has no file by which one could come back to it.
        others = [] if versions else self._found(history.latest)
        if others is None:
            return None
        return choose_version(self._window, history, versions, self._session.document, others)

    def open(self, version: Version, document: Document) -> None:
        """A version as a map that was never saved, in place of the open one, about which nothing is asked. One that
        needs a newer program can be looked at only, and so need not be saved."""
        mine = document.map.id == self._session.document.map.id
        stem = self._stem() if mine else one_line(document.map.title) or say("untitled")
        name, read_only = say("copy", name=stem, moment=moment(version.when)), is_read_only(document)
        self._session.replace(document, Origin(name, read_only=read_only), unsaved=not read_only)
        self._session.tell(say("opened", name=name))

    def forget(self, keeper: "Keeper") -> bool:
        """Whether somebody agreed that journal, history and the place among the recent files go."""
        keeper.wait_for_versions()
        versions = self._versions(History(keeper.state / HISTORY))
        if versions is None or not self._agreed(len(versions)):
            return False
        keeper.forget()
        if self._session.origin.path is not None:
            self._settings.forget(str(self._session.origin.path))
        return self._is_forgotten(keeper)

    def _agreed(self, count: int) -> bool:
        choices = (Choice("", say("keep"), REJECT), Choice("forget", say("forget"), DESTROY))
        text = say("forget_question" if count else "forget_question.none", map=self._named(), count=count)
        more = say("forget_more" if self._session.origin.path is not None else "forget_more.unsaved")
        return ask(self._window, say("forget_title"), text, more, choices) == "forget"

    def _is_forgotten(self, keeper: "Keeper") -> bool:
        """Tell what came of it: where versions are left, forgetting failed and is not said to be done."""
        left = self._versions(History(keeper.state / HISTORY))
        if left:
            self._complain(say("not_forgotten", count=len(left)))
        elif left is not None:
            self._session.tell(say("forgotten", map=self._named()))
        return left == []

    def _versions(self, history: History) -> list[Version] | None:
        return self._found(partial(history.versions, self._session.document.map.id))

    def _found(self, look: Callable[[], list[Version]]) -> list[Version] | None:
        """None where they cannot be looked at, which is said."""
        try:
            return look()
        except StorageError as error:
            self._complain(error_sentence(error, language()))
            return None

    def _complain(self, sentence: str) -> None:
        complain(self._window, say("title"), sentence)
        self._session.tell(sentence)

    def _named(self) -> str:
        return self._session.document.map.title or self._session.origin.name or say("untitled")

    def _stem(self) -> str:
        """The name of the file; of what was never saved its title, for its name may have the moment of a copy in it."""
        path = self._session.origin.path
        return shown(path.stem) if path is not None else one_line(self._named())
