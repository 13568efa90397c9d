"""Headings, paragraphs and lists as strips of a column."""

from collections.abc import Sequence

import msgspec

from model.handouts.prose import Block, Heading, Listing, Said, Table
from model.handouts.strips import Part, Rung, Strip
from model.handouts.tables import table
from model.handouts.typesetting import LOOKS, Type, addresses
from model.layout import outlines
from model.layout.header import logo_at
from model.layout.look import Look
from model.layout.reading import Kind
from model.layout.shapes import Line, Path, Shape
from model.layout.style import BLUE, GREY, HAIRLINE, INK
from model.layout.text.block import block
from model.layout.text.wrap import Lines, wrap

_HEADINGS: tuple[Kind, ...] = ("H1", "H2", "H3", "H4")
_MEASURE = 62.0  # ems of a line of running text: some 110 letters, more than which nobody finds the next line of


def strips(text: Block, wide: float, type_: Type) -> tuple[Strip, ...]:
    """A block of text in a column `wide` points across."""
    match text:
        case Heading():
            return heading(text, wide, type_)
        case Listing():
            return listing(text, wide, type_)
        case Table():
            return table(text, wide, type_)
    return paragraph(text, wide, type_)


def heading(text: Heading, wide: float, type_: Type) -> tuple[Strip, ...]:
    """A heading, which stays with what it heads; one of the second level under a line across the column."""
    size = type_.headings[text.level - 1]
    style, color = "bold", BLUE if text.level == 4 else INK
    lines = wrap(text.text, style, wide / size).lines
    rung = (Rung(_HEADINGS[text.level - 1]),)
    shapes = (block(Lines((line,)), style, 0, 0, size, color) for line in lines)
    made = [Strip(type_.line(size), (Part(rung, each, text.record),), keep=True) for each in shapes]
    above, title = size * type_.above[text.level - 1], text.text if text.level < 3 else ""
    if text.level == 2:
        return (rule(wide, size * 0.45, type_, above), *_aired(made, 0.0, size * 0.25, title))
    return _aired(made, above, size * 0.25, title)


def rule(wide: float, high: float, type_: Type, above: float = 0.0) -> Strip:
    """A line across a column that parts what stands above from what follows it closely."""
    line = Line(0, 0, wide, 0, HAIRLINE, type_.hairline)
    return Strip(high, (Part((), (line,)),), above, keep=True, between=True)


def paragraph(text: Said, wide: float, type_: Type) -> tuple[Strip, ...]:
    """Lines of running text, of which neither the first nor the last stands alone."""
    lines = _lines(text, (Rung("P"),), 0.0, wide, type_)
    if text.leads:
        lines = [msgspec.structs.replace(line, keep=True) for line in lines]
    return _aired(lines, type_.body * 0.3, type_.body * 0.3)


def listing(text: Listing, wide: float, type_: Type) -> tuple[Strip, ...]:
    """Points one below the other, each behind a dot."""
    made: list[Strip] = []
    for number, item in enumerate(text.items):
        rungs = (Rung("L"), Rung("LI", number), Rung("LBody"))
        lines = _lines(item, rungs, type_.body * 1.3, wide, type_)
        made += _aired([_dotted(lines[0], type_), *lines[1:]] if lines else [], type_.body * 0.15, 0.0)
    return tuple(made)


def drawn(shapes: Sequence[Shape], high: float, alt: str = "", number: int = 0) -> tuple[Strip, ...]:
    """Something drawn in a column, `high` points tall, its top left corner at the origin; a figure that `alt`
    describes, or decoration."""
    ladder = (Rung("Figure", number, alt),) if alt else ()
    return (Strip(high, (Part(ladder, tuple(shapes)),)),)


def logo(look: Look, wide: float, type_: Type) -> tuple[Strip, ...]:
    """The logo at the right edge of a column, where there is one and it is asked for."""
    if look.logo is None or "logo" not in look.header:
        return ()
    picture = logo_at(look.logo, wide, wide * 0.3, type_.body * 4)
    return drawn((picture,), picture.height + type_.body)


def _lines(text: Said, ladder: tuple[Rung, ...], x: float, wide: float, type_: Type) -> list[Strip]:
    size = type_.body
    style, color = LOOKS[text.tone]
    measure = min(wide - x, _MEASURE * size)
    lines = wrap(text.text, style, measure / size, balanced=False).lines
    return [
        Strip(
            type_.line(size),
            (Part(ladder, block(Lines((line,)), style, x, 0, size, BLUE if text.url else color), text.record),),
            keep=at == 0 < len(lines) - 1 or at == len(lines) - 2,
            addresses=addresses(text, x, 0, line.width * size, type_.line(size)),
        )
        for at, line in enumerate(lines)
    ]


def _dotted(strip: Strip, type_: Type) -> Strip:
    size = type_.body
    dot = Path(outlines.circle(size * 0.55, type_.line(size) * 0.54, size * 0.16), fill=GREY)
    return msgspec.structs.replace(strip, parts=(*strip.parts, Part((), (dot,))))


def _aired(made: Sequence[Strip], above: float, below: float, title: str = "") -> tuple[Strip, ...]:
    """Strips with air around them; the first has the title."""
    if not made:
        return ()
    first = msgspec.structs.replace(made[0], above=above, title=title)
    rest = (first, *made[1:])
    return (*rest[:-1], msgspec.structs.replace(rest[-1], high=rest[-1].high + below))
