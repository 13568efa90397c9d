"""How a part of the map is read aloud: lane by lane, each a list along the journey."""

from collections.abc import Iterable, Iterator

from model.handouts.outline.telling import Telling
from model.handouts.stages.drawing import Drawing
from model.layout import tags
from model.layout.frame import Row
from model.layout.reading import Element
from model.records import Emotion, Id, Role, Step


def read_drawing(drawing: Drawing, tell: Telling) -> Iterator[Element]:
    """The titles of the steps, and a section for each lane that says something there."""
    if drawing.titles:
        yield _list(drawing.titles)
    for row, curves in zip(drawing.frame.rows, drawing.curves, strict=True):
        content = _curve(row, curves, tell) if row.lane.role is Role.EMOTION else _cards(row)
        if content is not None:
            yield Element("Sect", (Element("H2", (tags.label(row.lane.id),)), content))


def _cards(row: Row) -> Element | None:
    slots = sorted(row.slots, key=lambda slot: (slot.first, slot.y))
    return _list(slot.id for slot in slots) if slots else None


def _list(keys: Iterable[Id]) -> Element:
    return Element("L", tuple(Element("LI", (Element("LBody", (key,)),)) for key in keys))


def _curve(row: Row, felt: tuple[Emotion, ...], tell: Telling) -> Element | None:
    """The curve, told step by step."""
    steps = tell.document.table(Step)
    told = (f"{tell.step(steps[each.step])}: {tell.feeling(each.value)}" for each in felt)
    alt = "; ".join(told)
    return Element("Figure", (row.lane.id,), alt=alt) if alt else None
