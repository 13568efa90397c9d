"""What is in the palette, group by group, and what is said of each thing."""

from editor.canvas.gestures.making import Thing, thing_name
from editor.speech import Speech, language
from model.layout.places import Kind
from model.records import Role
from resources.words import words

_say = Speech("palette")

GROUPS: dict[str, tuple[Thing, ...]] = {
    "structure": (Thing(Kind.STAGE), Thing(Kind.STEP), Thing(Kind.EMOTION, Role.EMOTION), Thing(Kind.PERSONA)),
    "cards": tuple(
        Thing(Kind.KPI, role) if role is Role.KPIS else Thing(Kind.CARD, role)
        for role in Role
        if role is not Role.EMOTION
    ),
    "lanes": tuple(Thing(Kind.LANE, role) for role in Role),
}


def spoken(thing: Thing) -> str:
    """What a screen reader says: a lane and a card may have one name."""
    key = f"spoken.{thing.kind}"
    return _say(key, name=thing_name(thing)) if key in _say else thing_name(thing)


def tip(thing: Thing) -> str:
    """What to do with it, with the field's English term where the window speaks another language."""
    said = _say(f"tip.{thing.kind}", name=thing_name(thing))
    return said if language() == "en" else f"{said} [{_english(thing)}]"


def _english(thing: Thing) -> str:
    english = words("palette", "en")
    keys = {Kind.LANE: f"role.{thing.role}", Kind.CARD: f"card.{thing.role}"}
    return english(keys.get(thing.kind, f"{thing.kind}"))
