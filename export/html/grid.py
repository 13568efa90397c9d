"""The grid of the map as an HTML table: steps under their stages, a row a lane."""

from export.html.tags import escaped, tag
from export.html.text import table_cell
from model.handouts.outline.matrix import Matrix
from model.handouts.outline.telling import Telling
from model.handouts.prose import Cell

_WIDE, _VAST = 6, 16  # columns: with more of them a sheet lying down needs small type; cannot hold them at all


def grid(matrix: Matrix, tell: Telling, heading: str) -> str:
    """The table in a frame that scrolls by itself, also with the keys; `heading`: the name of what heads it."""
    head = tag("thead", _stages(matrix, tell) + _steps(matrix, tell))
    body = tag("tbody", "".join(_row(name, cells) for name, cells in matrix.rows))
    wide = " wide" if len(matrix.steps) > _WIDE else ""
    table = tag("table", head + body, class_=f"grid{wide}", aria_labelledby=heading)
    frame = "scroll vast" if len(matrix.steps) > _VAST else "scroll"
    return tag("div", table, class_=frame, role="region", aria_labelledby=heading, tabindex="0")


def _stages(matrix: Matrix, tell: Telling) -> str:
    corner = tag("th", escaped(tell.say("stage.head")), scope="row")
    stages = (
        tag("th", escaped(stage.title), scope="colgroup", colspan=str(stage.columns), class_="stage", dir="auto")
        for stage in matrix.stages
    )
    return tag("tr", corner + "".join(stages))


def _steps(matrix: Matrix, tell: Telling) -> str:
    corner = tag("th", escaped(tell.paper("step")), scope="row")
    return tag("tr", corner + "".join(tag("th", escaped(step), scope="col", dir="auto") for step in matrix.steps))


def _row(name: Cell, cells: tuple[Cell, ...]) -> str:
    return tag("tr", table_cell(name, "th", "row") + "".join(table_cell(each, "td") for each in cells))
