"""Small maps for the tests of findings: a frame that nothing can be said against, and a few cards on it."""

from typing import Any

from model import order
from model.document import Document
from model.findings.finding import Code
from model.findings.search import find
from model.records import Card, Emotion, Lane, Link, Map, Persona, Record, Role, Stage, State, Step

BANDS = (Role.CUSTOMER_ACTIONS, Role.FRONT_STAGE, Role.BACK_STAGE, Role.SUPPORT)


def frame(*records: Record, roles: tuple[Role, ...] = (), steps: int = 3, **members: Any) -> Document:
    """Stages s1, s2 ... with a step t1, t2 ... each, a lane of each role with the role as its id, and these records."""
    keys = order.several(None, None, steps)
    lens = {"scenario": "Hari kerja", "state": State.CURRENT, **members}
    return Document(
        [
            Map(id="m", **lens),
            Persona(id="persona", order="a0", name="Sari"),
            *(Stage(id=f"s{at}", order=key, title=f"Tahap {at}") for at, key in enumerate(keys, 1)),
            *(Step(id=f"t{at}", stage=f"s{at}", order=key) for at, key in enumerate(keys, 1)),
            *(Lane(id=str(role), order=f"a{at:x}", role=role, title=str(role)) for at, role in enumerate(roles)),
            *records,
        ]
    )


def card(key: str, role: Role, step: str | None = "t1", **members: Any) -> Card:
    """A card on the lane of a role; one on a band has words, so that it can be told from the others."""
    return Card(id=key, order=members.pop("order", "a0"), lane=str(role), step=step, text=f"Kartu {key}", **members)


def feeling(step: str, value: float, **members: Any) -> Emotion:
    return Emotion(id=f"e-{step}", order="a0", lane=str(Role.EMOTION), step=step, value=value, **members)


def link(source: str, target: str, **members: Any) -> Link:
    return Link(id=f"{source}>{target}", source=source, target=target, **members)


def told(document: Document, code: Code) -> list[tuple[str, ...]]:
    """The records of each finding of a kind."""
    return [finding.records for finding in find(document) if finding.code is code]
