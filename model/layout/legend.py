"""The foot of a page: what its signs mean, as far as it shows them, and which sheet of which map it is."""

from collections.abc import Callable, Iterator

import msgspec

from model.layout import outlines
from model.layout.emotions import curve_dash, face
from model.layout.icons import MARK_ICONS, ROLE_ICONS, icon
from model.layout.setting import Setting
from model.layout.shapes import Group, Line, Path, Shape, Text
from model.layout.style import BLUE, GREY, HAIRLINE, INK, LANES, SLATE, STAGE_FILLS, STAR_FILL, Metrics
from model.layout.text.block import single
from model.layout.text.shaping import shape, width
from model.records import Mark, Role


class Signs(msgspec.Struct, frozen=True):
    """The signs a page shows: link looks, marks, faces, and the lanes whose cards bear an icon, and, where
    there are several, whose curves there are."""

    links: frozenset[str] = frozenset()
    marks: frozenset[Mark] = frozenset()
    feelings: bool = False
    roles: frozenset[Role] = frozenset()
    curves: tuple[str, ...] = ()


_MOST_NAME = 20.0  # ems
_LINKS = ("sequence", "dependency", "exchange", "loop")
Sign = Callable[[float, Metrics], tuple[Shape, ...]]


def legend_height(signs: Signs, wide: float, foot: str, setting: Setting) -> float:
    """Points the foot takes: a hairline and its rows."""
    m = setting.metrics
    rows = _rows(_entries(signs, setting), wide, foot, setting)
    return m.section_gap * 1.5 + len(rows) * m.caption * 1.9


def legend(signs: Signs, wide: float, foot: str, setting: Setting) -> tuple[Shape, ...]:
    """The foot at the origin; `foot` stands at the right of its last row."""
    m = setting.metrics
    rows = _rows(_entries(signs, setting), wide, foot, setting)
    shapes: list[Shape] = [Line(0, m.section_gap * 0.9, wide, m.section_gap * 0.9, HAIRLINE, line=m.hairline)]
    y = m.section_gap * 1.5
    for at, row in enumerate(rows):
        y += m.caption * 1.9
        for x, drawn in row:
            shapes.append(Group(x, y - m.caption * 0.6, drawn))
        if at == len(rows) - 1:
            text = shape(foot, "regular")
            shapes.append(Text(wide - width(foot, "regular") * m.caption, y - m.caption * 0.6, m.caption, GREY, text))
    return tuple(shapes)


def _rows(
    entries: list[tuple[float, tuple[Shape, ...]]], wide: float, foot: str, setting: Setting
) -> list[list[tuple[float, tuple[Shape, ...]]]]:
    """The entries in rows no wider than the page; the last leaves room for the foot."""
    m = setting.metrics
    rows: list[list[tuple[float, tuple[Shape, ...]]]] = [[]]
    x = 0.0
    for entry_wide, drawn in entries:
        if rows[-1] and x + entry_wide > wide:
            rows.append([])
            x = 0.0
        rows[-1].append((x, drawn))
        x += entry_wide + m.section_gap * 1.1
    if rows[-1] and x + width(foot, "regular") * m.caption > wide:
        rows.append([])
    return rows


def _entries(signs: Signs, setting: Setting) -> list[tuple[float, tuple[Shape, ...]]]:
    """Each entry's width, and its shapes about a baseline at the origin."""
    m, words = setting.metrics, setting.words
    found = [(sign, sign_wide, words(f"legend_{key}")) for key, sign, sign_wide in _signs(signs, m)]
    found += [
        (_curve(at), m.caption * 3, single(name, "regular", _MOST_NAME)[0].string)
        for at, name in enumerate(signs.curves)
    ]
    if not found:
        return []
    entries: list[tuple[float, tuple[Shape, ...]]] = [
        (width(words("legend"), "bold") * m.caption, (_text(words("legend"), 0, m, "bold"),))
    ]
    for sign, sign_wide, text in found:
        drawn = (*sign(-m.caption * 0.35, m), _text(text, sign_wide + m.caption * 0.6, m, "regular"))
        entries.append((sign_wide + m.caption * 0.6 + width(text, "regular") * m.caption, drawn))
    return entries


def _text(text: str, x: float, m: Metrics, style: str) -> Text:
    return Text(x, 0, m.caption, INK, shape(text, style))


def _signs(signs: Signs, m: Metrics) -> Iterator[tuple[str, Sign, float]]:
    for look in _LINKS:
        if look in signs.links:
            yield look, _arrow(look), m.caption * 2.6
    for mark in Mark:
        if mark in signs.marks:
            yield mark, _mark(mark), m.badge * 2
    if signs.feelings:
        for key, value in (("very_bad", -2.0), ("neutral", 0.0), ("very_good", 2.0)):
            yield key, _feeling(value), m.badge * 2
    for role in (Role.PAIN_POINTS, Role.OPPORTUNITIES):
        if role in signs.roles:
            yield role, _role(role), m.card_icon


def _arrow(look: str) -> Sign:
    def draw(y: float, m: Metrics) -> tuple[Shape, ...]:
        color, end = BLUE if look == "sequence" else SLATE, m.caption * 2.6
        dash = (m.arrow * 3, m.arrow * 2) if look == "loop" else ()
        left, right = (0.0, end) if look != "loop" else (end, 0.0)
        heads = [Path(outlines.arrow_head(right, y, left, y, m.arrow_head), fill=color)]
        if look == "exchange":
            heads.append(Path(outlines.arrow_head(left, y, right, y, m.arrow_head), fill=color))
        return (Line(0, y, end, y, color, line=m.journey_arrow if look == "sequence" else m.arrow, dash=dash), *heads)

    return draw


def _curve(number: int) -> Sign:
    def draw(y: float, m: Metrics) -> tuple[Shape, ...]:
        return (Line(0, y, m.caption * 3, y, STAGE_FILLS[0], line=m.curve, dash=curve_dash(number, m)),)

    return draw


def _mark(mark: Mark) -> Sign:
    def draw(y: float, m: Metrics) -> tuple[Shape, ...]:
        if mark is Mark.MOMENT_OF_TRUTH:
            return (Path(outlines.star(m.badge, y, m.badge), fill=STAR_FILL, stroke=INK, line=m.hairline),)
        disc = Path(outlines.circle(m.badge, y, m.badge), stroke=INK, line=m.hairline)
        return disc, icon(MARK_ICONS[mark], m.badge * 0.3, y - m.badge * 0.7, m.badge * 1.4, INK)

    return draw


def _feeling(value: float) -> Sign:
    return lambda y, m: (Group(m.badge, y, face(value, m.badge)),)


def _role(role: Role) -> Sign:
    return lambda y, m: (icon(ROLE_ICONS[role], 0, y - m.card_icon / 2, m.card_icon, LANES[role].color),)
