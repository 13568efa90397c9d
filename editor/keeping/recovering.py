"""What windows left behind that were torn away: offered at the start; opened, left for later, or put into history."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from editor.dialogs.recovery import Answer, Recovery, unplaced
from editor.dialogs.report import show_report
from editor.keeping.state import JOURNALS
from editor.session import Origin
from editor.speech import Speech
from editor.window.banner import BannerAction
from editor.working import Working
from model.storage.journal import Found, Left, left_behind
from model.storage.system_errors import shown

if TYPE_CHECKING:
    from editor.window.window import Window

_say = Speech("recovery")
_LEFT = "left behind"
_ASIDE = "set aside"


class Recovering(QObject):
    """Offers them in a window. `done`: what was found was asked about."""

    done = Signal()

    def __init__(self, window: "Window") -> None:
        super().__init__(window)
        self._window = window
        self._looking: Working[Found] | None = None

    def offer(self) -> None:
        """Look for maps that were left behind, on a thread: their files may lie on a disk that is dead by now. Where
        there are any, ask what to do with them."""
        self._window.banner.drop(_LEFT)
        if self._looking is None:
            self._looking = Working(partial(left_behind, self._window.keeper.state / JOURNALS), self)
            self._looking.done.connect(self._ask)

    def _ask(self) -> None:
        looked, self._looking = self._looking, None
        assert looked is not None
        looked.deleteLater()
        found = looked.result()
        if found.aside:
            place = shown(found.aside[0].parent)
            self._window.banner.show_message(_ASIDE, partial(_say, "aside", folder=place), (self._understood(),))
        left = found.left
        try:
            while left:
                left = self._asked(left)
        except Exception:  # a fault of ours, such as a map that cannot be drawn: it waits for a later version
            self._leave(left)
            raise
        finally:
            self.done.emit()

    def _asked(self, left: list[Left]) -> list[Left]:
        """Ask about these; gives those that are still to be asked about."""
        dialog = Recovery(self._window, left)
        dialog.exec()
        answer, chosen = dialog.answer, dialog.chosen
        dialog.deleteLater()
        others = [each for each in left if each is not chosen]
        if answer is Answer.DROP:
            if self._window.keeper.lay_down(chosen.sitting, chosen.replayed.document):
                self._window.session.tell(_say("dropped"))
            return others
        if answer is Answer.OPEN and self._window.files.may_leave():
            self._open(chosen)
            self._leave(others)
        else:
            self._leave(left)
        return []

    def _open(self, left: Left) -> None:
        head = left.replayed.head
        origin = Origin(head.name, left.path, head.digest) if left.path is not None else Origin(head.name)
        self._window.keeper.take_up(left.sitting, left.replayed, origin)
        self._window.session.tell(_say("opened"))
        if lines := unplaced(left):
            show_report(self._window, _say("title", count=1), _say("report"), lines)

    def _leave(self, left: Sequence[Left]) -> None:
        for each in left:
            each.sitting.leave()
        if left:
            show = BannerAction(partial(_say, "show"), self.offer)
            self._window.banner.show_message(_LEFT, partial(_say, "waiting", count=len(left)), (show,))

    def _understood(self) -> BannerAction:
        return BannerAction(partial(_say, "understood"), partial(self._window.banner.drop, _ASIDE))
