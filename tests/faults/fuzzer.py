"""The fuzzer itself, a program that never comes back: `python -m tests.faults.fuzzer FOLDER -max_total_time=600`.

Nothing may import model.storage ahead of atheris, which marks the code it is to follow as it is loaded.
"""

import sys
import tempfile
from pathlib import Path

import atheris


def main() -> None:
    """Opens whatever atheris makes up, and raises what is wrong with it."""
    with atheris.instrument_imports(include=["model.storage"]):
        from tests.faults import opened

    path = Path(tempfile.mkdtemp(), "map.cjm")

    def one(content: bytes) -> None:
        violations = opened.look(path, content).violations
        if violations:
            raise AssertionError("; ".join(violations))

    atheris.Setup(sys.argv, one)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
