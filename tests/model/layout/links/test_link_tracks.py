"""Places in a gap: side by side where there is room, and decided by nobody but those who run there."""

from collections.abc import Mapping
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from model.layout.links.tracks import Key, Piece, offsets

ROOM = 16.5
TRACK = 2.4

pieces = st.tuples(st.integers(0, 40), st.integers(0, 12)).map(lambda ends: (ends[0], ends[0] + ends[1]))
crowds = st.lists(pieces, max_size=30).map(lambda all_: {(f"k{at}", at % 3): piece for at, piece in enumerate(all_)})


def meet(one: Piece, other: Piece) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]


def most_at_once(crowd: Mapping[Key, Piece]) -> int:
    return max(sum(low <= at <= high for low, high in crowd.values()) for at in range(60))


@given(crowds)
def test_links_that_meet_in_a_gap_run_on_tracks_of_their_own_as_long_as_there_is_room(
    crowd: dict[Key, Piece],
) -> None:
    found = offsets(crowd, ROOM)
    assert found.keys() == crowd.keys()
    if most_at_once(crowd) <= 20:
        for one, other in combinations(crowd, 2):
            assert not meet(crowd[one], crowd[other]) or abs(found[one] - found[other]) > 0.5


@given(crowds, st.floats(0, 40))
def test_all_stay_in_the_gap_however_many_there_are(crowd: dict[Key, Piece], room: float) -> None:
    assert all(abs(offset) <= room / 2 for offset in offsets(crowd, room).values())


@given(crowds)
def test_another_order_of_asking_changes_nothing(crowd: dict[Key, Piece]) -> None:
    assert offsets(dict(reversed(crowd.items())), ROOM) == offsets(crowd, ROOM)


def test_a_link_alone_runs_in_the_middle_and_two_run_a_track_apart() -> None:
    assert offsets({("a", 0): (1, 5)}, ROOM) == {("a", 0): 0.0}
    assert offsets({("a", 0): (1, 5), ("b", 0): (3, 9)}, ROOM) == {("a", 0): 0.0, ("b", 0): TRACK}


def test_links_further_along_do_not_move_for_one_that_comes() -> None:
    here = {(f"k{at}", 0): (1, 5) for at in range(4)}
    there = {(f"m{at}", 0): (7, 11) for at in range(3)}
    before, after = offsets({**here, **there}, ROOM), offsets({**here, ("n", 0): (2, 3), **there}, ROOM)
    assert all(after[key] == before[key] for key in there)


def test_where_hundreds_run_a_place_depends_on_the_link_alone() -> None:
    hundreds = {(f"k{at}", 0): (0, 50) for at in range(300)}
    before, after = offsets(hundreds, ROOM), offsets({**hundreds, ("n", 0): (0, 50)}, ROOM)
    assert all(after[key] == before[key] for key in hundreds)
    assert len(set(before.values())) > 20
