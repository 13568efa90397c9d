"""The head of the columns: a chevron for each stage and, where steps have titles of their own, a row of them."""

from collections.abc import Sequence
from itertools import groupby

import msgspec

from model.layout import outlines
from model.layout.drawn import Drawn, Leftover, together
from model.layout.grid import Column
from model.layout.setting import Setting
from model.layout.shapes import Group, Path, Shape, Text
from model.layout.style import GREY, INK, STAGE_CAPTION, STAGE_FILLS, WHITE, Metrics
from model.layout.text.block import block, height
from model.layout.text.shaping import shape, width
from model.layout.text.wrap import Lines, count, widest, wrap
from model.records import Stage, Step
from resources.words import Words

_TITLE_SIZES = (1.0, 0.86, 0.75, 0.65)  # of the stage size: 11 to 7.15 points
_ETERNITY = 1e8  # minutes: longer than any journey; a file may hold up to 1e308
_TITLE_LEADING = 1.12
_WANTED_TITLE_LINES = 3
_MOST_TITLE_LINES = 6
_MOST_CAPTION_LINES = 2
_MOST_STEP_LINES = 3


class Span(msgspec.Struct, frozen=True):
    """A stage on this page: its columns here, and whether it goes on before or behind them."""

    stage: Stage | None
    number: int
    first: int
    columns: int
    minutes: float


def spans(columns: Sequence[Column]) -> tuple[Span, ...]:
    """The stages over these columns from left to right."""
    found, at = [], 0
    for number, group in groupby(columns, lambda column: column.stage_number):
        here = list(group)
        minutes = sum(column.step.minutes or 0 for column in here if column.step is not None)
        found.append(Span(here[0].stage, number, at, len(here), minutes))
        at += len(here)
    return tuple(found)


def caption(span: Span, words: Words) -> str:
    """The stage's own caption, or else the time its steps take."""
    if span.stage is None:
        return ""
    return span.stage.caption or (duration(span.minutes, words) if span.minutes else "")


def duration(minutes: float, words: Words) -> str:
    """Minutes in words: "± 1 jam 50 menit"."""
    if minutes >= _ETERNITY:
        return ""
    hours, rest = divmod(round(minutes), 60)
    if not hours:
        return words("minutes", minutes=rest)
    return words("hours_minutes", hours=hours, minutes=rest) if rest else words("hours", hours=hours)


def head_height(columns: Sequence[Column], pitch: float, setting: Setting) -> float:
    """Points the chevrons take: the tallest decides."""
    m = setting.metrics
    look = _look(columns, pitch, m)
    tallest = max(_text_height(_texts(span, pitch, look, setting), look, m) for span in spans(columns))
    return max(m.stage_height, tallest + m.card_pad_y)


def chevrons(columns: Sequence[Column], pitch: float, high: float, setting: Setting) -> Drawn:
    """The chevrons at the origin, over columns `pitch` points apart."""
    look = _look(columns, pitch, setting.metrics)
    return together(_chevron(span, pitch, high, look, setting, len(columns)) for span in spans(columns))


class _Look(msgspec.Struct, frozen=True):
    """What all chevrons of a page have in common: the size of their titles in points, whether they bear numbers."""

    size: float
    numbered: bool


class _Texts(msgspec.Struct, frozen=True):
    title: Lines
    caption: Lines
    left: float
    whole: tuple[str, ...]


def torn(columns: Sequence[Column], pitch: float, m: Metrics) -> bool:
    """Whether a stage's title has a word that must be torn here and would not have to be over a comfortable column."""
    smallest = m.stage * _TITLE_SIZES[-1]
    return any(
        _room(span, pitch, False, m) < widest(_title(span), "bold") * smallest <= m.comfortable_card
        for span in spans(columns)
    )


def _look(columns: Sequence[Column], pitch: float, m: Metrics) -> _Look:
    """The largest size at which every title stands on three lines with no word torn, sooner without the numbers than
    with a word torn; or else the smallest."""
    here = spans(columns)
    numbers = all(span.number > 0 and span.columns * pitch > m.comfortable_card for span in here)
    looks = [
        _Look(m.stage * share, numbered)
        for numbered in ((True, False) if numbers else (False,))
        for share in _TITLE_SIZES
    ]
    return next(
        (look for look in looks if all(_suits(span, look.size, _room(span, pitch, look.numbered, m)) for span in here)),
        looks[-1],
    )


def _suits(span: Span, size: float, room: float) -> bool:
    title = _title(span)
    return widest(title, "bold") * size <= room and count(title, "bold", room / size) <= _WANTED_TITLE_LINES


def _title(span: Span) -> str:
    return span.stage.title if span.stage else ""


def _left(numbered: bool, m: Metrics) -> float:
    return m.chevron + m.card_pad_x * 0.5 + (m.stage_number * 2 + m.card_pad_x if numbered else 0)


def _room(span: Span, pitch: float, numbered: bool, m: Metrics) -> float:
    return span.columns * pitch - m.chevron - _left(numbered, m) - m.card_pad_x * 0.5


def _texts(span: Span, pitch: float, look: _Look, setting: Setting) -> _Texts:
    m = setting.metrics
    room = _room(span, pitch, look.numbered, m)
    title = wrap(_title(span), "bold", room / look.size, _MOST_TITLE_LINES)
    below = wrap(caption(span, setting.words), "regular", room / m.caption, _MOST_CAPTION_LINES)
    cut = ((title, _title(span)), (below, caption(span, setting.words)))
    return _Texts(title, below, _left(look.numbered, m), tuple(text for each, text in cut if not each.whole))


def _text_height(texts: _Texts, look: _Look, m: Metrics) -> float:
    return height(len(texts.title), look.size, _TITLE_LEADING) + height(len(texts.caption), m.caption)


def chevron_width(span: Span, pitch: float, columns: int, m: Metrics) -> float:
    """Points from the left of a stage's first column to the tip of its chevron, on a page of so many columns."""
    reach = m.chevron * 0.75 if span.first + span.columns < columns else 0.0
    return span.columns * pitch - m.column_gap + reach


def _chevron(span: Span, pitch: float, high: float, look: _Look, setting: Setting, columns: int) -> Drawn:
    m, texts = setting.metrics, _texts(span, pitch, look, setting)
    wide = chevron_width(span, pitch, columns, m)
    fill = STAGE_FILLS[(span.number - 1) % 2]
    top = (high - _text_height(texts, look, m)) / 2
    title_high = height(len(texts.title), look.size, _TITLE_LEADING)
    shapes: list[Shape] = [Path(outlines.chevron(wide, high, m.chevron, first=span.first == 0), fill=fill)]
    if look.numbered:
        shapes += _number(span.number, high, m)
    shapes += block(texts.title, "bold", texts.left, top, look.size, WHITE, leading=_TITLE_LEADING)
    shapes += block(texts.caption, "regular", texts.left, top + title_high, m.caption, STAGE_CAPTION)
    group = Group(span.first * pitch, 0, tuple(shapes), span.stage.id if span.stage else None)
    heading = setting.words("stages")
    return Drawn((group,), tuple(Leftover(heading, text, group.record) for text in texts.whole))


def _number(number: int, high: float, m: Metrics) -> tuple[Shape, ...]:
    x, size = m.chevron + m.card_pad_x * 0.5 + m.stage_number, m.caption * 1.15
    text = str(number)
    left = x - width(text, "bold") * size / 2
    return (
        Path(outlines.circle(x, high / 2, m.stage_number), stroke=WHITE, line=m.frame * 1.2),
        Text(left, high / 2 + size * 0.36, size, WHITE, shape(text, "bold")),
    )


def step_titles(columns: Sequence[Column], shown: Sequence[frozenset[str]]) -> tuple[Step | None, ...]:
    """The steps whose titles have to be drawn, None for the others: a title that a card in the step says is not.

    `shown` holds, for each column, the texts of the cards in it.
    """
    return tuple(
        column.step if column.step is not None and column.step.title and column.step.title not in texts else None
        for column, texts in zip(columns, shown, strict=True)
    )


def steps_height(steps: Sequence[Step | None], pitch: float, m: Metrics) -> float:
    """Points the row of step titles takes, 0 where there is none."""
    lines = max((len(_step_lines(step, pitch, m)) for step in steps if step is not None), default=0)
    return height(lines, m.caption) + m.card_pad_y * 0.5 if lines else 0.0


def step_row(steps: Sequence[Step | None], pitch: float, setting: Setting) -> Drawn:
    """The titles at the origin, each over its column."""
    return together(_step(step, at, pitch, setting) for at, step in enumerate(steps) if step is not None)


def _step(step: Step, at: int, pitch: float, setting: Setting) -> Drawn:
    m = setting.metrics
    lines = _step_lines(step, pitch, m)
    texts = block(lines, "bold", 0, m.card_pad_y * 0.5, m.caption, INK)
    left = () if lines.whole else (Leftover(setting.words("step"), step.title, step.id),)
    return Drawn((Group(at * pitch, 0, texts, step.id),), left)


def _step_lines(step: Step, pitch: float, m: Metrics) -> Lines:
    return wrap(step.title, "bold", (pitch - m.column_gap) / m.caption, _MOST_STEP_LINES)


def side_label(first: int, last: int, high: float, setting: Setting) -> tuple[Shape, ...]:
    """What stands at the left of the chevrons: the word for stages and which steps these are."""
    m, words = setting.metrics, setting.words
    size, tracking = m.body, m.body * 0.1
    key = "steps_range" if last > first else "steps_range_single"
    top = (high - size * 1.3 - m.caption * 1.26) / 2
    return (
        Text(0, top + size, size, INK, shape(words("stages").upper(), "bold"), tracking),
        Text(0, top + size * 1.3 + m.caption, m.caption, GREY, shape(words(key, first=first, last=last), "regular")),
    )
