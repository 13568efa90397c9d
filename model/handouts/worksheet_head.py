"""The head of a worksheet: what it is, whose journey, and where one writes one's name."""

from collections.abc import Sequence

import msgspec

from model.document import Document
from model.handouts.worksheet_frame import growth
from model.importers.worksheet_names import About, name
from model.layout.fields import Field
from model.layout.header import logo_at
from model.layout.persona import name_of
from model.layout.reading import Element
from model.layout.setting import Setting
from model.layout.shapes import Box, Group, Shape, Text
from model.layout.sheets import Sheet
from model.layout.style import BLUE, GREY, HAIRLINE, INK, PALE
from model.layout.text.block import block, height
from model.layout.text.shaping import shape
from model.layout.text.wrap import wrap
from model.layout.view import natural_view

_TITLES = (20.0, 16.0, 13.0)
_WIDEST_FIELDS = 360.0
_LOGO = 0.12  # of the width, at the most


class Head(msgspec.Struct, frozen=True):
    """A header at its place, as tall as `high` points, and how it is read."""

    groups: tuple[Group, ...]
    fields: tuple[Field, ...]
    reading: tuple[Element, ...]
    high: float


def head(blank: Document, on: Sheet, setting: Setting) -> Head:
    """The title at the left, the boxes at the right, a logo in the corner."""
    m, factor = setting.metrics, growth(on)
    logo = _logo(on, setting)
    right = (logo[0].x - 2 * m.section_gap) if logo else on.width - m.margin
    asked = (About.AUTHOR, About.PERSONA) if "persona" in setting.look.header else (About.AUTHOR,)
    fields_wide = min(_WIDEST_FIELDS * factor, (right - m.margin) * 0.46) * len(asked) / 2
    parts, y = _pieces(blank, right - m.margin - fields_wide - 2 * m.section_gap, factor, setting)
    entries = _entries(blank, asked, right - fields_wide, fields_wide, setting)
    boxes = [group for entry in entries for group in _box(entry, setting)]
    fields = tuple(_field(blank, entry, setting) for entry in entries if not entry.kept)
    low = max(y, *(entry.y + entry.high for entry in entries))
    return Head((*parts, *boxes, *logo), fields, _reading(parts, boxes, fields), low - m.margin + m.section_gap)


def _logo(on: Sheet, setting: Setting) -> tuple[Group, ...]:
    m, logo = setting.metrics, setting.look.logo
    if logo is None or "logo" not in setting.look.header:
        return ()
    picture = logo_at(logo, 0.0, on.width * _LOGO, m.body * 4.5)
    moved = msgspec.structs.replace(picture, x=0.0)
    return (Group(on.width - m.margin - picture.width, m.margin, (moved,)),)


def _pieces(blank: Document, wide: float, factor: float, setting: Setting) -> tuple[list[Group], float]:
    """What is said at the left, line below line, and where it ends."""
    titled = _titles(blank, wide, factor, setting) if "title" in setting.look.header else []
    parts, y = list[Group](), setting.metrics.margin
    for tag, shapes, high in (_kicker(setting), *titled, _instruction(wide, setting)):
        parts.append(Group(setting.metrics.margin, y, tuple(shapes), tag=tag))
        y += high
    return parts, y


Piece = tuple[str, Sequence[Shape], float]
"""The tag of a piece of the head, its shapes, how tall it is."""


def _kicker(setting: Setting) -> Piece:
    size = setting.metrics.caption
    text = Text(0, size, size, BLUE, shape(setting.words("worksheet").upper(), "bold"), size * 0.09)
    return "kicker", (text,), size * 1.5


def _titles(blank: Document, wide: float, factor: float, setting: Setting) -> list[Piece]:
    """The map's title, or what kind of map it is: on one line, or else on as many small ones as it needs."""
    title = blank.map.title or setting.words(f"view_{natural_view(blank)}")
    sizes = [size * factor for size in _TITLES]
    size = next((size for size in sizes if len(wrap(title, "bold", wide / size)) == 1), sizes[-1])
    lines = wrap(title, "bold", wide / size, 3)
    high = height(len(lines), size) + setting.metrics.body * 0.25
    return [("title", block(lines, "bold", 0, 0, size, INK), high)]


def _instruction(wide: float, setting: Setting) -> Piece:
    size, words = setting.metrics.body, setting.words
    lines = wrap(words("worksheet_how"), "regular", wide / size)
    return "how", block(lines, "regular", 0, 0, size, GREY), height(len(lines), size)


class _Entry(msgspec.Struct, frozen=True):
    """A box to write in: what goes in, where it stands, what stands in it already."""

    about: About
    x: float
    y: float
    wide: float
    high: float
    kept: str = ""


def _entries(blank: Document, asked: Sequence[About], x: float, wide: float, setting: Setting) -> list[_Entry]:
    """Boxes side by side, below their captions."""
    m, kept = setting.metrics, next(iter(blank.personas), None)
    each, y, high = (
        (wide - m.column_gap * (len(asked) - 1)) / len(asked),
        m.margin + height(1, m.caption),
        m.body * 2.75,
    )
    names = {About.PERSONA: name_of(kept)} if kept is not None else {}
    return [
        _Entry(about, x + at * (each + m.column_gap), y, each, high, names.get(about, ""))
        for at, about in enumerate(asked)
    ]


def _box(entry: _Entry, setting: Setting) -> tuple[Group, ...]:
    """The caption, and the box with what is kept in it."""
    m, caption = setting.metrics, setting.words(f"worksheet_{entry.about}")
    words = block(wrap(caption, "regular", entry.wide / m.caption, 1), "regular", 0, 0, m.caption, GREY)
    frame = Box(0, 0, entry.wide, entry.high, fill=PALE, stroke=HAIRLINE, line=m.frame, radius=m.card_radius)
    kept = wrap(entry.kept, "bold", (entry.wide - m.card_pad_x * 2) / m.body, 1)
    inside = block(kept, "bold", m.card_pad_x, (entry.high - height(1, m.body)) / 2, m.body, INK)
    tag = f"{entry.about}_kept" if inside else ""
    return Group(entry.x, m.margin, words, tag=entry.about), Group(entry.x, entry.y, (frame, *inside), tag=tag)


def _field(blank: Document, entry: _Entry, setting: Setting) -> Field:
    title, size = setting.words(f"worksheet_{entry.about}"), setting.metrics.body * 1.125
    called, inset = name(blank.map.id, entry.about), setting.metrics.frame * 2
    wide, high = entry.wide - 2 * inset, entry.high - 2 * inset
    return Field(called, entry.x + inset, entry.y + inset, wide, high, "text", title, size=size)


def _reading(parts: Sequence[Group], boxes: Sequence[Group], fields: Sequence[Field]) -> tuple[Element, ...]:
    told = [Element("H1" if part.tag == "title" else "P", (part.tag,)) for part in parts]
    said = [Element("P", (box.tag,)) for box in boxes if box.tag]
    return (*told, *said, *(Element("Form", (), fields=(field.name,)) for field in fields))
