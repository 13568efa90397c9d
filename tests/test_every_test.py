"""A skip that nobody sees is a test nobody runs: in CI it must fail."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
SKIPPED = "import pytest\n\n@pytest.mark.skip(reason='no qpdf')\ndef test_of_a_pdf(): ...\n"
SKIPPED_WHOLE = "import pytest\npytest.importorskip('no_such_module_anywhere')\n"
ON_REQUEST = "def test_of_speed(benchmark): benchmark(int)\n"
EXPECTED = "import pytest\n\n@pytest.mark.xfail\ndef test_of_a_known_gap(): assert False\n"


def run(test: str, folder: Path, **environ: str) -> subprocess.CompletedProcess[str]:
    """pytest over one file of tests, by our own rules."""
    (folder / "test_it.py").write_text(test)
    (folder / "pytest.ini").write_text("[pytest]\n")
    options = ["-q", "-n", "0", "--benchmark-skip", "-p", "tests.every_test", "-c", str(folder / "pytest.ini")]
    command = [sys.executable, "-m", "pytest", *options, str(folder)]
    environment = {key: value for key, value in os.environ.items() if key != "JEJAK_EVERY_TEST"} | environ
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False, timeout=60)


@pytest.mark.parametrize("test", [SKIPPED, SKIPPED_WHOLE])
def test_a_skipped_test_fails_where_every_test_is_asked_for(test: str, tmp_path: Path) -> None:
    assert run(test, tmp_path).returncode in (0, 5)
    outcome = run(test, tmp_path, JEJAK_EVERY_TEST="1")
    assert outcome.returncode not in (0, 5)
    assert "JEJAK_EVERY_TEST is set" in outcome.stdout


@pytest.mark.parametrize("test", [ON_REQUEST, EXPECTED])
def test_benchmarks_and_expected_failures_may_stay_out(test: str, tmp_path: Path) -> None:
    assert run(test, tmp_path, JEJAK_EVERY_TEST="1").returncode == 0
