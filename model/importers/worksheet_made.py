"""Stages, steps and lanes that are made for the worksheet of a map that has none: the same every time, so that answers
find them again."""

import hashlib
from collections.abc import Iterator

from model import order
from model.records import PREFIXES, Id, Lane, Record, Role, Stage, Step

_STAGES = 5
_ROLES = (Role.CUSTOMER_ACTIONS, Role.TOUCHPOINTS, Role.THOUGHTS, Role.EMOTION, Role.PAIN_POINTS, Role.OPPORTUNITIES)


def made_stages(map_: Id) -> Iterator[Stage]:
    """For a map without stages."""
    for at, key in enumerate(order.several(None, None, _STAGES)):
        yield Stage(id=_id(Stage, map_, at), order=key)


def made_step(stage: Id) -> Step:
    """For a stage without steps."""
    return Step(id=_id(Step, stage, 0), stage=stage, order=order.FIRST)


def made_lanes(map_: Id) -> Iterator[Lane]:
    """For a map without lanes: those of a journey, still without names."""
    for at, (role, key) in enumerate(zip(_ROLES, order.several(None, None, len(_ROLES)), strict=True)):
        yield Lane(id=_id(Lane, map_, at), order=key, role=role)


def is_made(record: Record, map_: Id) -> bool:
    """Whether a stage, step or lane was made so for this map."""
    match record:
        case Step():
            return record.id == made_step(record.stage).id
        case Stage():
            return record.id in [each.id for each in made_stages(map_)]
        case Lane():
            return record.id in [each.id for each in made_lanes(map_)]
    return False


def _id(kind: type[Record], of: Id, number: int) -> Id:
    digest = hashlib.sha256(f"{of} {number}".encode()).hexdigest()
    return f"{PREFIXES[kind]}_{digest[:12]}"
