"""The links of a page, found by a point near their lines.

Nothing is indexed for it: the web of the links knows already who runs in which gap, and who meets which card.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import pairwise

import msgspec

from model.layout.frame import Frame, Rect
from model.layout.links.corners import Run
from model.layout.links.draw import Arrows
from model.layout.links.labels import Label
from model.layout.links.routes import Corridor, Gutter
from model.layout.links.web import Web
from model.layout.shapes import Box
from model.records import Id

Found = tuple[float, Id]  # how far away in points, a link


class Lines(msgspec.Struct, frozen=True, dict=True):
    """The drawn links of a page."""

    arrows: Arrows

    def at(self, x: float, y: float, reach: float) -> Id | None:
        """The link that runs nearest to a point, within `reach` points of it, or bears the label there."""
        frame, web = self.arrows.frame, self.arrows.web
        if frame is None:
            return None
        corridors = [at for at in range(len(frame.rows) + 1) if _holds(_between_rows(at, frame), y, reach)]
        columns = _columns(frame, x, reach)
        near = [
            *(found for at in corridors for found in _in_corridor(at, web, frame, x, y, reach)),
            *(found for at in columns for found in _in_gutter(at, web, frame, x, y, reach)),
            *self._by_run(_beside(columns, corridors, web, frame, y, reach), x, y),
            *(found for at in corridors for found in self._by_label(at, frame, x, y)),
        ]
        distance, link = min(near, default=(reach, None))
        return link if distance <= reach else None

    def rect(self, key: Id) -> Rect | None:
        """The rectangle round a link's lines."""
        points = [point for run in self.arrows.runs.get(key, ()) for point in run]
        if not points:
            return None
        xs, ys = zip(*points, strict=True)
        return Rect(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))

    def _by_run(self, keys: Iterable[Id], x: float, y: float) -> Iterator[Found]:
        runs = self.arrows.runs
        return ((_distance(run, x, y), key) for key in keys for run in runs[key])

    def _by_label(self, corridor: int, frame: Frame, x: float, y: float) -> Iterator[Found]:
        level = frame.level(corridor)
        for key, label in self._labels.get(corridor, ()):
            if label.spot is not None and label.group is not None and isinstance(label.group.shapes[0], Box):
                ground = label.group.shapes[0]
                left, top = label.spot.x + ground.x, level + ground.y
                yield _away(left, top, left + ground.width, top + ground.height, x, y), key

    @cached_property
    def _labels(self) -> Mapping[int, Sequence[tuple[Id, Label]]]:
        """By corridor."""
        labels: dict[int, list[tuple[Id, Label]]] = {}
        for key, label in self.arrows.labels.items():
            if label.spot is not None:
                labels.setdefault(label.spot.corridor, []).append((key, label))
        return labels


def _columns(frame: Frame, x: float, reach: float) -> range:
    """The columns at an x, and those whose gutters it may be in."""
    first, last = ((x + by - frame.left) // frame.pitch for by in (-reach - frame.gap, reach + frame.gap))
    return range(max(int(first), 0), min(int(last) + 1, frame.columns) + 1)


def _in_corridor(at: int, web: Web, frame: Frame, x: float, y: float, reach: float) -> Iterator[Found]:
    """Links that run along a corridor near a height."""
    down = y - frame.level(at) - frame.corridor_middles[at]
    for (key, place), track in web.tracks.get(Corridor(at), {}).items():
        if -reach <= track - down <= reach:
            one, other = web.strands[key].trails[0].xs[place + 1 : place + 3]
            yield max(abs(track - down), min(one, other) - x, x - max(one, other)), key


def _in_gutter(at: int, web: Web, frame: Frame, x: float, y: float, reach: float) -> Iterator[Found]:
    """Links that run along a gutter near an x."""
    across = x - frame.gutter_x(at)
    if abs(across) > frame.gap / 2 + reach:
        return
    for (key, place), track in web.tracks.get(Gutter(at), {}).items():
        if -reach <= track - across <= reach:
            (_, one), (_, other) = web.strands[key].trails[0].run(frame)[place + 1 : place + 3]
            yield max(abs(track - across), min(one, other) - y, y - max(one, other)), key


def _beside(columns: range, corridors: Sequence[int], web: Web, frame: Frame, y: float, reach: float) -> Iterator[Id]:
    """Links at the cards near a point, and those that run straight past it."""
    rows = {at for at, row in enumerate(frame.rows) if _holds((row.y, row.y + row.height), y, reach)}
    rows.update(row for at in corridors for row in (at - 1, at) if 0 <= row < len(frame.rows))
    for row in rows:
        yield from web.level.get(row, ())
        for column in columns:
            for slot in frame.rows[row].filling.over.get(column, ()):
                yield from web.cards.get(slot.id, ())
    for column in columns:
        yield from web.upright.get(column, ())


def _between_rows(at: int, frame: Frame) -> tuple[float, float]:
    """The heights above row `at` where no card stands; where a blueprint line runs those on both sides of it."""
    return frame.corridor(at)[0], frame.rows[at].top if at < len(frame.rows) else frame.bottom


def _holds(heights: tuple[float, float], y: float, reach: float) -> bool:
    low, high = heights
    return low - reach <= y <= high + reach


def _distance(run: Run, x: float, y: float) -> float:
    return min(_away(min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2), x, y) for (x1, y1), (x2, y2) in pairwise(run))


def _away(left: float, top: float, right: float, bottom: float, x: float, y: float) -> float:
    """The larger of the distances across and down: a point within reach of both is near enough."""
    return max(left - x, x - right, top - y, y - bottom, 0.0)
