"""Strips in columns: nothing is lost or cut, and what belongs together stays together."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from model.handouts.filling import Filled, fill
from model.handouts.strips import Part, Rung, Strip

HEAD = Strip(10.0, (Part((Rung("Table"), Rung("TR"), Rung("TH"))),), keep=True)


def named(high: float, *, keep: bool = False, above: float = 0.0, between: bool = False, title: str = "") -> Strip:
    return Strip(high, above=above, keep=keep, between=between, title=title)


def heights(page: Filled) -> list[list[float]]:
    return [[each.strip.high for each in column] for column in page.columns]


def told(pages: Sequence[Filled]) -> list[Strip]:
    return [each.strip for page in pages for column in page.columns for each in column]


def test_strips_stand_below_each_other_and_in_columns_beside_each_other() -> None:
    pages = fill([[named(40), named(40)], [named(40)], [named(90)], [named(20)]], 100, 2)
    assert [heights(page) for page in pages] == [[[40, 40], [40]], [[90], [20]]]
    assert [each.y for each in pages[0].columns[0]] == [0, 40]


def test_the_columns_of_the_last_page_end_at_about_one_height() -> None:
    (page,) = fill([[named(10)] * 9], 100, 3)
    assert heights(page) == [[10] * 3] * 3
    (page,) = fill([[named(60)], [named(10)] * 3], 100, 2)
    assert heights(page) == [[60], [10] * 3]


def test_a_few_words_stay_in_one_column() -> None:
    (page,) = fill([[named(10)] * 4], 100, 2)
    assert heights(page) == [[10] * 4]


def test_balancing_parts_nothing_that_belongs_together() -> None:
    row = [named(20, keep=True), named(20, keep=True), named(20)]
    (page,) = fill([[named(10)], row], 100, 2)
    assert heights(page) == [[10], [20] * 3]


def test_a_heading_goes_with_what_it_heads() -> None:
    pages = fill([[named(70)], [named(20, keep=True)], [named(30)]], 100, 1)
    assert [heights(page) for page in pages] == [[[70]], [[20, 30]]]


def test_air_above_is_left_out_at_the_top_of_a_column() -> None:
    pages = fill([[named(60, above=30)], [named(30, above=5)], [named(60, above=30)]], 100, 1)
    assert [[each.y for each in page.columns[0]] for page in pages] == [[0, 65], [0]]


def test_a_line_between_two_is_left_out_where_it_would_begin_a_column() -> None:
    rule = named(5, keep=True, between=True)
    pages = fill([[named(60)], [rule, named(20)], [rule, named(20)]], 100, 1)
    assert [heights(page) for page in pages] == [[[60, 5, 20]], [[20]]]


def test_a_row_that_no_column_holds_goes_on_in_the_next_and_leaves_no_gap() -> None:
    row = [named(10, keep=True)] * 24 + [named(10)]
    pages = fill([[named(50)], row], 100, 1)
    assert [len(heights(page)[0]) for page in pages] == [6, 10, 10]


def test_the_head_of_a_table_is_set_again_and_read_once_a_page() -> None:
    rows = [Strip(30.0, head=(HEAD,)) for _ in range(9)]
    pages = fill([[HEAD, *rows]], 100, 2)
    assert [heights(page) for page in pages] == [[[10, 30, 30, 30], [10, 30, 30, 30]], [[10, 30, 30], [10, 30]]]
    first, again, turned, last = (column[0].strip.parts[0] for page in pages for column in page.columns)
    assert first.ladder == turned.ladder == HEAD.parts[0].ladder
    assert again.ladder == last.ladder == ()


def test_a_head_too_tall_for_its_column_is_not_set_again() -> None:
    head = Strip(60.0)
    pages = fill([[head, *(Strip(30.0, head=(head,)) for _ in range(4))]], 100, 1)
    assert [heights(page) for page in pages] == [[[60, 30]], [[30, 30, 30]]]


def test_nothing_makes_an_empty_page() -> None:
    assert [heights(page) for page in fill([], 100, 3)] == [[[]]]


@st.composite
def columns_of_strips(draw: st.DrawFn) -> list[list[Strip]]:
    sizes = st.lists(st.tuples(st.integers(1, 45), st.booleans(), st.integers(0, 9)), max_size=12)
    return [
        [named(high, keep=keep, above=above, title=f"{block}.{at}") for at, (high, keep, above) in enumerate(strips)]
        for block, strips in enumerate(draw(st.lists(sizes, max_size=6)))
    ]


@given(columns_of_strips(), st.integers(1, 3))
def test_every_strip_stands_in_a_column_once_and_in_order(blocks: list[list[Strip]], across: int) -> None:
    pages = fill(blocks, 100, across)
    assert [each.title for each in told(pages)] == [each.title for strips in blocks for each in strips]
    for column in (column for page in pages for column in page.columns):
        bottom = 0.0
        for each in column:
            assert each.y >= bottom
            bottom = each.y + each.strip.high
        assert bottom <= 100
