"""What went wrong in the program, at its window: now, and when it ran last."""

from collections.abc import Sequence
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from editor.speech import Speech
from editor.trouble.place import about, trouble_folder
from editor.trouble.trouble import Trouble
from editor.window.banner import BannerAction

if TYPE_CHECKING:
    from editor.trouble.traces import Crash, Watch
    from editor.window.window import Window

_say = Speech("trouble")

CRASH = "crash"
"""The message of the banner about the last time."""

_LATER = 1500
"""Milliseconds after the start at which somebody looks how the last time ended: first the window stands."""

_OF_THE_HAND = ("editor/canvas/hand.py", "editor/canvas/gestures/")
"""Code that a drag goes through."""


class Mishaps(QObject):
    """Between `begin` and `end` every fault of the program is seen to, and a crash leaves a trace."""

    def __init__(self, window: "Window") -> None:
        super().__init__(window)
        self._window = window
        self._folder = partial(trouble_folder, window.keeper.state)
        self.trouble = Trouble(window.session, window.keeper, window.banner, self)
        self.trouble.failed.connect(self._let_go)
        self.trouble.asked.connect(self.show)
        self._watch: Watch | None = None
        self._crashes: list[Crash] = []

    def begin(self) -> None:
        self.trouble.hooks.install()
        with suppress(OSError):  # a disk that takes no trace is no reason not to start
            from editor.trouble.traces import Watch

            self._watch = Watch(self._folder())
        later = QTimer(self, singleShot=True, interval=_LATER)
        later.timeout.connect(self.look_back)
        later.start()

    def end(self) -> None:
        """The program ends as it should."""
        if self._watch is not None:
            self._watch.end()
        self.trouble.hooks.release()

    def look_back(self) -> None:
        """Offer what the program left that crashed last, if it did."""
        if self._watch is not None:
            self._watch.remark(about())
        with suppress(OSError):
            from editor.trouble.traces import crashes

            self._crashes = crashes(self._folder())
        if self._crashes:
            buttons = (
                BannerAction(partial(_say, "read"), self.show),
                BannerAction(partial(_say, "delete"), self._clear),
                BannerAction(partial(_say, "close"), self._dismiss),
            )
            self._window.banner.show_message(CRASH, partial(_say, "crash"), buttons)

    def leave(self) -> None:
        """The program has to go, and nobody can be asked: where no journal keeps the map, a copy does, which stands
        among the recent files at the next start."""
        if self._window.keeper.flush() or not self._window.session.unsaved:
            return
        from editor.trouble.rescue import rescue

        copy = rescue(self._window.session.document)
        if copy is not None:
            self._window.settings.remember(str(copy))

    def show(self) -> None:
        """Show all there is to know of what went wrong, plainly."""
        from editor.trouble.report import Report

        self._dismiss()
        dialog = Report(self._window, self.trouble.log, self._folder)
        dialog.exec()
        dialog.deleteLater()

    def _dismiss(self) -> None:
        from editor.trouble.traces import told

        self._window.banner.drop(CRASH)
        for crash in self._crashes:
            told(crash)
        self._crashes = []

    def _clear(self) -> None:
        self._window.banner.drop(CRASH)
        for crash in self._crashes:
            with suppress(OSError):
                crash.path.unlink()
        self._crashes = []

    def _let_go(self, way: Sequence[str]) -> None:
        """A drag that failed is over: it would fail again with each move of the pointer."""
        if any(line.startswith(_OF_THE_HAND) for line in way):
            self._window.canvas.hand.let_all_go()
