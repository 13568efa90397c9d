from collections import Counter
from collections.abc import Collection, Iterator

from hypothesis import given
from hypothesis import strategies as st

from model.document import Document
from model.findings.finding import Code
from model.findings.search import find
from model.records import Card, Link, Record, Role
from tests.making.small_blueprints import BANDS, card, frame, link, told

ACTIONS, FRONT, BACK, SUPPORT = BANDS


def test_support_that_waits_on_itself_is_a_circle() -> None:
    cards = [card("b", BACK), card("s", SUPPORT), card("z", SUPPORT, "t2")]
    document = frame(*cards, link("b", "s"), link("s", "z"), link("z", "b"), roles=BANDS)
    assert told(document, Code.CIRCULAR_DEPENDENCY) == [("b", "s", "z")]


def test_a_circle_above_the_line_of_visibility_is_a_conversation() -> None:
    cards = [card("a", ACTIONS), card("f", FRONT), card("b", BACK)]
    document = frame(*cards, link("f", "b"), link("b", "f"), link("a", "f"), roles=BANDS)
    assert told(document, Code.CIRCULAR_DEPENDENCY) == []


def test_an_exchange_and_a_loop_make_no_circle() -> None:
    cards = [card("b", BACK), card("s", SUPPORT), card("z", SUPPORT, "t2")]
    document = frame(*cards, link("b", "s", both=True), link("s", "z"), link("z", "s", loop=True), roles=BANDS)
    assert told(document, Code.CIRCULAR_DEPENDENCY) == []


def test_a_circle_may_lead_through_an_exchange() -> None:
    cards = [card("b", BACK), card("c", BACK, "t2"), card("s", SUPPORT)]
    document = frame(*cards, link("b", "c", both=True), link("c", "s"), link("s", "b"), roles=BANDS)
    assert told(document, Code.CIRCULAR_DEPENDENCY) == [("b", "c", "s")]


def test_two_circles_are_two_findings() -> None:
    cards = [card(key, BACK, order=f"a{key}") for key in "1234"]
    links = [link("1", "2"), link("2", "1"), link("3", "4"), link("4", "3"), link("2", "3")]
    assert told(frame(*cards, *links, roles=BANDS), Code.CIRCULAR_DEPENDENCY) == [("1", "2"), ("3", "4")]


def hourglass(actions: int, roundabout: int = 0) -> Document:
    """So many actions served by one card each, all of them through card `waist`, and so many ways around it."""
    records: list[Record] = [card("waist", BACK), card("aside", BACK, "t2"), card("s", SUPPORT)]
    records += [link("waist", "s"), link("aside", "s")]
    for at in range(actions + roundabout):
        records += [card(f"a{at}", ACTIONS, order=f"a{at}"), card(f"f{at}", FRONT, order=f"a{at}")]
        records += [link(f"a{at}", f"f{at}"), link(f"f{at}", "waist" if at < actions else "aside")]
    return frame(*records, roles=BANDS)


def test_the_card_that_most_ways_to_support_run_through_is_the_bottleneck() -> None:
    (found,) = [each for each in find(hourglass(5, roundabout=2)) if each.code is Code.BOTTLENECK]
    assert (found.records, dict(found.details)) == (("waist",), {"percent": 71, "count": 5})


def test_half_of_the_ways_are_not_most() -> None:
    assert told(hourglass(4, roundabout=4), Code.BOTTLENECK) == []


def test_two_actions_make_no_bottleneck() -> None:
    assert told(hourglass(2), Code.BOTTLENECK) == []


def test_a_way_around_every_stage_counts_too() -> None:
    records = list(hourglass(3).records.values())
    straight = [card(f"b{at}", ACTIONS, "t2", order=f"a{at}") for at in range(4)]
    links = [link(one.id, "s") for one in straight]
    assert told(Document([*records, *straight, *links]), Code.BOTTLENECK) == []


def test_ways_are_counted_without_walking_each() -> None:
    """Sixty floors of two doors are 2**60 ways, all of them through the last card."""
    records: list[Record] = [card("end", BACK, "t3"), card("s", SUPPORT), link("end", "s")]
    records += [card(f"{floor}{door}", FRONT, order=f"a{door}") for floor in range(60) for door in "xy"]
    for floor in range(59):
        records += [link(f"{floor}{one}", f"{floor + 1}{other}") for one in "xy" for other in "xy"]
    records += [link("59x", "end"), link("59y", "end")]
    for at in range(3):
        records += [card(f"a{at}", ACTIONS, order=f"a{at}"), link(f"a{at}", "0x"), link(f"a{at}", "0y")]
    assert told(frame(*records, roles=BANDS), Code.BOTTLENECK) == [("end",)]


@st.composite
def tangles(draw: st.DrawFn) -> Document:
    cards = [card(f"{at:02}", draw(st.sampled_from(BANDS)), order=f"a{at}") for at in range(draw(st.integers(2, 9)))]
    keys = st.sampled_from([each.id for each in cards])
    pairs = draw(st.sets(st.tuples(keys, keys).filter(lambda pair: pair[0] != pair[1]), max_size=18))
    links = [link(*pair, both=draw(st.booleans()), loop=draw(st.integers(0, 5)) == 0) for pair in sorted(pairs)]
    return frame(*cards, *links, roles=BANDS)


@given(tangles())
def test_circles_are_those_one_finds_by_walking(document: Document) -> None:
    onwards = _onwards(document, {BACK, SUPPORT})
    reach = {key: _reached(onwards, key) for key in onwards}
    alike = {
        tuple(sorted(other for other in onwards if key in reach[other] and other in reach[key])) for key in onwards
    }
    one_way = [each for each in document.table(Link).values() if not each.both and not each.loop]
    circles = [c for c in alike if len(c) > 1 and any({each.source, each.target} <= set(c) for each in one_way)]
    assert sorted(told(document, Code.CIRCULAR_DEPENDENCY)) == sorted(circles)


@given(tangles())
def test_the_bottleneck_is_the_one_that_one_finds_by_walking(document: Document) -> None:
    downwards = _downwards(document)
    if any(key in _reached(downwards, key) for key in downwards):
        return
    paths = [
        path for key in downwards if _role(document, key) is ACTIONS for path in _paths(document, downwards, [key])
    ]
    through = Counter(key for path in paths for key in path[1:-1])
    most = max(through.values(), default=0)
    busiest = min(((BANDS.index(_role(document, key)), key) for key in through if through[key] == most), default=None)
    served = {path[0] for path in paths if busiest is not None and busiest[1] in path}
    expected = [busiest[1:]] if busiest is not None and 2 * most > len(paths) and len(served) >= 3 else []
    assert told(document, Code.BOTTLENECK) == expected


def _role(document: Document, key: str) -> Role:
    return Role(document.table(Card)[key].lane or "")


def _onwards(document: Document, roles: Collection[Role]) -> dict[str, set[str]]:
    """Where the links lead from each card of some roles to another."""
    onwards = {key: set[str]() for key in document.table(Card) if _role(document, key) in roles}
    for each in document.table(Link).values():
        if not each.loop and each.source in onwards and each.target in onwards:
            onwards[each.source].add(each.target)
            if each.both:
                onwards[each.target].add(each.source)
    return onwards


def _downwards(document: Document) -> dict[str, set[str]]:
    """Where the links lead that leave the customer or the cards between, and never up."""
    band = {key: BANDS.index(_role(document, key)) for key in document.table(Card)}
    onwards = _onwards(document, BANDS)
    return {key: {other for other in others if 0 < band[other] >= band[key] < 3} for key, others in onwards.items()}


def _reached(onwards: dict[str, set[str]], key: str) -> set[str]:
    reached, ahead = set[str](), [key]
    while ahead:
        for other in onwards[ahead.pop()] - reached:
            reached.add(other)
            ahead.append(other)
    return reached


def _paths(document: Document, onwards: dict[str, set[str]], path: list[str]) -> Iterator[list[str]]:
    if _role(document, path[-1]) is SUPPORT:
        yield path
    for other in onwards[path[-1]]:
        yield from _paths(document, onwards, [*path, other])
