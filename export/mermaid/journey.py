"""What of a map a `journey` diagram holds: a section a stage, a task a step, its feeling as a score, its personas."""

import math
from collections.abc import Iterator, Sequence
from statistics import mean

import msgspec

from export.mermaid.words import clean, one_line
from model.document import Document
from model.records import Card, Emotion, Id, Role, Step

MIDDLE = 3
"""The score of neither good nor bad; also of a step nobody gave a feeling, since a task must have a score."""


class Task(msgspec.Struct, frozen=True):
    """A step. `score`: 1 to 5."""

    name: str
    score: int = MIDDLE
    actors: tuple[str, ...] = ()


class Section(msgspec.Struct, frozen=True):
    """A stage; without tasks where it has but one step of which there is nothing to tell."""

    title: str
    tasks: tuple[Task, ...] = ()


class Journey(msgspec.Struct, frozen=True):
    """All that a diagram says, in clean words."""

    title: str = ""
    scenario: str = ""
    sections: tuple[Section, ...] = ()


def journey_of(document: Document) -> Journey:
    """The journey of a map. Where its steps name but one, it is that one's throughout; where they name nobody, all
    personas'."""
    cast = _Cast(document)
    tasks = {step.id: _task(document, step, cast.of(step)) for step in document.steps}
    named = tuple(dict.fromkeys(name for task in tasks.values() for name in task.actors))
    if len(named) < 2:
        tasks = {key: msgspec.structs.replace(task, actors=named or cast.names) for key, task in tasks.items()}
    title = one_line(document.map.title)
    scenario = clean(document.map.scenario)
    sections = tuple(_sections(document, tasks))
    return Journey(title, scenario if scenario != title else "", sections)


def name_of(document: Document, step: Step) -> str:
    """The step's title, or what its customers do where it has none."""
    return clean(step.title) or clean("\n".join(card.text for card in actions_in(document, step)))


def actions_in(document: Document, step: Step) -> tuple[Card, ...]:
    """The customers' actions that begin in a step, lane by lane."""
    lanes = (lane for lane in document.lanes if lane.role is Role.CUSTOMER_ACTIONS)
    return tuple(card for lane in lanes for card in document.cards_in(lane.id, step.id))


def feelings_in(document: Document, step: Step) -> tuple[Emotion, ...]:
    """Every marker of a step."""
    found = (document.get(Emotion, key) for key in document.referring(step.id))
    return tuple(sorted((each for each in found if each is not None), key=lambda each: (each.order, each.id)))


def score_of(feelings: Sequence[Emotion]) -> int:
    """1 to 5 for -2 to +2; of several feelings the one between them."""
    return math.floor(mean(each.value for each in feelings) + MIDDLE + 0.5) if feelings else MIDDLE


def _sections(document: Document, tasks: dict[Id, Task]) -> Iterator[Section]:
    for stage in document.stages:
        title = clean(stage.title)
        steps = [step for step in document.steps if step.stage == stage.id]
        if len(steps) == 1 and _says_nothing(document, steps[0]):
            steps = []
        if title or steps:
            yield Section(title, tuple(tasks[step.id] for step in steps))


def _says_nothing(document: Document, step: Step) -> bool:
    return not name_of(document, step) and not feelings_in(document, step)


def _task(document: Document, step: Step, actors: tuple[str, ...]) -> Task:
    return Task(name_of(document, step), score_of(feelings_in(document, step)), actors)


class _Cast:
    """The personas of a map by their clean names, and who of them is named in a step."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._by_id = {persona.id: clean(persona.name) for persona in document.personas if clean(persona.name)}
        self.names = tuple(dict.fromkeys(self._by_id.values()))

    def of(self, step: Step) -> tuple[str, ...]:
        """Those whom a card of the step names and says nothing else, or else those whose feelings it has."""
        lanes = self._document.lanes if self.names else ()
        cards = (card for lane in lanes for card in self._document.cards_in(lane.id, step.id))
        named = [name for card in cards for name in self._named(clean(card.text))]
        felt = (self._by_id.get(each.persona or "", "") for each in feelings_in(self._document, step))
        return tuple(dict.fromkeys(name for name in named or felt if name))

    def _named(self, text: str) -> tuple[str, ...]:
        """The personas a text lists with commas between; none of them where it has any other word."""
        parts, found, at = text.split(", "), list[str](), 0
        while at < len(parts):
            ends = range(len(parts), at, -1)  # a name may have commas: "Sri Wahyuni, S.Kep"
            end = next((end for end in ends if ", ".join(parts[at:end]) in self.names), None)
            if end is None:
                return ()
            found.append(", ".join(parts[at:end]))
            at = end
        return tuple(found)
