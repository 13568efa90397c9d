"""Opening and saving on the disk: never over somebody else's work, never a traceback, never a wait."""

import errno
import os
import threading
from pathlib import Path
from typing import Any

import pytest

from model.change import update
from model.document import Document
from model.records import Card, Map
from model.storage import atomic
from model.storage.cjm import encode
from model.storage.faults import ChangedOnDisk, StorageError, Unreadable
from model.storage.file import digest, open_copy, open_map, save_map
from model.storage.form import MAX_BYTES
from model.storage.sentences import error_sentence
from resources.words import LANGUAGES
from tests.making.damage import every_kind
from tests.making.disks import Disk

DATA = encode(every_kind())


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "peta.cjm"
    path.write_bytes(DATA)
    return path


def test_a_saved_map_opens_as_it_was(tmp_path: Path) -> None:
    saved = save_map(every_kind(), tmp_path / "peta.cjm", expected=None)
    opened = open_map(tmp_path / "peta.cjm")
    assert opened.document.records == every_kind().records
    assert opened.digest == saved == digest((tmp_path / "peta.cjm").read_bytes())
    assert (opened.newer, opened.read_only, opened.faults) == (False, False, [])


def test_a_map_is_saved_again_and_again_by_the_digest_of_the_time_before(path: Path) -> None:
    opened = open_map(path)
    saved = opened.digest
    for text in ("satu", "dua"):
        card = next(iter(opened.document.table(Card).values()))
        opened.document.apply(update(card, text=text))
        saved = save_map(opened.document, path, expected=saved)
    assert open_map(path).document.records == opened.document.records


def test_a_file_somebody_else_wrote_since_is_not_saved_over(path: Path) -> None:
    opened = open_map(path)
    path.write_bytes(DATA + b"\n")
    with pytest.raises(ChangedOnDisk):
        save_map(opened.document, path, expected=opened.digest)
    assert path.read_bytes() == DATA + b"\n"


def test_a_file_that_has_gone_since_is_not_made_anew_unasked(path: Path) -> None:
    opened = open_map(path)
    path.unlink()
    with pytest.raises(ChangedOnDisk):
        save_map(opened.document, path, expected=opened.digest)
    assert not path.exists()
    save_map(opened.document, path, expected=None)
    assert path.read_bytes() == DATA


def test_a_map_no_file_can_hold_leaves_the_disk_untouched(path: Path) -> None:
    document = open_map(path).document
    document.apply(update(next(iter(document.table(Card).values())), votes=-1))
    disk = Disk()
    with pytest.raises(StorageError):
        save_map(document, path, expected=None, system=disk)
    assert disk.calls == []
    assert path.read_bytes() == DATA


def test_a_full_disk_leaves_the_old_file_and_says_why(path: Path) -> None:
    document = open_map(path).document
    document.apply(update(document.map, title="Lain"))
    with pytest.raises(StorageError) as failed:
        save_map(document, path, expected=digest(DATA), system=Disk("write", 1, errno.ENOSPC))
    assert failed.value.details["reason"] == "disk_full"
    assert path.read_bytes() == DATA


def _rewritten(path: Path, **head: int) -> None:
    data = DATA.decode()
    for name, value in head.items():
        data = data.replace(f'"{name}": 1', f'"{name}": {value}', 1)
    path.write_text(data)


def test_a_newer_file_opens_with_a_banner_and_is_saved_as_what_it_is(path: Path) -> None:
    _rewritten(path, version=2)
    before = path.read_bytes()
    opened = open_map(path)
    assert (opened.newer, opened.read_only) == (True, False)
    save_map(opened.document, path, expected=opened.digest)
    assert path.read_bytes() == before


def test_a_file_that_asks_for_a_newer_program_opens_to_be_read_and_is_not_saved(path: Path) -> None:
    _rewritten(path, version=2, minVersion=2)
    before = path.read_bytes()
    opened = open_map(path)
    assert (opened.newer, opened.read_only) == (True, True)
    with pytest.raises(StorageError) as refused:
        save_map(opened.document, path, expected=opened.digest)
    assert refused.value.code == "needs_newer"
    assert path.read_bytes() == before


def test_a_damaged_file_is_refused_with_its_faults_and_opens_as_a_copy(path: Path) -> None:
    path.write_bytes(DATA[:-40])
    with pytest.raises(Unreadable) as refused:
        open_map(path)
    assert refused.value.faults
    assert refused.value.details == {"file": str(path), "count": len(refused.value.faults)}
    copy = open_copy(path)
    assert copy.document.table(Card).keys() == every_kind().table(Card).keys()
    assert path.read_bytes() == DATA[:-40]


@pytest.mark.parametrize("data", [b"", b"\x89PNG\r\n\x1a\n", b'{"axes": [], "buttons": 12}', b"RIFF....CJM "])
def test_a_cjm_file_of_another_program_is_no_map_and_no_copy_of_one(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "joystick.cjm").write_bytes(data)
    for read in (open_map, open_copy):
        with pytest.raises(Unreadable) as refused:
            read(tmp_path / "joystick.cjm")
        assert refused.value.code == "foreign"
        assert "no_format" in {fault.code for fault in refused.value.faults}


def test_a_map_whose_first_lines_are_gone_is_worth_a_copy(path: Path) -> None:
    path.write_bytes(DATA[DATA.index(b'"stages"') :])
    assert open_copy(path).document.table(Card) == every_kind().table(Card)


ABSENT = {
    "none.cjm": "missing",
    "none/x.cjm": "missing",
    "peta.cjm/x": "no_such_folder",
    "a\0b": "bad_name",
    "\udcff": "missing",
}


@pytest.mark.parametrize(("name", "reason"), ABSENT.items(), ids=[repr(name) for name in ABSENT])
def test_a_file_that_cannot_be_read_is_told_in_one_sentence(path: Path, name: str, reason: str) -> None:
    for read in (open_map, open_copy):
        with pytest.raises(StorageError) as failed:
            read(path.parent / name)
        assert (failed.value.code, failed.value.details["reason"]) == ("not_read", reason)
        for language in LANGUAGES:
            sentence = error_sentence(failed.value, language)
            assert sentence.encode()
            assert "\n" not in sentence


@pytest.mark.parametrize("error", [errno.EACCES, errno.EIO, errno.EMFILE, errno.ENOTCONN, errno.ECHILD])
@pytest.mark.parametrize("call", ["stat", "open", "read", "close"])
def test_whatever_the_system_answers_while_reading_is_an_error_of_ours(path: Path, call: str, error: int) -> None:
    with pytest.raises(StorageError) as failed:
        open_map(path, system=Disk(call, 1, error))
    assert error_sentence(failed.value, "id").startswith(f"{path}: ")


def test_folders_pipes_and_devices_are_refused_and_no_pipe_is_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    codes: list[str] = []

    def read_all() -> None:
        for odd in (tmp_path, tmp_path / "pipe", Path("/dev/null")):
            with pytest.raises(StorageError) as refused:
                open_map(odd)
            codes.append(refused.value.code)

    reading = threading.Thread(target=read_all, daemon=True)
    reading.start()
    reading.join(timeout=20)
    assert codes == ["is_folder", "no_file", "no_file"]


def test_a_pipe_put_in_the_files_place_at_the_last_moment_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "file").write_bytes(DATA)

    class Swapping(Disk):
        def stat(self, _: Any) -> os.stat_result:
            return (tmp_path / "file").stat()

    done: list[str] = []

    def read() -> None:
        with pytest.raises(StorageError) as refused:
            open_map(tmp_path / "pipe", system=Swapping())
        done.append(refused.value.code)

    reading = threading.Thread(target=read, daemon=True)
    reading.start()
    reading.join(timeout=20)
    assert done == ["no_file"]


def test_a_file_larger_than_memory_would_like_is_not_read_to_its_end(path: Path) -> None:
    with path.open("r+b") as file:
        file.truncate(10 * 1024**3)  # a hole: no disk is used
    disk = Disk()
    with pytest.raises(Unreadable) as refused:
        open_map(path, system=disk)
    assert refused.value.faults[0].code == "too_large"
    assert disk.calls.count("read") < 100


def test_a_map_without_a_word_is_saved_and_opened(tmp_path: Path) -> None:
    from model.document import Document

    empty = Document([Map(id="m_1")])
    save_map(empty, tmp_path / "kosong.cjm", expected=None)
    assert open_map(tmp_path / "kosong.cjm").document.records == empty.records


def test_a_map_too_large_to_be_opened_again_is_not_saved(path: Path) -> None:
    before = path.read_bytes()
    with pytest.raises(StorageError) as refused:
        save_map(Document([Map(id="m_1", scenario="x" * MAX_BYTES)]), path, expected=None)
    assert refused.value.code == "too_large"
    assert path.read_bytes() == before


class Meddling(Disk):
    """Another program saves the same file right ahead of one of our calls."""

    def __init__(self, path: Path, at: int) -> None:
        super().__init__()
        self._path, self._meddles_at = path, at

    def _call(self, name: str, own: Any, given: tuple[Any, ...], named: dict[str, Any]) -> Any:
        if len(self.calls) == self._meddles_at:
            atomic.replace(self._path, b"what another wrote")
        return super()._call(name, own, given, named)


def test_what_another_program_saves_while_we_write_is_not_overwritten(path: Path) -> None:
    opened = open_map(path)
    undisturbed = Disk()
    save_map(opened.document, path, expected=opened.digest, system=undisturbed)
    swap = undisturbed.calls.index("replace")
    last_look = max(at for at, call in enumerate(undisturbed.calls[:swap]) if call == "open")
    for at in range(last_look + 1):
        path.write_bytes(DATA)
        with pytest.raises(ChangedOnDisk):
            save_map(opened.document, path, expected=opened.digest, system=Meddling(path, at))
        assert path.read_bytes() == b"what another wrote"
        assert [each.name for each in path.parent.iterdir()] == [path.name]


def test_a_file_that_cannot_be_compared_with_what_was_opened_is_not_saved_over(path: Path) -> None:
    opened = open_map(path)
    with pytest.raises(StorageError) as failed:
        save_map(opened.document, path, expected=opened.digest, system=Disk("read"))
    assert (failed.value.code, failed.value.details["reason"]) == ("not_saved", "disk_error")
    assert path.read_bytes() == DATA
