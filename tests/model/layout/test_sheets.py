"""Paper by its name, and cut to size."""

import pytest

from model.layout.sheets import MM, PAPERS, Sheet, sheet
from model.refusal import Refused


@pytest.mark.parametrize("written", ["914x1800mm", "914 x 1800", "1800×914 MM", " 914,0x1800.0 mm "])
def test_paper_is_cut_to_any_size(written: str) -> None:
    assert sheet(written) == Sheet("914 × 1800 mm", 1800 * MM, 914 * MM)
    assert sheet(written, "portrait") == Sheet("914 × 1800 mm", 914 * MM, 1800 * MM)


def test_the_name_of_a_size_means_that_size() -> None:
    cut = sheet("50x5000mm")
    assert sheet(cut.name) == cut


@pytest.mark.parametrize("written", ["49.9x100", "100x5000.1mm", "0x0", "999999999x100"])
def test_a_size_nobody_can_print_on_is_refused(written: str) -> None:
    with pytest.raises(Refused) as refused:
        sheet(written)
    assert refused.value.code == "sheet_size"
    assert refused.value.details["paper"] == written


@pytest.mark.parametrize("written", ["A9", "", "914x", "-5x100", "1e3x100mm", "914x1800in", "٩١٤x100"])
def test_what_is_no_size_is_the_name_of_a_paper_nobody_sells(written: str) -> None:
    with pytest.raises(KeyError):
        sheet(written)


def test_standard_papers_keep_their_names() -> None:
    assert [sheet(name).name for name in PAPERS] == list(PAPERS)
