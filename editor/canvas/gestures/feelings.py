"""Where on which emotion lane a marker would come to, the curve it would be on, and what that feeling is called."""

from collections.abc import Sequence

import msgspec

from editor.canvas.gestures.gesture import Aim
from editor.canvas.gestures.grid import composed_at
from editor.canvas.preview import Ghost
from editor.speech import Speech
from model.layout import emotions
from model.layout.engine import Layout
from model.layout.frame import Row
from model.layout.page import Composed
from model.layout.places import Places
from model.layout.quotes import Marker
from model.layout.shapes import Command, Group, Path, Shape
from model.layout.style import STAGE_FILLS
from model.records import Emotion, Id, Role

_say = Speech("canvas")

_WORDS = ("very_bad", "bad", "neutral", "good", "very_good")
_HALF = 0.5
_NEAR = 4  # markers


class Felt(msgspec.Struct, frozen=True):
    """A feeling in a step of an emotion lane on a page."""

    lane: Id
    step: Id
    value: float
    page: int


def felt_at(layout: Layout, places: Places, aim: Aim, home: Id | None = None, rise: float = 0.0) -> Felt | None:
    """The feeling under a pointer, in half steps, or with Alt to two decimals; None where there is no emotion lane.

    `home`: the lane to keep to where the pointer is on no other emotion lane. `rise`: points from the pointer up to
    what it holds.
    """
    row = _row(layout, aim, home)
    if row is None:
        return None
    cell = places.cell_at(aim.page, _within(layout.composed[aim.page], aim.x), row.y + row.height / 2)
    if cell is None or cell.step is None:
        return None
    value = places.feeling_at(aim.page, row.lane.id, aim.y - rise)
    return Felt(row.lane.id, cell.step, round(value, 2) if aim.alt else round(value / _HALF) * _HALF, aim.page)


def note(felt: Felt, number: int) -> str:
    """ "+1½ baik · langkah 3"."""
    word = _say(f"feeling.{_WORDS[max(0, min(4, round(felt.value) + 2))]}")
    return _say("feeling_at", value=signed(felt.value), word=word, step=number)


def signed(value: float) -> str:
    """A feeling with its sign, halves as ½: +1½, −0,37."""
    sign = "+" if value > 0 else "−" if value < 0 else ""
    whole, rest = divmod(abs(value), 1)
    if rest == _HALF:
        return f"{sign}{int(whole) or ''}½"
    return f"{sign}{_say.number(abs(value))}"


def curve_ghost(layout: Layout, places: Places, felt: Felt, emotion: Emotion) -> Ghost:
    """The curve of `emotion`'s persona as it would be near that marker, its face on top.

    It is drawn to the heights the lane has now: the quotes, which may change them, stay out of it.
    """
    composed = layout.composed[felt.page]
    there = msgspec.structs.replace(emotion, lane=felt.lane, step=felt.step, value=felt.value)
    middle = places.feeling_y(felt.page, felt.lane, 0.0)
    unit = places.feeling_y(felt.page, felt.lane, 1.0) - middle
    around = _markers(layout, composed, there)
    m, shapes = composed.setting.metrics, list[Shape]()
    if len(around) > 1:
        line = [(marker.x, middle + marker.emotion.value * unit) for marker in around]
        commands: tuple[Command, ...] = (("M", *line[0]), *emotions.monotone(line))
        shapes.append(Path(commands, stroke=STAGE_FILLS[0], line=m.curve))
    x = next(marker.x for marker in around if marker.emotion is there)
    face = Group(x, middle + felt.value * unit, emotions.face(felt.value, m.face))
    return Ghost(felt.page, composed.frame.left, 0.0, (*shapes, face))


def _markers(layout: Layout, composed: Composed, there: Emotion) -> tuple[Marker, ...]:
    """The markers of the curve near that one on this page, as `parts.measure_band` has them, with it among them."""
    source, m = layout.order.source, composed.setting.metrics
    curves = source.emotions.get(there.lane, ())
    at = next((at for at, curve in enumerate(curves) if curve and curve[0].persona == there.persona), len(curves))
    curve = [each for each in (curves[at] if at < len(curves) else ()) if each.id != there.id]
    near = _near(sorted([*curve, there], key=lambda each: source.places[each.step]), there)
    aside = emotions.asides(max(len(curves), at + 1), composed.pitch, m)[at]
    return emotions.markers(near, source.places, composed.part.columns, composed.pitch, m, aside)


def _near(curve: Sequence[Emotion], there: Emotion) -> Sequence[Emotion]:
    """The markers next to one, a few to each side: how the curve bends further away it does not change.

    Those of one step come together, for they share its width.
    """
    at = next(at for at, each in enumerate(curve) if each is there)
    first, last = max(0, at - _NEAR), min(len(curve) - 1, at + _NEAR)
    while first and curve[first - 1].step == curve[first].step:
        first -= 1
    while last + 1 < len(curve) and curve[last + 1].step == curve[last].step:
        last += 1
    return curve[first : last + 1]


def _row(layout: Layout, aim: Aim, home: Id | None) -> Row | None:
    """The emotion lane at the pointer's height; else `home`, else none."""
    composed = composed_at(layout, aim.page)
    rows = _open_rows(composed.frame.rows, composed) if composed is not None else []
    here = next((row for row in rows if row.y <= aim.y <= row.y + row.height), None)
    return here or next((row for row in rows if row.lane.id == home), None)


def _open_rows(rows: Sequence[Row], composed: Composed) -> list[Row]:
    """The emotion lanes that show their curves: a folded one has no heights for feelings."""
    pairs = zip(rows, composed.measured, strict=True)
    return [row for row, each in pairs if row.lane.role is Role.EMOTION and each.band.folded is None]


def _within(composed: Composed, x: float) -> float:
    """The nearest x over the columns."""
    frame = composed.frame
    return min(max(x, frame.left), frame.left + frame.columns * frame.pitch - frame.gap)
