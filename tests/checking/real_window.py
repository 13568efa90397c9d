"""The program as a user has it: a process with a window on an X screen, moved by xdotool; and a twin to aim by."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QSize
from PySide6.QtWidgets import QApplication, QWidget

from editor import speech
from editor.session import Origin
from editor.settings import Settings
from editor.window.application import opened
from editor.window.window import Window
from model.storage.file import open_map

ROOT = Path(__file__).resolve().parents[2]
TOOLS = ("Xvfb", "xdotool")
_SCREEN = "1920x1080x24"
_SIZE = ("1900", "1060")
_STEP = 0.04  # seconds between two moves of a drag: fewer, faster ones get lost
_MOVES = 12
_PATIENCE = 60.0  # seconds for what a busy machine may take

missing = [tool for tool in TOOLS if shutil.which(tool) is None]
needs_a_screen = pytest.mark.skipif(bool(missing), reason=f"not installed: {', '.join(missing)}")


@contextmanager
def screen() -> Iterator[str]:
    """An X server of our own; the name of its display."""
    reading, writing = os.pipe()
    command = [
        "Xvfb",
        "-displayfd",
        str(writing),
        "-screen",
        "0",
        _SCREEN,
        "-dpi",
        "96",
        "-nolisten",
        "tcp",
        "-noreset",
    ]
    server = subprocess.Popen(command, pass_fds=(writing,), stderr=subprocess.DEVNULL)
    os.close(writing)
    try:
        with os.fdopen(reading) as display:
            yield f":{display.readline().strip()}"
    finally:
        server.terminate()
        server.wait(_PATIENCE)


class RealWindow:
    """The running program with one map; points are pixels of its window, which stands in the screen's corner."""

    def __init__(self, display: str, path: Path, home: Path, language: str = "id") -> None:
        environ = {key: value for key, value in os.environ.items() if not key.startswith(("QT_", "XDG_", "WAYLAND"))}
        self._environ = environ | {"DISPLAY": display, "HOME": str(home), "JEJAK_TRACEBACK": "1"}
        command = [sys.executable, str(ROOT / "main.py"), "--language", language, str(path)]
        self.program = subprocess.Popen(command, env=self._environ, stderr=subprocess.PIPE, text=True)
        self._window = self._found()
        self._tell("windowsize", "--sync", self._window, *_SIZE)
        self._tell("windowfocus", "--sync", self._window)
        self.settle()

    def _found(self) -> str:
        """The number of the visible window with a map in its title."""
        searching = ["search", "--onlyvisible", "--pid", str(self.program.pid), "--name", ".cjm"]
        found: list[str] = []

        def is_there() -> bool:
            assert self.program.poll() is None, self.ended()
            done = subprocess.run(
                ["xdotool", *searching], env=self._environ, capture_output=True, text=True, check=False
            )
            found[:] = done.stdout.split()
            return bool(found)

        wait_until(is_there, "the window")
        return found[-1]

    def _tell(self, *words: str) -> str:
        done = subprocess.run(
            ["xdotool", *words], env=self._environ, capture_output=True, text=True, check=True, timeout=_PATIENCE
        )
        return done.stdout

    @property
    def size(self) -> QSize:
        """The window's, in pixels."""
        said = dict(line.split("=") for line in self._tell("getwindowgeometry", "--shell", self._window).split())
        assert (said["X"], said["Y"]) == ("0", "0")
        return QSize(int(said["WIDTH"]), int(said["HEIGHT"]))

    def settle(self) -> None:
        """Give the program time to draw what it was told."""
        time.sleep(0.4)

    def click(self, at: QPoint) -> None:
        """One click of the left button."""
        self._tell("mousemove", str(at.x()), str(at.y()), "click", "1")
        self.settle()

    def drag(self, start: QPoint, to: QPoint) -> None:
        """Press, move in small steps, wait, let go."""
        self._tell("mousemove", str(start.x()), str(start.y()))
        time.sleep(0.3)
        self._tell("mousedown", "1")
        for step in range(1, _MOVES + 1):
            at = start + (to - start) * step / _MOVES
            self._tell("mousemove", str(at.x()), str(at.y()))
            time.sleep(_STEP)
        time.sleep(0.3)
        self._tell("mouseup", "1")
        self.settle()

    def press(self, *keys: str) -> None:
        """Keys by their X names, one after the other."""
        self._tell("key", "--delay", "60", *keys)
        self.settle()

    def press_in_front(self, *keys: str) -> None:
        """The same in the dialog that has come up; without a window manager nobody else gives it the keys."""
        others = self._tell("search", "--onlyvisible", "--pid", str(self.program.pid)).split()
        self._tell("windowfocus", "--sync", next(each for each in reversed(others) if each != self._window))
        self.press(*keys)

    def write(self, text: str) -> None:
        """Type a text."""
        self._tell("type", "--delay", "30", text)
        self.settle()

    def picture(self, place: Path) -> None:
        """A photograph of the window, where ImageMagick can take one."""
        if shutil.which("import"):
            subprocess.run(["import", "-window", self._window, str(place)], env=self._environ, check=False)

    def ended(self) -> tuple[int, str]:
        """Wait for the program's end: its exit code, and what it said on standard error."""
        _, said = self.program.communicate(timeout=_PATIENCE)
        return self.program.returncode, said


class Twin:
    """The same window without a screen, in this process: it knows where on the real one things are."""

    def __init__(self, path: Path, size: QSize, settings: Path, language: str = "id") -> None:
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        self._spoken = speech.language()
        self.window: Window = opened(application, Settings(settings), language)
        self.window.resize(size)
        self.window.show()
        self._path = path
        self.look_again()

    def look_again(self) -> None:
        """Read the map as the real program saved it last, and show all of it."""
        # Not opened as a file: the real program has it.
        self.window.session.replace(open_map(self._path).document, Origin(self._path.name))
        self.window.canvas.fit()
        QApplication.processEvents()

    def at(self, widget: QWidget, point: QPoint) -> QPoint:
        """A point of a widget, in pixels of the window."""
        return widget.mapTo(self.window, point)

    def close(self) -> None:
        """Leave nothing behind."""
        self.window.close()
        self.window.deleteLater()
        speech.speak(self._spoken)


def wait_until(true: Callable[[], bool], what: str) -> None:
    """Wait as long as a busy machine may take."""
    end = time.monotonic() + _PATIENCE
    while not true():
        assert time.monotonic() < end, f"waited in vain for {what}"
        time.sleep(0.1)
