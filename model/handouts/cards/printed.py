"""A slip on paper: head with the lane, text as large as there is room, foot with its place in the journey."""

from collections.abc import Iterator, Sequence
from math import ceil

import msgspec

from model.handouts.cards.slips import Slip
from model.layout import outlines
from model.layout.emotions import face
from model.layout.icons import MARK_ICONS, ROLE_ICONS, icon
from model.layout.shapes import Box, Group, Path, Shape
from model.layout.sheets import MM
from model.layout.style import GREY, INK, LANES, METRICS, STAR_FILL, WHITE
from model.layout.text.block import block, height
from model.layout.text.wrap import Lines, count, widest, wrap
from model.records import Mark

SIZES = (16.0, 15.0, 14.0, 13.0, 12.0, 11.0, 10.0, 9.5, 9.0, 8.5, 8.0, 7.5, 7.0)
_MOST_TORN = 9.5  # points, for a word that is torn at any size
_MOST_HEADING, _MOST_WHERE = 2, 2  # lines
_LEADING = 1.18
_COUNTER = 3.5  # ems of the foot that "12/12" may take


class Format(msgspec.Struct, frozen=True):
    """A size of slips; lengths in points. `inset`: from the cutting line to the frame, for shaky scissors."""

    name: str
    width: float
    height: float
    inset: float
    pad: float
    icon: float
    heading: float
    where: float

    @property
    def inside(self) -> float:
        """The width that texts have."""
        return self.width - 2 * (self.inset + self.pad)


FORMATS = {
    "76x76": Format("76 × 76", 76 * MM, 76 * MM, 5.0, 9.0, 13.0, METRICS.lane, METRICS.caption),
    "50x38": Format("50 × 38", 50 * MM, 38 * MM, 4.0, 6.0, 10.0, METRICS.caption, 7.0),
}


class Printed(msgspec.Struct, frozen=True):
    """A slip, or the `number`th of `total` it takes, drawn at the origin; `cut`: what its head and foot cut short."""

    slip: Slip
    group: Group
    number: int
    cut: tuple[str, ...] = ()


def printed(slip: Slip, look: Format) -> Iterator[Printed]:
    """The slip, on as many pieces of paper as its text needs at the smallest type."""
    heading = wrap(slip.heading, "bold", _heading_room(slip, look) / look.heading, _MOST_HEADING)
    counter, left = _COUNTER * look.where, look.inset + look.pad
    where = wrap(slip.where, "regular", (look.inside - counter) / look.where, _MOST_WHERE)
    top = look.inset + look.pad + max(height(len(heading), look.heading, _LEADING), look.icon) + look.pad * 0.7
    bottom = look.height - look.inset - look.pad * 0.8 - height(len(where), look.where, _LEADING)
    room = bottom - look.pad * 0.5 - top
    size, pieces = fitted(slip.text, _style(slip), look.inside, room)
    cut = tuple(text for lines, text in ((heading, slip.heading), (where, slip.where)) if not lines.whole)
    for number, lines in enumerate(pieces, start=1):
        at = top + (room - height(len(lines), size)) / 2
        shapes = (
            *_frame(slip, look, top - look.pad * 0.35),
            *_head(slip, heading, look),
            *block(lines, _style(slip), left, at, size, INK, width=look.inside),
            *block(where, "regular", left, bottom, look.where, GREY, leading=_LEADING, width=look.inside - counter),
            *_counter(number, len(pieces), bottom, look),
        )
        yield Printed(slip, Group(0, 0, shapes, slip.record), number, cut if number == 1 else ())


def fitted(text: str, style: str, wide: float, high: float) -> tuple[float, tuple[Lines, ...]]:
    """The text on the fewest pieces of `wide` x `high` points, and the largest size at which it takes no more.

    No word is torn that a smaller size keeps whole.
    """
    sizes = [size for size in SIZES if widest(text, style) * size <= wide]
    sizes = sizes or [size for size in SIZES if size <= _MOST_TORN]

    def pieces(size: float) -> int:
        return ceil(count(text, style, wide / size) / max(1, int(high / height(1, size))))

    fewest = max(1, min(pieces(size) for size in sizes))
    size = next(size for size in sizes if pieces(size) <= fewest)
    return size, tuple(_parted(wrap(text, style, wide / size), fewest))


def _parted(lines: Lines, into: int) -> Iterator[Lines]:
    """The lines in parts of the same length, the last one shorter."""
    each = max(1, ceil(len(lines) / into))
    for at in range(into):
        yield Lines(lines.lines[at * each : (at + 1) * each])


def _style(slip: Slip) -> str:
    return "card" if slip.feeling is None else "italic"


def _frame(slip: Slip, look: Format, head: float) -> tuple[Shape, ...]:
    """The frame in the lane's colour, and its tint behind the head."""
    lane = LANES[slip.role]
    x, wide, high = look.inset, look.width - 2 * look.inset, look.height - 2 * look.inset
    band = Box(x, x, wide, head - x, fill=lane.tint, radius=METRICS.card_radius)
    frame = Box(
        x, x, wide, high, stroke=lane.color, line=METRICS.frame * 1.3, radius=METRICS.card_radius, dash=lane.dash
    )
    return Box(0, 0, look.width, look.height, fill=WHITE), band, frame


def _head(slip: Slip, heading: Lines, look: Format) -> tuple[Shape, ...]:
    left, top = look.inset + look.pad, look.inset + look.pad
    high = max(height(len(heading), look.heading, _LEADING), look.icon)
    middle = top + high / 2
    room = _heading_room(slip, look)
    text_top = middle - height(len(heading), look.heading, _LEADING) / 2
    return (
        icon(ROLE_ICONS[slip.role], left, middle - look.icon / 2, look.icon, LANES[slip.role].color),
        *block(heading, "bold", left + look.icon * 1.45, text_top, look.heading, INK, leading=_LEADING, width=room),
        *_signs(slip, middle, look),
    )


def _heading_room(slip: Slip, look: Format) -> float:
    """Points between the icon and the signs at the right."""
    return look.inside - look.icon * (1.45 + 1.3 * _sign_count(slip))


def _sign_count(slip: Slip) -> int:
    return len(slip.marks) + (slip.feeling is not None)


def _signs(slip: Slip, middle: float, look: Format) -> Iterator[Shape]:
    """Marks and the face, from the right."""
    r, right = look.icon * 0.55, look.width - look.inset - look.pad
    xs = [right - r - at * look.icon * 1.3 for at in range(_sign_count(slip))]
    for mark, x in zip(slip.marks, xs, strict=False):
        yield from _sign(mark, x, middle, r)
    if slip.feeling is not None:
        yield Group(xs[-1], middle, face(slip.feeling, r))


def _sign(mark: Mark, x: float, y: float, r: float) -> Sequence[Shape]:
    if mark is Mark.MOMENT_OF_TRUTH:
        return (Path(outlines.star(x, y, r), fill=STAR_FILL, stroke=INK, line=METRICS.hairline),)
    disc = Path(outlines.circle(x, y, r), fill=WHITE, stroke=INK, line=METRICS.hairline)
    return disc, icon(MARK_ICONS[mark], x - r * 0.7, y - r * 0.7, r * 1.4, INK)


def _counter(number: int, total: int, top: float, look: Format) -> tuple[Shape, ...]:
    """Which piece of how many this is, where there are several."""
    if total == 1:
        return ()
    lines = wrap(f"{number}/{total}", "bold", look.inside / look.where)
    right = look.width - look.inset - look.pad
    return block(lines, "bold", 0, top, look.where, INK, align=1.0, width=right, leading=_LEADING)
