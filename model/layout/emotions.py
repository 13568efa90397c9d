"""The emotion lane: the curve through the markers, their faces, and the quotes on the outside of the bends."""

from bisect import bisect_left, bisect_right
from collections.abc import Container, Iterator, Sequence
from itertools import pairwise

from model.layout import outlines, quotes
from model.layout.drawn import Drawn, Leftover
from model.layout.quotes import BOTTOM, TOP, Marker, Quote, Scale
from model.layout.setting import Setting
from model.layout.shapes import Box, Clip, Command, Group, Line, Path, Shape, Text
from model.layout.style import CURVE_FILL, GREY, HAIRLINE, INK, PALE, STAGE_FILLS, WHITE, Metrics, feeling_color
from model.layout.text.shaping import shape, width
from model.records import Emotion, Id
from resources.words import Words


def markers(
    emotions: Sequence[Emotion], places: dict[Id, int], columns: range, pitch: float, m: Metrics, aside: float = 0.0
) -> tuple[Marker, ...]:
    """The markers of one curve on these columns, and the nearest one on either side of the page.

    `places` gives the column of each step. Several in one step share its width in their order. `aside`: points
    all are moved to the right, as far as they do not share.
    """
    shares: dict[Id, list[Emotion]] = {}
    for emotion in _near(emotions, places, columns):
        shares.setdefault(emotion.step, []).append(emotion)
    placed = []
    for step, crowd in shares.items():
        left = (places[step] - columns.start) * pitch
        card = pitch - m.column_gap
        for at, emotion in enumerate(crowd):
            x = left + (card * (at + 0.5) + aside) / len(crowd)
            placed.append(Marker(emotion, x, places[step] in columns))
    first = next((at for at, marker in enumerate(placed) if marker.here), len(placed))
    last = max((at for at, marker in enumerate(placed) if marker.here), default=-1)
    return tuple(placed[max(0, first - 1) : last + 2]) if last >= 0 else ()


def _near(emotions: Sequence[Emotion], places: dict[Id, int], columns: range) -> Sequence[Emotion]:
    """The markers on these columns and in the nearest steps on either side that have any."""

    def place(emotion: Emotion) -> int:
        return places[emotion.step]

    first, end = (bisect_left(emotions, edge, key=place) for edge in (columns.start, columns.stop))
    before = bisect_left(emotions, place(emotions[first - 1]), key=place) if first else 0
    behind = bisect_right(emotions, place(emotions[end]), key=place) if end < len(emotions) else end
    return emotions[before:behind]


def asides(count: int, pitch: float, m: Metrics) -> tuple[float, ...]:
    """How far to the right each persona's curve is moved (points), so that no face hides the mouth of another's.

    The first stays in the middle of its columns.
    """
    room = max((pitch - m.column_gap) / 2 - m.face, 0.0)
    apart = min(1.8 * m.face, room / max(count - 1, 1))
    return tuple(number * apart for number in range(count))


def least_height(curves: Sequence[Sequence[Marker]], wide: float, setting: Setting) -> float:
    """Points the lane needs: four units of feeling, the faces and the quotes above and below."""
    m = setting.metrics
    above, below = quotes.pads(_said(curves, wide, setting), m)
    return above + 4 * m.feeling_unit + below


def lane(curves: Sequence[Sequence[Marker]], wide: float, high: float, setting: Setting) -> Drawn:
    """The lane at the origin, `wide` x `high` points: one curve for each persona."""
    m = setting.metrics
    said = _said(curves, wide, setting)
    scale = _scale(said, high, m)
    faces = [marker for curve in curves for marker in curve if marker.here]
    places = quotes.settled(said, faces, scale, high, m)
    shapes = (
        Box(0, 0, wide, high, fill=PALE, radius=m.card_radius),
        *_curves(curves, wide, high, scale, setting),
        *_axis_words(scale, setting),
        *(quotes.drawn(said[at], rect, setting) for at, rect in places.items()),
        *(_face(marker, scale, m) for marker in faces),
    )
    return Drawn(shapes, tuple(_leftovers(said, places, setting.words)))


def scale(curves: Sequence[Sequence[Marker]], wide: float, high: float, setting: Setting) -> Scale:
    """The heights at which a lane of `wide` x `high` points draws its feelings."""
    return _scale(_said(curves, wide, setting), high, setting.metrics)


def _scale(said: Sequence[Quote], high: float, m: Metrics) -> Scale:
    above, below = quotes.pads(said, m)
    return Scale(above, high - below)


def _said(curves: Sequence[Sequence[Marker]], wide: float, setting: Setting) -> list[Quote]:
    return quotes.quotes(curves, _axis_width(setting), wide, setting.metrics)


def _leftovers(said: Sequence[Quote], places: Container[int], words: Words) -> Iterator[Leftover]:
    """The quotes that were shortened, and those nobody found a place for."""
    for at, quote in enumerate(said):
        if at not in places or not quote.lines.whole:
            yield Leftover(words("quote"), quote.marker.emotion.quote, quote.marker.emotion.id)


def _curves(
    curves: Sequence[Sequence[Marker]], wide: float, high: float, scale: Scale, setting: Setting
) -> tuple[Shape, ...]:
    """The curves over the axis; one that comes in from another page begins behind the axis words."""
    axis, m = _axis(wide, scale, setting), setting.metrics
    lines = tuple(line for number, curve in enumerate(curves) for line in _line(curve, number, scale, m))
    if not lines:
        return axis
    start = min([_axis_width(setting), *(marker.x for curve in curves for marker in curve if marker.here)])
    outline = outlines.polygon([(start, 0), (wide, 0), (wide, high), (start, high)])
    return (Clip(outline, _area(curves[0], scale)), *axis, Clip(outline, lines))


def _axis_width(setting: Setting) -> float:
    m = setting.metrics
    labels = (setting.words(f"feeling_{key}") for key in ("high", "middle", "low"))
    return max(width(label, "regular") for label in labels) * m.caption + m.card_pad_x


def _axis(wide: float, scale: Scale, setting: Setting) -> tuple[Shape, ...]:
    m, start = setting.metrics, _axis_width(setting)
    dots = (m.hairline, m.hairline * 3.5)
    shapes: list[Shape] = []
    for value in (TOP, 0.0, BOTTOM):
        y = scale.y(value)
        color, dash = (GREY, ()) if value == 0 else (HAIRLINE, dots)
        shapes.append(Line(start, y, wide, y, color, line=m.hairline, dash=dash))
    return tuple(shapes)


def _axis_words(scale: Scale, setting: Setting) -> tuple[Shape, ...]:
    """What the heights mean; in front of a curve that comes in from another page."""
    m, wide = setting.metrics, _axis_width(setting)
    shapes: list[Shape] = []
    for key, value in (("high", TOP), ("middle", 0.0), ("low", BOTTOM)):
        y = scale.y(value)
        text = shape(setting.words(f"feeling_{key}"), "regular")
        shapes.append(Box(0, y - m.caption * 0.6, wide - m.card_pad_x * 0.25, m.caption * 1.2, fill=PALE))
        shapes.append(Text(m.card_pad_x * 0.5, y + m.caption * 0.35, m.caption, GREY, text))
    return tuple(shapes)


def curve_dash(number: int, m: Metrics) -> tuple[float, ...]:
    """The first persona's curve is solid; each further one has a dash of its own."""
    unit = m.curve
    return ((), (3.5 * unit, 2 * unit), (unit, 1.5 * unit), (5 * unit, 1.5 * unit, unit, 1.5 * unit))[min(number, 3)]


def _area(curve: Sequence[Marker], scale: Scale) -> tuple[Shape, ...]:
    """Between the curve and the middle."""
    points, zero = _points(curve, scale), scale.y(0)
    if len(points) < 2:
        return ()
    close: tuple[Command, ...] = (("L", points[-1][0], zero), ("L", points[0][0], zero), ("Z",))
    return (Path((("M", *points[0]), *monotone(points), *close), fill=CURVE_FILL),)


def _line(curve: Sequence[Marker], number: int, scale: Scale, m: Metrics) -> tuple[Shape, ...]:
    points = _points(curve, scale)
    if len(points) < 2:
        return ()
    commands: tuple[Command, ...] = (("M", *points[0]), *monotone(points))
    return (Path(commands, stroke=STAGE_FILLS[0], line=m.curve, dash=curve_dash(number, m)),)


def _points(curve: Sequence[Marker], scale: Scale) -> list[tuple[float, float]]:
    return [(marker.x, scale.y(marker.emotion.value)) for marker in curve]


def monotone(points: Sequence[tuple[float, float]]) -> tuple[Command, ...]:
    """Cubic pieces through points of growing x that never overshoot one (Fritsch and Carlson 1980)."""
    slopes = [(y2 - y1) / (x2 - x1) for (x1, y1), (x2, y2) in pairwise(points)]
    inner = [0.0 if one * two <= 0 else 2 * one * two / (one + two) for one, two in pairwise(slopes)]
    tangents = [slopes[0], *inner, slopes[-1]]
    pieces: list[Command] = []
    for at, ((x1, y1), (x2, y2)) in enumerate(pairwise(points)):
        third = (x2 - x1) / 3
        limit1, limit2 = _limited(tangents[at], slopes[at]), _limited(tangents[at + 1], slopes[at])
        pieces.append(("C", x1 + third, y1 + limit1 * third, x2 - third, y2 - limit2 * third, x2, y2))
    return tuple(pieces)


def _limited(tangent: float, slope: float) -> float:
    """A tangent inside the region where a cubic stays monotone: at most three times the slope."""
    return max(min(tangent, 3 * slope), 0.0) if slope > 0 else min(max(tangent, 3 * slope), 0.0)


def _face(marker: Marker, scale: Scale, m: Metrics) -> Group:
    return Group(marker.x, scale.y(marker.emotion.value), face(marker.emotion.value, m.face), marker.emotion.id)


def face(value: float, radius: float) -> tuple[Shape, ...]:
    """A face about the origin: the mouth says the feeling, the hue repeats it."""
    features = WHITE if abs(value) >= 1.5 else INK
    eye, line = radius * 0.13, radius * 0.13
    half, bend = radius * 0.42, radius * 0.24 * value
    y = radius * 0.36 - bend * 0.35
    mouth: tuple[Command, ...] = (("M", -half, y), ("C", -half * 0.4, y + bend, half * 0.4, y + bend, half, y))
    return (
        Path(outlines.circle(0, 0, radius), fill=feeling_color(value), stroke=INK, line=radius * 0.1),
        Path(outlines.circle(-radius * 0.34, -radius * 0.22, eye), fill=features),
        Path(outlines.circle(radius * 0.34, -radius * 0.22, eye), fill=features),
        Path(mouth, stroke=features, line=line),
    )
