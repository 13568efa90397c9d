"""`python -m tests.faults`: everything is made to fail in turn, and one table says what was tried and what broke.

Four minutes; with --full a night's worth, with --only one part. Ends with 1 where a promise was broken.
"""

import argparse
import os
import signal
import sys
from typing import NoReturn

import msgspec

from tests.faults import running, seed
from tests.faults.parts import PARTS
from tests.faults.table import Line, Size, broken, table


def main(arguments: list[str]) -> int:
    asked = _parser().parse_args(arguments)
    signal.signal(signal.SIGTERM, _stop)
    planted = seed.plant(asked.seed)
    size = Size.FULL if asked.full else asked.size
    if asked.rows:
        return _rows(asked.rows, size)
    return tell(running.run_all(asked.only or PARTS, size), size, planted)


def tell(lines: list[Line], size: Size, planted: int) -> int:
    """Prints the table, and gives the exit code: 1 where a promise was broken or nothing was tried at all."""
    print(table(lines))
    print(f"size {size}, seed {planted}")
    return 1 if broken(lines) or not lines else 0


def _stop(*_: object) -> NoReturn:
    """Whatever was mounted, planted or started is taken back on the way out."""
    sys.exit(128 + signal.SIGTERM)


def _rows(part: str, size: Size) -> int:
    """Rows alone go to standard output; whatever else is said there, by programs too, goes with the complaints."""
    with os.fdopen(os.dup(1), "wb") as rows:
        os.dup2(2, 1)
        for line in running.here(part, size):
            rows.write(msgspec.json.encode(line) + b"\n")
            rows.flush()
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.faults", description="Makes everything fail in turn.")
    parser.add_argument("--full", action="store_true", help="the large run")
    parser.add_argument("--only", action="append", choices=PARTS, metavar="NAME", help=", ".join(PARTS))
    parser.add_argument("--seed", type=int, help="chance begins here; without it anywhere, in CI at 1")
    # How the run starts each of its parts.
    parser.add_argument("--rows", choices=PARTS, help=argparse.SUPPRESS)
    parser.add_argument("--size", type=Size, default=Size.SMALL, help=argparse.SUPPRESS)
    return parser


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
