"""The persona in the large header: picture, name, who it is, what she says, what she wants."""

from model.layout import outlines
from model.layout.drawn import Drawn, Leftover
from model.layout.icons import GOAL, icon
from model.layout.setting import Setting
from model.layout.shapes import Box, Clip, Group, Line, Path, Picture, Shape, Text
from model.layout.style import BLUE, GREY, HAIRLINE, INK, PALE, Metrics
from model.layout.tags import GOALS, PERSONA
from model.layout.text.block import block, height
from model.layout.text.shaping import shape
from model.layout.text.wrap import Lines, wrap
from model.records import Asset, Persona

_AVATAR_TINT = "#D6E7F3"
_MOST_GOALS = 4  # of two lines; of shorter ones as many as take no more room


def persona_card(
    persona: Persona, portrait: Asset | None, x: float, wide: float, setting: Setting
) -> tuple[Drawn, float]:
    """The card with its top left corner at (x, 0), `wide` points wide, and its height."""
    m = setting.metrics
    radius, pad = m.persona * 2.2, m.section_gap
    text_left = x + 2 * pad + 2 * radius
    goals_wide = (x + wide - text_left) * 0.45 if persona.goals else 0.0
    about, about_high = _about(persona, text_left, x + wide - text_left - goals_wide - 1.5 * pad, setting)
    goals, goals_high = _goals(persona, x + wide - goals_wide, goals_wide - pad, setting)
    high = max(about_high, goals_high, 2 * radius) + 2 * pad
    frame = Box(x, 0, wide, high, fill=PALE, stroke=HAIRLINE, line=m.frame, radius=m.card_radius * 1.6)
    picture = _portrait(portrait, x + pad + radius, high / 2, radius, m)
    rule = (Line(x + wide - goals_wide - pad, pad, x + wide - goals_wide - pad, high - pad, HAIRLINE, line=m.hairline),)
    shapes = (
        frame,
        *picture,
        *_sunk(about, (high - about_high) / 2, PERSONA),
        *(rule if persona.goals else ()),
        *_sunk(goals, pad, GOALS),
    )
    return Drawn(shapes, _leftovers(persona, about, goals)), high


def name_of(persona: Persona) -> str:
    """Name and age, as far as they are known."""
    return ", ".join(part for part in (persona.name, "" if persona.age is None else str(persona.age)) if part)


def quoted(text: str) -> str:
    """The words between quotation marks, whether or not they were typed with any; nothing for nothing."""
    bare = text.strip().strip('"“”').strip()
    return f"“{bare}”" if bare else ""


class _Texts:
    """Shapes made at the top of the card, and what of them was cut."""

    def __init__(self) -> None:
        self.shapes: list[Shape] = []
        self.cut: list[tuple[str, str]] = []


def _sunk(texts: _Texts, by: float, tag: str) -> tuple[Shape, ...]:
    return (Group(0, by, tuple(texts.shapes), tag=tag),)


def _leftovers(persona: Persona, *texts: _Texts) -> tuple[Leftover, ...]:
    return tuple(Leftover(heading, text, persona.id) for each in texts for heading, text in each.cut)


def _about(persona: Persona, x: float, wide: float, setting: Setting) -> tuple[_Texts, float]:
    m, words = setting.metrics, setting.words
    rows = (
        (name_of(persona), "bold", m.persona, INK, 2, words("persona")),
        (persona.identity, "regular", m.caption, GREY, 2, words("persona")),
        (quoted(persona.quote), "italic", m.body, INK, 3, words("quote")),
    )
    texts, y = _Texts(), 0.0
    for text, style, size, color, most, heading in rows:
        lines = wrap(text, style, max(wide, 1.0) / size, most)
        y += _put(texts, lines, text, heading, style, x, y, size, color)
    return texts, y


def _put(
    texts: _Texts, lines: Lines, text: str, heading: str, style: str, x: float, y: float, size: float, color: str
) -> float:
    """Add a paragraph; returns the points it takes, with a little air below."""
    texts.shapes += block(lines, style, x, y, size, color)
    if not lines.whole:
        texts.cut.append((heading, text))
    return _paragraph(len(lines), size)


def _paragraph(lines: int, size: float) -> float:
    """The points that so many lines take with the air below them."""
    return height(lines, size) + (size * 0.25 if lines else 0.0)


def _goals(persona: Persona, x: float, wide: float, setting: Setting) -> tuple[_Texts, float]:
    m, words = setting.metrics, setting.words
    texts = _Texts()
    if not persona.goals:
        return texts, 0.0
    heading = shape(words("goals").upper(), "bold")
    texts.shapes.append(Text(x, m.caption, m.caption, GREY, heading, m.caption * 0.09))
    y, size, indent = m.caption * 1.6, m.body, m.body * 1.6
    end = y + _MOST_GOALS * _paragraph(2, size) + 0.01
    for at, goal in enumerate(persona.goals):
        lines = wrap(goal, "regular", max(wide - indent, 1.0) / size, 2)
        if at == 2 * _MOST_GOALS or y + _paragraph(len(lines), size) > end:
            texts.cut += ((words("goals"), each) for each in persona.goals[at:])
            break
        texts.shapes.append(icon(GOAL, x, y + size * 0.1, size * 1.1, BLUE))
        y += _put(texts, lines, goal, words("goals"), "regular", x + indent, y, size, INK)
    return texts, y


def _portrait(picture: Asset | None, x: float, y: float, r: float, m: Metrics) -> tuple[Shape, ...]:
    """The picture in a circle; without one, a figure nobody is."""
    ring = outlines.circle(x, y, r)
    if picture is not None:
        inside: tuple[Shape, ...] = (Picture(x - r, y - r, 2 * r, 2 * r, picture.type, picture.data),)
    else:
        inside = (
            Path(ring, fill=_AVATAR_TINT),
            Path(outlines.circle(x, y - r * 0.25, r * 0.36), fill=BLUE),
            Path(outlines.circle(x, y + r * 0.85, r * 0.66), fill=BLUE),
        )
    return Clip(ring, inside), Path(ring, stroke=BLUE, line=m.frame * 1.2)
