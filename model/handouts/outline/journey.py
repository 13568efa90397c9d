"""The journey in words: stage by stage, step by step, each step a table of its lanes."""

from collections.abc import Iterator, Sequence

import msgspec

from model.handouts.outline.details import details, emotion_details
from model.handouts.outline.telling import Telling
from model.handouts.prose import Block, Cell, Heading, Said, Table, cell
from model.layout.style import LANES
from model.records import Card, Emotion, Lane, Stage, Step

Row = tuple[Cell, Cell, Cell]
Shares = tuple[float, float, float]


class Told(msgspec.Struct, frozen=True):
    """A step, and the rows of its table."""

    step: Step
    rows: tuple[Row, ...]


_LANES = 0.24  # of a table's width
_DETAILS = (0.24, 0.46)  # what the details take of it at the least and at the most


def journey(tell: Telling) -> Iterator[Block]:
    """Every stage; where there is none, a sentence that says so."""
    told = [Told(step, tuple(_in_step(step, tell))) for step in tell.document.steps]
    shares = _shares([row for each in told for row in each.rows])
    for stage in tell.document.stages:
        yield from _stage(stage, [each for each in told if each.step.stage == stage.id], shares, tell)
    if not tell.document.stages:
        yield Heading(2, tell.say("journey"))
        yield Said(tell.say("journey.empty"), "quiet")


def _shares(rows: Sequence[Row]) -> Shares:
    """The columns of all steps' tables: the same throughout, cards and details by what they have to say."""
    card, more = (sum(len(said.text) for row in rows for said in row[at].said) for at in (1, 2))
    least, most = _DETAILS
    details = max(least, min(most, (1 - _LANES) * more / max(card + more, 1)))
    return _LANES, 1 - _LANES - details, details


def _stage(stage: Stage, steps: Sequence[Told], shares: Shares, tell: Telling) -> Iterator[Block]:
    yield Heading(2, tell.stage(stage), stage.id)
    if stage.caption.strip():
        yield Said(stage.caption, "quiet", record=stage.id, leads=bool(steps))
    if stage.note.strip():
        yield Said(tell.say("note", text=stage.note), record=stage.id, leads=bool(steps))
    if not steps:
        yield Said(tell.say("stage.empty"), "quiet")
    for each in steps:
        yield from _step(each.step, each.rows, shares, tell)


def _step(step: Step, rows: tuple[Row, ...], shares: Shares, tell: Telling) -> Iterator[Block]:
    yield Heading(3, tell.step(step), step.id)
    if step.minutes is not None:
        yield Said(tell.say("time", minutes=tell.minutes(step.minutes)), "quiet", record=step.id, leads=True)
    if rows:
        head = tuple(tell.say(key) for key in ("lane", "card", "details"))
        yield Table(head, rows, shares)
    else:
        yield Said(tell.say("step.empty"), "quiet")


def _in_step(step: Step, tell: Telling) -> Iterator[Row]:
    for lane in tell.lanes:
        yield from _rows(lane, step, tell)


def _rows(lane: Lane, step: Step, tell: Telling) -> Iterator[Row]:
    for emotion in tell.feelings.get((lane.id, step.id), ()):
        yield _named(lane, tell), *_emotion(emotion, tell)
    for card in tell.document.cards_in(lane.id, step.id):
        yield _named(lane, tell), *_card(card, tell)


def _named(lane: Lane, tell: Telling) -> Cell:
    return cell(tell.lane(lane), "strong", lane.id, LANES[lane.role].color)


def _emotion(emotion: Emotion, tell: Telling) -> tuple[Cell, Cell]:
    return cell(tell.feeling(emotion.value), record=emotion.id), Cell(tuple(emotion_details(emotion, tell)))


def _card(card: Card, tell: Telling) -> tuple[Cell, Cell]:
    """A card's text and what is known of it."""
    text = card.text if card.text.strip() else tell.say("untitled_card")
    return cell(text, record=card.id), Cell(tuple(details(card, tell)))
