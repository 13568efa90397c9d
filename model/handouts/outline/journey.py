"""The journey in words: stage by stage, step by step, each step a table of its lanes."""

from collections.abc import Iterator

from model.handouts.outline.details import details, emotion_details
from model.handouts.outline.telling import Telling
from model.handouts.prose import Block, Cell, Heading, Said, Table, cell
from model.layout.style import LANES
from model.records import Card, Emotion, Lane, Stage, Step

Row = tuple[Cell, Cell, Cell]
SHARES = (0.24, 0.34, 0.42)


def journey(tell: Telling) -> Iterator[Block]:
    """Every stage; where there is none, a sentence that says so."""
    steps: dict[str, list[Step]] = {}
    for step in tell.document.steps:
        steps.setdefault(step.stage, []).append(step)
    for stage in tell.document.stages:
        yield from _stage(stage, steps.get(stage.id, []), tell)
    if not tell.document.stages:
        yield Heading(2, tell.say("journey"))
        yield Said(tell.say("journey.empty"), "quiet")


def _stage(stage: Stage, steps: list[Step], tell: Telling) -> Iterator[Block]:
    yield Heading(2, tell.stage(stage), stage.id)
    if stage.caption.strip():
        yield Said(stage.caption, "quiet", record=stage.id, leads=bool(steps))
    if stage.note.strip():
        yield Said(tell.say("note", text=stage.note), record=stage.id, leads=bool(steps))
    if not steps:
        yield Said(tell.say("stage.empty"), "quiet")
    for step in steps:
        yield from _step(step, tell)


def _step(step: Step, tell: Telling) -> Iterator[Block]:
    yield Heading(3, tell.step(step), step.id)
    if step.minutes is not None:
        yield Said(tell.say("time", minutes=tell.minutes(step.minutes)), "quiet", record=step.id, leads=True)
    if rows := tuple(row for lane in tell.lanes for row in _rows(lane, step, tell)):
        head = tuple(tell.say(key) for key in ("lane", "card", "details"))
        yield Table(head, rows, SHARES)
    else:
        yield Said(tell.say("step.empty"), "quiet")


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
