"""The journal of a window over time, on sound disks and on failing ones, in one process and in several."""

import errno
import os
import stat
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from typing import Any

import pytest

from model.document import Document
from model.operations import card_content
from model.records import Card
from model.storage import cjm
from model.storage.faults import StorageError
from model.storage.file import open_map, save_map
from model.storage.journal import Diary, Disk, Head, Left, Sitting, left_behind, written_path
from model.storage.journal.syncing import Syncing
from tests.making.any_edit import any_edit
from tests.making.small_map import small_map

ROOT = Path(__file__).resolve().parents[4]

NEW = Head()


class Sick:
    """The os module, some calls of which fail for a while."""

    def __init__(self) -> None:
        self.failing: set[str] = set()
        self.most: int | None = None

    def __getattr__(self, name: str) -> Any:
        own = getattr(os, name)
        return (lambda *given: self._call(name, own, given)) if name in ("open", "write", "fsync") else own

    def _call(self, name: str, own: Callable[..., Any], given: tuple[Any, ...]) -> Any:
        if name in self.failing:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        if name == "write" and self.most is not None:
            return own(given[0], given[1][: self.most])
        return own(*given)


class Kept:
    """A map, its diary, and what the diary said."""

    def __init__(self, folder: Path, document: Document, head: Head = NEW, system: Any = os) -> None:
        self.folder, self.document = folder, document
        self.told: list[StorageError | None] = []
        self.diary = Diary(folder, self.told.append, system=system)
        self.diary.follow(document, head)
        self.deaf = document.listen(self.diary.note)

    def write(self, text: str) -> None:
        card = next(iter(self.document.table(Card)))
        self.document.apply(card_content.edit_cards(self.document, (card,), text=text))

    def edit(self, count: int) -> None:
        chance, done = Random(count), 0
        while done < count:
            change = any_edit(chance, self.document)
            self.document.apply(change)
            done += bool(change)

    @property
    def token(self) -> str:
        """The name of the one sitting there is."""
        (folder,) = self.folder.iterdir()
        return folder.name

    def die(self) -> list[Left]:
        """The program is gone; what the next start finds."""
        self.diary.leave()
        return left_behind(self.folder).left

    def found(self) -> bytes:
        (left,) = self.die()
        left.sitting.end()
        return cjm.encode(left.replayed.document)


@pytest.fixture
def kept(tmp_path: Path) -> Iterator[Kept]:
    made = Kept(tmp_path / "journals", small_map())
    yield made
    made.diary.leave()


def test_before_anything_was_done_nothing_is_written(kept: Kept) -> None:
    assert not kept.diary.begun
    assert not kept.folder.exists()


def test_every_change_is_there_as_soon_as_it_was_made(kept: Kept) -> None:
    kept.edit(50)
    (file,) = kept.folder.rglob("*.journal")
    assert file.read_bytes().count(b"\n") == 2 + 49  # the first one stands in the map that the journal begins with
    assert kept.found() == cjm.encode(kept.document)


def test_a_change_that_changes_nothing_begins_no_journal(kept: Kept) -> None:
    kept.write(next(iter(kept.document.table(Card).values())).text)
    assert not kept.diary.begun


def test_only_this_user_can_read_it(kept: Kept) -> None:
    kept.write("rahasia")
    for each in (kept.folder, *kept.folder.rglob("*")):
        assert stat.S_IMODE(each.stat().st_mode) == (0o700 if each.is_dir() else 0o600)


def test_a_saved_map_leaves_nothing_and_the_next_change_begins_anew(kept: Kept) -> None:
    kept.write("sesuatu")
    kept.diary.follow(kept.document, Head())
    assert not kept.diary.begun
    assert [*kept.folder.rglob("*.journal")] == []
    kept.write("dua")
    assert kept.found() == cjm.encode(kept.document)


def test_a_window_that_ends_leaves_nothing(kept: Kept) -> None:
    kept.write("sesuatu")
    kept.diary.end()
    assert [*kept.folder.iterdir()] == []


def test_a_journal_that_grew_long_begins_anew_and_says_the_same(kept: Kept) -> None:
    long = "kata " * 20_000
    for count in range(60):
        kept.write(f"{long}{count}")
    kept.diary.flush()
    sizes = [each.stat().st_size for each in kept.folder.rglob("*.journal")]
    assert sum(sizes) < 5_000_000
    assert len(sizes) == 1  # the disk has the last one, so those before it are gone
    assert kept.found() == cjm.encode(kept.document)


def test_what_no_field_took_is_in_a_journal_that_begins_anew_too(kept: Kept) -> None:
    kept.diary.typed("c1", "due", "202")
    kept.diary.typed("c1", "minutes", "lima")
    kept.diary.typed("c1", "minutes", "")
    kept.diary.begin()
    (left,) = kept.die()
    assert [(each.member, each.text) for each in left.replayed.typed] == [("due", "202")]
    left.sitting.end()


@pytest.mark.parametrize("call", ["write", "open"])
def test_a_full_disk_is_told_once_and_all_is_kept_once_there_is_room(tmp_path: Path, call: str) -> None:
    sick = Sick()
    kept = Kept(tmp_path / "journals", small_map(), system=sick)
    kept.write("sebelum")
    kept.diary.flush()
    sick.failing = {"write", call}
    kept.write("penuh")
    kept.write("masih penuh")
    assert [error.code for error in kept.told if error] == ["not_kept"]
    assert not kept.diary.flush()
    sick.failing = set()
    assert kept.diary.flush()
    assert kept.told[-1] is None
    kept.write("sesudah")
    assert kept.found() == cjm.encode(kept.document)


def test_a_full_disk_costs_none_of_the_lines_before(tmp_path: Path) -> None:
    sick = Sick()
    kept = Kept(tmp_path / "journals", small_map(), system=sick)
    kept.write("sebelum")
    before = cjm.encode(kept.document)
    sick.failing = {"write"}
    kept.write("penuh")
    assert kept.found() == before


def test_a_disk_that_takes_a_few_bytes_at_once_gets_them_all(tmp_path: Path) -> None:
    sick = Sick()
    sick.most = 5
    kept = Kept(tmp_path / "journals", small_map(), system=sick)
    kept.edit(20)
    assert kept.found() == cjm.encode(kept.document)


def test_a_sync_that_fails_is_told_and_the_next_change_begins_anew(tmp_path: Path) -> None:
    sick = Sick()
    kept = Kept(tmp_path / "journals", small_map(), system=sick)
    sick.failing = {"fsync"}
    kept.write("sesuatu")
    assert not kept.diary.flush()
    assert [error.code for error in kept.told if error] == ["not_kept"]
    sick.failing = set()
    kept.write("dua")
    assert kept.diary.flush()
    assert kept.told[-1] is None
    assert kept.found() == cjm.encode(kept.document)


def test_what_is_told_of_a_failing_disk_is_taken_back_although_the_map_was_saved_meanwhile(tmp_path: Path) -> None:
    sick = Sick()
    kept = Kept(tmp_path / "journals", small_map(), system=sick)
    sick.failing = {"write"}
    kept.write("penuh")
    kept.diary.follow(kept.document, Head())
    assert not kept.diary.begun
    sick.failing = set()
    kept.write("sesudah")
    assert kept.diary.flush()
    assert [error and error.code for error in kept.told] == ["not_kept", None]
    kept.diary.leave()


def test_a_map_that_nobody_touches_any_more_is_kept_as_soon_as_there_is_room(tmp_path: Path) -> None:
    sick = Sick()
    kept = Kept(tmp_path / "journals", small_map(), system=sick)
    sick.failing = {"write"}
    kept.write("penuh")
    sick.failing = set()
    kept.diary.try_again()
    assert kept.found() == cjm.encode(kept.document)


def test_a_journal_that_grew_long_goes_on_while_there_is_no_room_for_another(tmp_path: Path) -> None:
    class Narrow(Sick):
        bases = 0

        def _call(self, name: str, own: Callable[..., Any], given: tuple[Any, ...]) -> Any:
            if name == "write" and b'{"base":' in given[1][:2000]:
                self.bases += 1
                if self.bases > 1:
                    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            return super()._call(name, own, given)

    narrow = Narrow()
    kept = Kept(tmp_path / "journals", small_map(), system=narrow)
    for count in range(60):
        kept.write(f"{'kata ' * 20_000}{count}")
    assert kept.told == []
    assert 1 < narrow.bases < 5  # the whole map is not written again at each letter
    assert kept.diary.flush()
    assert kept.found() == cjm.encode(kept.document)


def test_a_journal_that_somebody_removes_is_missed_at_the_next_sync(kept: Kept) -> None:
    kept.write("sesuatu")
    assert kept.diary.flush()
    (file,) = kept.folder.rglob("*.journal")
    file.unlink()
    kept.write("dua")
    assert not kept.diary.flush()
    assert [error.code for error in kept.told if error] == ["not_kept"]
    kept.diary.try_again()
    assert kept.diary.flush()
    assert kept.told[-1] is None
    assert kept.found() == cjm.encode(kept.document)


def test_a_folder_that_the_disk_does_not_keep_is_told_and_flushed_is_not_said_of_it(tmp_path: Path) -> None:
    class Forgetful(Sick):
        def _call(self, name: str, own: Callable[..., Any], given: tuple[Any, ...]) -> Any:
            if name == "fsync" and self.failing and stat.S_ISDIR(os.fstat(given[0]).st_mode):
                raise OSError(errno.EIO, os.strerror(errno.EIO))
            return own(*given)

    disk = Forgetful()
    disk.failing = {"folders"}
    kept = Kept(tmp_path / "journals", small_map(), system=disk)
    kept.write("sesuatu")
    assert not kept.diary.flush()
    assert [error.code for error in kept.told if error] == ["not_kept"]
    disk.failing = set()
    assert kept.diary.flush()
    assert kept.told[-1] is None
    kept.diary.leave()


def test_a_map_that_got_another_place_is_found_with_it(kept: Kept) -> None:
    kept.write("sesuatu")
    kept.diary.rename(Head(name="baru.cjm"))
    (left,) = kept.die()
    assert left.replayed.head.name == "baru.cjm"
    left.sitting.end()


def test_a_folder_taken_away_is_made_again(kept: Kept) -> None:
    import shutil

    kept.write("sesuatu")
    kept.diary.flush()
    shutil.rmtree(kept.folder)
    kept.diary.follow(kept.document, Head())
    kept.write("dua")
    assert kept.found() == cjm.encode(kept.document)


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    kept = Kept(tmp_path / "file" / "journals", small_map())
    kept.write("sesuatu")
    assert [error.code for error in kept.told if error] == ["not_kept"]
    kept.diary.leave()


def test_pictures_are_written_once_and_come_back(kept: Kept) -> None:
    kept.write("sesuatu")
    (picture,) = kept.folder.rglob("*.picture")
    first = picture.stat().st_mtime_ns
    kept.diary.follow(kept.document, Head())
    kept.write("dua")
    assert picture.stat().st_mtime_ns == first
    (journal,) = kept.folder.rglob("*.journal")
    assert b"base64" not in journal.read_bytes()
    assert kept.found() == cjm.encode(kept.document)


@pytest.mark.parametrize("damage", [b"", b"\0" * 30])
def test_a_picture_that_is_lost_costs_no_word(kept: Kept, damage: bytes) -> None:
    kept.write("sesuatu")
    (picture,) = kept.folder.rglob("*.picture")
    picture.write_bytes(damage)
    (left,) = kept.die()
    words = {key: card.text for key, card in left.replayed.document.table(Card).items()}
    assert words == {key: card.text for key, card in kept.document.table(Card).items()}
    assert left.replayed.faults != []
    left.sitting.end()


def test_a_torn_picture_is_written_again(kept: Kept) -> None:
    kept.write("sesuatu")
    (picture,) = kept.folder.rglob("*.picture")
    picture.write_bytes(picture.read_bytes()[:-1])
    kept.diary.begin()
    assert kept.found() == cjm.encode(kept.document)


def test_another_map_takes_the_pictures_of_the_one_before_along(kept: Kept) -> None:
    kept.write("sesuatu")
    kept.diary.follow(small_map(), Head())
    assert [*kept.folder.rglob("*.picture")] == []


# What the next start finds


def saved(folder: Path, document: Document) -> Head:
    path = folder / "peta.cjm"
    return Head(name="peta.cjm", path=written_path(path), digest=save_map(document, path, expected=None))


def test_what_is_on_the_disk_already_is_not_offered(tmp_path: Path) -> None:
    document = small_map()
    kept = Kept(tmp_path / "journals", document, saved(tmp_path, document))
    kept.write("sesuatu")
    saved(tmp_path, document)  # and the program was killed before it could empty its journal
    assert kept.die() == []
    assert [*kept.folder.iterdir()] == []


@pytest.mark.parametrize("disk", list(Disk))
def test_what_became_of_the_file_is_told(tmp_path: Path, disk: Disk) -> None:
    document = small_map()
    head = saved(tmp_path, document) if disk is not Disk.NEVER else Head()
    kept = Kept(tmp_path / "journals", document, head)
    kept.write("sesuatu")
    if disk is Disk.CHANGED:
        saved(tmp_path, open_map(ROOT / "resources/samples/clinic.cjm").document)
    elif disk is Disk.UNREADABLE:
        (tmp_path / "peta.cjm").unlink()
    (left,) = kept.die()
    assert left.disk is disk
    assert (left.path is None) == (disk is Disk.NEVER)
    assert (left.saved is None) == (disk in (Disk.NEVER, Disk.UNREADABLE))
    left.sitting.end()


def test_a_window_that_is_still_open_is_left_alone(kept: Kept) -> None:
    kept.write("sesuatu")
    assert left_behind(kept.folder).left == []
    assert [*kept.folder.rglob("*.journal")] != []


def test_what_a_later_window_took_up_whole_is_not_offered_twice(kept: Kept) -> None:
    kept.write("sesuatu")
    token = kept.token
    later = Kept(kept.folder, kept.document, Head(follows=token))
    later.diary.begin()
    kept.deaf()
    later.write("dua")
    later.diary.leave()
    assert later.found() == cjm.encode(later.document)
    assert [*kept.folder.iterdir()] != []  # the first one is still open
    assert kept.die() != []


def test_a_window_killed_while_it_took_one_up_leaves_both_or_the_later(tmp_path: Path) -> None:
    first = Kept(tmp_path / "journals", small_map())
    first.write("sesuatu")
    token = first.token
    first.diary.leave()
    later = Kept(tmp_path / "journals", first.document, Head(follows=token))
    later.diary.begin()
    (left,) = later.die()
    assert left.replayed.head.follows == token
    left.sitting.end()
    assert [*(tmp_path / "journals").iterdir()] == []


def test_a_journal_nobody_can_read_is_moved_aside_and_never_deleted(kept: Kept) -> None:
    kept.write("sesuatu")
    (file,) = kept.folder.rglob("*.journal")
    kept.diary.leave()
    file.write_bytes(b"\0" * 4096)
    found = left_behind(kept.folder)
    assert found.left == []
    (aside,) = found.aside
    assert (aside / file.name).read_bytes() == b"\0" * 4096
    assert left_behind(kept.folder).aside == []


def test_a_later_journal_without_a_whole_beginning_gives_way_to_the_one_before(kept: Kept) -> None:
    kept.write("sesuatu")
    (file,) = kept.folder.rglob("*.journal")
    Path(file.parent, "2.journal").write_bytes(file.read_bytes()[:100])
    assert kept.found() == cjm.encode(kept.document)


_DIES = """
import sys, os, signal
sys.path.insert(0, sys.argv[2])
from pathlib import Path
from tests.making.small_map import small_map
from tests.model.storage.journal.test_diary import Kept
kept = Kept(Path(sys.argv[1]), small_map())
kept.edit(30)
print("ready", flush=True)
if sys.argv[3] == "die":
    os.kill(os.getpid(), signal.SIGKILL)
sys.stdin.read()
kept.diary.leave()
"""


def _other(folder: Path, what: str) -> "subprocess.Popen[str]":
    given = [sys.executable, "-c", _DIES, str(folder), str(ROOT), what]
    other = subprocess.Popen(given, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert other.stdout is not None
    assert other.stdout.readline() == "ready\n"
    return other


def test_the_journal_of_a_killed_process_is_found(tmp_path: Path) -> None:
    with _other(tmp_path / "journals", "die") as other:
        other.wait()
    document = small_map()
    Kept(tmp_path / "nobody", document).edit(30)
    (left,) = left_behind(tmp_path / "journals").left
    assert left.replayed.document.records == document.records
    left.sitting.end()


def test_the_journal_of_a_living_process_is_not(tmp_path: Path) -> None:
    with _other(tmp_path / "journals", "live") as other:
        assert left_behind(tmp_path / "journals").left == []
        other.communicate("", timeout=30)
    assert len(left_behind(tmp_path / "journals").left) == 1


def test_a_lock_that_was_removed_right_before_it_was_had_is_not_had(tmp_path: Path) -> None:
    before = Sitting(tmp_path / "journals" / "satu")

    class Late(Sick):
        def open(self, *given: Any) -> int:
            handle = os.open(*given)
            before.end()
            return handle

    with pytest.raises(StorageError, match="held"):
        Sitting(tmp_path / "journals" / "satu", system=Late())


def test_two_starts_at_once_share_out_what_is_left(tmp_path: Path) -> None:
    for _ in range(5):
        kept = Kept(tmp_path / "journals", small_map())
        kept.write("sesuatu")
        kept.diary.leave()
    found: list[Left] = []
    starts = [threading.Thread(target=lambda: found.extend(left_behind(tmp_path / "journals").left)) for _ in range(8)]
    for each in starts:
        each.start()
    for each in starts:
        each.join()
    assert len({left.sitting.folder for left in found}) == len(found) == 5
    for left in found:
        left.sitting.end()


# The thread that syncs


def test_nobody_waits_for_a_disk_and_syncs_come_a_second_apart() -> None:
    gate, began = threading.Event(), threading.Semaphore(0)

    def slow() -> None:
        began.release()
        gate.wait(30)

    syncing = Syncing(slow, print)
    for _ in range(1000):
        syncing.dirty()
    assert began.acquire(timeout=10)
    assert not syncing.wait(0.01)
    gate.set()
    assert syncing.wait(10)
    syncing.end(10)


def test_what_was_written_while_a_sync_ran_is_synced_by_the_next() -> None:
    gate, began, syncs = threading.Event(), threading.Event(), list[int]()

    def sync() -> None:
        syncs.append(len(syncs))
        began.set()
        gate.wait(30)

    syncing = Syncing(sync, print)
    syncing.dirty()
    assert began.wait(10)
    syncing.dirty()
    gate.set()
    assert syncing.wait(10)
    assert len(syncs) == 2
    syncing.end(10)
