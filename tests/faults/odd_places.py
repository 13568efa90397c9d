"""Places where nothing can be saved, and odd ones where it can: what happens there, and the sentence for each."""

import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import msgspec

from model.storage.faults import StorageError
from model.storage.file import digest, save_map
from model.storage.sentences import error_sentence
from model.storage.system_errors import shown
from resources.words import words
from tests.faults.mounts import apart, command, mounted
from tests.faults.place_kinds import NEW, NEW_MAP, NOBODY, OLD, PLACES, Place
from tests.faults.table import Row, Size

ROOT = Path(__file__).parents[2]
_LONGEST = 20
"""Seconds in which there is an answer: a pipe that nobody writes to has none."""
_LANGUAGES = {"id": "id_ID.UTF-8", "en": "en_US.UTF-8"}
_COMMAND = (sys.executable, "main.py", "new", "--template", "five-stages", "--force", "-o")


def run(size: Size) -> Iterable[Row]:
    """A row for each place, whatever the size."""
    del size
    return map(_row, PLACES)


def _row(place: Place) -> Row:
    if (place.disk or place.of_root) and os.geteuid() != 0:
        return Row(place.name, 0, 0, "needs root")
    wrong: list[str] = _in_a_child(lambda: list(_wrong(place))) or []
    return Row(place.name, 1, int(bool(wrong)), "; ".join(wrong))


def _wrong(place: Place) -> Iterator[str]:
    """What is not as it should be: of the save, the file, and what the command line says of the place."""
    with tempfile.TemporaryDirectory() as made, _disk(place, Path(made)) as folder:
        path = place.make(folder)
        if place.disk == "ro":
            command("mount", "-o", "remount,ro", str(folder))
        names, before, belongs = _names(folder), _content(path), _belongs(path)
        yield from _wrong_answer(place, path)
        expected = before if place.code else NEW
        if _content(path) != expected:
            yield "the file is not what it should be"
        if belongs and _belongs(path) != belongs:
            yield f"it belonged to {belongs} and now to {_belongs(path)}"
        if _names(folder) - names - {"inner.cjm"}:
            yield f"beside it now: {sorted(_names(folder) - names)}"
        if not place.opened and not place.as_user:
            yield from _wrong_words(place, path)


@contextmanager
def _disk(place: Place, made: Path) -> Iterator[Path]:
    """A folder that everybody may write into, on a disk of its own where the place says so."""
    made.chmod(0o755)
    if not place.disk:
        folder = made / "maps"
        folder.mkdir()
        folder.chmod(0o777)
        yield folder
        for inner in folder.glob("inner"):
            inner.chmod(0o755)  # or whoever is not root could not remove it
    elif reason := apart():
        raise OSError(reason)
    else:
        with mounted("tmpfs", made / "maps", "-t", "tmpfs", "-o", place.disk.replace("ro", "size=1m")) as folder:
            yield folder


def _wrong_answer(place: Place, path: Path) -> Iterator[str]:
    becomes_user = place.as_user and os.geteuid() == 0
    answer = _in_a_child(lambda: _answer(place, path, becomes_user=becomes_user))
    expected = (place.code, place.reason)
    if answer is None or (answer["code"], answer["details"].get("reason", "")) != expected:
        yield f"answered {answer}"
        return
    for language in _LANGUAGES if place.code else ():
        sentence = error_sentence(StorageError(answer["code"], **answer["details"]), language)
        if sentence != _sentence(place, path, language):
            yield f"said {sentence!r}"


def _answer(place: Place, path: Path, *, becomes_user: bool) -> dict[str, Any]:
    """How a save ended: the code and the details of what it raised, or an empty code."""
    if becomes_user:
        os.setgroups([])
        os.setgid(NOBODY)
        os.setuid(NOBODY)
    try:
        save_map(NEW_MAP, path, expected=digest(OLD) if place.opened else None)
    except StorageError as error:
        return {"code": error.code, "details": error.details}
    return {"code": "", "details": {}}


def _sentence(place: Place, path: Path, language: str) -> str:
    """What is to be read there: made from its parts, and never with the reason for whatever has no other."""
    say = words("storage", language)
    reason = say(f"reason.{place.reason}") if place.reason else ""
    return say("about", file=shown(path), sentence=say(f"error.{place.code}", reason=reason))


def _wrong_words(place: Place, path: Path) -> Iterator[str]:
    """The real command, in both languages."""
    for language, locale in _LANGUAGES.items():
        environment = {**os.environ, "LC_ALL": locale}
        done = subprocess.run(
            [*_COMMAND, str(path)],
            cwd=ROOT,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
            timeout=_LONGEST,
        )
        if done.returncode != (2 if place.code else 0):
            yield f"the command ended with {done.returncode}: {done.stderr[-200:]}"
        elif place.code and _spoken(place, path, language) not in done.stderr:
            yield f"the command said {done.stderr!r}"


def _spoken(place: Place, path: Path, language: str) -> str:
    if not place.spoken:
        return _sentence(place, path, language)
    room = "storage" if place.spoken.startswith("reason.") else "cli"
    reason = words(room, language)(place.spoken, folder=path.parent)
    return words("cli", language)("cannot_write", path=path, reason=reason)


def _in_a_child(work: Callable[[], Any]) -> Any:
    """What a forked process found. It may mount, become somebody else or wait for ever: it is gone afterwards."""
    ends, begins = os.pipe()
    child = os.fork()
    if not child:
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        signal.alarm(5 * _LONGEST)
        os.write(begins, msgspec.json.encode(_told(work)))
        os._exit(0)
    os.close(begins)
    with os.fdopen(ends, "rb") as pipe:
        told = pipe.read()
    os.waitpid(child, 0)
    return msgspec.json.decode(told) if told else ["no answer"]


def _told(work: Callable[[], Any]) -> Any:
    try:
        return work()
    except BaseException as error:
        return [f"ended with {error!r}"]


def _content(path: Path) -> bytes | None:
    """What a file holds, None where there is none, or can be none."""
    try:
        return path.read_bytes() if path.is_file() else None
    except OSError:
        return None


def _belongs(path: Path) -> tuple[int, int, int] | None:
    """The owner, the group and the mode of what is there."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_uid, found.st_gid, found.st_mode


def _names(folder: Path) -> set[str]:
    return {each.name for each in folder.rglob("*")}
