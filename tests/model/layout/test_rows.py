"""Cards of a lane stack like bricks: none overlaps, none leaves its columns, a row is filled evenly."""

from hypothesis import given
from hypothesis import strategies as st

from model.layout.grid import Item
from model.layout.rows import Slot, Stack, restack, stack, stretched
from model.records import Card

COLUMNS = 6
GAP = 4.3  # as in life, not exact in binary
slack = 1e-6


def item(number: int, first: int, span: int, lines: int) -> Item:
    return Item(Card(id=f"c{number}", order="a0", text="x" * lines), first, min(span, COLUMNS - first))


bricks = st.lists(
    st.tuples(st.integers(0, COLUMNS - 1), st.sampled_from((1, 1, 1, 2, 4)), st.integers(1, 5)), max_size=12
).map(lambda made: sorted((item(at, *one) for at, one in enumerate(made)), key=lambda each: each.first))
windows = st.tuples(st.integers(0, COLUMNS - 1), st.integers(1, COLUMNS)).map(
    lambda pair: range(pair[0], min(COLUMNS, pair[0] + pair[1]))
)


def tall(item: Item, span: int) -> float:
    assert isinstance(item.record, Card)
    return 10.1 * len(item.record.text) / span


def stacked(items: list[Item], columns: range = range(COLUMNS)) -> Stack:
    return stack(items, columns, GAP, tall)


def columns_of(slot: Slot) -> set[int]:
    return set(range(slot.first, slot.first + slot.span))


def apart(one: Slot, other: Slot, gap: float) -> bool:
    free = one.y + one.height + gap <= other.y + slack or other.y + other.height + gap <= one.y + slack
    return free or not columns_of(one) & columns_of(other)


def all_apart(slots: tuple[Slot, ...], gap: float = GAP) -> bool:
    return all(apart(one, other, gap) for at, one in enumerate(slots) for other in slots[at + 1 :])


@given(bricks, windows)
def test_no_two_cards_of_a_stack_meet_and_none_leaves_the_columns(items: list[Item], columns: range) -> None:
    made = stacked(items, columns)
    assert all_apart(made.slots)
    assert all(slot.first >= 0 and slot.last < len(columns) for slot in made.slots)


@given(bricks, windows)
def test_every_card_that_touches_the_columns_is_stacked_once(items: list[Item], columns: range) -> None:
    here = [each.record.id for each in items if set(range(each.first, each.first + each.span)) & set(columns)]
    assert [slot.id for slot in stacked(items, columns).slots] == here


@given(bricks)
def test_a_stack_is_as_high_as_its_lowest_card_reaches(items: list[Item]) -> None:
    made = stacked(items)
    assert abs(made.height - max((slot.y + slot.height for slot in made.slots), default=0.0)) < slack


@given(bricks, st.floats(0, 60))
def test_stretched_cards_fill_the_row_and_never_meet(items: list[Item], spare: float) -> None:
    made = stacked(items)
    slots = stretched(made, made.height + spare, COLUMNS)
    assert all_apart(slots)
    assert {slot.id for slot in slots} == {slot.id for slot in made.slots}
    assert all(slot.y + slot.height <= made.height + spare + slack for slot in slots)
    assert all(slot.height >= old.height - slack for slot in slots for old in made.slots if old.id == slot.id)


@given(bricks)
def test_a_pile_of_its_own_reaches_the_bottom_of_the_row(items: list[Item]) -> None:
    items = [Item(each.record, each.first, 1) for each in items]
    made = stacked(items)
    bottoms: dict[int, float] = {}
    for slot in stretched(made, made.height + 20, COLUMNS):
        bottoms[slot.first] = max(bottoms.get(slot.first, 0.0), slot.y + slot.height)
    assert all(abs(bottom - made.height - 20) < slack for bottom in bottoms.values())


def test_neighbours_with_one_card_each_are_equally_tall() -> None:
    slots = stretched(stacked([item(0, 0, 1, 1), item(1, 1, 1, 4)]), 50, COLUMNS)
    assert [slot.height for slot in slots] == [50, 50]


@given(bricks, bricks, st.integers(0, COLUMNS - 1))
def test_stacking_again_where_a_column_changed_is_stacking_anew(
    before: list[Item], other: list[Item], column: int
) -> None:
    """Only the items that touch the column are other ones."""
    kept = [each for each in before if not each.first <= column < each.first + each.span]
    fresh = [
        Item(Card(id=f"n{at}", order="a0", text="xx"), each.first, each.span)
        for at, each in enumerate(other)
        if each.first <= column < each.first + each.span
    ]
    after = sorted([*kept, *fresh], key=lambda each: each.first)
    changed = {
        at
        for each in (*fresh, *(each for each in before if each not in kept))
        for at in range(each.first, each.first + each.span)
    }
    again = restack(stacked(before), after, changed, range(COLUMNS), GAP, tall)
    assert again == stacked(after)
