"""The lens of a small page: scenario and facts of the map, and its persona, in a few lines below the title."""

import msgspec

from model.layout.drawn import Drawn, Leftover
from model.layout.frame import Rect
from model.layout.heading import Heading
from model.layout.persona import name_of, quoted
from model.layout.setting import Setting
from model.layout.shapes import Shape
from model.layout.style import GREY, INK
from model.layout.tags import FACTS, GOALS, PERSONA, SCENARIO, tagged
from model.layout.text.block import block, height
from model.layout.text.wrap import wrap
from resources.words import Words


def who_of(heading: Heading) -> str:
    """The persona in a line."""
    persona = heading.persona
    return " · ".join(part for part in (name_of(persona), persona.identity) if part) if persona else ""


class _Said(msgspec.Struct, frozen=True):
    """What the lens row says: the map's own at the left, the persona's at the right."""

    text: str
    heading: str
    tag: str
    right: bool
    style: str = "regular"
    color: str = INK


class Lens(msgspec.Struct, frozen=True):
    """The row drawn, its height in points, and where in it the persona is spoken of."""

    drawn: Drawn
    height: float
    persona: tuple[Rect, ...]


def lens_row(heading: Heading, top: float, wide: float, setting: Setting, *, who: bool) -> Lens:
    """Scenario and facts at the left; the persona, unless the title row names it, its quote and goals at the right."""
    m = setting.metrics
    texts = [
        said
        for said in (*_about_map(heading, setting.words), *_about_persona(heading, setting.words, who=who))
        if said.text
    ]
    both = len({said.right for said in texts}) > 1
    measure, tops = wide * 0.49 if both else wide, {False: top, True: top}
    shapes: list[Shape] = []
    left: list[Leftover] = []
    for said in texts:
        lines, x = wrap(said.text, said.style, measure / m.caption, 3), wide - measure if said.right else 0.0
        shapes += tagged(said.tag, tuple(block(lines, said.style, x, tops[said.right], m.caption, said.color)))
        left += [] if lines.whole else [Leftover(said.heading, said.text, heading.map.id)]
        tops[said.right] += height(len(lines), m.caption)
    right = Rect(wide - measure, top, measure, tops[True] - top)
    return Lens(Drawn(tuple(shapes), tuple(left)), max(tops.values()) - top, (right,) if right.height else ())


def _about_map(heading: Heading, words: Words) -> tuple[_Said, ...]:
    facts = heading.map.facts
    named = (("facilitator", facts.facilitator), ("workshop", facts.workshop), ("sources", facts.sources))
    line = " · ".join(f"{words(key)}: {value}" for key, value in named if value)
    return (
        _Said(heading.map.scenario if heading.titled else "", words("scenario"), SCENARIO, right=False),
        _Said(line, words("in_full"), FACTS, right=False, color=GREY),
    )


def _about_persona(heading: Heading, words: Words, *, who: bool) -> tuple[_Said, ...]:
    persona = heading.persona
    if persona is None:
        return ()
    goals = f"{words('goals')}: {'; '.join(persona.goals)}" if persona.goals else ""
    return (
        _Said(who_of(heading) if who else "", words("persona"), PERSONA, right=True),
        _Said(quoted(persona.quote), words("quote"), PERSONA, right=True, style="italic"),
        _Said(goals, words("goals"), GOALS, right=True),
    )
