"""What people say on the emotion lane: each quote on the outside of the bend, clear of other quotes and of faces."""

from collections.abc import Iterable, Sequence

import msgspec

from model.layout.frame import Rect
from model.layout.persona import quoted
from model.layout.setting import Setting
from model.layout.shapes import Box, Group
from model.layout.style import INK, PALE, Metrics
from model.layout.text.block import block, height
from model.layout.text.wrap import Lines, wrap
from model.records import Emotion

TOP, BOTTOM = 2.0, -2.0  # of what people feel
_MOST_LINES = 3
_LEADING = 1.24


class Marker(msgspec.Struct, frozen=True):
    """A marker at `x` points from the left of the first column; `here` is false for a neighbour on another page."""

    emotion: Emotion
    x: float
    here: bool = True


class Scale(msgspec.Struct, frozen=True):
    """The heights of the best and the worst feeling, in points below the top of the lane."""

    top: float
    bottom: float

    def y(self, value: float) -> float:
        return self.bottom + (value - BOTTOM) / (TOP - BOTTOM) * (self.top - self.bottom)

    def value(self, y: float) -> float:
        """The feeling at a height, the best or the worst beyond theirs."""
        value = BOTTOM + (y - self.bottom) / (self.top - self.bottom) * (TOP - BOTTOM)
        return max(BOTTOM, min(TOP, value))


class Quote(msgspec.Struct, frozen=True):
    """A quote in its lines, above its marker or below, with `room` points from `left` on to be in."""

    marker: Marker
    lines: Lines
    above: bool
    left: float
    room: float


def quotes(curves: Iterable[Sequence[Marker]], start: float, wide: float, m: Metrics) -> list[Quote]:
    """All quotes of a lane `wide` points wide; those of the first step leave what is left of `start` free."""
    return [quote for curve in curves for quote in _of_curve(curve, start, wide, m)]


def _of_curve(curve: Sequence[Marker], start: float, wide: float, m: Metrics) -> list[Quote]:
    """Each quote in the room between the halves of the ways to its neighbours."""
    found = []
    for at, marker in enumerate(curve):
        text = quoted(marker.emotion.quote)
        if marker.here and text:
            left, right = _room(curve, at, start, wide, m)
            lines = wrap(text, "italic", max(right - left, 1.0) / m.caption, _MOST_LINES)
            found.append(Quote(marker, lines, _bends_up(curve, at), left, right - left))
    return found


def _room(curve: Sequence[Marker], at: int, start: float, wide: float, m: Metrics) -> tuple[float, float]:
    x = curve[at].x
    left = max(start, (curve[at - 1].x + x) / 2 + 1) if at else max(start, x - m.free_card)
    right = min(wide, (x + curve[at + 1].x) / 2 - 1) if at + 1 < len(curve) else wide
    return left, min(right, x + m.free_card)


def _bends_up(curve: Sequence[Marker], at: int) -> bool:
    """Whether the outside of the bend is above: the marker stands higher than the middle of its neighbours."""
    around = [curve[other].emotion.value for other in (at - 1, at + 1) if 0 <= other < len(curve)]
    value = curve[at].emotion.value
    return value >= sum(around) / len(around) if around else value >= 0


def pads(quotes: Sequence[Quote], m: Metrics) -> tuple[float, float]:
    """Room above +2 and below -2: a face, and the quotes that need more than their distance from the edge gives."""
    least = m.face + m.card_pad_y

    def needed(quote: Quote, distance: float) -> float:
        return m.face + _height(quote, m) + m.card_pad_y * 1.5 - distance * m.feeling_unit

    above = [needed(quote, TOP - quote.marker.emotion.value) for quote in quotes if quote.above]
    below = [needed(quote, quote.marker.emotion.value - BOTTOM) for quote in quotes if not quote.above]
    return max([least, *above]), max([least, *below])


def settled(quotes: Iterable[Quote], faces: Sequence[Marker], scale: Scale, high: float, m: Metrics) -> dict[int, Rect]:
    """Where each quote stands, by its number: on its side of the curve, on the other where something is in the way.

    A quote that has room on neither side is not among them.
    """
    taken = [_face(marker, scale, m) for marker in faces]
    found: dict[int, Rect] = {}
    for at, quote in enumerate(quotes):
        if quote.lines.width * m.caption > quote.room:
            continue
        sides = (_rect(quote, above, scale, m) for above in (quote.above, not quote.above))
        free = (rect for rect in sides if rect.y >= 0 and rect.bottom <= high and not any(map(rect.meets, taken)))
        rect = next(free, None)
        if rect is not None:
            found[at] = rect
            taken.append(rect)
    return found


def _rect(quote: Quote, above: bool, scale: Scale, m: Metrics) -> Rect:
    wide, high = quote.lines.width * m.caption, _height(quote, m)
    x = min(max(quote.marker.x - wide / 2, quote.left), quote.left + quote.room - wide)
    y, away = scale.y(quote.marker.emotion.value), m.face + m.card_pad_y * 0.5
    return Rect(x, y - away - high if above else y + away, wide, high)


def _face(marker: Marker, scale: Scale, m: Metrics) -> Rect:
    return Rect(marker.x - m.face, scale.y(marker.emotion.value) - m.face, 2 * m.face, 2 * m.face)


def _height(quote: Quote, m: Metrics) -> float:
    return height(len(quote.lines), m.caption, _LEADING)


def drawn(quote: Quote, rect: Rect, setting: Setting) -> Group:
    """The lines of a quote on a ground that keeps the curve out of them."""
    m = setting.metrics
    texts = block(quote.lines, "italic", 0, 0, m.caption, INK, align=0.5, width=rect.width, leading=_LEADING)
    air = m.hairline * 2
    ground = Box(-air, -air, rect.width + 2 * air, rect.height + 2 * air, fill=PALE)
    return Group(rect.x, rect.y, (ground, *texts), quote.marker.emotion.id)
