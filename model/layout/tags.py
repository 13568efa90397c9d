"""What a page's reading calls those parts of a map that are no record's: the `tag` of their groups."""

from model.layout.shapes import Group, Shape
from model.records import Id

KIND, TITLE, SCENARIO, PERSONA, GOALS, FACTS = "kind", "title", "scenario", "persona", "goals", "facts"
STEPS, PARKED, LEGEND = "steps", "parked", "legend"


def tagged(tag: str, shapes: tuple[Shape, ...]) -> tuple[Shape, ...]:
    """Shapes where they are, under a name; nothing for none."""
    return (Group(0.0, 0.0, shapes, tag=tag),) if shapes else ()


def label(lane: Id) -> str:
    """Of a lane's label: the lane's own id is that of its curve."""
    return f"label {lane}"


def line(kind: str) -> str:
    """Of the name of a blueprint line."""
    return f"line {kind}"


def text(number: int) -> str:
    """Of a text on the pages behind a map, by its number among them."""
    return f"text {number}"
