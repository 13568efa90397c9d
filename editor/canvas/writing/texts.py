"""What can be written in place: which member of which record, by which operation, and how it is set."""

from collections.abc import Callable
from typing import Any

import msgspec

from editor.session import Operation
from model.change import Change
from model.document import Document
from model.layout import cards as cards_layout
from model.layout.engine import Layout
from model.layout.style import LANES, PALE, STAGE_FILLS, WHITE, Metrics
from model.operations import card_content, emotions, lanes, links, maps, personas, stages, steps
from model.records import Card, Emotion, Id, Lane, Link, Map, Persona, Record, Role, Stage, Step

SizeOf = Callable[[Layout, Metrics], float]


class Writable(msgspec.Struct, frozen=True):
    """`member` of a record, changed by `edit(document, id, text)`. `style` is a key of `faces.CHAINS`; `size` gives
    points; `lines`: whether the text may have several; `middle`: whether they stand
    in the middle; `name`: the undo step's."""

    member: str
    edit: Operation
    style: str
    size: SizeOf
    name: str
    lines: bool = False
    middle: bool = False


def _edits(operation: Callable[..., Change], member: str) -> Operation:
    def edit(document: Document, key: Id, text: str) -> Change:
        return operation(document, key, **{member: text})

    return edit


def _edit_card(document: Document, key: Id, text: str) -> Change:
    return card_content.edit_cards(document, (key,), text=text)


def _edit_map(document: Document, _: Id, text: str) -> Change:
    return maps.edit_map(document, title=text)


WRITABLE: dict[type[Any], Writable] = {
    Card: Writable("text", _edit_card, "card", lambda layout, _: layout.size, "write_card", lines=True),
    Stage: Writable("title", _edits(stages.edit_stage, "title"), "bold", lambda _, m: m.stage, "write_title"),
    Step: Writable("title", _edits(steps.edit_step, "title"), "bold", lambda _, m: m.caption, "write_title"),
    Lane: Writable("title", _edits(lanes.edit_lane, "title"), "bold", lambda _, m: m.lane, "write_title"),
    Emotion: Writable(
        "quote",
        _edits(emotions.edit_emotion, "quote"),
        "italic",
        lambda _, m: m.caption,
        "write_quote",
        lines=True,
        middle=True,
    ),
    Link: Writable("label", _edits(links.edit_link, "label"), "italic", lambda _, m: m.caption, "write_label"),
    Persona: Writable("name", _edits(personas.edit_persona, "name"), "bold", lambda _, m: m.persona, "write_name"),
    Map: Writable("title", _edit_map, "bold", lambda _, m: m.title, "write_title"),
}


def ground(document: Document, record: Record) -> str:
    """The colour of the paper a text stands on."""
    if isinstance(record, Stage):
        return STAGE_FILLS[document.stages.index(record) % len(STAGE_FILLS)]
    if isinstance(record, Lane):
        return LANES[record.role].tint
    if isinstance(record, Emotion | Persona):
        return PALE
    return _card_ground(document, record) if isinstance(record, Card) else WHITE


def _card_ground(document: Document, card: Card) -> str:
    look = LANES[_role(document, card)]
    return look.tint if look.filled else WHITE


def margins(document: Document, card: Card, m: Metrics) -> tuple[float, float]:
    """Points left and right of the text of a card."""
    return cards_layout.text_margins(_role(document, card), m)


def top_margin(card: Card, m: Metrics) -> float:
    """Points above the text of a card, clear of its marks."""
    return max(m.card_pad_y, m.badge) if card.marks else m.card_pad_y


def _role(document: Document, card: Card) -> Role:
    lane = document.get(Lane, card.lane)
    return lane.role if lane else Role.OTHER
