"""Runs the program as `main.py` does, and watches from outside when its window is there: `started.py PICTURES MAP`.

The watch hangs on Qt's own event loop; the program knows nothing of it. It ends the program and writes, in seconds of
the monotonic clock, when the window was painted for the first time with nothing left to do, and when for the last.
"""

import builtins
import json
import sys
from pathlib import Path
from time import monotonic, process_time

PLAIN_IMPORT = builtins.__import__

from PySide6.QtCore import QEvent, QObject, QTimer  # noqa: E402  Qt's own import comes with it, which `main.py`
from PySide6.QtWidgets import QApplication  # noqa: E402  would not meet yet

ROOT = Path(__file__).resolve().parents[2]
_QUIET = 1500  # milliseconds without a paint event after which nothing more is expected


class Watch(QObject):
    """Hears when Qt is asked to paint the window; a timer of 0 ms then tells when nothing is left to do."""

    def __init__(self, application: QApplication, pictures: Path) -> None:
        super().__init__(application)
        from editor.window.window import Window

        self._application, self._pictures = application, pictures
        self._window = next(each for each in application.topLevelWidgets() if isinstance(each, Window))
        self._times: list[float] = []
        self._title, self._busy = "", 0.0
        self._map_shown = self._looking = False
        self._idle = QTimer(self, singleShot=True, interval=0)
        self._idle.timeout.connect(self._note)
        self._quiet = QTimer(self, singleShot=True, interval=_QUIET)
        self._quiet.timeout.connect(self._finish)
        # Not on the application: a filter in Python would be asked about each of thousands of events.
        handle = self._window.windowHandle()
        assert handle is not None
        handle.installEventFilter(self)
        self._window.canvas.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's name)
        if event.type() in (QEvent.Type.Expose, QEvent.Type.UpdateRequest, QEvent.Type.Paint) and not self._looking:
            self._map_shown |= event.type() == QEvent.Type.Paint
            self._idle.start()
        return super().eventFilter(watched, event)

    def _note(self) -> None:
        if not self._map_shown:
            return
        self._times.append(monotonic())
        if len(self._times) == 1:
            self._title, self._busy = self._window.windowTitle(), process_time()
            self._photograph("first")
        self._quiet.start()

    def _photograph(self, name: str) -> None:
        self._looking = True
        self._window.grab().save(str(self._pictures / f"{name}.png"))
        self._looking = False

    def _finish(self) -> None:
        self._photograph("last")
        memory = next(line for line in Path("/proc/self/status").read_text().splitlines() if line.startswith("VmRSS"))
        times = {"first": self._times[0], "last": self._times[-1], "busy": self._busy}
        seen = times | {"title": self._title, "memory": int(memory.split()[1])}
        Path(self._pictures, "seen.json").write_text(json.dumps(seen))
        self._application.exit(0)


def _watched(pictures: Path) -> None:
    """Let whoever runs Qt's event loop be watched."""
    loop = QApplication.exec

    def run(*_: object) -> int:
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        watch = Watch(application, pictures)
        code = loop()
        watch.deleteLater()
        return code

    QApplication.exec = run  # type: ignore[method-assign]


if __name__ == "__main__":
    builtins.__import__ = PLAIN_IMPORT
    sys.path[0] = str(ROOT)
    from main import main

    _watched(Path(sys.argv[1]))
    sys.argv = ["main.py", *sys.argv[2:]]
    sys.exit(main(sys.argv[1:]))
