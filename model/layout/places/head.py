"""What stands above the rows of a page: the header, the persona in it, the chevrons and the step titles."""

from collections.abc import Iterator, Sequence

from model.layout import stages
from model.layout.frame import Rect
from model.layout.heads import chevrons_top
from model.layout.order import Order
from model.layout.page import Composed
from model.layout.places.spot import Kind, Spot
from model.layout.stages import Span


def head_spots(order: Order, composed: Composed, page: int) -> Sequence[Spot]:
    """The spots of the head, the topmost first."""
    return (
        *_step_titles(order, composed, page),
        *_chevrons(order, composed, page),
        *_persona(order, composed, page),
        _map(order, composed, page),
    )


def head_top(composed: Composed) -> float:
    """Where the chevrons of a page begin."""
    return chevrons_top(composed.head.header, composed.setting)


def stages_on(order: Order, composed: Composed) -> tuple[Span, ...]:
    """The stages over the columns of a page."""
    columns = composed.part.columns
    return stages.spans(order.source.columns[columns.start : columns.stop])


def _step_titles(order: Order, composed: Composed, page: int) -> Iterator[Spot]:
    """Every step has its place in the row of titles, where there is one."""
    frame, head, columns = composed.frame, composed.head, composed.part.columns
    for at, column in enumerate(order.source.columns[columns.start : columns.stop]):
        if head.steps and column.step is not None:
            x, y = frame.left + at * frame.pitch, head_top(composed) + head.chevrons
            yield Spot(Kind.STEP, column.step.id, page, Rect(x, y, frame.pitch - frame.gap, head.steps))


def _chevrons(order: Order, composed: Composed, page: int) -> Iterator[Spot]:
    frame, m = composed.frame, composed.setting.metrics
    for span in stages_on(order, composed):
        if span.stage is not None:
            wide = stages.chevron_width(span, frame.pitch, frame.columns, m)
            x = frame.left + span.first * frame.pitch
            yield Spot(Kind.STAGE, span.stage.id, page, Rect(x, head_top(composed), wide, composed.head.chevrons))


def _persona(order: Order, composed: Composed, page: int) -> Iterator[Spot]:
    margin = composed.setting.metrics.margin
    for persona in order.document.personas[:1]:
        for place in composed.head.header.persona:
            rect = Rect(margin + place.x, margin + place.y, place.width, place.height)
            yield Spot(Kind.PERSONA, persona.id, page, rect)


def _map(order: Order, composed: Composed, page: int) -> Spot:
    margin = composed.setting.metrics.margin
    rect = Rect(margin, margin, order.width - 2 * margin, composed.head.header.height)
    return Spot(Kind.MAP, order.document.map.id, page, rect)
