"""One seed a run, printed with the table: whoever gives it again sees the same faults in the same order."""

import os
import random
import secrets

_NAME = "JEJAK_FAULTS_SEED"


def plant(seed: int | None) -> int:
    """The seed of this run, known to its children too. None: 1 where CI runs it, else a fresh one."""
    if seed is None:
        seed = 1 if "CI" in os.environ else secrets.randbelow(1_000_000)
    os.environ[_NAME] = str(seed)
    return seed


def dice(purpose: str) -> random.Random:
    """Chance of its own for each purpose, so that more throws for one change nothing for another."""
    return random.Random(f"{os.environ.get(_NAME, '1')} {purpose}")
