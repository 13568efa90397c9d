"""Versions are kept one after the other, and a disk that hangs keeps nobody waiting for ever."""

import subprocess
import sys
from pathlib import Path

from editor.keeping.shelf import Shelf
from model.storage.faults import StorageError
from model.storage.history import History
from model.storage.journal import written
from tests.making.small_map import small_map

ROOT = Path(__file__).resolve().parents[3]

_HANGS = """
import sys, threading
from pathlib import Path
from editor.keeping.shelf import Shelf

def hangs(error):
    threading.Event().wait()

shelf = Shelf(Path(sys.argv[1], "history"), hangs, patience=0.1)
assert not shelf.is_kept(shelf.put(b"{}", "m", "saved"))
assert not shelf.wait()
shelf.end()
"""


def test_a_version_is_there_once_it_is_said_to_be(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path / "history", print)
    assert shelf.is_kept(shelf.put(written(small_map()), "m", "saved"))
    assert len(History(tmp_path / "history").versions("m")) == 1
    shelf.end()


def test_what_cannot_be_kept_is_told_and_hinders_nothing_after_it(tmp_path: Path) -> None:
    told: list[StorageError] = []
    folder = tmp_path / "history"
    folder.write_text("a file where the folder belongs")
    shelf = Shelf(folder, told.append)
    assert not shelf.is_kept(shelf.put(b"{}", "m", "saved"))
    assert [error.code for error in told] == ["version_not_kept"]
    folder.unlink()
    assert shelf.is_kept(shelf.put(b"{}", "m", "saved"))
    shelf.end()


def test_a_thread_that_hangs_in_a_disk_does_not_keep_the_program_from_ending(tmp_path: Path) -> None:
    (tmp_path / "history").write_text("a file where the folder belongs")
    subprocess.run([sys.executable, "-c", _HANGS, str(tmp_path)], cwd=ROOT, check=True, timeout=60)
