"""How a record is called in few words: in lists, on buttons that lead to it, in choices."""

from collections.abc import Sequence
from typing import Any

from editor import plain
from editor.appearance.icons import role_icon
from editor.panels.inspector.choices import Offer
from editor.panels.inspector.typed import say
from editor.session import Session
from editor.speech import Speech
from model.document import Document
from model.records import (
    Card,
    Emotion,
    EvidenceKind,
    Id,
    Kpi,
    Lane,
    Link,
    Map,
    Persona,
    Record,
    Role,
    Stage,
    State,
    Step,
)

_paper = Speech("paper")


def name_of(document: Document, key: Id | None) -> str:
    """The name of a record in one line, never empty; for no record, that there is none."""
    record = document.records.get(key) if key is not None else None
    return (plain.one_line(_own_name(record)) or _by_place(document, record)) if record else say("none")


def _own_name(record: Record) -> str:
    match record:
        case Card():
            return record.text
        case Stage() | Step() | Lane() | Map() | Kpi():
            return record.title
        case Persona():
            return record.name
        case Emotion():
            return record.quote
        case Link():
            return record.label
    return ""


def _by_place(document: Document, record: Record) -> str:
    """What a record without words of its own is called."""
    match record:
        case Step():
            return say("name.step", number=document.columns[record.id] + 1)
        case Stage():
            return say("name.stage", number=document.stages.index(record) + 1)
        case Lane():
            return say(f"role.{record.role}")
        case Map():
            return _paper("untitled")
    return say(f"name.{type(record).__name__.lower()}")


def states(_session: Session) -> Sequence[Offer]:
    return [(state, say(f"state.{state or 'unknown'}"), None) for state in (None, *State)]


def roles(_session: Session) -> Sequence[Offer]:
    return [(role, say(f"role.{role}"), role_icon(role)) for role in Role]


def evidence_kinds(_session: Session) -> Sequence[Offer]:
    return [(kind, say(f"evidence.{kind}"), None) for kind in EvidenceKind]


def digital(_session: Session) -> Sequence[Offer]:
    """A touchpoint is digital, or it is not, or nobody said."""
    return [(value, say(f"digital.{value}".lower()), None) for value in (None, True, False)]


def languages(session: Session) -> Sequence[Offer]:
    """Those with words for paper, and the one the map is in."""
    tags = dict.fromkeys(("id", "en", session.document.map.language))
    return [(tag, say(f"language.{tag}") if f"language.{tag}" in say else tag, None) for tag in tags]


def nobody_or_personas(session: Session) -> Sequence[Offer]:
    return _one_of(session, session.document.personas)


def nowhere_or_stages(session: Session) -> Sequence[Offer]:
    return _one_of(session, session.document.stages)


def _one_of(session: Session, records: Sequence[Any]) -> list[Offer]:
    named = [(record.id, name_of(session.document, record.id), None) for record in records]
    return [(None, say("none"), None), *named]
