"""Shapes to PDF operators. It draws what it is told and decides nothing."""

from collections.abc import Callable, Iterable
from typing import Any

from export.numbers import Numbers
from export.pdf.colours import Colours
from export.pdf.fonts import Fonts
from export.pdf.images import Images
from export.pdf.marking import DECORATION, Marking
from export.pdf.outlines import frame, outline
from export.pdf.pen import Pen
from export.pdf.strings import by_words, in_reading
from export.pictures import crossed
from model.layout.shapes import Box, Clip, Command, Group, Line, Page, Path, Picture, Shape, Text


class Painter:
    """Paints the pages of one file. Shapes it has met are known by identity: the pages outlive the painter."""

    def __init__(self, fonts: Fonts, images: Images, *, spoken: bool = False) -> None:
        """`spoken`: the pages are read aloud, so that words which only stand below each other must not run together."""
        self._fonts = fonts
        self._images = images
        self._spoken = spoken
        self._numbers = Numbers(decimals=2)
        self._sizes = Numbers(decimals=4)
        self._colours = Colours()
        self._frames: dict[tuple[float, float, float, float, float], str] = {}
        self._edges: dict[int, tuple[tuple[Command, ...], str]] = {}
        self._groups: dict[int, str] = {}
        self._parted: dict[int, bool] = {}
        self._draw: dict[type[Shape], Callable[[Pen, Any], None]] = {
            Box: self._box, Line: self._line, Path: self._path, Text: self._text, Picture: self._picture,
            Clip: self._clip, Group: self._group,
        }  # fmt: skip

    def page(self, page: Page, marking: Marking | None = None) -> bytes:
        """The content stream of a page: turned over once, so that y points down as it does in shapes.

        `marking`: what is to know whose content each operator is, in a tagged file.
        """
        painted = self._shapes(page.shapes) if marking is None else self._marked(page.shapes, DECORATION, marking)
        return f"1 0 0 -1 0 {self._sizes[page.height]} cm\n{painted}\n".encode("ascii")

    def _shapes(self, shapes: Iterable[Shape]) -> str:
        pen = Pen(self._numbers, self._colours)
        for shape in shapes:
            self._draw[type(shape)](pen, shape)
        return "\n".join(pen.out)

    def _box(self, pen: Pen, box: Box) -> None:
        key = (box.x, box.y, box.width, box.height, box.radius)
        edge = self._frames.get(key)
        if edge is None:
            edge = self._frames[key] = frame(box, self._numbers)
        if box.stroke is not None:
            pen.stroke(box.stroke, box.line, box.dash)
        _paint(pen, edge, box.fill, box.stroke)

    def _line(self, pen: Pen, line: Line) -> None:
        numbers = self._numbers
        pen.stroke(line.stroke, line.line, line.dash)
        pen.out.append(f"{numbers[line.x1]} {numbers[line.y1]} m {numbers[line.x2]} {numbers[line.y2]} l S")

    def _path(self, pen: Pen, path: Path) -> None:
        if not path.commands:
            return
        if path.stroke is not None:
            pen.stroke(path.stroke, path.line, path.dash, rounded=True)
        _paint(pen, self._edge(path), path.fill, path.stroke)

    def _edge(self, path: Path) -> str:
        """Its commands, written once. They are kept: one of a shape made while painting must not pass for another's."""
        known = self._edges.get(id(path.commands))
        if known is None:
            known = self._edges[id(path.commands)] = (path.commands, outline(path.commands, self._numbers))
        return known[1]

    def _text(self, pen: Pen, text: Text) -> None:
        if not text.runs:
            return
        pen.fill(text.color)
        pen.tracking(text.tracking)
        font = self._fonts[text.runs[0].face]
        place = f"1 0 0 -1 {self._numbers[text.x]} {self._numbers[text.y]} Tm"
        codes = None if text.tracking else font.codes(text.runs)
        if codes is None:
            pen.out.append(f"BT {place} {self._runs(pen, text)}{self._space(text, '[<{}>]TJ')} ET")
            return
        pen.out.append(
            f"BT {pen.font(f'{font.resource} {self._sizes[text.size]}')}{place}[<{codes}{self._space(text)}>]TJ ET"
        )

    def _space(self, text: Text, form: str = "{}") -> str:
        """A space behind a line that ends with its word."""
        if not self._spoken or text.joined:
            return ""
        last = text.runs[-1]
        if last.level:  # what is read last stands elsewhere
            *_, (last, _) = in_reading(text)
        space = self._fonts[last.face].space()
        return form.format(space) if space else ""

    def _runs(self, pen: Pen, text: Text) -> str:
        """Run by run: one that is met for the first time, is in another face, or needs its text beside it.

        Tracked words need it, since readers take the space between their letters for the space between words. Runs that
        are read to the left are each put in their place: they come in the order in which they are read.
        """
        parts = []
        for run, x in in_reading(text):
            font = self._fonts[run.face]
            if x is not None:
                parts.append(f"1 0 0 -1 {self._numbers[x]} {self._numbers[text.y]} Tm")
            parts.append(pen.font(f"{font.resource} {self._sizes[text.size]}"))
            if font.take(run) and not text.tracking:
                parts.append(f"[<{font.plain[id(run)]}>]TJ")
            else:
                parts += [font.operators(word, text.size, text.tracking) for word in by_words(run)]
        return " ".join(parts)

    def _picture(self, pen: Pen, picture: Picture) -> None:
        name = self._images.name(picture)
        if name is None:
            for shape in crossed(picture):
                self._draw[type(shape)](pen, shape)
            return
        numbers = self._numbers
        left, bottom = numbers[picture.x], numbers[picture.y + picture.height]
        pen.out.append(f"q {numbers[picture.width]} 0 0 {numbers[-picture.height]} {left} {bottom} cm /{name} Do Q")

    def _clip(self, pen: Pen, clip: Clip) -> None:
        if clip.outline and clip.shapes:
            self._clipped(pen, clip, self._shapes(clip.shapes))

    def _clipped(self, pen: Pen, clip: Clip, made: str) -> None:
        if clip.outline and made:
            pen.plain()
            pen.out.append(f"q {outline(clip.outline, self._numbers)} W n\n{made}\nQ")

    def _group(self, pen: Pen, group: Group) -> None:
        self._placed(pen, group, self._made(group))

    def _made(self, group: Group) -> str:
        key = id(group.shapes)
        made = self._groups.get(key)
        if made is None:
            made = self._groups[key] = self._shapes(group.shapes)
        return made

    def _placed(self, pen: Pen, group: Group, made: str) -> None:
        if made:
            pen.plain()
            pen.out.append(f"q 1 0 0 1 {self._numbers[group.x]} {self._numbers[group.y]} cm\n{made}\nQ")

    def _marked(self, shapes: Iterable[Shape], name: str, marking: Marking) -> str:
        """The operators of shapes that belong to `name`, as far as groups among them have no names of their own."""
        pen = Pen(self._numbers, self._colours)
        for shape in shapes:
            own = marking.name(shape, name) if isinstance(shape, Group) else name
            if isinstance(shape, Group | Clip) and self._is_parted(shape.shapes):
                marking.close(pen.out)
                self._opened(pen, shape, own, marking)
            else:
                start = len(pen.out)
                self._draw[type(shape)](pen, shape)
                marking.put(pen.out, start, own)
        marking.close(pen.out)
        return "\n".join(pen.out)

    def _opened(self, pen: Pen, shape: Group | Clip, name: str, marking: Marking) -> None:
        """A group or a clip with groups in it that have names."""
        if isinstance(shape, Group):
            self._placed(pen, shape, self._marked(shape.shapes, name, marking))
        elif shape.outline:
            self._clipped(pen, shape, self._marked(shape.shapes, name, marking))

    def _is_parted(self, shapes: tuple[Shape, ...]) -> bool:
        """Whether groups in there have names."""
        known = self._parted.get(id(shapes))
        if known is None:
            known = self._parted[id(shapes)] = any(
                bool(isinstance(each, Group) and (each.tag or each.record)) or self._is_parted(each.shapes)
                for each in shapes
                if isinstance(each, Group | Clip)
            )
        return known


def _paint(pen: Pen, edge: str, fill: str | None, stroke: str | None) -> None:
    if fill is not None:
        pen.fill(fill)
        pen.out.append(f"{edge} {'B' if stroke is not None else 'f'}")
    elif stroke is not None:
        pen.out.append(f"{edge} S")
