"""What happens to the open file from outside, said above the map with what can be done about it."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from editor.files.folders import may_write
from editor.files.holding import Holding
from editor.files.watching import Seen, Watch
from editor.session import Session
from editor.speech import Speech, language
from editor.window.banner import BannerAction
from model.storage.faults import StorageError
from model.storage.sentences import error_sentence
from model.storage.versions import is_newer

if TYPE_CHECKING:
    from editor.files.files import Files
    from model.storage.locks import Held

say = Speech("files")

MAP = "map"
"""The message about the map as it is."""
CONTENT = "outside"
"""The message about what stands in the file."""
OTHER = "other"
"""The message about who has it."""


class Outside(QObject):
    """`said` and `unsaid` are for the banner. What is on the disk takes the place of nothing here unasked."""

    said = Signal(str, object, object, str)
    unsaid = Signal(str)

    def __init__(self, session: Session, holding: Holding, files: "Files") -> None:
        super().__init__(files)
        self._session, self._holding, self._files = session, holding, files
        self.watch = Watch(session, self)
        self.watch.seen.connect(self._take)
        self._kept: str | None = None
        self._seen: Seen | None = None

    def follow(self) -> None:
        """Another map is open, or this one was saved."""
        self._kept = self._seen = None
        self.unsaid.emit(CONTENT)
        self._tell_other(None)
        if self.state():
            self.said.emit(MAP, self.state, (), "told")
        else:
            self.unsaid.emit(MAP)
        self.watch.follow()

    def state(self) -> str:
        """What is to be known of this map as long as it is open; empty for nothing."""
        origin = self._session.origin
        if origin.read_only:
            return "" if self._holding.other is not None else say("read_only")
        if origin.path is not None and not may_write(origin.path):
            return say("not_writable")
        return say("newer") if is_newer(self._session.document) else ""

    def _take(self, seen: Seen) -> None:
        self._seen = seen
        if seen.digest is not None and seen.digest in (self._session.origin.digest, self._kept):
            self.unsaid.emit(CONTENT)
        else:
            self._tell_content(seen)
        self._tell_other(seen)

    # The file

    def _tell_content(self, seen: Seen) -> None:
        if seen.why is not None:
            self._part()
        if seen.gone:
            self._say("gone", (self._button("save_now", self._files.save),))
        elif seen.why is not None:
            sentence = partial(_unreadable, seen.why)
            self.said.emit(CONTENT, sentence, (self._button("save_elsewhere", self._files.save_as),), "warning")
        else:
            mine = (self._button("keep_mine", self._keep_mine),)
            buttons = self._button("compare", self._files.compare), self._button("load", self._files.load_again)
            self._say("changed_outside", buttons + (() if self._session.origin.read_only else mine))

    def _say(self, key: str, buttons: tuple[BannerAction, ...]) -> None:
        may_save = not self._session.origin.read_only
        sentence = partial(say, key, file=self._session.origin.name)
        self.said.emit(CONTENT, sentence, buttons if may_save or key != "gone" else (), "warning")

    def _keep_mine(self) -> None:
        """What was seen is not spoken of again; saving asks all the same before it writes over it."""
        self._kept = self._seen.digest if self._seen is not None else None
        self._part()
        self.unsaid.emit(CONTENT)

    def _part(self) -> None:
        if not self._session.origin.read_only:
            self._session.part()

    # Who has it

    def _tell_other(self, seen: Seen | None) -> None:
        """Who keeps the open map from being changed here; or that nobody does any more."""
        held = self._holding.other
        if held is None:
            self.unsaid.emit(OTHER)
            return
        copy = self._button("open_copy", self._files.open_as_copy)
        if seen is not None and seen.held is None:
            edit = self._button("edit", self._files.load_again)
            self.said.emit(OTHER, partial(_free, self._session.origin.name), (edit, copy), "told")
        else:
            self._holding.other = seen.held if seen is not None and seen.held is not None else held
            self.said.emit(OTHER, partial(_held, self._holding.other), (copy,), "told")

    @staticmethod
    def _button(key: str, act: Callable[[], object]) -> BannerAction:
        return BannerAction(partial(say, key), act)


def _held(held: "Held") -> str:
    from editor.files.others import who_since

    return say("held_here", who=who_since(held))


def _free(name: str) -> str:
    return say("free", file=name)


def _unreadable(error: StorageError) -> str:
    return say("unreadable", sentence=error_sentence(error, language()))
