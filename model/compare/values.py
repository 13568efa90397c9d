"""The value of a member as it reads in a sentence about what differs."""

from collections.abc import Sequence
from typing import Any

from model.compare.names import Names
from model.findings.names import shortened
from model.records import Evidence, Persona, State
from resources.words import Words, words

LONGEST = 60
"""Letters of a text that are shown."""
_AHEAD = 16
"""Letters that are shown ahead of what differs, where it stands far behind the beginning."""


def texts(before: str, after: str, say: Words) -> tuple[str, str]:
    """Two texts, quoted and short, cut so that what differs is in sight. Empty ones are called so."""
    skipped = _alike(before, after)
    return _quoted(before, skipped, say), _quoted(after, skipped, say)


def value(member: str, held: Any, names: Names, language: str) -> str:
    """What a member holds, in words."""
    say = words("differences", language)
    if member == "persona":
        return names.called(Persona, held) or say("none")
    if member == "picture":
        return say("picture" if held else "none")
    if member in ("due", "facts.date"):
        return say.date(held) or say("none")
    if isinstance(held, tuple):
        return _several(member, held, language)
    return _single(member, held, say, language)


def _single(member: str, held: Any, say: Words, language: str) -> str:
    if held is None or held == "":
        return say("none")
    if isinstance(held, bool):
        return say("yes" if held else "no")
    if isinstance(held, State):
        return words("inspector", language)(f"state.{held}")
    if member == "role":
        return words("structure", language)(f"role.{held}")
    return say.number(held) if isinstance(held, int | float) else say("quoted", text=shortened(str(held), LONGEST))


def _several(member: str, held: Sequence[Any], language: str) -> str:
    say = words("differences", language)
    if not held:
        return say("none")
    if member == "marks":
        return ", ".join(words("structure", language)(f"mark.{each}") for each in held)
    if member in ("cards", "ignored"):
        return say.number(len(held))
    lines = [each.text if isinstance(each, Evidence) else str(each) for each in held]
    return say("quoted", text=shortened("; ".join(lines), LONGEST))


def _quoted(text: str, skipped: int, say: Words) -> str:
    if not text.strip():
        return say("none")
    return say("quoted", text=("…" if skipped else "") + shortened(text[skipped:], LONGEST))


def _alike(before: str, after: str) -> int:
    """How much of the beginning of two texts to leave out: nothing where what differs is in sight anyway."""
    same = next((at for at, (one, other) in enumerate(zip(before, after, strict=False)) if one != other), None)
    same = min(len(before), len(after)) if same is None else same
    if same < LONGEST - _AHEAD:
        return 0
    space = before.rfind(" ", 0, same - _AHEAD)
    return space + 1 if space > 0 else same - _AHEAD
