"""A part of the map in a rectangle: titles of steps, rows, links and legend."""

from collections.abc import Iterator

import msgspec

from model.layout import stages
from model.layout.drawn import Leftover
from model.layout.frame import Frame
from model.layout.grid import Item
from model.layout.heads import Heads, heads, pitch_of
from model.layout.heights import make_frame
from model.layout.lane_row import draw_row, first_links
from model.layout.legend import Signs, legend
from model.layout.lines import line
from model.layout.order import Order
from model.layout.page import draw_links
from model.layout.parts import Part, measure
from model.layout.setting import Setting
from model.layout.shapes import Group, Shape
from model.layout.style import Metrics
from model.records import Emotion, Id


class Drawing(msgspec.Struct, frozen=True):
    """The part with its top left corner at the origin, and the height it takes. `titles`: of steps, by their ids;
    `frame`: its rows; `curves`: by row, the feelings it shows."""

    shapes: tuple[Shape, ...]
    height: float
    leftovers: tuple[Leftover, ...]
    titles: tuple[Id, ...]
    frame: Frame
    curves: tuple[tuple[Emotion, ...], ...]


def signs_in(order: Order, part: Part) -> Signs:
    """The signs of a part, as its legend explains them."""
    here = {item.record.id for band in part.bands for item in band.over(part.columns) if is_over(item, part.columns)}
    bands = [
        msgspec.structs.replace(band, items=tuple(item for item in band.items if item.record.id in here))
        for band in part.bands
    ]
    felt = (each for curves in order.source.emotions.values() for curve in curves for each in curve)
    feelings = any(order.source.places[each.step] in part.columns for each in felt)
    return Signs(
        links=frozenset(order.looks[link.id] for link in order.links if link.source in here or link.target in here),
        marks=frozenset(mark for band in bands for mark in band.marks),
        feelings=feelings,
        curves=order.signs.curves if feelings else (),
        roles=frozenset(band.lane.role for band in bands if band.items),
    )


def is_over(item: Item, columns: range) -> bool:
    """Whether an item stands over some of the columns."""
    return item.first < columns.stop and item.first + item.span > columns.start


def sized_for(order: Order, part: Part, setting: Setting, wide: float, high: float) -> Order:
    """The order of a page whose rows and legend take the rectangle: around it come margins and a header."""
    m = setting.metrics
    across = msgspec.structs.replace(order, width=wide + 2 * m.margin - _overhang(order, m))
    head = heads(across, part, pitch_of(across, part, setting), setting)
    return msgspec.structs.replace(across, height=high + _above(head, setting) + m.margin * 0.7)


def _overhang(order: Order, m: Metrics) -> float:
    """Points by which arrows to the next stage would reach too far into a narrow margin."""
    margin = m.margin if order.look.margin is None else order.look.margin
    return max(0.0, m.column_gap - margin * 0.6)


def _above(head: Heads, setting: Setting) -> float:
    """Points above the titles of steps, which a page has for its header and its chevrons."""
    m = setting.metrics
    return m.margin + head.header.height + m.caption + m.section_gap * 0.5 + head.chevrons


def drawn(order: Order, part: Part, setting: Setting, wide: float, high: float) -> Drawing:
    """The part, its rows as tall as the rectangle lets them be."""
    sized, m = sized_for(order, part, setting, wide, high), setting.metrics
    pitch = pitch_of(sized, part, setting)
    head = heads(sized, part, pitch, setting)
    measured = measure(sized.source, part, pitch, setting)
    frame = make_frame(sized, part, measured, head, pitch, setting)
    rows = [draw_row(row, each, frame, setting) for row, each in zip(frame.rows, measured, strict=True)]
    arrows = draw_links(sized, part, frame, setting)
    titles = stages.step_row(head.titles, pitch, setting)
    top = _above(head, setting)
    shapes = (
        Group(m.left, top, titles.shapes),
        *(shape for row in rows for shape in row.shapes),
        *_lines(part, frame, sized, setting),
        *arrows.shapes,
        Group(
            m.margin,
            frame.bottom,
            legend(sized.signs, sized.width - 2 * m.margin, "", setting) if sized.signs != Signs() else (),
        ),
    )
    left = tuple(each for made in (titles, *rows, arrows) for each in made.leftovers)
    bottom = frame.bottom + head.foot - m.margin * 0.7
    named = tuple(step.id for step in head.titles if step is not None)
    curves = tuple(
        tuple(marker.emotion for curve in each.curves for marker in curve if marker.here) for each in measured
    )
    return Drawing((Group(-m.margin, -top, shapes),), bottom - top, left, named, frame, curves)


def _lines(part: Part, frame: Frame, order: Order, setting: Setting) -> Iterator[Shape]:
    """The lines of a blueprint."""
    right, free = order.width - setting.metrics.margin, first_links(frame, setting)
    for row, band in zip(frame.rows, part.bands, strict=True):
        if band.line is not None and row.line_below is not None:
            yield from line(band.line, row.line_below, right, free, setting)


def _legend(order: Order, setting: Setting) -> tuple[Shape, ...]:
    """What the signs of the part mean, if it has any."""
    if order.signs == Signs():
        return ()
    return legend(order.signs, order.width - 2 * setting.metrics.margin, "", setting)
