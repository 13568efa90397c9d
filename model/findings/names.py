"""What records are called in a sentence: the beginning of their words, or a number where they have none."""

import unicodedata

from model.document import Document
from model.records import Card, Lane, Stage, Step
from resources.words import Words

LONGEST = 40
"""Letters of a text that are enough to know it by."""

JOINER = "\u200d"


def card_name(card: Card, words: Words) -> str:
    return quoted(card.text, words) if card.text.strip() else words("name.card")


def step_name(step: Step, document: Document, words: Words) -> str:
    """A step by its title; a nameless one that is all of its stage by that one's; others by their number."""
    stage = document.table(Stage)[step.stage]
    alone = sum(other.stage == stage.id for other in document.steps) == 1
    if not step.title.strip() and stage.title.strip() and alone:
        return stage_name(stage, document, words)
    return _named("step", step.title, document.columns[step.id], words)


def stage_name(stage: Stage, document: Document, words: Words) -> str:
    return _named("stage", stage.title, document.stages.index(stage), words)


def lane_name(lane: Lane, document: Document, words: Words) -> str:
    return _named("lane", lane.title, document.lanes.index(lane), words)


def quoted(text: str, words: Words) -> str:
    return words("name.quoted", text=shortened(text))


def shortened(text: str, most: int = LONGEST) -> str:
    """A text on one line of at most so many letters, cut between words where one is near, never within a letter."""
    line = " ".join(text.split())
    if len(line) <= most:
        return line
    cut = most - 1
    while cut > 1 and (unicodedata.combining(line[cut]) or JOINER in line[cut - 1 : cut + 1]):
        cut -= 1
    space = line.rfind(" ", most // 2, cut + 1)
    return f"{line[: space if space > 0 else cut].rstrip()}…"


def _named(kind: str, title: str, place: int, words: Words) -> str:
    return words(f"name.{kind}", name=quoted(title, words) if title.strip() else place + 1)
