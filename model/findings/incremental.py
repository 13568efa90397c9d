"""After a change: the context brought up to it, and which findings it may have touched."""

from collections.abc import Iterable, Iterator, Mapping

import msgspec

from model.change import Change
from model.findings.context import NAMED, Context
from model.findings.grid import Key
from model.findings.registry import Part
from model.records import Card, Emotion, Id, Kpi, Lane, Link, Map, Persona, Record, Stage, Step

Pair = tuple[Record | None, Record | None]
"""A record before and after a change; None where it was not, or is no more."""

PARTS: dict[type[Record], Part] = {
    Map: Part.MAP, Step: Part.TIMES, Link: Part.LINKS, Emotion: Part.EMOTIONS, Persona: Part.PERSONAS,
}  # fmt: skip
FRAME = ("order", "stage", "role")
PLACE = ("lane", "step", "span", "order", "marks")


class Touched(msgspec.Struct):
    """What must be looked at again: parts of the map, single cards and links, and what stands in some steps."""

    parts: Part = Part(0)
    cards: set[Id] = msgspec.field(default_factory=set)
    links: set[Id] = msgspec.field(default_factory=set)
    steps: set[Id] = msgspec.field(default_factory=set)


def follow(context: Context, change: Change) -> Touched:
    """Bring the context up to a change that its document has just made."""
    touched, pairs = Touched(), list(_pairs(change))
    for before, after in pairs:
        touched.parts |= _part(before, after)
        _follow_link(context, before, after, touched)
        _follow_kpi(context, before, after, touched)
    frame = [pair for pair in pairs if isinstance(pair[0] or pair[1], Stage | Step | Lane)]
    if any(_differ(*pair, FRAME) for pair in frame):
        _follow_frame(context, touched)
    for before, after in pairs:
        if isinstance(before or after, Card):
            _follow_card(context, _card(before), _card(after), touched)
    if Part.FRAME in touched.parts:
        _stretch_anew(context, touched)
    if Part.LINKS in touched.parts:
        context.forget_banded()
    for step in touched.steps:
        touched.cards.update(context.grid.in_step(step))
    return touched


def _part(before: Record | None, after: Record | None) -> Part:
    record = before if before is not None else after
    return PARTS.get(type(record), Part(0)) if record is not None else Part(0)


def _pairs(change: Change) -> Iterator[Pair]:
    yield from ((before, None) for before in change.removed.values())
    yield from change.updated.values()
    yield from ((None, after) for after in change.added.values())


def _follow_link(context: Context, before: Record | None, after: Record | None, touched: Touched) -> None:
    for link, keep in ((before, context.unlink), (after, context.link)):
        if isinstance(link, Link):
            keep(link)
            touched.links.add(link.id)
            touched.cards.update((link.source, link.target))


def _follow_kpi(context: Context, before: Record | None, after: Record | None, touched: Touched) -> None:
    for kpi in (before, after):
        if isinstance(kpi, Kpi):
            context.read_watched()
            touched.cards.update(kpi.cards)


def _follow_frame(context: Context, touched: Touched) -> None:
    """Columns and rows anew. A role that comes, goes or changes has everything looked at again."""
    grid = context.grid
    roles, used, columns, rows = grid.role, set(grid.lanes), grid.column_keys, grid.row_keys
    grid.arrange()
    touched.parts |= Part.FRAME
    if used != set(grid.lanes) or any(roles[lane] is not grid.role[lane] for lane in roles.keys() & grid.role.keys()):
        touched.parts |= Part.LINKS
        touched.cards.update(context.document.table(Card))
        touched.links.update(context.document.table(Link))
    steps, lanes = _moved(columns, grid.column_keys), _moved(rows, grid.row_keys)
    for (lane, step), cards in grid.standing.items() if steps or lanes else ():
        if lane in lanes or step in steps:
            _ask_with_links(context, cards, touched)


def _moved(before: Mapping[Id, Key], after: Mapping[Id, Key]) -> set[Id]:
    """The columns or rows that stand elsewhere among the others."""
    return {key for key, place in before.items() if key in after and after[key] != place}


def _follow_card(context: Context, before: Card | None, after: Card | None, touched: Touched) -> None:
    for card, note in ((before, context.forget_names), (after, context.note_names)):
        if card is not None:
            note(card)
            touched.cards.add(card.id)
    if _differ(before, after, NAMED):
        touched.parts |= Part.NAMES
    if _differ(before, after, PLACE):
        touched.parts |= Part.CARDS
        _move(context, before, after, touched)


def _move(context: Context, before: Card | None, after: Card | None, touched: Touched) -> None:
    """Stand a card elsewhere, and have its cells, its neighbours and its links looked at again."""
    lane = None
    if before is not None:
        lane = context.grid.lane.get(before.id)
        touched.steps.update(context.grid.take(before.id))
    if after is None:
        return
    context.grid.put(after)
    touched.steps.update(context.grid.cover(after.id))
    if after.id in context.graph and context.grid.lane.get(after.id) != lane:
        touched.parts |= Part.LINKS
    _ask_neighbours(context, after.id, touched)


def _ask_neighbours(context: Context, card: Id, touched: Touched) -> None:
    touched.cards.update(context.neighbours(card))
    _ask_with_links(context, (card,), touched)


def _ask_with_links(context: Context, cards: Iterable[Id], touched: Touched) -> None:
    for card in cards:
        touched.cards.add(card)
        if card in context.graph:
            touched.links.update(link.id for link in context.document.links_of(card))


def _stretch_anew(context: Context, touched: Touched) -> None:
    """Stand cards that lie over several steps in those that are now to their right."""
    for key in tuple(context.grid.stretched):
        before = context.grid.take(key)
        context.grid.put(context.document.table(Card)[key])
        after = context.grid.cover(key)
        if before != after:
            touched.steps.update((*before, *after))
            _ask_neighbours(context, key, touched)


def _differ(before: Record | None, after: Record | None, members: Iterable[str]) -> bool:
    """Whether a record came or went, or one of these members changed."""
    if before is None or after is None:
        return True
    return any(getattr(before, member, None) != getattr(after, member, None) for member in members)


def _card(record: Record | None) -> Card | None:
    return record if isinstance(record, Card) else None
