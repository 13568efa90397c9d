"""Maps for tests: hypothesis strategies for whatever a map may hold, and large ones that look like a workshop's."""

from collections.abc import Sequence
from random import Random
from typing import Any

from hypothesis import strategies as st

from model import order
from model.document import Document
from model.records import (
    Card,
    Emotion,
    Lane,
    Link,
    Map,
    Record,
    Role,
    Stage,
    Step,
)
from tests.making import phrases
from tests.making.growing import any_map
from tests.making.small import seeded_id

ROLES = tuple(Role)
CARD_ROLES = tuple(role for role in Role if role is not Role.EMOTION)


@st.composite
def maps(
    draw: st.DrawFn,
    min_steps: int = 0,
    max_steps: int = 12,
    max_lanes: int = 12,
    max_cards: int = 30,
    text: tuple[str, ...] = phrases.EVERY_SCRIPT,
    min_lanes: int = 0,
    min_cards: int = 0,
) -> Document:
    """Valid maps of every shape. `text` names the scripts of the words (`phrases.SCRIPTS`).

    Sizes are drawn one by one, so they shrink; the rest grows from one seed, so that an example takes a millisecond.
    """
    steps = draw(st.integers(min_steps, max_steps), label="steps")
    lanes = draw(st.integers(min_lanes, max_lanes), label="lanes")
    cards = draw(st.integers(min_cards, max_cards), label="cards")
    others = draw(st.integers(0, 8), label="others")
    chance = Random(draw(st.integers(0, 2**32 - 1), label="seed"))
    return any_map(chance, steps, lanes, cards, others, text)


def realistic_map(cards: int, seed: int, steps: int | None = None, links: int = 0) -> Document:
    """A large workshop's map, the same for the same arguments: sentences of 3-9 words, 14 lanes, four steps a stage.

    Without `steps` a cell holds three cards or so.
    """
    chance = Random(seed)
    columns = max(1, steps if steps is not None else round(cards / (3 * len(CARD_ROLES))))
    records: list[Record] = [
        Map(id=seeded_id(chance, Map), title="Memesan kopi lewat aplikasi", scenario="Hari kerja, pukul delapan")
    ]
    stages = [
        Stage(id=seeded_id(chance, Stage), order=key, title=f"Tahap {at}")
        for at, key in enumerate(order.several(None, None, (columns + 3) // 4), 1)
    ]
    keys = order.several(None, None, columns)
    cells = [
        Step(
            id=seeded_id(chance, Step),
            stage=stages[at // 4].id,
            order=keys[at],
            title=phrases.sentence(chance),
            minutes=5.0,
        )
        for at in range(columns)
    ]
    lanes = [
        Lane(id=seeded_id(chance, Lane), order=key, role=role, title=role.value.replace("_", " ").capitalize())
        for key, role in zip(order.several(None, None, len(ROLES)), ROLES, strict=True)
    ]
    rows = [lane for lane in lanes if lane.role is not Role.EMOTION]
    notes = [_note(chance, key, cells, rows) for key in order.several(None, None, cards)]
    mood = next(lane for lane in lanes if lane.role is Role.EMOTION)
    feelings = [
        Emotion(id=seeded_id(chance, Emotion), order="a0", lane=mood.id, step=step.id, value=chance.randint(-8, 8) / 4)
        for step in cells
    ]
    return Document([*records, *stages, *cells, *lanes, *notes, *feelings, *_arrows(chance, notes, links)])


def _note(chance: Random, key: str, steps: Sequence[Step], lanes: Sequence[Lane]) -> Card:
    place: dict[str, Any] = {"lane": chance.choice(lanes).id, "step": chance.choice(steps).id}
    return Card(id=seeded_id(chance, Card), order=key, text=phrases.sentence(chance), **place)


def _arrows(chance: Random, cards: Sequence[Card], count: int) -> list[Link]:
    if count > len(cards) * (len(cards) - 1) // 4:
        raise ValueError("too many links for so few cards")
    pairs: dict[frozenset[str], tuple[str, str]] = {}
    while len(pairs) < count:
        source, target = chance.choice(cards).id, chance.choice(cards).id
        if source != target:
            pairs.setdefault(frozenset((source, target)), (source, target))
    return [Link(id=seeded_id(chance, Link), source=source, target=target) for source, target in pairs.values()]
