"""Findings on the links: those that skip a line, those that run back in time, and lanes that fall silent."""

from collections import defaultdict
from collections.abc import Iterator

from model.findings.context import BANDS, Context
from model.findings.finding import Code, Finding, Fix, hint, warning
from model.records import Id, Link

SILENT_STEPS = 3


def link_jumps_lines(context: Context, link: Link) -> Finding | None:
    """A link across two or more of the lines drawn on this map.

    A line is drawn below the last lane of its band (practice: "No such role, no line"), so a link past a band
    that this map does not have skips nothing.
    """
    source, target = context.band(link.source), context.band(link.target)
    if source is None or target is None or abs(source - target) < 2:
        return None
    drawn = {BANDS[role] for role in context.grid.lanes if role in BANDS}
    crossed = drawn.intersection(range(min(source, target), max(source, target)))
    return warning(Code.LINK_JUMPS_LINES, link.id, count=len(crossed)) if len(crossed) > 1 else None


def link_back_in_time(context: Context, link: Link) -> Finding | None:
    """A one-way link to a card that ends before its source begins, and that is not marked as a loop."""
    if link.loop or link.both:
        return None
    begin, end = context.grid.cover(link.source), context.grid.cover(link.target)
    columns = context.grid.columns
    if not begin or not end or columns[end[-1]] >= columns[begin[0]]:
        return None
    return hint(Code.LINK_BACK_IN_TIME, link.id, fix=Fix.MARK_LOOP)


def lane_silent(context: Context) -> Iterator[Finding]:
    """A lane without a card in three or more steps in a row, while every lane it is linked with has one there."""
    for lane, others in _linked_lanes(context).items():
        for first, last in _silences(context, lane):
            steps = context.grid.steps[first : last + 1]
            if all(any(context.grid.standing.get((other, step)) for step in steps) for other in others):
                yield hint(Code.LANE_SILENT, lane, steps[0], steps[-1], count=len(steps))


def _linked_lanes(context: Context) -> dict[Id, set[Id]]:
    """For each lane the others it is linked with."""
    lane_of, linked = context.grid.lane.get, defaultdict[Id, set[Id]](set)
    for link in context.document.table(Link).values():
        source, target = lane_of(link.source), lane_of(link.target)
        if source is not None and target is not None and source != target:
            linked[source].add(target)
            linked[target].add(source)
    return linked


def _silences(context: Context, lane: Id) -> Iterator[tuple[int, int]]:
    """The longest runs of steps without a card, as first and last column."""
    begin = 0
    for column, step in enumerate((*context.grid.steps, None)):
        if step is None or context.grid.standing.get((lane, step)):
            if column - begin >= SILENT_STEPS:
                yield begin, column - 1
            begin = column + 1
