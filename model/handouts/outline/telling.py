"""What things are called where a map is told in words."""

from collections.abc import Iterator
from functools import cached_property

from model.document import Document
from model.findings.names import shortened
from model.handouts.brief import Brief
from model.layout.look import HEADER_PARTS
from model.layout.view import View, lanes_shown
from model.records import Card, Emotion, Id, Lane, Mark, Persona, Role, Stage, Step
from resources.words import words

_SHORT = 80  # letters of a card that is only referred to


class Telling:
    """A map, the lanes of it that are told, and the words of a language; each name is put together once.

    `view`: only the lanes of one view. `hidden`: lanes left out; those hidden in the map are told. `persona`: only hers
    or his and nobody's feelings. `parts`: some of `look.HEADER_PARTS`.
    """

    def __init__(
        self,
        document: Document,
        language: str,
        view: View | None = None,
        hidden: frozenset[Id] = frozenset(),
        persona: Id | None = None,
        parts: frozenset[str] = frozenset(HEADER_PARTS),
    ) -> None:
        self.document, self.parts = document, parts
        self.personas = tuple(each for each in document.personas if persona in (None, each.id))
        self._persona = persona
        self.say, self.paper, self._called = (words(room, language) for room in ("report", "paper", "structure"))
        every = tuple(lane for lane in document.lanes if lane.id not in hidden)
        self.lanes: tuple[Lane, ...] = every if view is None else lanes_shown(document, view, hidden)
        self.told = frozenset(lane.id for lane in self.lanes)

    @cached_property
    def feelings(self) -> dict[tuple[Id, Id], tuple[Emotion, ...]]:
        """The markers of each cell of the emotion lanes, by lane and step."""
        found: dict[tuple[Id, Id], tuple[Emotion, ...]] = {}
        for lane in self.lanes:
            for emotion in self._markers(lane):
                place = lane.id, emotion.step
                found[place] = (*found.get(place, ()), emotion)
        return found

    def _markers(self, lane: Lane) -> Iterator[Emotion]:
        every = self.document.emotions_in(lane.id)
        return (each for each in every if self._persona is None or each.persona in (None, self._persona))

    @cached_property
    def _numbers(self) -> dict[Id, int]:
        """The places of stages, lanes and personas, from 1."""
        kinds = (self.document.stages, self.document.lanes, self.document.personas)
        return {record.id: number for kind in kinds for number, record in enumerate(kind, start=1)}

    def stage(self, stage: Stage) -> str:
        """Such as "1. Awareness", or "Stage 1"."""
        return self._titled("stage", stage.title, self._numbers[stage.id])

    def step(self, step: Step) -> str:
        """Such as "Step 3: Asks a friend", or "Step 3"; steps are counted through the whole map."""
        return self._titled("step", step.title, self.document.columns[step.id] + 1)

    def lane(self, lane: Lane) -> str:
        """A lane's title, or what it is for."""
        return lane.title if lane.title.strip() else self.role(lane.role)

    def role(self, role: Role) -> str:
        return self._called(f"role.{role}")

    def mark(self, mark: Mark) -> str:
        return self._called(f"mark.{mark}")

    def persona(self, persona: Persona) -> str:
        """Such as "Sari, aged 34"."""
        name = persona.name if persona.name.strip() else self.say("persona", number=self._numbers[persona.id])
        return name if persona.age is None else self.say("aged", name=name, age=persona.age)

    def card(self, card: Card) -> str:
        """A card that is referred to: the beginning of its text in quotes."""
        text = shortened(card.text, _SHORT)
        return self.say("quoted", text=text) if text else self.say("untitled_card")

    def where(self, card: Card) -> str:
        """Such as "Step 3: Asks a friend, Front stage", or the parking lot."""
        step, lane = self.document.get(Step, card.step), self.document.get(Lane, card.lane)
        if step is None or lane is None:
            return self.paper("parked")
        return self.say("place", step=self.step(step), lane=self.lane(lane))

    def minutes(self, minutes: float) -> str:
        return self.say("minutes", count=minutes, minutes=self.say.number(minutes))

    def feeling(self, value: float) -> str:
        """Such as "very bad (-2)"."""
        named = self.say(f"feeling.{max(-2, min(2, round(value)))}")
        return self.say("feeling", name=named, value=self.say.number(value))

    def _titled(self, kind: str, title: str, number: int) -> str:
        if title.strip():
            return self.say(f"{kind}.titled", number=number, title=title)
        return self.say(kind, number=number)


def asked(document: Document, brief: Brief) -> Telling:
    """The map as a brief wants it told."""
    look = brief.look
    language = brief.language or document.map.language
    return Telling(document, language, brief.view, look.hidden, look.persona, look.header)
