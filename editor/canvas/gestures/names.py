"""What the things on a map are called at the pointer: their titles, or where they stand."""

from editor.plain import one_line
from editor.speech import Speech
from model.document import Document
from model.records import Card, Id, Lane, Stage, Step

_say = Speech("canvas")
_roles = Speech("palette")

_LONGEST = 32  # letters


def stage_name(document: Document, key: Id) -> str:
    """A stage's title, or its number."""
    stage = document.table(Stage)[key]
    return _quoted(stage.title) or _say("stage_number", number=document.stages.index(stage) + 1)


def step_name(document: Document, key: Id) -> str:
    """A step's title, or its number from the left."""
    return _quoted(document.table(Step)[key].title) or _say("step_number", number=document.columns[key] + 1)


def lane_name(document: Document, key: Id) -> str:
    """A lane's title, or what it is for."""
    lane = document.table(Lane)[key]
    return _quoted(lane.title) or _roles(f"role.{lane.role}")


def card_name(document: Document, key: Id) -> str:
    """What a card says, or that it says nothing."""
    return _quoted(document.table(Card)[key].text) or _say("empty_card")


def steps_range(first: int, last: int) -> str:
    """Steps by their numbers from the left, counted from 0: "langkah 2–4"."""
    if first == last:
        return _say("step_number", number=first + 1)
    return _say("steps_range", first=first + 1, last=last + 1)


def _quoted(text: str) -> str:
    """The text in quotation marks, cut to what can be read in passing; nothing where there is none."""
    line = one_line(text)
    if not line:
        return ""
    return f"“{line}”" if len(line) <= _LONGEST else f"“{line[:_LONGEST].rstrip()}…”"
