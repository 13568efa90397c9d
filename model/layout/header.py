"""The head of a page: title and scenario, the persona, the facts. Large on wide sheets, two lines on small ones."""

from collections.abc import Sequence

import msgspec

from model.document import Document
from model.layout.drawn import Drawn, Leftover, together
from model.layout.frame import Rect
from model.layout.heading import Heading
from model.layout.lens import lens_row, who_of
from model.layout.look import Logo
from model.layout.persona import persona_card
from model.layout.setting import Setting
from model.layout.shapes import Group, Line, Picture, Shape, Text
from model.layout.style import BLUE, GREY, HAIRLINE, INK, Metrics
from model.layout.tags import FACTS, KIND, SCENARIO, TITLE, tagged
from model.layout.text.block import block, height, single
from model.layout.text.shaping import shape, width
from model.layout.text.wrap import Line as SetLine
from model.layout.text.wrap import wrap
from model.layout.view import View
from model.records import Map
from resources.words import Words

_WIDE = 12.0  # in widths of a lane's label: from here on the large header has room
_LOGO = 0.12  # of the width, at the most


class Header(msgspec.Struct, frozen=True):
    """Drawn at the origin of the page's margins, `height` points tall; `persona`: wherever it speaks of her or him."""

    drawn: Drawn
    height: float
    persona: tuple[Rect, ...] = ()


def header(heading: Heading, view: View, wide: float, setting: Setting, *, first: bool) -> Header:
    """The header of a page whose margins are `wide` points apart; the persona and scenario on the first page only."""
    if first and is_wide(wide, setting.metrics):
        return _large(heading, view, wide, setting)
    return _compact(heading, view, wide, setting, first=first)


def is_wide(wide: float, m: Metrics) -> bool:
    """Whether a page whose margins are `wide` points apart has room for the large header."""
    return wide >= _WIDE * m.label_width


def title_of(document: Document, words: Words) -> str:
    """The map's title, or the word for having none."""
    return document.map.title or words("untitled")


def facts_of(map_: Map, words: Words) -> tuple[tuple[str, str], ...]:
    """The rows of the table of facts that have something to say: name, value."""
    facts = map_.facts
    rows = (
        (words("facilitator"), facts.facilitator),
        (words("workshop"), facts.workshop),
        (words("date"), words.date(facts.date)),
        (words("version"), _version(map_, words)),
        (words("sources"), facts.sources),
    )
    return tuple((name, value) for name, value in rows if value)


def _version(map_: Map, words: Words) -> str:
    state = words(f"state_{map_.state}") if map_.state else ""
    if map_.facts.version and state:
        return words("version_and_state", version=map_.facts.version, state=state)
    return map_.facts.version or state


def _large(heading: Heading, view: View, wide: float, setting: Setting) -> Header:
    m, facts, persona = setting.metrics, facts_of(heading.map, setting.words), heading.persona
    side = _side(heading, facts, wide, setting)
    left = wide - side.width
    title_wide = (wide * 0.4 if persona else left - m.section_gap) if heading.titled else 0.0
    parts: list[tuple[Drawn, float]] = []
    if heading.titled:
        parts.append(_title_block(heading.map, view, title_wide, setting))
    places: tuple[Rect, ...] = ()
    if persona:
        card_left = title_wide + m.section_gap if heading.titled else 0.0
        card_right = left - 2 * m.section_gap if side.width else wide
        parts.append(persona_card(persona, heading.portrait, card_left, card_right - card_left, setting))
        places = (Rect(card_left, 0.0, card_right - card_left, parts[-1][1]),)
    parts.append(side.part)
    return Header(together(part for part, _ in parts), max(high for _, high in parts), places)


class _Side(msgspec.Struct, frozen=True):
    """What stands at the right of a large header, `width` points wide: the logo above the facts."""

    part: tuple[Drawn, float]
    width: float


def _side(heading: Heading, facts: Sequence[tuple[str, str]], wide: float, setting: Setting) -> _Side:
    across = wide * 0.15 if facts else wide * _LOGO if heading.logo else 0.0
    logo = logo_at(heading.logo, wide, across, setting.metrics.persona * 3.0) if heading.logo else None
    top = logo.height + setting.metrics.section_gap if logo else 0.0
    table, high = _facts_block(facts, wide - across, across, setting) if facts else (Drawn(), 0.0)
    shapes = (*([logo] if logo else []), *([Group(0.0, top, table.shapes, tag=FACTS)] if facts else []))
    return _Side((Drawn(shapes, table.leftovers), top + high), across)


def logo_at(logo: Logo, right: float, wide: float, high: float) -> Picture:
    """A logo in a corner: its right edge, and the most points it may take."""
    scale = min(wide / logo.width, high / logo.height)
    return Picture(
        right - logo.width * scale, 0.0, logo.width * scale, logo.height * scale, logo.type, logo.data
    )  # fmt: skip


def _title_block(map_: Map, view: View, wide: float, setting: Setting) -> tuple[Drawn, float]:
    """Kind of map, title and scenario one below the other."""
    m, words = setting.metrics, setting.words
    kicker = Text(
        0, m.caption, m.caption, BLUE, shape(words(f"view_{view}").upper(), "bold"), m.caption * 0.09
    )  # fmt: skip
    title = map_.title or words("untitled")
    size = next((s for s in (m.title, m.title * 0.75) if len(wrap(title, "bold", wide / s, 2)) == 1), m.title * 0.58)
    lines = wrap(title, "bold", wide / size, 3)
    top = m.caption * 1.5
    scenario_top = top + height(len(lines), size, 1.15) + m.caption * 0.3
    scenario = wrap(map_.scenario, "regular", wide * 0.85 / m.scenario, 4)
    shapes = (
        *tagged(KIND, (kicker,)),
        *tagged(TITLE, tuple(block(lines, "bold", 0, top, size, INK, leading=1.15))),
        *tagged(SCENARIO, tuple(block(scenario, "regular", 0, scenario_top, m.scenario, GREY))),
    )
    cut = ((lines, title, "title"), (scenario, map_.scenario, "scenario"))
    left = tuple(Leftover(words(heading), text, map_.id) for each, text, heading in cut if not each.whole)
    return Drawn(shapes, left), scenario_top + height(len(scenario), m.scenario)


def _facts_block(facts: Sequence[tuple[str, str]], x: float, wide: float, setting: Setting) -> tuple[Drawn, float]:
    """Name and value in two columns, a hairline between rows."""
    m = setting.metrics
    names_wide = max(width(name, "regular") for name, _ in facts) * m.caption + m.section_gap
    shapes: list[Shape] = []
    left: list[Leftover] = []
    y = 0.0
    for at, (name, value) in enumerate(facts):
        lines = wrap(value, "bold", (wide - names_wide) / m.caption, 3)
        high = height(len(lines), m.caption) + m.caption * 0.7
        if at:
            shapes.append(Line(x, y, x + wide, y, HAIRLINE, line=m.hairline))
        name_line = wrap(name, "regular", names_wide / m.caption)
        shapes += block(name_line, "regular", x, y + m.caption * 0.35, m.caption, GREY)
        shapes += block(lines, "bold", x + names_wide, y + m.caption * 0.35, m.caption, INK)
        left += [] if lines.whole else [Leftover(name, value)]
        y += high
    return Drawn(tuple(shapes), tuple(left)), y


def _compact(heading: Heading, view: View, wide: float, setting: Setting, *, first: bool) -> Header:
    row, who_fits, named, high = _title_row(heading, view, wide, setting)
    if not first:
        return Header(Drawn(row.shapes), high, named)
    lens = lens_row(heading, high, wide, setting, who=not who_fits)
    drawn = Drawn(row.shapes + lens.drawn.shapes, row.leftovers + lens.drawn.leftovers)
    return Header(drawn, high + lens.height, (*named, *lens.persona))


def _title_row(
    heading: Heading, view: View, wide: float, setting: Setting
) -> tuple[Drawn, bool, tuple[Rect, ...], float]:
    """Title, what and whose the map is as far as there is room for it, and at the right its date, version and logo.

    Also whether there was room for the persona, where it is named, and the height in points.
    """
    m, words, map_ = setting.metrics, setting.words, heading.map
    high = m.compact_title * 1.35
    logo = logo_at(heading.logo, wide, wide * _LOGO, high - m.caption * 0.4) if heading.logo else None
    wide = logo.x - m.section_gap if logo else wide
    called = map_.title or words("untitled") if heading.titled else ""
    title, title_whole = single(called, "bold", wide * 0.5 / m.compact_title)
    dated = _dated(map_, words)
    right, dated_whole = single(dated, "regular", wide * 0.25 / m.caption)
    title_end = title.width * m.compact_title + m.section_gap if called else 0.0
    room = wide - title_end - right.width * m.caption - m.section_gap
    kind, who = words(f"view_{view}"), who_of(heading)
    about, who_fits = single(f"{kind} · {who}" if who else kind, "regular", room / m.caption)
    if not who_fits:
        about, _ = single(kind, "regular", room / m.caption)
    placed: tuple[tuple[str, float, float, str, SetLine], ...] = (
        (TITLE, 0.0, m.compact_title, INK, title),
        (KIND, title_end, m.caption, GREY, about),
        (FACTS, wide - right.width * m.caption, m.caption, GREY, right),
    )
    texts = tuple(
        shape
        for tag, x, size, color, line in placed
        if line.runs
        for shape in tagged(tag, (Text(x, m.compact_title, size, color, line.runs),))
    )
    shown = ((words("title"), called, title_whole), (words("version"), dated, dated_whole))
    left = tuple(Leftover(name, text, map_.id) for name, text, fits in shown if not fits)
    start = title_end + width(f"{kind} · ", "regular") * m.caption
    named = (Rect(start, 0.0, title_end + about.width * m.caption - start, high),) if who and who_fits else ()
    return Drawn((*texts, *([logo] if logo else [])), left), who_fits, named, high


def _dated(map_: Map, words: Words) -> str:
    version = map_.facts.version
    numbered = words("version_short", version=version) if version[:1].isdigit() else version
    state = words(f"state_{map_.state}") if map_.state else ""
    about = words("version_and_state", version=numbered, state=state) if numbered and state else numbered or state
    return " · ".join(part for part in (words.date(map_.facts.date), about) if part)
