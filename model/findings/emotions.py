"""Findings on the emotion curves. A curve is what one persona, or nobody in particular, feels along one lane."""

from collections import defaultdict
from collections.abc import Iterator

from model.findings.context import Context
from model.findings.finding import Code, Finding, Fix, hint, warning
from model.records import Emotion, Id, Role

LOW = -1.0
"""From this value down a feeling is low."""

CURVE = 3
"""Markers from which a curve can be called flat: two equal ones are no pattern yet."""


def stage_without_emotion(context: Context) -> Iterator[Finding]:
    """A stage that has cards and no marker, on a map that has an emotion lane."""
    if Role.EMOTION not in context.grid.lanes:
        return
    felt = {marker.step for marker in context.document.table(Emotion).values()}
    begun, answered = set[Id](), set[Id]()
    for step in context.document.steps:
        if context.grid.beginning[step.id]:
            begun.add(step.stage)
        if step.id in felt:
            answered.add(step.stage)
    for stage in begun - answered:
        yield hint(Code.STAGE_WITHOUT_EMOTION, stage)


def emotions_all_equal(context: Context) -> Iterator[Finding]:
    """A curve of three or more markers that all say the same."""
    for curve in _curves(context):
        if len(curve) >= CURVE and len({marker.value for marker in curve}) == 1:
            persona = (curve[0].persona,) if curve[0].persona is not None else ()
            yield hint(Code.EMOTIONS_ALL_EQUAL, curve[0].lane, *persona, count=len(curve))


def lowest_point_without_pain_point(context: Context) -> Iterator[Finding]:
    """The first lowest marker of a curve that is not flat, with no pain point at any of its lowest markers.

    A low emotion is left to `low_emotion_without_pain_point`.
    """
    for curve in _curves(context):
        lowest = min(marker.value for marker in curve)
        bottoms = [marker for marker in curve if marker.value == lowest]
        if lowest > LOW and len(bottoms) < len(curve) and not any(_explained(context, marker) for marker in bottoms):
            yield hint(Code.LOWEST_POINT_WITHOUT_PAIN_POINT, bottoms[0].id, fix=_fix(context))


def low_emotion_without_pain_point(context: Context) -> Iterator[Finding]:
    """A marker of -1 or less with no pain point in its step."""
    for marker in context.document.table(Emotion).values():
        if marker.value <= LOW and not _explained(context, marker):
            yield warning(Code.LOW_EMOTION_WITHOUT_PAIN_POINT, marker.id, fix=_fix(context))


def _curves(context: Context) -> list[list[Emotion]]:
    """The markers of each curve from left to right."""
    columns, curves = context.grid.columns, defaultdict[tuple[Id, Id | None], list[Emotion]](list)
    markers = context.document.table(Emotion).values()
    for marker in sorted(markers, key=lambda marker: (columns[marker.step], marker.order, marker.id)):
        curves[marker.lane, marker.persona].append(marker)
    return list(curves.values())


def _explained(context: Context, marker: Emotion) -> bool:
    return context.grid.has((marker.step,), Role.PAIN_POINTS)


def _fix(context: Context) -> Fix | None:
    return Fix.ADD_PAIN_POINT if Role.PAIN_POINTS in context.grid.lanes else None
