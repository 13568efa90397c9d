"""The way in: mutants, cut files, turned bits, unknown members, atheris. Two workers with 1 GiB each."""

import resource
import tempfile
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from pathlib import Path
from random import Random

import msgspec

from model.storage.form import MAX_BYTES
from tests.faults import fuzz, seed, truncations, unknown_everywhere
from tests.faults.bombs import BOMBS, bomb
from tests.faults.mutants import mutant
from tests.faults.opened import Seen, look
from tests.faults.table import Row, Size

_MEMORY = 1024**3
"""Bytes a worker may have, its interpreter and our modules included."""
_WORKERS = 2
_IN_MEMORY = Path("/dev/shm")
_CHUNK = 50
_LARGEST = {Size.SMALL: 1_000_000, Size.FULL: MAX_BYTES}
_LAID_OUT = 25
"""One in so many of what opens is laid out too."""


Maker = Callable[[int, str], bytes]
"""The file of a number and a seed."""


class Batch(msgspec.Struct, frozen=True):
    """Numbers of files of one family, to be looked at by one worker."""

    family: str
    numbers: range
    seed: str
    largest: int
    """Bytes of the largest file that is saved again."""


class Tally(msgspec.Struct):
    """What one batch came to: the first of its violations by number, the slowest file and its seconds."""

    tried: int = 0
    violations: int = 0
    first: str = ""
    slowest: float = 0.0

    def count(self, name: str, seen: Seen) -> None:
        self.tried += 1
        self.violations += bool(seen.violations)
        self.slowest = max(self.slowest, seen.seconds)
        if seen.violations and not self.first:
            self.first = f"{name}: {'; '.join(seen.violations)}"

    def join(self, other: "Tally") -> None:
        self.tried += other.tried
        self.violations += other.violations
        self.slowest = max(self.slowest, other.slowest)
        self.first = self.first or other.first


def run(size: Size) -> Iterable[Row]:
    """A row for each family of files."""
    # Spawned: a worker knows nothing of what this process has loaded, and its memory counts from nothing.
    with ProcessPoolExecutor(_WORKERS, get_context("spawn"), initializer=_bound) as pool:
        for what, family, numbers in _families(size):
            yield _row(what, _tallied(pool, family, numbers, _LARGEST[size]))
    yield from unknown_everywhere.rows(size)
    if size is Size.FULL:
        yield fuzz.row(10, seed.dice("atheris").randrange(2**31))


def _families(size: Size) -> Iterator[tuple[str, str, range]]:
    frozen, clinic = len(truncations.sample("frozen")), len(truncations.sample("clinic"))
    full = size is Size.FULL
    yield "structural mutants", "mutants", range(5_000)
    yield "files made to cost time or memory", "bombs", range(len(BOMBS) * (10 if full else 1))
    yield "a sample of every kind of record, cut", "cut frozen", range(frozen)
    yield "the same, a bit turned", "flip frozen", range(20_000)
    yield "the sample of a clinic, cut", "cut clinic", range(0, clinic, 1 if full else 60)
    yield "the same, a bit turned", "flip clinic", range(20_000 if full else 400)


def _row(what: str, tally: Tally) -> Row:
    note = f"slowest {tally.slowest:.2f} s of the processor"
    return Row(what, tally.tried, tally.violations, f"{note}; {tally.first}" if tally.first else note)


def _tallied(pool: ProcessPoolExecutor, family: str, numbers: range, largest: int) -> Tally:
    planted = str(seed.dice(family).random())
    chunk = 1 if family == "bombs" else _CHUNK
    batches = [Batch(family, numbers[at : at + chunk], planted, largest) for at in range(0, len(numbers), chunk)]
    whole = Tally()
    for batch, future in [(batch, pool.submit(examine, batch)) for batch in batches]:
        whole.join(_outcome(batch, future))
    return whole


def _outcome(batch: Batch, future: "Future[Tally]") -> Tally:
    try:
        return future.result()
    except BrokenProcessPool:
        return Tally(len(batch.numbers), 1, f"a worker died, perhaps of {batch.family} {batch.numbers}")


def _bound() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))


def examine(batch: Batch) -> Tally:
    """What a worker does with a batch."""
    tally, make = Tally(), _MAKERS[batch.family]
    with tempfile.TemporaryDirectory(dir=_IN_MEMORY if _IN_MEMORY.is_dir() else None) as folder:
        path = Path(folder, "map.cjm")
        for number in batch.numbers:
            data = make(number, batch.seed)
            seen = look(path, data, saved=len(data) <= batch.largest, laid_out=number % _LAID_OUT == 1)
            if batch.family.startswith("cut "):
                seen.violations += truncations.lost_words(batch.family[4:], number, seen.copy)
            tally.count(f"{batch.family} {number} {batch.seed}", seen)
    return tally


def _cut(sample: str) -> Maker:
    return lambda number, _: truncations.cut(sample, number)


def _flipped(sample: str) -> Maker:
    """Bits far from each other, none of them twice: the step shares no factor with the number of bits."""

    def make(number: int, planted: str) -> bytes:
        bits = 8 * len(truncations.sample(sample))
        return truncations.flipped(sample, (Random(planted).randrange(bits) + number * 7919) % bits)

    return make


_MAKERS: dict[str, Maker] = {
    "mutants": mutant, "bombs": bomb, "cut frozen": _cut("frozen"), "flip frozen": _flipped("frozen"),
    "cut clinic": _cut("clinic"), "flip clinic": _flipped("clinic"),
}  # fmt: skip
