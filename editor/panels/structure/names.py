"""What a row of the tree says, to the eye and to a screen reader."""

from editor.panels.structure.outline import Group, Key, below
from editor.plain import one_line
from editor.speech import Speech
from model.document import Document
from model.layout.icons import MARK_ICONS, ROLE_ICONS
from model.records import Card, Emotion, Id, Kpi, Lane, Link, Map, Persona, Record, Role, Stage, Step

say = Speech("structure")

_GROUP_ICONS = {
    Group.ROOT: "map", Group.PERSONAS: "user", Group.PARKED: "square-parking", Group.LANES: "layers",
    Group.KPIS: "gauge",
}  # fmt: skip


def name(document: Document, key: Key) -> str:
    """The words of a row, on one line."""
    if isinstance(key, Group):
        return say(f"group.{key.name.lower()}", count=say.number(len(below(document, key))))
    if isinstance(key, tuple):
        return lane_name(document.table(Lane)[key[1]])
    return _record_name(document, document.records[key])


def _record_name(document: Document, record: Record) -> str:
    match record:
        case Map():
            return _or(record.title, "map.untitled")
        case Stage():
            return _or(record.title, "stage.untitled", number=document.stages.index(record) + 1)
        case Step():
            return _step_row(document, record)
        case Lane():
            return _lane_row(record)
        case Card():
            return _or(record.text, "card.untitled")
        case Emotion():
            return _emotion_row(document, record)
        case Link():
            return _link_row(document, record)
        case Persona():
            return _or(record.name, "persona.untitled", number=document.personas.index(record) + 1)
        case Kpi():
            return _or(record.title, "kpi.untitled")
    raise TypeError(f"no row for a {type(record).__name__}")


def spoken(document: Document, key: Key) -> str:
    """A row as a screen reader says it: what it is, where it stands, then its words."""
    if isinstance(key, Group):
        return name(document, key)
    if isinstance(key, tuple):
        step, lane = key
        return say("spoken.cell", lane=lane_name(document.table(Lane)[lane]), step=step_name(document, step))
    return _spoken(document, document.records[key])


def _spoken(document: Document, record: Record) -> str:
    words = _record_name(document, record)
    match record:
        case Card(lane=lane, step=step) if lane is not None and step is not None:
            place = {"lane": lane_name(document.table(Lane)[lane]), "step": step_name(document, step)}
            return "; ".join((say("spoken.card", text=words, **place), *map(_mark, record.marks)))
        case Card():
            return "; ".join((say("spoken.parked", text=words), *map(_mark, record.marks)))
        case Emotion():
            return say("spoken.emotion", text=words, step=step_name(document, record.step))
        case Step():
            return say("spoken.step", text=_or(record.title, "spoken.empty"), number=_number(document, record.id))
        case Link():
            return say("spoken.link", text=words)
    return say(f"spoken.{type(record).__name__.lower()}", text=words)


def _mark(mark: str) -> str:
    return say(f"mark.{mark}")


def lane_name(lane: Lane) -> str:
    """A lane by its title; a nameless one by what it is for."""
    return _or(lane.title, f"role.{lane.role}")


def step_name(document: Document, step: Id) -> str:
    """A step by its number, and by its title where it has one."""
    title = one_line(document.table(Step)[step].title)
    key = "step.titled" if title else "step.untitled"
    return say(key, number=_number(document, step), title=title)


def _step_row(document: Document, step: Step) -> str:
    title, number = one_line(step.title), _number(document, step.id)
    return say("row.step", number=number, title=title) if title else say("row.step.untitled", number=number)


def _number(document: Document, step: Id) -> int:
    return document.columns[step] + 1


def _lane_row(lane: Lane) -> str:
    key = "lane.hidden" if lane.hidden else "lane.folded" if lane.folded else "lane.shown"
    return say(key, title=lane_name(lane))


def _emotion_row(document: Document, emotion: Emotion) -> str:
    persona = document.get(Persona, emotion.persona)
    whose = one_line(persona.name) if persona is not None else ""
    words = say("row.emotion.of" if whose else "row.emotion", value=feeling(emotion.value), persona=whose)
    quote = one_line(emotion.quote)
    return say("row.quoted", text=words, quote=quote) if quote else words


def feeling(value: float) -> str:
    """1.5 as +1,5 in Indonesian; nothing is before a 0."""
    sign = "+" if value > 0 else "−" if value < 0 else ""
    return sign + say.number(abs(value))


def _link_row(document: Document, link: Link) -> str:
    target = _record_name(document, document.records[link.target])
    words = f"{'↔' if link.both else '→'} {target}"
    label = one_line(link.label)
    return say("row.labelled", text=words, label=label) if label else words


def _or(text: str, otherwise: str, **details: object) -> str:
    return one_line(text) or say(otherwise, **details)


def icon_name(document: Document, key: Key) -> str:
    """The drawing in front of a row: a card's first mark, else what its lane is for."""
    if isinstance(key, Group):
        return _GROUP_ICONS[key]
    if isinstance(key, tuple):
        return ROLE_ICONS[document.table(Lane)[key[1]].role]
    match document.records[key]:
        case Card() as card:
            return MARK_ICONS[card.marks[0]] if card.marks else ROLE_ICONS[_role(document, card)]
        case Lane(role=role):
            return ROLE_ICONS[role]
        case Emotion(value=value):
            return "smile" if value > 0 else "frown" if value < 0 else "meh"
        case record:
            return _ICONS[type(record)]


def _role(document: Document, card: Card) -> Role:
    lane = document.get(Lane, card.lane)
    return lane.role if lane is not None else Role.OTHER


_ICONS: dict[type[Record], str] = {
    Map: "map", Stage: "chevron-right", Step: "columns-3", Link: "spline", Persona: "user-round", Kpi: "gauge",
}  # fmt: skip
