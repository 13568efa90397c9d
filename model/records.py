"""What a map is made of: one frozen struct for each kind of record. This page is the schema of the file."""

from enum import StrEnum
from typing import Annotated, Any

import msgspec
from msgspec import Meta, field

Id = str
Feeling = Annotated[float, Meta(ge=-2, le=2)]
Score = Annotated[float, Meta(ge=0, le=10)]
Minutes = Annotated[float, Meta(ge=0)]


class Role(StrEnum):
    """What a lane is for. The three lines, the findings and the two views go by roles, never by lane names."""

    EMOTION = "emotion"
    EVIDENCE = "evidence"
    CUSTOMER_ACTIONS = "customer_actions"
    TOUCHPOINTS = "touchpoints"
    CHANNELS = "channels"
    THOUGHTS = "thoughts"
    FRONT_STAGE = "front_stage"
    FRONT_STAGE_TECHNOLOGY = "front_stage_technology"
    BACK_STAGE = "back_stage"
    SUPPORT = "support"
    PAIN_POINTS = "pain_points"
    OPPORTUNITIES = "opportunities"
    KPIS = "kpis"
    POLICIES = "policies"
    OTHER = "other"


class State(StrEnum):
    CURRENT = "current"
    FUTURE = "future"


class Mark(StrEnum):
    """A sign on a card (Shostack; Bitner, Ostrom and Morgan 2008)."""

    FAIL_POINT = "fail_point"
    WAIT_POINT = "wait_point"
    DECISION = "decision"
    MOMENT_OF_TRUTH = "moment_of_truth"


class EvidenceKind(StrEnum):
    FIGURE = "figure"
    QUOTE = "quote"
    OBSERVATION = "observation"
    ASSUMPTION = "assumption"


class Struct(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True, gc=False):
    """A value of the file. `extra` holds the members this version does not know; the codec writes them back flat."""

    extra: dict[str, Any] = field(default_factory=dict)


class Evidence(Struct, frozen=True, kw_only=True):
    """What supports a statement: a figure, a quote, an observation or only an assumption, and where it is from."""

    kind: EvidenceKind
    text: str = ""
    source: str = ""


class Facts(Struct, frozen=True, kw_only=True):
    """The small table at the top right of a page. `date` is ISO 8601 (YYYY-MM-DD)."""

    facilitator: str = ""
    workshop: str = ""
    date: str = ""
    version: str = ""
    sources: str = ""


class Ignored(Struct, frozen=True, kw_only=True):
    """A finding someone looked at and set aside, and why."""

    code: str
    records: tuple[Id, ...] = ()
    reason: str = ""


class Record(Struct, frozen=True, kw_only=True):
    """A value with an identity. Records refer to each other by id only."""

    id: Id


class Map(Record, frozen=True, kw_only=True):
    """The map itself: one a document. `language` is a BCP 47 tag and chooses the words on paper."""

    title: str = ""
    scenario: str = ""
    state: State | None = None
    language: str = "id"
    facts: Facts = field(default_factory=Facts)
    total_minutes: Minutes | None = None
    impact_axis: str = ""
    feasibility_axis: str = ""
    ignored: tuple[Ignored, ...] = ()


class Stage(Record, frozen=True, kw_only=True):
    """A phase of the journey: one or more steps. Without a caption the sum of its steps' times is shown."""

    order: str
    title: str = ""
    caption: str = ""
    note: str = ""
    guide: str = ""


class Step(Record, frozen=True, kw_only=True):
    """A column of the map."""

    stage: Id
    order: str
    title: str = ""
    minutes: Minutes | None = None


class Lane(Record, frozen=True, kw_only=True):
    """A row of the map. `guide` is the question a template asks; it is shown while editing and never printed."""

    order: str
    role: Role = Role.OTHER
    title: str = ""
    caption: str = ""
    guide: str = ""
    hidden: bool = False
    folded: bool = False


class Card(Record, frozen=True, kw_only=True):
    """A sticky note in the cell step x lane, over `span` steps to the right. Without a step it is parked."""

    order: str
    lane: Id | None = None
    step: Id | None = None
    span: Annotated[int, Meta(ge=1)] = 1
    text: str = ""
    note: str = ""
    marks: tuple[Mark, ...] = ()
    channel: str = ""
    digital: bool | None = None
    self_service: bool = False
    owner: str = ""
    department: str = ""
    author: str = ""
    due: str = ""
    evidence: tuple[Evidence, ...] = ()
    impact: Score | None = None
    feasibility: Score | None = None
    votes: Annotated[int, Meta(ge=0)] = 0
    minutes: Minutes | None = None
    url: str = ""
    picture: Id | None = None


class Emotion(Record, frozen=True, kw_only=True):
    """A marker on an emotion lane: how the customer feels in a step, -2 (very bad) to +2 (very good)."""

    order: str
    lane: Id
    step: Id
    value: Feeling = 0.0
    quote: str = ""
    note: str = ""
    persona: Id | None = None


class Link(Record, frozen=True, kw_only=True):
    """An arrow from card to card. `both`: an exchange both sides agree on. `loop`: leads back in time on purpose."""

    source: Id
    target: Id
    both: bool = False
    loop: bool = False
    label: str = ""


class Persona(Record, frozen=True, kw_only=True):
    """Whose journey it is. The first in order stands in the page header."""

    order: str
    name: str = ""
    age: Annotated[int, Meta(ge=0)] | None = None
    identity: str = ""
    habits: tuple[str, ...] = ()
    goals: tuple[str, ...] = ()
    motivation: str = ""
    quote: str = ""
    note: str = ""
    picture: Id | None = None


class Kpi(Record, frozen=True, kw_only=True):
    """A figure the organisation watches, in a stage, telling whether `cards` (pain points, opportunities) change."""

    order: str
    title: str = ""
    unit: str = ""
    baseline: float | None = None
    target: float | None = None
    actual: float | None = None
    stage: Id | None = None
    cards: tuple[Id, ...] = ()
    note: str = ""


class Asset(Record, frozen=True, kw_only=True):
    """A picture, kept by content: its id is "sha256:" and the digest of `data`. In the file `data` is base64."""

    type: str
    data: bytes


PREFIXES: dict[type[Record], str] = {
    Map: "m", Stage: "s", Step: "t", Lane: "l", Card: "c", Emotion: "e", Link: "k", Persona: "p", Kpi: "q",
    Asset: "sha256:",
}  # fmt: skip
