"""Between which stages, steps or lanes a point lies: where one that is dragged would come to.

An index counts the records but `without`, the one that is being moved, as `move_stage`, `move_step` and `move_lane` do.
"""

from model.layout.places.head import head_top, stages_on
from model.layout.places.page import PagePlaces
from model.layout.stages import spans
from model.records import Id


def stage_gap(page: PagePlaces, x: float, without: Id | None) -> tuple[int, float]:
    """The index among all stages, and the x of the gap: the nearest edge of a stage on this page."""
    frame, here = page.composed.frame, stages_on(page.order, page.composed)
    edges = [(frame.gutter_x(span.first), max(span.number - 1, 0)) for span in here]
    edges += [(frame.gutter_x(span.first + span.columns), span.number) for span in here]
    at, index = min(edges, key=lambda edge: abs(edge[0] - x))
    own = [span.number for span in spans(page.order.source.columns) if span.stage and span.stage.id == without]
    return index - any(number <= index for number in own), at


def step_gap(page: PagePlaces, x: float, without: Id | None) -> tuple[Id, int, float] | None:
    """The stage, the index among its steps, and the x of the gap; None over columns without a stage."""
    frame, columns = page.composed.frame, page.order.source.columns
    at = max(0, min(int((x - frame.left + frame.gap / 2) // frame.pitch), frame.columns - 1))
    behind = x > (frame.gutter_x(at) + frame.gutter_x(at + 1)) / 2
    column = columns[page.first + at]
    if column.stage is None:
        return None
    if column.step is None:
        return column.stage.id, 0, frame.gutter_x(at)
    steps = [each.step.id for each in columns if each.stage is column.stage and each.step is not None]
    ahead = steps[: steps.index(column.step.id) + behind]
    return column.stage.id, len(ahead) - (without in ahead), frame.gutter_x(at + behind)


def lane_gap(page: PagePlaces, y: float, without: Id | None) -> tuple[int, float]:
    """The index among all lanes, shown or not, and the y of the gap: the nearest edge between rows on this page."""
    rows, lanes = page.composed.frame.rows, [lane.id for lane in page.order.document.lanes]
    if not rows:
        return len(lanes) - (without in lanes), page.composed.frame.top
    edges = [(rows[0].y, lanes.index(rows[0].lane.id))]
    for row, below in zip(rows, [*rows[1:], None], strict=True):
        bottom = row.y + row.height
        edges.append(((bottom + below.y) / 2 if below else bottom, lanes.index(row.lane.id) + 1))
    at, index = min(edges, key=lambda edge: abs(edge[0] - y))
    return index - (without in lanes[:index]), at


def border(page: PagePlaces, x: float, y: float, reach: float) -> Id | None:
    """The stage whose border with the next one is within `reach` points, at the height of chevrons and step titles."""
    frame, head, top = page.composed.frame, page.composed.head, head_top(page.composed)
    if not top <= y <= top + head.chevrons + head.steps:
        return None
    edges = [
        (abs(frame.gutter_x(span.first + span.columns) - x), span.stage.id)
        for span in stages_on(page.order, page.composed)[:-1]
        if span.stage is not None
    ]
    away, stage = min(edges, default=(reach, None))
    return stage if away <= reach else None
