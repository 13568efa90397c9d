"""Slides as python-pptx reads them."""

import io
from collections.abc import Iterator
from itertools import chain
from typing import Any

from pptx import Presentation
from pptx.slide import Slide

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


def slides_in(data: bytes) -> list[Slide]:
    """The slides of a file, in their order."""
    return list(Presentation(io.BytesIO(data)).slides)


def shapes_on(slide: Slide) -> Iterator[Any]:
    """Every shape of a slide, those in groups too."""
    waiting = list(slide.shapes)
    while waiting:
        shape = waiting.pop(0)
        waiting[:0] = list(getattr(shape, "shapes", ()))
        yield shape


def texts_on(slide: Slide) -> list[str]:
    """What stands in each shape that says anything."""
    said = (shape.text_frame.text for shape in shapes_on(slide) if shape.has_text_frame)
    return [text.replace("\v", "\n") for text in said if text]


def connectors_on(slide: Slide) -> list[tuple[Any, str, str]]:
    """Each connector, and what the shapes say that it holds on to."""
    by_number = {shape.shape_id: shape for shape in shapes_on(slide)}
    found = []
    for shape in shapes_on(slide):
        ends = [next(shape._element.iter(f"{_A}{name}"), None) for name in ("stCxn", "endCxn")]
        if None not in ends:
            source, target = (by_number[int(end.get("id"))].text_frame.text for end in ends if end is not None)
            found.append((shape, source, target))
    return found


def sizes_in(data: bytes) -> set[float]:
    """Every size of letters, in points."""
    runs = chain.from_iterable(slide._element.iter(f"{_A}rPr") for slide in slides_in(data))
    return {int(run.get("sz", "0")) / 100 for run in runs}
