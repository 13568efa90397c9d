"""Maps at their extremes: whatever a workshop may do to a page, each named by what is too much of."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from random import Random
from typing import Any

from model import order
from model.document import Document
from model.records import Card, Emotion, Facts, Lane, Link, Map, Mark, Persona, Record, Role, Stage, State, Step
from tests.making import phrases

BLUEPRINT = (
    Role.EMOTION, Role.EVIDENCE, Role.CUSTOMER_ACTIONS, Role.FRONT_STAGE, Role.BACK_STAGE, Role.SUPPORT,
    Role.PAIN_POINTS, Role.OPPORTUNITIES,
)  # fmt: skip
MANY = (*Role, *(role for role in Role if role is not Role.EMOTION))[:25]
WORD = "Pertanggungjawabankebijaksanaanpelayananpelangganterintegrasi"  # 61 letters
Say = Callable[[str], str]  # what stands where this is asked for


def long_text(letters: int, seed: int = 0) -> str:
    """Sentences of so many characters, other ones for another seed."""
    chance, text = Random(seed), f"{seed}:"
    while len(text) < letters:
        text += f" {phrases.sentence(chance)}."
    return text[: letters - 1] + "!"


def crowded(
    stages: int = 3,
    steps: int = 2,
    roles: Sequence[Role] = BLUEPRINT,
    cards: int = 20,
    *,
    say: Say = lambda plain: plain,
    write: Callable[[int], str] = lambda number: phrases.sentence(Random(number)),
    hidden: bool = False,
    spans: bool = False,
    in_one_cell: bool = False,
    parked: int = 0,
    links: int = 0,
    personas: int = 1,
) -> Document:
    """A map of these sizes. `say` makes the titles, `write` the cards' texts by their numbers."""
    columns = list(_columns(stages, steps, say))
    lanes = [
        Lane(id=f"l{at}", order=key, role=role, title=say(role.value), caption=say("Apa di sini?"), hidden=hidden)
        for at, (key, role) in enumerate(zip(_keys(len(roles)), roles, strict=True))
    ]
    people = [_persona(at, key, say) for at, key in enumerate(_keys(personas))]
    place = partial(_place, columns=_only(columns, Step), lanes=lanes, spans=spans, in_one_cell=in_one_cell)
    notes = [
        Card(id=f"c{at}", order=key, text=write(at), **(place(at) if at < cards else {}))
        for at, key in enumerate(_keys(cards + parked))
    ]
    feelings = list(_feelings(_only(columns, Step), lanes, people, say))
    return Document([_map(say), *columns, *lanes, *people, *notes, *feelings, *_links(notes[:cards], links)])


def _map(say: Say) -> Map:
    facts = Facts(
        facilitator=say("Dewi Anggraini"),
        workshop=say("Lokakarya Mei"),
        date="2026-11-12",
        version=say("3"),
        sources=say("Wawancara"),
    )
    return Map(id="m", title=say("Memesan kopi"), scenario=say("Hari kerja"), state=State.FUTURE, facts=facts)


def _columns(stages: int, steps: int, say: Say) -> Iterator[Record]:
    for at, key in enumerate(_keys(stages)):
        yield Stage(id=f"s{at}", order=key, title=say("Membeli"), caption=say("10 menit"))
        for number, step in enumerate(_keys(steps)):
            yield Step(id=f"t{at}_{number}", order=step, stage=f"s{at}", title=say("Mengantre di kasir"))


def _persona(at: int, key: str, say: Say) -> Persona:
    return Persona(
        id=f"p{at}",
        order=key,
        name=say("Sari"),
        age=31,
        identity=say("Pegawai"),
        goals=tuple(say(goal) for goal in ("Cepat", "Murah", "Ramah", "Dekat", "Bersih")),
        quote=say("Saya tidak punya waktu"),
    )


def _place(at: int, columns: Sequence[Step], lanes: Sequence[Lane], spans: bool, in_one_cell: bool) -> dict[str, Any]:
    chance = Random(at)
    rows = [lane for lane in lanes if lane.role is not Role.EMOTION]
    column = 0 if in_one_cell else chance.randrange(len(columns))
    span = chance.randint(1, min(5, len(columns) - column)) if spans else 1
    marks = tuple(chance.sample(tuple(Mark), chance.randint(0, 4)))
    lane = rows[0] if in_one_cell else chance.choice(rows)
    return {"lane": lane.id, "step": columns[column].id, "span": span, "marks": marks}


def _feelings(columns: Sequence[Step], lanes: Sequence[Lane], people: Sequence[Persona], say: Say) -> Iterator[Emotion]:
    chance = Random(1)
    for lane in (lane for lane in lanes if lane.role is Role.EMOTION):
        for person in people:
            for step in columns:
                yield Emotion(
                    id=f"e{lane.id}{person.id}{step.id}",
                    order="a0",
                    lane=lane.id,
                    step=step.id,
                    value=chance.randint(-8, 8) / 4,
                    persona=person.id,
                    quote=say(chance.choice(("", "Wah, cepat ya", "Saya bingung harus ke loket mana dulu"))),
                )


def _links(cards: Sequence[Card], count: int) -> list[Link]:
    pairs = [(one, other) for at, one in enumerate(cards) for other in cards[at + 1 :]]
    chosen = Random(2).sample(pairs, min(count, len(pairs)))
    labels = ("", "memanggil", "kirim data pesanan ke kasir")
    return [
        Link(id=f"k{at}", source=one.id, target=other.id, both=at % 5 == 0, loop=at % 7 == 0, label=labels[at % 3])
        for at, (one, other) in enumerate(chosen)
    ]


def _keys(count: int) -> list[str]:
    return order.several(None, None, count)


def _only(records: Sequence[Record], kind: type[Step]) -> list[Step]:
    return [record for record in records if isinstance(record, kind)]


EXTREMES: dict[str, Callable[[], Document]] = {
    "sixty steps": lambda: crowded(12, 5, cards=150),
    "twenty-five lanes": lambda: crowded(roles=MANY, cards=60),
    "long cards": lambda: crowded(write=lambda at: long_text(500, at) if at % 3 else "Pendek"),
    "endless cards": lambda: crowded(write=lambda at: long_text(5000, at) if at % 7 == 0 else "Pendek"),
    "long words": lambda: crowded(say=lambda plain: f"{plain} {WORD}", write=lambda at: f"{WORD}{at}"),
    "a full cell": lambda: crowded(cards=12, in_one_cell=True),
    "long titles": lambda: crowded(say=lambda plain: f"{plain}: {long_text(500, len(plain))}"),
    "long titles, two curves": lambda: crowded(6, 1, say=lambda plain: long_text(500, len(plain)), personas=2),
    "all lanes hidden": lambda: crowded(hidden=True),
    "nothing": lambda: Document([Map(id="m")]),
    "lanes alone": lambda: Document(
        [Map(id="m"), Lane(id="l", order="a0"), Lane(id="f", order="a1", role=Role.EMOTION)]
    ),
    "stages without steps": lambda: crowded(steps=0, cards=0),
    "spans over stages": lambda: crowded(5, 3, cards=50, spans=True, links=30),
    "all parked": lambda: crowded(cards=0, parked=40),
    "links between all": lambda: crowded(cards=12, links=66),
    "two curves": lambda: crowded(4, 2, personas=2, links=12),
    "three curves": lambda: crowded(4, 2, personas=3, links=12),
}
