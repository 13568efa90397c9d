"""A map from what the rows of a table came to. Whatever has no place goes to the parking lot; no word is dropped."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, TypeVar

import msgspec

from model.document import Document
from model.ids import new_id
from model.importers.imported import Note
from model.importers.tables import cells
from model.importers.tables.entries import Entry, Key, Spot
from model.order import several
from model.records import Card, Emotion, Evidence, EvidenceKind, Id, Lane, Map, Mark, Persona, Record, Role, Stage, Step

R = TypeVar("R", Stage, Step, Lane)
_LOWEST, _HIGHEST = -2.0, 2.0


class Built(msgspec.Struct):
    """The map in the making: spots to ids, what is to be said."""

    notes: list[Note]
    records: list[Record] = []
    personas: dict[str, Id] = {}


def build(entries: Sequence[Entry], head: Map, people: Sequence[Persona], notes: list[Note]) -> Document:
    """Stages, steps and lanes in the order of their numbers, or of their first rows; then what stands in them."""
    built = Built(notes)
    built.records += [head, *people]
    built.personas = {cells.folded(each.name): each.id for each in people if each.name}
    stages = _stages(entries)
    steps = _steps(entries, stages)
    lanes = _lanes(entries)
    built.records += [*stages.values(), *steps.values(), *lanes.values()]
    _fill(entries, steps, lanes, built)
    return Document(built.records)


def _ordered(entries: Iterable[Entry], spot_of: Callable[[Entry], Spot | None]) -> dict[Key, Entry]:
    """The first entry of each spot, by number; those without one stay where they came."""
    firsts: dict[Key, Entry] = {}
    for entry in entries:
        spot = spot_of(entry)
        if spot is not None:
            firsts.setdefault(spot.key, entry)
    return dict(sorted(firsts.items(), key=lambda item: item[0][0]))


def _stages(entries: Sequence[Entry]) -> dict[Key, Stage]:
    firsts = _ordered(entries, lambda entry: entry.stage)
    orders = several(None, None, len(firsts))
    return {
        key: Stage(id=new_id(Stage), order=order, title=entry.stage.title if entry.stage else "")
        for (key, entry), order in zip(firsts.items(), orders, strict=True)
    }


def _steps(entries: Sequence[Entry], stages: dict[Key, Stage]) -> dict[Key, Step]:
    firsts = _ordered((entry for entry in entries if entry.stage), lambda entry: entry.step)
    orders = several(None, None, len(firsts))
    return {
        key: Step(
            id=new_id(Step),
            stage=stages[entry.stage.key].id if entry.stage else "",
            order=order,
            title=entry.step.title if entry.step else "",
            minutes=_positive(entry.fields.get("step_minutes", "")),
        )
        for (key, entry), order in zip(firsts.items(), orders, strict=True)
    }


def _lanes(entries: Sequence[Entry]) -> dict[Key, Lane]:
    firsts = _ordered(entries, lambda entry: entry.lane)
    orders = several(None, None, len(firsts))
    return {
        key: Lane(
            id=new_id(Lane), order=order, title=entry.lane.title if entry.lane else "", role=entry.role or Role.OTHER
        )
        for (key, entry), order in zip(firsts.items(), orders, strict=True)
    }


def _fill(entries: Sequence[Entry], steps: dict[Key, Step], lanes: dict[Key, Lane], built: Built) -> None:
    """Cards and markers, each behind the others of its cell; evidence goes to the card above it."""
    orders = iter(several(None, None, len(entries)))
    for entry in entries:
        order = next(orders)
        if entry.sort in ("lane", "stage", "step"):
            continue
        step, lane = (
            steps.get(entry.step.key) if entry.step else None,
            lanes.get(entry.lane.key) if entry.lane else None,
        )
        if entry.sort == "evidence":
            _add_evidence(entry, built)
        elif entry.sort == "emotion" and step and lane:
            built.records.append(_emotion(entry, order, step, lane, built))
        else:
            built.records.append(_card(entry, order, step, lane, built))


def _card(entry: Entry, order: str, step: Step | None, lane: Lane | None, built: Built) -> Card:
    placed = step is not None and lane is not None and entry.sort != "parked"
    if not placed and entry.sort != "parked":
        built.notes.append(Note(entry.line, "row_parked", {"text": entry.fields.get("text", "")[:60]}))
    said = entry.fields
    return Card(
        id=new_id(Card),
        order=order,
        lane=lane.id if placed and lane else None,
        step=step.id if placed and step else None,
        text=said.get("text", "") or said.get("quote", "") if not placed else said.get("text", ""),
        note=said.get("note", ""),
        marks=tuple(_marks(entry, built)),
        span=_whole(said.get("span", ""), least=1) or 1 if placed else 1,
        channel=said.get("channel", ""),
        digital=_yes(said.get("digital", "")),
        self_service=_yes(said.get("self_service", "")) or False,
        owner=said.get("owner", ""),
        department=said.get("department", ""),
        author=said.get("author", ""),
        due=said.get("due", ""),
        votes=_whole(said.get("votes", ""), least=0) or 0,
        impact=_score(entry, "impact", built),
        feasibility=_score(entry, "feasibility", built),
        minutes=_positive(said.get("minutes", "")),
        url=said.get("url", ""),
    )


def _emotion(entry: Entry, order: str, step: Step, lane: Lane, built: Built) -> Emotion:
    value = cells.number(entry.fields.get("feeling", "")) or 0.0
    kept = min(max(value, _LOWEST), _HIGHEST)
    if kept != value:
        built.notes.append(Note(entry.line, "feeling_clamped", {"value": cells.written(value)}))
    name = entry.fields.get("persona", "")
    return Emotion(
        id=new_id(Emotion), order=order, lane=lane.id, step=step.id, value=kept, quote=entry.fields.get("quote", ""),
        note=entry.fields.get("note", ""), persona=_persona(name, built) if name.strip() else None,
    )  # fmt: skip


def _persona(name: str, built: Built) -> Id:
    """The persona of a name; a new one where nobody has it."""
    found = built.personas.get(cells.folded(name))
    if found is None:
        made = Persona(id=new_id(Persona), order=several(None, None, len(built.personas) + 1)[-1], name=name)
        built.records.append(made)
        found = built.personas[cells.folded(name)] = made.id
    return found


def _add_evidence(entry: Entry, built: Built) -> None:
    card = built.records[-1]
    kind = cells.evidence_kinds().get(cells.folded(entry.fields.get("marks", "")), EvidenceKind.ASSUMPTION)
    made = Evidence(kind=kind, text=entry.fields.get("text", ""), source=entry.fields.get("note", ""))
    if isinstance(card, Card):
        built.records[-1] = msgspec.structs.replace(card, evidence=(*card.evidence, made))
    else:
        built.notes.append(Note(entry.line, "row_parked", {"text": made.text[:60]}))
        text = " — ".join(part for part in (made.text, made.source) if part)
        built.records.append(Card(id=new_id(Card), order=several(None, None, 1)[0], text=text, evidence=(made,)))


def _marks(entry: Entry, built: Built) -> Iterator[Mark]:
    for name in filter(None, map(str.strip, entry.fields.get("marks", "").split(","))):
        mark = cells.marks().get(cells.folded(name))
        if mark is None:
            built.notes.append(Note(entry.line, "mark_unknown", {"text": name}))
        else:
            yield mark


def _score(entry: Entry, name: str, built: Built) -> float | None:
    value = cells.number(entry.fields.get(name, ""))
    if value is None or 0 <= value <= 10:
        return value
    built.notes.append(Note(entry.line, "score_beyond", {"value": cells.written(value)}))
    return min(max(value, 0.0), 10.0)


def _whole(cell: str, least: int) -> int | None:
    value: Any = cells.number(cell)
    return None if value is None else max(least, int(value))


def _positive(cell: str) -> float | None:
    value = cells.number(cell)
    return value if value is not None and value >= 0 else None


def _yes(cell: str) -> bool | None:
    return cells.yes_no().get(cells.folded(cell))
