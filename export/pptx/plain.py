"""Shapes of a page, each as what it is: rectangles, ellipses, lines, outlines, pictures, and texts in boxes."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from export import pictures
from export.pptx import drawing, texts
from export.pptx.board import Board
from export.pptx.cutting import between
from export.pptx.drawing import Ink
from model.layout.frame import Rect
from model.layout.shapes import Box, Clip, Command, Group, Line, Path, Picture, Shape, Text

_BELOW = 0.28  # ems of a line below its baseline, as programs set lines of a given height
_AIR = (1.04, 2.0)  # what other programs may need more: of a text's width, and in points


def put(board: Board, shapes: Sequence[Shape], x: float, y: float) -> None:
    """Shapes moved by (x, y), in painting order. What is cut off on paper is whole here, where it can be moved."""
    for is_text, run in groupby(shapes, lambda shape: isinstance(shape, Text)):
        here = list(run)
        if is_text:
            for block in texts.blocks([each for each in here if isinstance(each, Text)]):
                board.put(_box_of(board, block, x, y))
        else:
            for shape in here:
                _put_one(board, shape, x, y)


def _put_one(board: Board, shape: Shape, x: float, y: float) -> None:
    match shape:
        case Group():
            put(board, shape.shapes, x + shape.x, y + shape.y)
        case Clip():
            _put_cut(board, shape, x, y)
        case Picture():
            put_picture(board, shape, x, y)
        case Box() | Line() | Path():
            board.put(form(board, shape, x, y))
        case _:
            raise TypeError(f"nobody knows how to put this on a slide: {type(shape)}")


def _put_cut(board: Board, clip: Clip, x: float, y: float) -> None:
    """What is cut off at an outline: pictures are cut round, curves end at its sides."""
    edges = extent(Path(clip.outline))
    for shape in clip.shapes:
        if isinstance(shape, Picture):
            put_picture(board, shape, x, y, round_=is_round(clip.outline, edges))
        elif isinstance(shape, Path):
            put(board, [cut for cut in (between(shape, edges.x, edges.right),) if cut is not None], x, y)
        else:
            _put_one(board, shape, x, y)


def form(board: Board, shape: Box | Line | Path, x: float, y: float, words: str = "", name: str = "") -> str:
    """A shape with a paragraph of words in it, or none."""
    if isinstance(shape, Line):
        shape = Path((("M", shape.x1, shape.y1), ("L", shape.x2, shape.y2)), None, shape.stroke, shape.line, shape.dash)
    rect = board.rect(moved(extent(shape), x, y))
    round_ends = isinstance(shape, Path) and len(shape.commands) > 2
    ink = board.ink(Ink(shape.fill, shape.stroke, shape.line, shape.dash, round_ends))
    called = drawing.named(board.number(), name or type(shape).__name__)
    return drawing.shape(called, rect, _geometry(board, shape, rect, x, y), ink, words)


def put_picture(board: Board, picture: Picture, x: float, y: float, *, round_: bool = False) -> None:
    """A picture, or a crossed box for one nobody can read."""
    rect = Rect(x + picture.x, y + picture.y, picture.width, picture.height)
    if not board.picture(picture, rect, "Picture", round_=round_):
        put(board, pictures.crossed(picture), x, y)


def extent(shape: Box | Path) -> Rect:
    """The rectangle about a shape's outline."""
    if isinstance(shape, Box):
        return Rect(shape.x, shape.y, shape.width, shape.height)
    points = [pair for command in shape.commands for pair in _points(command)]
    left, top = min(x for x, _ in points), min(y for _, y in points)
    return Rect(left, top, max(x for x, _ in points) - left, max(y for _, y in points) - top)


def moved(rect: Rect, x: float, y: float) -> Rect:
    """The rectangle elsewhere."""
    return Rect(rect.x + x, rect.y + y, rect.width, rect.height)


def _points(command: Command) -> Iterator[tuple[float, float]]:
    values = [float(value) for value in command[1:]]
    return zip(values[::2], values[1::2], strict=True)


def _geometry(board: Board, shape: Box | Path, rect: Rect, x: float, y: float) -> str:
    if isinstance(shape, Box):
        return drawing.rounded(rect, shape.radius * board.scale)
    if is_round(shape.commands, rect):
        return drawing.ELLIPSE
    return drawing.outline(board.commands(shape.commands, x, y), rect, filled=shape.fill is not None)


def is_round(commands: Sequence[Command], rect: Rect) -> bool:
    """A circle as `outlines.circle` draws it: four quarters, closed."""
    return [each[0] for each in commands] == ["M", "C", "C", "C", "C", "Z"] and abs(rect.width - rect.height) < 0.01


def _box_of(board: Board, block: Sequence[Text], x: float, y: float) -> str:
    """Lines of one text in a box of their own."""
    first, leading = block[0], leading_of(block)
    left = min(line.x for line in block)
    width = max(line.x + line.width for line in block) - left
    top = first.y - (leading - first.size * _BELOW)
    rect = board.rect(Rect(x + left, y + top, width * _AIR[0] + _AIR[1], leading * len(block)))
    body = drawing.body([said(board, block, align(block))], (0, 0, 0, 0), "t", wraps=len(block) > 1)
    return drawing.shape(drawing.named(board.number(), "Text"), rect, drawing.RECTANGLE, Ink(), body, box=True)


def said(board: Board, block: Sequence[Text], side: str = "l") -> str:
    """The lines of one text as a paragraph."""
    first, scale = block[0], board.scale
    text = texts.joined([(line.string, line.joined) for line in block])
    return texts.words(
        text, first.size * scale, first.color, board.language, face=first.runs[0].face if first.runs else "",
        align=side, leading=leading_of(block) * scale, tracking=first.tracking * scale,
    )  # fmt: skip


def leading_of(block: Sequence[Text]) -> float:
    """Points from line to line."""
    return block[1].y - block[0].y if len(block) > 1 else block[0].size * texts.LEADING


def align(block: Sequence[Text]) -> str:
    """How lines stand above each other: l, ctr or r."""
    lefts, rights = {round(line.x, 1) for line in block}, {round(line.x + line.width, 1) for line in block}
    if len(lefts) == 1:
        return "l"
    return "r" if len(rights) == 1 else "ctr"
