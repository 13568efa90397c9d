"""The blank map of a worksheet: stages, steps and lanes without anybody's answers, as the worksheet takes it along."""

from collections.abc import Iterator, Sequence

import msgspec

from model.document import Document
from model.handouts.brief import Brief
from model.importers.worksheet_made import made_lanes, made_stages, made_step
from model.layout.grid import Column
from model.layout.view import lanes_shown, natural_view
from model.records import Facts, Id, Lane, Map, Persona, Stage, Step
from resources.words import words


def blank(document: Document, brief: Brief, *, persona: bool, titles: bool) -> Document:
    """What of a map a worksheet shows. A map without stages gets five, one without lanes those of a journey, both with
    ids that are the same every time; `persona`, `titles`: as in WorksheetOptions."""
    map_ = document.map
    stages = document.stages or tuple(made_stages(map_.id))
    return Document([
        _head(map_),
        *(Stage(id=each.id, order=each.order, title=each.title if titles else "") for each in stages),
        *_steps(document, stages, titles=titles),
        *(_lanes(document, brief) or _usual_lanes(map_, brief)),
        *(_personas(document, brief) if persona else ()),
    ])  # fmt: skip


def columns(blank: Document, *, by_step: bool) -> tuple[Column, ...]:
    """One column a stage, or a step."""
    numbers = {stage.id: number for number, stage in enumerate(blank.stages, start=1)}
    if not by_step:
        return tuple(Column(stage, None, numbers[stage.id]) for stage in blank.stages)
    stages = blank.table(Stage)
    return tuple(Column(stages[step.stage], step, numbers[step.stage]) for step in blank.steps)


def key_of(column: Column) -> Id:
    """The id of the stage or step a column stands for."""
    record = column.step or column.stage
    assert record is not None  # `columns` makes none without either
    return record.id


def _head(map_: Map) -> Map:
    facts = Facts(facilitator=map_.facts.facilitator, workshop=map_.facts.workshop, version=map_.facts.version)
    return Map(
        id=map_.id, title=map_.title, scenario=map_.scenario, state=map_.state, language=map_.language, facts=facts
    )  # fmt: skip


def _steps(document: Document, stages: Sequence[Stage], *, titles: bool) -> Iterator[Step]:
    """The steps, and one for each stage that has none."""
    filled = {step.stage for step in document.steps}
    for step in document.steps:
        yield Step(id=step.id, stage=step.stage, order=step.order, title=step.title if titles else "")
    for stage in stages:
        if stage.id not in filled:
            yield made_step(stage.id)


def _lanes(document: Document, brief: Brief) -> list[Lane]:
    shown = lanes_shown(document, brief.view or natural_view(document), brief.look.hidden)
    return [
        Lane(id=lane.id, order=lane.order, role=lane.role, title=lane.title, caption=lane.caption, guide=lane.guide)
        for lane in shown
    ]


def _usual_lanes(map_: Map, brief: Brief) -> list[Lane]:
    said = words("inspector", brief.language or map_.language)
    return [msgspec.structs.replace(lane, title=said(f"role.{lane.role}")) for lane in made_lanes(map_.id)]


def _personas(document: Document, brief: Brief) -> Iterator[Persona]:
    """The one the paper is about, by name."""
    chosen = document.get(Persona, brief.look.persona) or next(iter(document.personas), None)
    if chosen is not None and chosen.name:
        yield Persona(id=chosen.id, order=chosen.order, name=chosen.name)
