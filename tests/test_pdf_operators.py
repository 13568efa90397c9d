"""The reader of page operators counts every transformation, and forgets what `Q` takes back."""

from tests.checking.pdf_operators import draws, type_sizes

SCALED = (
    "q 2 0 0 -2 0 300 cm\nBT /F1 4 Tf 1 0 0 -1 3 4 Tm[<0048>-12.5<0049>]TJ ET Q BT /F1 6.5 Tf 0 1 -1 0 3 4 Tm<00>Tj ET"
)


def test_type_is_as_large_as_all_that_scales_it() -> None:
    assert type_sizes(SCALED) == [8.0, 6.5]


def test_text_with_its_meaning_beside_it_is_read_past() -> None:
    assert type_sizes("BT /F2 7 Tf /Span<</ActualText<FEFF0053>>>BDC 0 Ts[<0048>]TJ EMC ET") == [7.0]


def test_a_page_that_only_sets_colours_and_text_draws_nothing() -> None:
    assert not draws(f"1 0 0 rg 0 0 10 10 re W n {SCALED}")
    assert draws("0 0 10 10 re f")
