"""What a link is drawn with: its lines and heads, as templates that are put at the heights of the day."""

from collections.abc import Iterator, Sequence

import msgspec

from model.layout.frame import Frame
from model.layout.links.corners import Corner, Trail
from model.layout.setting import Setting
from model.layout.shapes import Command, Dash, Path
from model.layout.style import BLUE, SLATE
from model.records import Link, Role

_HALF = 0.42  # of a head's length: how far it reaches to both sides
_SUNK = 0.8  # of a head's length: how far behind the tip its line ends, so that the tip stays sharp
_OPEN: dict[int, tuple[str, ...]] = {count: ("M", *"L" * (count - 1)) for count in range(2, 16)}


class Stroke(msgspec.Struct, frozen=True):
    """A path whose corners hang on levels; filled ones are closed."""

    xs: tuple[float, ...]
    levels: tuple[int, ...]
    offsets: tuple[float, ...]
    color: str
    line: float = 0.0
    dash: Dash = ()

    def path(self, rises: Sequence[float]) -> Path:
        """The path, `rises` telling how far each level lies below the origin."""
        ys = [rises[level] + offset for level, offset in zip(self.levels, self.offsets, strict=True)]
        commands: tuple[Command, ...] = tuple(zip(_OPEN[len(ys)], self.xs, ys, strict=True))  # type: ignore[arg-type]
        if self.line:
            return Path(commands, None, self.color, self.line, self.dash)
        return Path((*commands, _CLOSE), self.color)


_CLOSE: Command = ("Z",)


def strokes(link: Link, trails: Sequence[Trail], frame: Frame, setting: Setting) -> tuple[Stroke, ...]:
    """The lines of a link with a head at the target, and one at the source where both sides agree on it."""
    return tuple(stroke for trail in trails for stroke in _of_trail(link, trail, frame, setting))


def _of_trail(link: Link, trail: Trail, frame: Frame, setting: Setting) -> Iterator[Stroke]:
    m, color = setting.metrics, _color(link, frame)
    corners: list[Corner] = list(zip(trail.xs, trail.levels, trail.offsets, strict=True))
    heads = [_head(corners[-1], corners[-2], color, m.arrow_head)]
    body = [*corners[:-1], _sunk(corners[-1], corners[-2], frame, m.arrow_head)]
    if link.both:
        heads.append(_head(corners[0], corners[1], color, m.arrow_head))
        body[0] = _sunk(corners[0], corners[1], frame, m.arrow_head)
    xs, levels, offsets = zip(*body, strict=True)
    dash = (m.arrow * 3, m.arrow * 2) if link.loop else ()
    yield Stroke(xs, levels, offsets, color, m.journey_arrow if color == BLUE else m.arrow, dash)
    yield from heads


def _color(link: Link, frame: Frame) -> str:
    if link.both:
        return SLATE
    rows = [place[0] for card in (link.source, link.target) if (place := frame.place(card)) is not None]
    return BLUE if all(frame.rows[row].lane.role is Role.CUSTOMER_ACTIONS for row in rows) else SLATE


def _head(tip: Corner, before: Corner, color: str, size: float) -> Stroke:
    """A filled head with its tip at one corner, on a line that comes from the other."""
    (x, level, y), (ux, uy) = tip, _heading(tip, before)
    back_x, back_y, half = x - ux * size, y - uy * size, size * _HALF
    xs, ys = (x, back_x - uy * half, back_x + uy * half), (y, back_y + ux * half, back_y - ux * half)
    return Stroke(xs, (level,) * 3, ys, color)


def _heading(tip: Corner, before: Corner) -> tuple[int, int]:
    """Right, left, down or up as signs; all lines run level or upright."""
    (x, *low), (from_x, *high) = tip, before
    return (x > from_x) - (x < from_x), (low > high) - (low < high)


def _sunk(tip: Corner, before: Corner, frame: Frame, size: float) -> Corner:
    """Where the line ends so that the head's tip stays sharp; never past the corner before it."""
    (x, level, y), (ux, uy) = tip, _heading(tip, before)
    back = min(size * _SUNK, _length(tip, before, frame))
    return x - ux * back, level, y - uy * back


def _length(tip: Corner, before: Corner, frame: Frame) -> float:
    (x, level, y), (from_x, from_level, from_y) = tip, before
    down = frame.rises[from_level][level] - frame.rises[level][from_level]
    return abs(x - from_x) + abs(down + y - from_y)
