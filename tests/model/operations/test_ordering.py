import msgspec
from hypothesis import given
from hypothesis import strategies as st

from model.operations.ordering import arranged
from model.records import Persona

KEYS = st.sampled_from(["a0", "a0", "a0V", "a1", "Zz", "b00", "", "zz", "a00", "~", "A" + "0" * 26])


def people(keys: list[str]) -> list[Persona]:
    group = [Persona(id=f"p{at}", order=key) for at, key in enumerate(keys)]
    return sorted(group, key=lambda each: (each.order, each.id))


@given(st.lists(KEYS, max_size=8), st.integers(1, 3), st.none() | st.integers(-2, 10))
def test_comers_stand_where_they_were_put_even_among_equal_and_odd_keys(
    keys: list[str], count: int, index: int | None
) -> None:
    group = people(keys)
    comers = [Persona(id=f"n{at}", order="") for at in range(count)]
    after = {each.id: each for each in (*group, *arranged(group, comers, index))}
    row = [each.id for each in sorted(after.values(), key=lambda each: (each.order, each.id))]
    at = len(group) if index is None else max(0, min(index, len(group)))
    assert row == [*(p.id for p in group[:at]), *(n.id for n in comers), *(p.id for p in group[at:])]


@given(st.lists(KEYS, min_size=1, max_size=8), st.data())
def test_whoever_is_put_where_they_stand_keeps_the_key(keys: list[str], data: st.DataObject) -> None:
    group = people(keys)
    at = data.draw(st.integers(0, len(group) - 1))
    assert arranged(group, [group[at]], at) == [group[at]]


def test_among_different_keys_only_the_comer_changes() -> None:
    group = people(["a0", "a1", "a2"])
    assert [each.id for each in arranged(group, [group[2]], 0)] == ["p2"]


def test_equal_keys_make_room_and_the_rest_stays() -> None:
    group = people(["a0", "a0", "a1"])
    moved = arranged(group, [msgspec.structs.replace(group[0], id="n")], 1)
    assert [each.id for each in moved] == ["n", "p1"]
