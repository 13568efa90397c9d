"""A journey as Mermaid has it as a map: sections are stages, tasks are steps with a card, scores are feelings.

Who takes part. Mermaid's actors stand under each task, and a facilitator wants two things of them: whose journey it is,
and who is there in which step. So each becomes a persona, in order of appearance, and (`actors="lane"`) a lane shows
them step by step, one card a step. With one actor in the whole diagram that lane would say the same in each cell: the
persona alone does. `actors="personas"` draws one emotion curve a persona instead, through the steps they take part in.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from model import order
from model.document import Document
from model.ids import new_id
from model.importers.imported import Actors, Note
from model.importers.mermaid.journey import Journey, Section, Task
from model.importers.mermaid.scores import feeling
from model.importers.mermaid.text import shortened
from model.records import Card, Emotion, Id, Lane, Map, Persona, Record, Role, Stage, Step
from resources.words import Words, words


@dataclass
class _Plan:
    """What the records of one import share: the lanes and personas they refer to, and the ids given out so far."""

    words: Words
    actions: Lane
    emotions: Lane
    actors: Lane | None
    personas: dict[str, Persona]
    by_persona: bool
    given: set[Id]
    notes: list[Note]

    def id_for(self, kind: type[Record]) -> Id:
        """A fresh id; new_id alone would meet itself in one import of 5,000 tasks out of 20,000."""
        fresh = new_id(kind)
        while fresh in self.given:
            fresh = new_id(kind)
        self.given.add(fresh)
        return fresh


def map_of(journey: Journey, *, language: str, name: str, actors: Actors) -> tuple[Document, list[Note]]:
    """The map of a journey, titled `name` when the diagram has no title, and what had to be guessed or changed."""
    plan = _plan(journey, words("imports", language), actors)
    sections = journey.sections or [Section(0, "", stated=False)]
    if not journey.sections:
        plan.notes.append(Note(0, "journey_empty"))
    title, scenario = _head(journey, name, plan.notes)
    records: list[Record] = [Map(id=new_id(Map), title=title, scenario=scenario, language=language)]
    records += [lane for lane in (plan.actions, plan.actors, plan.emotions) if lane]
    records += plan.personas.values()
    for section, key in zip(sections, order.several(None, None, len(sections)), strict=True):
        ahead = journey.comments if section is sections[0] else []
        records += _stage(plan, section, key, [*ahead, *section.remarks])
    records += _parked(plan, journey)
    return Document(records), plan.notes


def _plan(journey: Journey, words: Words, actors: Actors) -> _Plan:
    names = journey.actors
    keys = iter(order.several(None, None, 3))
    plan = _Plan(
        words=words,
        actions=_lane(words, Role.CUSTOMER_ACTIONS, "lane.actions", next(keys)),
        actors=_lane(words, Role.OTHER, "lane.actors", next(keys)) if actors == "lane" and len(names) > 1 else None,
        emotions=_lane(words, Role.EMOTION, "lane.emotions", next(keys)),
        personas={},
        by_persona=actors == "personas",
        given=set(),
        notes=[],
    )
    for each, key in zip(names, order.several(None, None, len(names)), strict=True):
        plan.personas[each] = Persona(id=plan.id_for(Persona), order=key, name=each)
    return plan


def _lane(words: Words, role: Role, title: str, key: str) -> Lane:
    return Lane(id=new_id(Lane), order=key, role=role, title=words(title))


def _head(journey: Journey, name: str, notes: list[Note]) -> tuple[str, str]:
    """The map's title and scenario; of the text for screen readers, the short one stands in for a missing title."""
    summaries = list(dict.fromkeys(journey.summaries))
    title = journey.title or (summaries[0] if summaries else name)
    if not journey.title:
        code = "title_from_summary" if summaries else "title_from_name" if name else "title_missing"
        notes.append(Note(0, code, {"title": shortened(title)}))
    scenario = [each for each in (*summaries, *dict.fromkeys(journey.descriptions)) if each != title]
    return title, "\n".join(scenario)


def _stage(plan: _Plan, section: Section, key: str, remarks: Sequence[str]) -> Iterator[Record]:
    """A stage, its steps, and what stands in them; without tasks it gets the one empty step a stage needs."""
    stage = Stage(id=plan.id_for(Stage), order=key, title=section.title, note="\n".join(remarks))
    yield stage
    keys = order.several(None, None, max(1, len(section.tasks)))
    if not section.tasks:
        if section.stated:
            plan.notes.append(Note(section.line, "stage_empty", {"title": shortened(section.title)}))
        yield Step(id=plan.id_for(Step), stage=stage.id, order=keys[0])
    for task, step_key in zip(section.tasks, keys, strict=False):
        step = Step(id=plan.id_for(Step), stage=stage.id, order=step_key, title=task.name)
        yield step
        yield from _cell(plan, task, step)


def _cell(plan: _Plan, task: Task, step: Step) -> Iterator[Record]:
    """The card of a task, who takes part, and how it feels."""
    remarks = list(task.remarks)
    if plan.by_persona and task.actors and task.score is None:
        remarks.append(", ".join(task.actors))
        plan.notes.append(Note(task.line, "actors_kept", {"task": shortened(task.name)}))
    yield Card(
        id=plan.id_for(Card),
        order=order.FIRST,
        lane=plan.actions.id,
        step=step.id,
        text=task.name,
        note="\n".join(remarks),
    )
    if plan.actors and task.actors:
        names = ", ".join(task.actors)
        yield Card(id=plan.id_for(Card), order=order.FIRST, lane=plan.actors.id, step=step.id, text=names)
    if task.score is not None:
        yield from _emotions(plan, task, step, task.score)


def _emotions(plan: _Plan, task: Task, step: Step, score: float) -> Iterator[Emotion]:
    """The marker of a task, or one for each persona; a score off the scale is kept in words beside it."""
    value, code = feeling(score)
    note = ""
    if code:
        note = plan.words("score_in_file", score=task.figure)
        plan.notes.append(Note(task.line, code, {"score": shortened(task.figure), "task": shortened(task.name)}))
    personas = [plan.personas[name].id for name in task.actors] if plan.by_persona else []
    owners: Sequence[Id | None] = personas or [None]
    for owner, key in zip(owners, order.several(None, None, len(owners)), strict=True):
        yield Emotion(
            id=plan.id_for(Emotion),
            order=key,
            lane=plan.emotions.id,
            step=step.id,
            value=value,
            note=note,
            persona=owner,
        )


def _parked(plan: _Plan, journey: Journey) -> Iterator[Card]:
    """The parking lot: a card for each line that is no part of a journey."""
    for text, key in zip(journey.aside, order.several(None, None, len(journey.aside)), strict=True):
        yield Card(id=plan.id_for(Card), order=key, text=text)
