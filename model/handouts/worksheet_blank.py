"""The blank map of a worksheet: stages, steps and lanes without anybody's answers, as the worksheet takes it along."""

import hashlib
from collections.abc import Iterator, Sequence

import msgspec

from model import order
from model.document import Document
from model.handouts.brief import Brief
from model.layout.grid import Column
from model.layout.view import lanes_shown, natural_view
from model.records import PREFIXES, Facts, Id, Lane, Map, Persona, Record, Role, Stage, Step
from resources.words import words

_STAGES = 5  # for a map that has none yet
_ROLES = (Role.CUSTOMER_ACTIONS, Role.TOUCHPOINTS, Role.THOUGHTS, Role.EMOTION, Role.PAIN_POINTS, Role.OPPORTUNITIES)


def blank(document: Document, brief: Brief, *, persona: bool, titles: bool) -> Document:
    """What of a map a worksheet shows. A map without stages gets five, one without lanes those of a journey, both with
    ids that are the same every time; `persona`, `titles`: as in WorksheetOptions."""
    map_ = document.map
    stages = document.stages or tuple(_stages(map_.id))
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


def is_made_up(record: Record, map_: Id) -> bool:
    """Whether a stage, step or lane was made for a worksheet, the map or the stage having none."""
    match record:
        case Step():
            return record.id == _made_id(Step, record.stage, 0)
        case Stage():
            return record.id in [each.id for each in _stages(map_)]
        case Lane():
            return record.id in [each.id for each in _usual_roles(map_)]
    return False


def _head(map_: Map) -> Map:
    facts = Facts(facilitator=map_.facts.facilitator, workshop=map_.facts.workshop, version=map_.facts.version)
    return Map(
        id=map_.id, title=map_.title, scenario=map_.scenario, state=map_.state, language=map_.language, facts=facts
    )  # fmt: skip


def _stages(map_: Id) -> Iterator[Stage]:
    for at, key in enumerate(order.several(None, None, _STAGES)):
        yield Stage(id=_made_id(Stage, map_, at), order=key)


def _steps(document: Document, stages: Sequence[Stage], *, titles: bool) -> Iterator[Step]:
    """The steps, and one for each stage that has none."""
    filled = {step.stage for step in document.steps}
    for step in document.steps:
        yield Step(id=step.id, stage=step.stage, order=step.order, title=step.title if titles else "")
    for stage in stages:
        if stage.id not in filled:
            yield Step(id=_made_id(Step, stage.id, 0), stage=stage.id, order=order.FIRST)


def _lanes(document: Document, brief: Brief) -> list[Lane]:
    shown = lanes_shown(document, brief.view or natural_view(document), brief.look.hidden)
    return [
        Lane(id=lane.id, order=lane.order, role=lane.role, title=lane.title, caption=lane.caption, guide=lane.guide)
        for lane in shown
    ]


def _usual_lanes(map_: Map, brief: Brief) -> list[Lane]:
    said = words("inspector", brief.language or map_.language)
    return [msgspec.structs.replace(lane, title=said(f"role.{lane.role}")) for lane in _usual_roles(map_.id)]


def _usual_roles(map_: Id) -> Iterator[Lane]:
    for at, (role, key) in enumerate(zip(_ROLES, order.several(None, None, len(_ROLES)), strict=True)):
        yield Lane(id=_made_id(Lane, map_, at), order=key, role=role)


def _personas(document: Document, brief: Brief) -> Iterator[Persona]:
    """The one the paper is about, by name."""
    chosen = document.get(Persona, brief.look.persona) or next(iter(document.personas), None)
    if chosen is not None and chosen.name:
        yield Persona(id=chosen.id, order=chosen.order, name=chosen.name)


def _made_id(kind: type[Record], of: Id, number: int) -> Id:
    digest = hashlib.sha256(f"{of} {number}".encode()).hexdigest()
    return f"{PREFIXES[kind]}_{digest[:12]}"
