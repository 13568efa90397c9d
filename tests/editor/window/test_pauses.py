"""Sleep, logout and turning away: the journal is on the disk by then."""

import ctypes
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication

from editor.window.pauses import Pauses
from tests.checking.command_line import ROOT

Fresh = Callable[[str], subprocess.CompletedProcess[str]]

_ANYBODY_MAY_SPEAK = """<busconfig><type>system</type><listen>unix:path={}</listen><auth>EXTERNAL</auth>
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/>
</policy></busconfig>"""

_LOGIND = """
import sys
from PySide6.QtCore import QCoreApplication
from PySide6.QtDBus import QDBusConnection, QDBusMessage
application = QCoreApplication([])
bus = QDBusConnection.systemBus()
assert bus.registerService("org.freedesktop.login1")
said = QDBusMessage.createSignal("/org/freedesktop/login1", "org.freedesktop.login1.Manager", sys.argv[1])
said.setArguments([sys.argv[2] == "begins"])
assert bus.send(said)
"""
"""Says on the bus what logind says."""


class Asked:
    """Keeps nothing, and notes what it is asked for."""

    def __init__(self) -> None:
        self.flushed = self.synced = 0

    def flush(self) -> bool:
        self.flushed += 1
        return True

    def sync_soon(self) -> None:
        self.synced += 1


@pytest.fixture
def owner(qapp: QApplication) -> Iterator[QObject]:
    found = QObject(qapp)
    yield found
    shiboken6.delete(found)


def test_a_logout_has_all_of_it_on_the_disk_before_the_session_goes_on(qapp: QApplication, owner: QObject) -> None:
    keeper = Asked()
    Pauses(qapp, keeper, keeper.flush, owner)
    log_out(qapp, "commitDataRequest")
    assert keeper.flushed == 1
    log_out(qapp, "saveStateRequest")
    assert keeper.flushed == 2


def log_out(application: QApplication, signal: str) -> None:
    """Emit it as the platform does, from C++: Python can make no QSessionManager to emit it with."""
    meta = application.metaObject()
    while meta.className() != "QGuiApplication":
        meta = meta.superClass()
    activate = _library("Qt6Core")._ZN11QMetaObject8activateEP7QObjectPKS_iPPv
    its_class = ctypes.addressof(ctypes.c_char.in_dll(_library("Qt6Gui"), "_ZN15QGuiApplication16staticMetaObjectE"))
    index = meta.indexOfSignal(f"{signal}(QSessionManager&)") - meta.methodOffset()
    given = (ctypes.c_void_p * 2)(None, shiboken6.getCppPointer(application)[0])
    (sender,) = shiboken6.getCppPointer(application)
    activate(ctypes.c_void_p(sender), ctypes.c_void_p(its_class), ctypes.c_int(index), given)


def _library(name: str) -> ctypes.PyDLL:
    """One of Qt's that is loaded already; whoever it calls may be Python."""
    (path,) = {line.split()[-1] for line in Path("/proc/self/maps").read_text().splitlines() if f"lib{name}.so" in line}
    return ctypes.PyDLL(path)


def test_whoever_turns_to_another_program_leaves_a_map_on_the_disk(qapp: QApplication, owner: QObject) -> None:
    keeper = Asked()
    Pauses(qapp, keeper, keeper.flush, owner)
    for state in (Qt.ApplicationState.ApplicationInactive, Qt.ApplicationState.ApplicationSuspended):
        qapp.applicationStateChanged.emit(state)
    assert keeper.synced == 2
    qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)
    assert (keeper.synced, keeper.flushed) == (2, 0)


@pytest.fixture
def bus(tmp_path: Path) -> Iterator[str]:
    """The address of a system bus of our own."""
    if shutil.which("dbus-daemon") is None:
        pytest.skip("not installed: dbus-daemon")
    (tmp_path / "bus.conf").write_text(_ANYBODY_MAY_SPEAK.format(tmp_path / "bus"))
    command = ["dbus-daemon", f"--config-file={tmp_path / 'bus.conf'}", "--nofork", "--print-address=1"]
    daemon = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    assert daemon.stdout is not None
    try:
        yield daemon.stdout.readline().strip()
    finally:
        daemon.kill()
        daemon.communicate()


_LISTENS = """
from PySide6.QtWidgets import QApplication
from editor.window.pauses import Pauses
class Asked:
    def flush(self): print("flushed", flush=True); return True
    def sync_soon(self): pass
application = QApplication([])
asked = Asked()
pauses = Pauses(application, asked, asked.flush, application)
pauses.listen()
print("listens", flush=True)
application.exec()
"""


@pytest.fixture
def listening(bus: str) -> Iterator[subprocess.Popen[str]]:
    """A program that hears of sleep, on that bus."""
    command = [sys.executable, "-c", _LISTENS]
    program = subprocess.Popen(command, cwd=ROOT, env=_on(bus), stdout=subprocess.PIPE, text=True)
    assert program.stdout is not None
    assert program.stdout.readline() == "listens\n"
    yield program
    program.kill()
    program.communicate()


@pytest.mark.parametrize("what", ["PrepareForSleep", "PrepareForShutdown"])
def test_before_the_computer_sleeps_or_stops_all_of_it_is_on_the_disk(
    what: str, bus: str, listening: subprocess.Popen[str]
) -> None:
    say(bus, what, "ends")
    say(bus, what, "begins")
    say(bus, what, "ends")
    assert listening.stdout is not None
    assert listening.stdout.readline() == "flushed\n"
    listening.terminate()
    assert listening.communicate(timeout=60)[0] == ""


def test_where_there_is_no_bus_nothing_happens(fresh_python: Fresh) -> None:
    code = _LISTENS.replace("application.exec()", "")
    finished = fresh_python(f"import os\nos.environ['DBUS_SYSTEM_BUS_ADDRESS'] = 'unix:path=/nowhere'\n{code}")
    assert (finished.returncode, finished.stdout, finished.stderr) == (0, "listens\n", "")


def say(bus: str, what: str, when: str) -> None:
    """Say it as logind does."""
    subprocess.run([sys.executable, "-c", _LOGIND, what, when], env=_on(bus), check=True, timeout=60)


def _on(bus: str) -> dict[str, str]:
    return os.environ | {"DBUS_SYSTEM_BUS_ADDRESS": bus, "QT_QPA_PLATFORM": "offscreen"}
