"""What the window does about a fault: it keeps the map, writes the fault down, says so once, and goes on."""

import sys
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from time import monotonic
from types import TracebackType
from typing import TYPE_CHECKING, Protocol, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from editor.speech import Speech
from editor.trouble.faults import Fault, fault, innermost, named
from editor.trouble.hooks import Hooks
from editor.trouble.log import Log
from editor.trouble.place import about, trouble_folder
from editor.window.banner import Banner, BannerAction
from model.document import Document
from model.storage.system_errors import shown

if TYPE_CHECKING:
    from editor.session import Session

_say = Speech("trouble")
T = TypeVar("T")

_AGAIN = 60.0
"""Seconds after which a fault that happens over and over has the map kept once more."""

FAULT, DRAWING = "fault", "drawing"
"""Messages of the banner."""


class Keeping(Protocol):
    """What keeps the map; see `editor.keeping.keeper.Keeper`."""

    state: Path

    def flush(self) -> bool: ...
    def keep_version(self, why: str) -> None: ...
    def wait_for_versions(self) -> bool: ...


class Trouble(QObject):
    """One for a window. Exceptions come in from any thread and at any moment, such as in the middle of painting: they
    are written down there and then, and all else is done once the window is at rest.

    `failed` carries the way of a fault, for whoever can be in the middle of something. `asked`: somebody wants to read.
    """

    failed = Signal(object)
    asked = Signal()
    _noticed = Signal(object, bool)

    def __init__(self, session: "Session", keeper: Keeping, banner: Banner, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._keeper, self._banner = session, keeper, banner
        self.log = Log(partial(trouble_folder, keeper.state))
        self.hooks = Hooks(self.raised, self._said)
        self._kept_at: dict[Fault, float] = {}
        self._copy: Path | None = None
        self._noticed.connect(self._see_to, Qt.ConnectionType.QueuedConnection)
        session.redrawn.connect(self._look_at_drawing)

    # On any thread, at any moment

    def raised(self, kind: type[BaseException], error: BaseException | None, trace: TracebackType | None) -> None:
        """Something raised and nobody caught it."""
        found = self._read(kind, error, trace)
        new = self._note(found) == 1
        if new or monotonic() - self._kept_at.get(_brief(found), 0.0) > _AGAIN:
            self._kept_at[_brief(found)] = monotonic()
            self._noticed.emit(found, new)

    def _said(self, kind: str, category: str) -> None:
        where = innermost(sys._getframe())
        self.log.note(f"Qt {kind}, {category}{f', at {where}' if where else ''}")

    def _read(self, kind: type[BaseException], error: BaseException | None, trace: TracebackType | None) -> Fault:
        try:
            return fault(kind, error, trace)
        except Exception:  # as without any memory left
            return Fault(named(kind), "")

    def _note(self, found: Fault) -> int:
        with suppress(Exception):
            self.log.note(about())
        return self.log.note(f"{found.kind} at {found.place}", found.way)

    # Once the window is at rest

    def _see_to(self, found: Fault, new: bool) -> None:
        """Have the disk keep the map, twice, and say so."""
        self._try(partial(self.failed.emit, found.way))
        self._try(self._keeper.flush)
        kept = self._try(self._keep) or False
        if not kept:
            self._copy = self._try(partial(_copied, self._session.document, self._copy))
        if new:
            self._try(partial(self._show, kept, self._copy))

    def _keep(self) -> bool:
        self._keeper.keep_version("rescue")
        return self._keeper.wait_for_versions()

    def _show(self, kept: bool, copy: Path | None) -> None:
        if kept:
            sentence = partial(_say, "fault")
        elif copy is not None:
            sentence = partial(_say, "fault.copied", file=shown(copy))
        else:
            sentence = partial(_say, "fault.not_kept")
        buttons = (BannerAction(partial(_say, "read"), self.asked.emit), _closes(self._banner, FAULT))
        self._banner.show_message(FAULT, sentence, buttons, "warning")

    def _look_at_drawing(self) -> None:
        """While the map cannot be drawn, the window says that it shows an older one."""
        if self._session.drawing.broken == self._banner.shows(DRAWING):
            return
        if self._session.drawing.broken:
            self._banner.show_message(DRAWING, partial(_say, "drawing"), (), "warning")
        else:
            self._banner.drop(DRAWING)

    def _try(self, do: Callable[[], T]) -> T | None:
        """None where it raised: a fault while one is seen to is written down and leads to no other."""
        try:
            return do()
        except Exception as error:
            self._note(self._read(type(error), error, error.__traceback__))
            return None


def _brief(found: Fault) -> Fault:
    return Fault(found.kind, found.place)


def _copied(document: Document, before: Path | None) -> Path | None:
    """A copy where it is told; the one of an earlier fault goes once there is another."""
    from editor.trouble.rescue import rescue

    copy = rescue(document)
    if copy is not None and before is not None:
        before.unlink(missing_ok=True)
    return copy or before


def _closes(banner: Banner, key: str) -> BannerAction:
    return BannerAction(partial(_say, "close"), partial(banner.drop, key))
