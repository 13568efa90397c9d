"""Pages to SVG: text as text in the same faces, pictures inside, nothing fetched and nothing run."""

import base64
from collections.abc import Callable, Iterable
from functools import lru_cache
from itertools import groupby
from typing import Any

import uharfbuzz as hb

from export import pictures
from export.info import Info
from export.numbers import Numbers
from export.registry import Files, Job
from export.xml import element, escaped
from model.layout.shapes import Box, Clip, Command, Dash, Group, Line, Page, Path, Picture, Shape, Text
from model.layout.text.bidi import logical
from model.layout.text.faces import face
from model.layout.text.glyphs import Glyphs, read

Attributes = dict[str, str | None]

_STRETCHES = {
    50.0: "ultra-condensed", 62.5: "extra-condensed", 75.0: "condensed", 87.5: "semi-condensed", 112.5: "semi-expanded",
    125.0: "expanded", 150.0: "extra-expanded", 200.0: "ultra-expanded",
}  # fmt: skip
_TURNED: Attributes = {"direction": "rtl", "unicode-bidi": "bidi-override"}
_FAMILY, _TYPOGRAPHIC_FAMILY = 1, 16  # name ids of OpenType


def files(job: Job) -> Files:
    """A file a page."""
    if len(job.pages) == 1:
        return {"": write(job.pages[0].page, job.info)}
    return {f"-{each.number}": write(each.page, job.info) for each in job.pages}


def write(page: Page, info: Info) -> bytes:
    """One page as a file of its own: the same page and info make the same bytes."""
    numbers = Numbers(decimals=3)
    width, height = numbers[page.width], numbers[page.height]
    title = " – ".join(part for part in dict.fromkeys((info.title, page.title)) if part)
    head = element("title", {}, escaped(title)) + element("desc", {}, escaped(info.subject))
    root = {
        "xmlns": "http://www.w3.org/2000/svg", "xmlns:xlink": "http://www.w3.org/1999/xlink", "version": "1.1",
        "width": f"{width}pt", "height": f"{height}pt", "viewBox": f"0 0 {width} {height}",
        "xml:lang": info.language or None, "xml:space": "preserve",
    }  # fmt: skip
    drawn = _Painter(numbers).shapes(page.shapes)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{element("svg", root, head + drawn)}\n'.encode()


class _Painter:
    """Shapes to elements. Clips are numbered as they come, since a clip is called by name."""

    def __init__(self, numbers: Numbers) -> None:
        self._numbers = numbers
        self._clips = 0
        self._draw: dict[type[Shape], Callable[[Any], str]] = {
            Box: self._box, Line: self._line, Path: self._path, Text: self._text, Picture: self._picture,
            Clip: self._clip, Group: self._group,
        }  # fmt: skip

    def shapes(self, shapes: Iterable[Shape]) -> str:
        """One element a line, in painting order."""
        return "".join("\n" + self._draw[type(shape)](shape) for shape in shapes)

    def _box(self, box: Box) -> str:
        radius = min(box.radius, box.width / 2, box.height / 2)
        place = self._place(box) | {"rx": self._numbers[radius] if radius > 0 else None}
        return element("rect", place | self._paint(box.fill, box.stroke, box.line, box.dash))

    def _line(self, line: Line) -> str:
        numbers = self._numbers
        ends = {"x1": numbers[line.x1], "y1": numbers[line.y1], "x2": numbers[line.x2], "y2": numbers[line.y2]}
        return element("line", ends | self._paint(None, line.stroke, line.line, line.dash))

    def _path(self, path: Path) -> str:
        round_ends: Attributes = {"stroke-linejoin": "round", "stroke-linecap": "round"} if path.stroke else {}
        paint = self._paint(path.fill, path.stroke, path.line, path.dash)
        return element("path", {"d": self._outline(path.commands)} | paint | round_ends)

    def _text(self, text: Text) -> str:
        numbers = self._numbers
        line: Attributes = {"y": numbers[text.y], "font-size": numbers[text.size], "fill": text.color}
        line["letter-spacing"] = numbers[text.tracking] if text.tracking else None
        spans = self._spans(text)
        if len(spans) == 1:
            return element("text", spans[0][0] | line, spans[0][1])
        return element("text", line, "".join(element("tspan", *span) for span in spans))

    def _spans(self, text: Text) -> list[tuple[Attributes, str]]:
        """The parts of a line that are in one face and one direction, in the order of reading, each in its place."""
        x, levels, spans = text.x, [], []
        mixed = any(run.level for run in text.runs)
        for (name, level, _), group in groupby(text.runs, lambda run: (run.face, run.level, mixed and run.text == " ")):
            runs = tuple(group)
            width = _width(runs, text)
            begin = x + width if level % 2 else x
            place: Attributes = {"x": self._numbers[begin], "textLength": self._numbers[width] if width > 0 else None}
            spans.append((place | _font(name) | (_TURNED if level % 2 else {}), escaped(read(runs))))
            levels.append(level)
            x += width
        return [spans[at] for at in logical(levels)]

    def _picture(self, picture: Picture) -> str:
        try:
            header = pictures.check(picture.data)
        except pictures.Unreadable:
            return element("g", {}, self.shapes(pictures.crossed(picture)))
        content = f"data:{header.type};base64,{base64.b64encode(picture.data).decode()}"
        return element("image", self._place(picture) | {"preserveAspectRatio": "none", "xlink:href": content})

    def _clip(self, clip: Clip) -> str:
        self._clips += 1
        name = f"clip{self._clips}"
        outline = element("clipPath", {"id": name}, element("path", {"d": self._outline(clip.outline)}))
        inside = self.shapes(clip.shapes)
        # Among definitions a viewer that knows no clips leaves the outline out; elsewhere it would fill it black.
        return element("defs", {}, outline) + element("g", {"clip-path": f"url(#{name})"}, inside)

    def _group(self, group: Group) -> str:
        moved = f"translate({self._numbers[group.x]} {self._numbers[group.y]})" if group.x or group.y else None
        return element("g", {"transform": moved, "data-record": group.record}, self.shapes(group.shapes))

    def _place(self, shape: Box | Picture) -> Attributes:
        numbers = self._numbers
        size = {"width": numbers[shape.width], "height": numbers[shape.height]}
        return {"x": numbers[shape.x], "y": numbers[shape.y], **size}

    def _paint(self, fill: str | None, stroke: str | None, line: float, dash: Dash) -> Attributes:
        paint: Attributes = {"fill": fill or "none"}
        if stroke is not None:
            dashes = " ".join(self._numbers[length] for length in dash)
            paint |= {"stroke": stroke, "stroke-width": self._numbers[line], "stroke-dasharray": dashes or None}
        return paint

    def _outline(self, commands: Iterable[Command]) -> str:
        return " ".join(
            " ".join([command[0], *(self._numbers[value] for value in command[1:])]) for command in commands
        )


def _width(runs: Iterable[Glyphs], text: Text) -> float:
    return sum(run.width * text.size + len(run.ids) * text.tracking for run in runs)


@lru_cache
def _font(name: str) -> Attributes:
    """What CSS calls a face, from its own tables."""
    font = face(name).font
    family = font.face.get_name(_TYPOGRAPHIC_FAMILY) or font.face.get_name(_FAMILY)
    weight, stretch = font.get_style_value(hb.StyleTag.WEIGHT), font.get_style_value(hb.StyleTag.WIDTH)
    return {
        "font-family": f"'{family}', sans-serif",
        "font-weight": f"{weight:.0f}" if weight != 400 else None,
        "font-stretch": _STRETCHES.get(stretch),
        "font-style": "italic" if font.get_style_value(hb.StyleTag.ITALIC) else None,
    }
