"""The maps that tests are made of keep the rules themselves."""

from hypothesis import given

from model import rules
from model.document import Document
from model.records import Card
from tests.making.maps import maps, realistic_map


@given(maps(min_steps=2, max_steps=5))
def test_a_made_map_keeps_the_rules_and_its_bounds(document: Document) -> None:
    assert list(rules.faults(document.records, document.records.values())) == []
    assert 2 <= len(document.steps) <= 5
    for card in document.table(Card).values():
        if card.step is not None:
            at = [step.id for step in document.steps].index(card.step)
            assert at + card.span <= len(document.steps)


def test_a_realistic_map_is_the_same_for_the_same_seed() -> None:
    once, again = realistic_map(200, 7, steps=9, links=30), realistic_map(200, 7, steps=9, links=30)
    assert once.records == again.records
    assert len(once.steps) == 9
    assert list(rules.faults(once.records, once.records.values())) == []
