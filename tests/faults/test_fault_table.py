"""The table of the fault harness, and the exit code that goes with it."""

import pytest

from tests.faults.__main__ import tell
from tests.faults.table import Line, Row, Size, table

KEPT = Line("save_path", Row("one fault", 12345, 0, "all is well"), 1.25)
BROKEN = Line("power_cut", Row("power cut", 40, 2, "save 3 is lost"), 20)


def test_every_row_and_their_sums_are_in_the_table() -> None:
    told = [line.split() for line in table([KEPT, BROKEN]).splitlines()]
    assert ["save_path", "one", "fault", "12,345", "0", "1.2", "all", "is", "well"] in told
    assert ["power_cut", "power", "cut", "40", "2", "20.0", "save", "3", "is", "lost"] in told
    assert told[-1] == ["in", "all", "12,385", "2", "21.2"]


def test_numbers_stand_at_the_right_under_their_heads() -> None:
    head, _, first, second, *_ = table([KEPT, BROKEN]).splitlines()
    for name in ("tried", "violations", "seconds"):
        end = head.index(name) + len(name)
        assert first[end - 1].isdigit()
        assert second[end - 1].isdigit()


@pytest.mark.parametrize(("lines", "code"), [([KEPT], 0), ([KEPT, BROKEN], 1), ([], 1)])
def test_a_broken_promise_and_a_run_of_nothing_end_with_one(
    lines: list[Line], code: int, capsys: pytest.CaptureFixture[str]
) -> None:
    assert tell(lines, Size.SMALL, 7) == code
    assert capsys.readouterr().out.endswith("size small, seed 7\n")
