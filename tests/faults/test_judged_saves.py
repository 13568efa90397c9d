"""What the harness thinks of ways to save: nothing of a sound one, and something of each that has a flaw."""

from functools import partial
from random import Random

import pytest

from tests.faults.judging import on_simulated
from tests.faults.save_cases import Save
from tests.faults.save_path import singles, trials
from tests.faults.seeded_wrong import DESIGNS, sound

RUN = partial(on_simulated, chance=Random(1))


def caught(save: Save) -> bool:
    return any(RUN(trial, faults).violations for trial in trials(save) for faults in singles(trial, RUN))


def test_a_sound_way_to_save_breaks_no_promise() -> None:
    assert not caught(sound)


@pytest.mark.parametrize("name", DESIGNS)
def test_a_way_with_a_flaw_is_caught(name: str) -> None:
    assert caught(DESIGNS[name])
