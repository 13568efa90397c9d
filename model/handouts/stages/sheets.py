"""The sheets of the stages: a band with the stage's name, below it what was spread there."""

from collections.abc import Iterator, Sequence

import msgspec

from model.document import Document
from model.handouts import flow, running
from model.handouts.brief import Brief
from model.handouts.options import StagesOptions
from model.handouts.outline.telling import Telling
from model.handouts.prose import Heading
from model.handouts.running import Frame, Running
from model.handouts.stages.details import in_full, sections
from model.handouts.stages.drawing import signs_in
from model.handouts.stages.points import listed
from model.handouts.stages.read import read_drawing
from model.handouts.stages.settling import Blocks, Room
from model.handouts.stages.spread import Draft, spread
from model.handouts.strips import Strip, reading
from model.handouts.typesetting import Type, type_on
from model.layout import stages as heads
from model.layout.drawn import Drawn, Leftover
from model.layout.frame import Rect
from model.layout.grid import Column
from model.layout.header import title_of
from model.layout.order import Order, order
from model.layout.parts import Part
from model.layout.reading import Element
from model.layout.setting import Setting
from model.layout.shapes import Group, Page
from model.layout.sheets import Sheet
from model.layout.stages import Span
from model.layout.style import METRICS
from model.layout.view import natural_view
from model.records import Stage, Step
from model.refusal import Refused

_LEAST = 4  # times the size of the type: a heading and a line have room below the band
_BAND = 1.35  # times the usual lengths: the band with the stage's name
_WORDS = Type(headings=(20.0, 10.5, 9.5, 8.75), above=(0.0, 0.6, 0.6, 0.6))
_DENSE = Type(body=8.0, headings=(20.0, 9.5, 8.75, 8.0), above=(0.0, 0.5, 0.5, 0.5))


class _Setup(msgspec.Struct, frozen=True):
    """What all stages of a map have in common."""

    document: Document
    brief: Brief
    tell: Telling
    order: Order
    frame: Frame
    says: Running

    @property
    def grown(self) -> float:
        """How many times larger than A3 the sheet is."""
        return self.frame.type.body / Type().body


class _Made(msgspec.Struct, frozen=True):
    """A stage: its band, its name and record, its sheets."""

    band: Drawn
    stage: Stage
    drafts: tuple[Draft, ...]


def stages(document: Document, brief: Brief) -> tuple[Page, ...]:
    """A sheet for each stage, more where one does not hold it. Raises Refused: `no_room_for_stage`."""
    setup = _setup(document, brief)
    made = []
    for span in heads.spans(setup.order.source.columns):
        brief.check()
        made.append(_made(span, setup))
    total = sum(len(each.drafts) for each in made)
    return tuple(_pages(made, total, setup))


def _setup(document: Document, brief: Brief) -> _Setup:
    hidden = brief.look.hidden | {lane.id for lane in document.lanes if lane.hidden}
    tell = Telling(document, brief.language or document.map.language, hidden=hidden)
    view, on = brief.view or natural_view(document), brief.sheet
    ordered = order(document, view, tell.paper, brief.name, on.name, on.width, on.height, look=brief.look)
    says = running.running(document, brief, tell.paper("stages_title"))
    return _Setup(document, brief, tell, ordered, running.frame(brief, most=1), says)


def _types(on: Sheet) -> tuple[Type, Type]:
    """The type of the words beside a drawing, and the one for more of them; on large sheets both are larger."""
    plain = type_on(on)
    grown = plain.body / Type().body
    wanted, dense = (
        msgspec.structs.replace(
            plain, body=each.body * grown, headings=tuple(size * grown for size in each.headings), above=each.above
        )
        for each in (_WORDS, _DENSE)
    )
    return wanted, dense


def _made(span: Span, setup: _Setup) -> _Made:
    columns = setup.order.source.columns[span.first : span.first + span.columns]
    stage = _named(span, setup)
    band = _band(columns, stage, setup)
    part = Part(range(span.first, span.first + span.columns), setup.order.source.bands, first=False)
    ordered = msgspec.structs.replace(setup.order, signs=signs_in(setup.order, part))
    return _Made(band[0], stage, spread(ordered, part, _room(columns, span, band[1], setup)))


def _named(span: Span, setup: _Setup) -> Stage:
    """The stage with a title of its own or its number; the map where there are no stages."""
    if span.stage is None:
        map_ = setup.document.map
        return Stage(id=map_.id, order="", title=title_of(setup.document, setup.tell.paper))
    if span.stage.title.strip():
        return span.stage
    return msgspec.structs.replace(span.stage, title=setup.tell.stage(span.stage))


def _band(columns: Sequence[Column], stage: Stage, setup: _Setup) -> tuple[Drawn, float]:
    """The stage's name across the sheet, its top left corner at the origin, and its height."""
    m = METRICS.scaled(_BAND * setup.grown)
    setting = Setting(m, m.largest_card_text, 0, setup.tell.paper, setup.brief.look)
    named = [msgspec.structs.replace(column, stage=stage) for column in columns]
    pitch = (setup.frame.wide + m.column_gap) / len(columns)
    high = heads.head_height(named, pitch, setting)
    return heads.chevrons(named, pitch, high, setting), high


def _room(columns: Sequence[Column], span: Span, band: float, setup: _Setup) -> Room:
    frame = setup.frame
    top = frame.top + band + frame.type.body
    area = Rect(frame.margin, top, frame.wide, frame.top + frame.high - top)
    if area.height < _LEAST * frame.type.body:
        raise Refused("no_room_for_stage", paper=setup.brief.sheet.name)
    steps = [column.step for column in columns if column.step is not None]

    def words(wide: float, type_: Type, leftovers: Sequence[Leftover]) -> Blocks:
        return list(_words(steps, span.stage, wide, type_, leftovers, setup))

    return Room(area, _types(setup.brief.sheet), setup.grown, words, lambda wide, own: _notes(wide, own, setup))


def _words(
    steps: Sequence[Step], stage: Stage | None, wide: float, type_: Type, leftovers: Sequence[Leftover], setup: _Setup
) -> Iterator[Sequence[Strip]]:
    """The sections of a stage; KPIs of the whole map stand on all of its sheets."""
    tell = setup.tell
    kpis = [kpi for kpi in setup.document.kpis if kpi.stage is None or (stage and kpi.stage == stage.id)]
    found = (*sections(steps, kpis, tell, type_, setup.brief.look.persona), *in_full(leftovers, tell))
    for section in found:
        heading = flow.heading(Heading(2, section.title), wide, type_)
        yield (*_untitled(heading), *listed(section.points, wide, type_))


def _notes(wide: float, type_: Type, setup: _Setup) -> Sequence[Strip]:
    """The heading above lines to write on, where they are wanted."""
    options = setup.brief.options
    if isinstance(options, StagesOptions) and not options.notes:
        return ()
    return _untitled(flow.heading(Heading(2, setup.tell.paper("stages_notes")), wide, type_))


def _untitled(strips: Sequence[Strip]) -> tuple[Strip, ...]:
    """Headings that have no line in the outline: that is the stage's."""
    return tuple(msgspec.structs.replace(strip, title="") for strip in strips)


def _pages(made: Sequence[_Made], total: int, setup: _Setup) -> Iterator[Page]:
    number = 0
    for each in made:
        for at, draft in enumerate(each.drafts):
            number += 1
            setup.brief.check()
            yield _page(each, draft, number, total, setup, first=at == 0)


def _page(made: _Made, draft: Draft, number: int, total: int, setup: _Setup, *, first: bool) -> Page:
    frame, read = setup.frame, list[Element]()
    if first:
        read.append(Element("H1", (made.stage.id,)))
    drawing: tuple[Group, ...] = ()
    if draft.drawing is not None:
        drawing = (Group(draft.x, draft.y, draft.drawing.shapes),)
        read += read_drawing(draft.drawing, setup.tell)
    shapes = (
        *running.around(frame, setup.says, number, total),
        Group(frame.margin, frame.top, made.band.shapes),
        *drawing,
        *(group for each in draft.placed for group in each.shapes()),
    )
    addresses = tuple(address for each in draft.placed for address in each.addresses())
    title = " ".join(made.stage.title.split())
    return Page(
        frame.sheet.width,
        frame.sheet.height,
        shapes,
        title=title,
        chapter=setup.says.kind,
        reading=(*read, *reading(draft.placed)),
        addresses=addresses,
    )
