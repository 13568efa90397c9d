"""What comes ahead of the journey: title, scenario, facts, personas, and which lanes there are."""

from collections.abc import Iterator

from model.handouts.outline.telling import Telling
from model.handouts.prose import Block, Cell, Heading, Said, Table, cell
from model.layout.style import LANES
from model.layout.view import natural_view
from model.records import Lane, Persona

NAMES = (0.24, 0.76)
"""Shares of a table of names and what they stand for."""


def about(tell: Telling) -> Iterator[Block]:
    """The map itself."""
    map_ = tell.document.map
    yield Heading(1, map_.title if map_.title.strip() else tell.paper("untitled"), map_.id)
    yield Said(tell.paper(f"view_{natural_view(tell.document)}"), "quiet")
    if map_.scenario.strip():
        yield Said(map_.scenario, record=map_.id)
    if "facts" in tell.parts and (facts := tuple(_facts(tell))):
        yield Table((), facts, NAMES)


def _facts(tell: Telling) -> Iterator[tuple[Cell, Cell]]:
    map_, paper, say = tell.document.map, tell.paper, tell.say
    facts = map_.facts
    rows = (
        (paper("facilitator"), facts.facilitator),
        (paper("workshop"), facts.workshop),
        (paper("date"), paper.date(facts.date)),
        (paper("version"), facts.version),
        (say("state"), paper(f"state_{map_.state}") if map_.state else ""),
        (paper("sources"), facts.sources),
        (say("total"), tell.minutes(map_.total_minutes) if map_.total_minutes is not None else ""),
        (say("axes"), "; ".join(axis for axis in (map_.impact_axis, map_.feasibility_axis) if axis.strip())),
    )
    for name, value in rows:
        if value.strip():
            yield cell(name, "strong"), cell(value, record=map_.id)


def personas(tell: Telling) -> Iterator[Block]:
    """Whose journey it is."""
    found = tell.personas if "persona" in tell.parts else ()
    if found:
        yield Heading(2, tell.say("personas", count=len(found)))
    for persona in found:
        yield Heading(3, tell.persona(persona), persona.id)
        if persona.quote.strip():
            yield Said(tell.say("quoted", text=persona.quote), "quote", record=persona.id)
        if rows := tuple(_persona_rows(persona, tell)):
            yield Table((), rows, NAMES)


def _persona_rows(persona: Persona, tell: Telling) -> Iterator[tuple[Cell, Cell]]:
    members = (
        ("identity", (persona.identity,)),
        ("goals", persona.goals),
        ("habits", persona.habits),
        ("motivation", (persona.motivation,)),
        ("notes", (persona.note,)),
    )
    for key, texts in members:
        said = tuple(Said(text, record=persona.id) for text in texts if text.strip())
        if said:
            yield cell(tell.say(key), "strong"), Cell(said)


def lanes(tell: Telling) -> Iterator[Block]:
    """The rows of the drawing, from top to bottom."""
    if tell.lanes:
        head = (tell.say("lane"), tell.say("lane.shows"), tell.say("lane.role"))
        yield Heading(2, tell.say("lanes"))
        yield Table(head, tuple(_lane(lane, tell) for lane in tell.lanes), (0.3, 0.4, 0.3))


def _lane(lane: Lane, tell: Telling) -> tuple[Cell, Cell, Cell]:
    role = tell.role(lane.role)
    kind = tell.say("lane.hidden", role=role) if lane.hidden else role
    title = cell(tell.lane(lane), "strong", lane.id, LANES[lane.role].color)
    return title, cell(lane.caption if lane.caption.strip() else "", record=lane.id), cell(kind, "quiet")
