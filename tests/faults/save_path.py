"""Every call of a save fails in turn, and every two: the old file or the new one, and "saved" only when it is."""

import os
import tempfile
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Any

from model.storage import cjm
from model.storage.file import save_map
from tests.faults import seeded_wrong
from tests.faults.faulty import ERRORS, Fault, kinds
from tests.faults.judging import Outcome, Trial, on_real, on_simulated
from tests.faults.save_cases import CASES, Save
from tests.faults.seed import dice
from tests.faults.table import Row, Size
from tests.making.maps import realistic_map
from tests.making.small_map import small_map

_MAPS = {cjm.encode(document): document for document in (realistic_map(12, seed=1), small_map())}
OLD, NEW = _MAPS
Run = Callable[[Trial, tuple[Fault, ...]], Outcome]


def run(size: Size) -> Iterable[Row]:
    """Rows for single faults and pairs, and for the designs that are known to be wrong."""
    chance = dice("save path")
    simulated = partial(on_simulated, chance=chance)
    yield from _tried("one fault", trials(_saved), simulated, singles)
    # Errors are all treated alike; the small run has only one of them come first.
    pairs = _pairs if size is Size.FULL else partial(_pairs, firsts=("EIO", "short"))
    yield from _tried("two faults", trials(_saved), simulated, pairs)
    yield from _tried("one fault on a real disk", trials(_saved, real=True), _really, singles)
    if size is Size.FULL:
        yield from _tried("two faults on a real disk", trials(_saved, real=True), _really, pairs)
    yield _wrong_designs(simulated)


def _saved(path: str, system: Any, content: bytes, expected: str | None) -> None:
    save_map(_MAPS[content], path, expected=expected, system=system)


def trials(save: Save, *, real: bool = False) -> list[Trial]:
    """That save in every case that this kind of disk can show."""
    return [Trial(case, save, OLD, NEW) for case in CASES if not (real and case.simulated_only)]


def _really(trial: Trial, faults: tuple[Fault, ...]) -> Outcome:
    with tempfile.TemporaryDirectory() as folder:
        return on_real(trial, faults, os, folder)


def _tried(
    what: str, trials: list[Trial], run: Run, plans: Callable[[Trial, Run], Iterator[tuple[Fault, ...]]]
) -> Iterator[Row]:
    tried = states = 0
    broken: list[str] = []
    for trial in trials:
        for faults in plans(trial, run):
            outcome = run(trial, faults)
            tried, states = tried + 1, states + outcome.states
            broken += _named(trial, faults, outcome)
    yield Row(what, tried, len(broken), broken[0] if broken else f"{states:,} states of the disk looked at")


def _named(trial: Trial, faults: tuple[Fault, ...], outcome: Outcome) -> Iterator[str]:
    """A trial with two broken promises is one violation."""
    if outcome.violations:
        places = ", ".join(f"{fault.kind} at call {fault.at}" for fault in faults)
        yield f"{trial.case.name}; {places or 'no fault'}: {outcome.violations[0]}"


def singles(trial: Trial, run: Run) -> Iterator[tuple[Fault, ...]]:
    """No fault at all, then every kind at every call."""
    yield ()
    for at, call in enumerate(run(trial, ()).calls):
        yield from ((Fault(at, kind),) for kind in kinds(call))


def _pairs(trial: Trial, run: Run, firsts: tuple[str, ...] = (*ERRORS, "short")) -> Iterator[tuple[Fault, ...]]:
    """Two faults, the second at whatever is called after the first: the cleaning up among it."""
    for at, call in enumerate(run(trial, ()).calls):
        for first in (Fault(at, kind) for kind in kinds(call) if kind in firsts):
            calls = run(trial, (first,)).calls
            for later in range(at + 1, len(calls)):
                yield from ((first, Fault(later, second)) for second in kinds(calls[later]))


def _wrong_designs(run: Run) -> Row:
    """Designs that break the promise, each as others have it: single faults must show every one."""
    missed = [name for name, save in seeded_wrong.DESIGNS.items() if not _is_caught(save, run)]
    note = f"not caught: {', '.join(missed)}" if missed else ""
    return Row("wrong designs caught", len(seeded_wrong.DESIGNS), len(missed), note)


def _is_caught(save: Save, run: Run) -> bool:
    return any(run(trial, faults).violations for trial in trials(save) for faults in singles(trial, run))
