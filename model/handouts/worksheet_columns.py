"""The heads of a worksheet's columns: stages as chevrons, steps below them; what is left blank is a field."""

from collections.abc import Iterator, Sequence
from functools import cached_property

import msgspec

from model.handouts.worksheet_blank import key_of
from model.handouts.worksheet_frame import Grid, growth, pitch
from model.importers.worksheet_names import About, name
from model.layout import outlines
from model.layout.fields import Field
from model.layout.grid import Column
from model.layout.reading import Element
from model.layout.setting import Setting
from model.layout.shapes import Box, Group, Path, Shape, Text
from model.layout.sheets import Sheet
from model.layout.stages import Span, chevron_width, chevrons, head_height, spans
from model.layout.style import GREY, INK, STAGE_FILLS, WHITE
from model.layout.text.block import block, height
from model.layout.text.shaping import shape, width
from model.layout.text.wrap import wrap
from model.records import Id

_STEP_LINES = 3
_STEP_ROW = 22.0  # points up to A3: to write on with a pen


class Columns(msgspec.Struct, frozen=True, dict=True):
    """The heads of the columns of a page, `top` points down and `high` points tall with those of the steps."""

    map: Id
    columns: tuple[Column, ...]
    grid: Grid
    top: float
    high: float
    on: Sheet
    setting: Setting

    @property
    def groups(self) -> tuple[Group, ...]:
        """The word for stages, the chevrons, the steps."""
        m, runs = self.setting.metrics, shape(self.setting.words("stages").upper(), "bold")
        said = Text(0, self._chevron / 2 + m.body * 0.36, m.body, INK, runs, m.body * 0.1)
        return (
            Group(m.margin, self.top, (said, *self._word_for_steps()), tag="stages"),
            *self._chevrons(),
            *self._steps(),
        )

    def _word_for_steps(self) -> Iterator[Text]:
        m, size = self.setting.metrics, self.setting.metrics.caption
        if any(column.step is not None for column in self.columns):
            runs = shape(self.setting.words("step").upper(), "bold")
            yield Text(0, self._chevron + m.row_gap + size * 1.6, size, GREY, runs, size * 0.1)

    def fields(self, at: int) -> Iterator[Field]:
        """Where the title of a column's stage, and that of its step, are filled in."""
        column, span = self.columns[at], self._span(at)
        if span.first == at and span.stage is not None and not span.stage.title:
            yield self._stage_field(span)
        if column.step is not None and not column.step.title:
            yield self._step_field(at)

    def read(self, at: int) -> tuple[Element, ...]:
        """The titles over a column that it begins."""
        column, span = self.columns[at], self._span(at)
        titled = span.first == at and span.stage is not None and span.stage.title
        stage = (Element("H2", (key_of(Column(span.stage, None, 0)),)),) if titled else ()
        step = (Element("H3", (column.step.id,)),) if column.step is not None and column.step.title else ()
        return stage + step

    def said(self, at: int) -> str:
        """What a column is called."""
        column, words = self.columns[at], self.setting.words
        stage = column.stage.title if column.stage is not None else ""
        named = stage or words("worksheet_stage", number=column.stage_number)
        if column.step is None:
            return named
        return f"{named}, {column.step.title or words('worksheet_step', number=at - self._span(at).first + 1)}"

    @cached_property
    def _spans(self) -> tuple[Span, ...]:
        return spans(tuple(Column(each.stage, None, each.stage_number) for each in self.columns))

    @property
    def _chevron(self) -> float:
        """How tall the chevrons are."""
        return self.high - _steps_height(self.columns, self.grid.pitch, self.setting, growth(self.on))

    def _span(self, at: int) -> Span:
        return next(span for span in self._spans if span.first <= at < span.first + span.columns)

    def _chevrons(self) -> Iterator[Group]:
        plain = tuple(Column(each.stage, None, each.stage_number) for each in self.columns)
        made = chevrons(plain, self.grid.pitch, self._chevron, self.setting).shapes
        for span, titled in zip(self._spans, made, strict=True):
            assert isinstance(titled, Group)
            group = titled if span.stage is not None and span.stage.title else self._open(span)
            yield msgspec.structs.replace(group, x=group.x + self.grid.left, y=self.top)

    def _open(self, span: Span) -> Group:
        """A chevron to write in, with its number."""
        m, high = self.setting.metrics, self._chevron
        wide = chevron_width(span, self.grid.pitch, len(self.columns), m)
        outline = outlines.chevron(wide, high, m.chevron, first=span.first == 0)
        x, size, number = self._number_x, m.caption * 1.15, str(span.number)
        shapes: tuple[Shape, ...] = (
            Path(outline, fill=WHITE, stroke=STAGE_FILLS[0], line=m.frame),
            Path(outlines.circle(x, high / 2, m.stage_number), stroke=STAGE_FILLS[0], line=m.frame),
            Text(x - width(number, "bold") * size / 2, high / 2 + size * 0.36, size, INK, shape(number, "bold")),
        )
        return Group(span.first * self.grid.pitch, 0, shapes)

    @property
    def _number_x(self) -> float:
        m = self.setting.metrics
        return m.chevron + m.card_pad_x * 0.5 + m.stage_number

    def _stage_field(self, span: Span) -> Field:
        m = self.setting.metrics
        left = self._number_x + m.stage_number + m.card_pad_x * 0.5
        wide = chevron_width(span, self.grid.pitch, len(self.columns), m) - left - m.chevron
        x, high = self.grid.left + span.first * self.grid.pitch + left, self._chevron * 0.72
        key = span.stage.id if span.stage is not None else ""
        title = self.setting.words("worksheet_stage", number=span.number)
        y = self.top + (self._chevron - high) / 2
        return Field(name(self.map, About.TITLE, key), x, y, wide, high, "text", title, size=10 * growth(self.on))

    def _steps(self) -> Iterator[Group]:
        m, top = self.setting.metrics, self.top + self._chevron
        for at, column in enumerate(self.columns):
            if column.step is not None:
                x = self.grid.left + at * self.grid.pitch
                yield Group(x, top + m.row_gap, self._step(column.step.title), column.step.id)

    def _step(self, title: str) -> tuple[Shape, ...]:
        m = self.setting.metrics
        if not title:
            high = self.high - self._chevron - m.row_gap
            return (Box(0, 0, self.grid.wide, high, fill=WHITE, stroke=GREY, line=m.hairline, radius=m.card_radius),)
        lines = wrap(title, "bold", self.grid.wide / m.caption, _STEP_LINES)
        return block(lines, "bold", 0, 0, m.caption, INK)

    def _step_field(self, at: int) -> Field:
        m, factor = self.setting.metrics, growth(self.on)
        x, y = self.grid.left + at * self.grid.pitch, self.top + self._chevron + m.row_gap
        high, called = self.high - self._chevron - m.row_gap, name(self.map, About.TITLE, key_of(self.columns[at]))
        return Field(called, x + 2, y + 2, self.grid.wide - 4, high - 4, "text", self.said(at), size=9 * factor)


def heads_height(columns: Sequence[Column], on: Sheet, setting: Setting) -> float:
    """Points the heads of these columns take."""
    apart = pitch(len(columns), on, setting.metrics)
    plain = [Column(each.stage, None, each.stage_number) for each in columns]
    return head_height(plain, apart, setting) + _steps_height(columns, apart, setting, growth(on))


def _steps_height(columns: Sequence[Column], apart: float, setting: Setting, factor: float) -> float:
    """Points for the titles of steps, with the gap above them."""
    m, steps = setting.metrics, [column.step for column in columns if column.step is not None]
    if not steps:
        return 0.0
    said = [len(wrap(step.title, "bold", (apart - m.column_gap) / m.caption, _STEP_LINES)) for step in steps]
    least = 0.0 if all(step.title for step in steps) else _STEP_ROW * factor
    return m.row_gap + max(least, height(max(said), m.caption))
