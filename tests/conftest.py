"""What every test starts from: a screen or none, how hard hypothesis looks, and a second interpreter for crashes."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, register_random, settings

from model.ids import CHANCE

if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
    # Without a display Qt aborts the whole run; set before anything imports Qt.
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# What is drawn must not depend on the fonts of whoever runs the tests; those that want some name their folders.
os.environ["JEJAK_FONTS"] = ""

pytest_plugins = ["tests.every_test"]

# No deadlines: a busy machine is no failure, speed is shown in tests/bench.
_UNHURRIED = settings(deadline=None, suppress_health_check=(HealthCheck.too_slow,))
# CI tries the same examples each time, so that what it says of a change is about the change; new ones are looked for
# wherever else the tests run, and by the deep profile.
settings.register_profile("default", _UNHURRIED, max_examples=60, derandomize="CI" in os.environ)
settings.register_profile("deep", _UNHURRIED, max_examples=500)
settings.load_profile("default")
# An example draws the same new ids each time it is tried.
register_random(CHANCE)

ROOT = Path(__file__).parent.parent


@pytest.fixture(autouse=True)
def state_of_nobody(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Journals, history and traces of a test stand in a folder of its own: whoever runs it keeps his, and no test finds
    what another one left."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path_factory.mktemp("state")))


@pytest.fixture
def fresh_python() -> Callable[[str], subprocess.CompletedProcess[str]]:
    """Runs code in an interpreter of its own, from the root of the checkout: what kills it does not kill the run."""

    def run(code: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-c", code]
        return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=60)

    return run
