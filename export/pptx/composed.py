"""A laid out page on a slide. What stands for a record is a shape with its words in it; everything else is drawn as
it is on paper."""

from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext

import msgspec

from export.pptx import connectors, drawing, plain, texts
from export.pptx.board import Board
from export.pptx.connectors import Placed
from export.pptx.drawing import Ink
from model.layout.cards import text_margins, text_of
from model.layout.engine import Layout
from model.layout.frame import Rect
from model.layout.page import Composed
from model.layout.rows import Slot
from model.layout.shapes import Box, Clip, Group, Page, Path, Shape, Text
from model.layout.style import INK
from model.records import Card, Emotion, Id, Kpi, Lane, Link, Role, Stage

WIDER = 0.9
"""Noto Sans is as much wider than the narrow face that cards have on paper and nobody else's computer has."""
_EVEN = 0.88  # of the largest size: no card makes all others smaller than that


class _Held(msgspec.Struct, frozen=True):
    """A card: where on the page it stands, its lane's role, its words and the room for them in points of the slide."""

    slot: Slot
    rect: Rect
    role: Role
    text: texts.Fitted
    pads: tuple[float, float, float, float]


class Drawing:
    """Draws one page; the cards have their numbers before the links that hold on to them."""

    def __init__(self, board: Board, layout: Layout, composed: Composed, page: Page) -> None:
        """`page`: the composed one, dressed."""
        self._board, self._layout, self._composed, self._page = board, layout, composed, page
        self._metrics = composed.setting.metrics
        self._cards = {held.slot.id: held for held in self._held()}
        self._placed = {key: Placed(board.number(), held.rect) for key, held in self._cards.items()}
        self._size = max(min((held.text.size for held in self._cards.values()), default=0.0), self._largest * _EVEN)

    def draw(self) -> None:
        """Everything, in painting order, but for the links: they lie behind the cards."""
        linked = False
        for shape in self._page.shapes:
            if not linked and self._is_row(shape):
                connectors.put(self._board, self._layout.order, self._placed, self._metrics)
                linked = True
            self._draw([shape], 0.0, 0.0)

    def _is_row(self, shape: Shape) -> bool:
        """A lane's label, and behind it what stands in the lane."""
        head = shape.shapes[0] if isinstance(shape, Group) and shape.shapes else None
        return isinstance(head, Group) and isinstance(self._record(head.record), Lane)

    @property
    def _largest(self) -> float:
        return self._layout.size * self._board.scale * WIDER

    def _held(self) -> list[_Held]:
        frame = self._composed.frame
        return [
            self._fitted(slot, frame.rect(at, slot), row.lane.role)
            for at, row in enumerate(frame.rows)
            for slot in row.slots
        ]

    def _fitted(self, slot: Slot, rect: Rect, role: Role) -> _Held:
        scale, m = self._board.scale, self._metrics
        left, right = (margin * scale for margin in text_margins(role, m))
        above = m.card_pad_y * 0.4 * scale
        text = text_of(slot.record, self._layout.order.words)
        room = rect.width * scale - left - right, rect.height * scale - 2 * above
        return _Held(slot, rect, role, texts.fitted(text, *room, self._largest), (left, above, right, above))

    def _draw(self, shapes: Sequence[Shape], x: float, y: float) -> None:
        """Shapes up to groups that stand for a record; those in one run of plain shapes together."""
        waiting: list[Shape] = []
        for shape in shapes:
            if isinstance(shape, Group | Clip):
                plain.put(self._board, waiting, x, y)
                waiting = []
                self._draw_group(shape, x, y)
            else:
                waiting.append(shape)
        plain.put(self._board, waiting, x, y)

    def _draw_group(self, group: Group | Clip, x: float, y: float) -> None:
        if isinstance(group, Clip):
            plain.put(self._board, [group], x, y)
            return
        x, y = x + group.x, y + group.y
        match self._record(group.record):
            case Link(source=source, target=target) if {source, target} <= self._cards.keys():
                # Its line is a connector; what it is called stands where it is free on paper, too.
                plain.put(self._board, group.shapes if _has_words(group) else (), x, y)
            case Card() | Kpi() as record if record.id in self._cards:
                self._card(self._cards[record.id], group, x, y)
            case Emotion() as emotion if not _has_words(group):
                self._face(emotion, group, x, y)
            case Stage() | Lane() | Emotion() as record if _is_label(group):
                self._label(record, group, x, y)
            case _:
                self._draw(group.shapes, x, y)

    def _record(self, key: Id | None) -> object:
        return self._layout.order.document.records.get(key or "")

    def _card(self, held: _Held, group: Group, x: float, y: float) -> None:
        """A shape with the words, and with it in a group its bar, sign and marks."""
        box = next(shape for shape in group.shapes if isinstance(shape, Box))
        extras = [each for each in group.shapes if each is not box and not isinstance(each, Text | Clip)]
        hatched = any(isinstance(each, Clip) for each in group.shapes)  # in grey, as lines cut off at the frame
        with self._grouped(_name(held.text.text), held.rect, wanted=bool(extras)):
            self._board.put(self._words_in(held, box, hatched=hatched))
            plain.put(self._board, extras, x, y)

    def _words_in(self, held: _Held, box: Box, *, hatched: bool) -> str:
        board, record = self._board, held.slot.record
        said = texts.words(held.text.text, min(held.text.size, self._size), INK, board.language)
        body = drawing.body([said] if held.text.text else [], held.pads, "ctr")
        address = board.address(record.url) if isinstance(record, Card) else ""
        name = drawing.named(self._placed[record.id].number, _name(held.text.text), address=address)
        rect = board.rect(held.rect)
        ink = board.ink(Ink(box.fill, box.stroke, box.line, box.dash, hatched=hatched))
        return drawing.shape(name, rect, drawing.rounded(rect, box.radius * board.scale), ink, body)

    def _grouped(self, name: str, rect: Rect, *, wanted: bool = True) -> AbstractContextManager[None]:
        return self._board.together(name, self._board.rect(rect)) if wanted else nullcontext()

    def _face(self, emotion: Emotion, group: Group, x: float, y: float) -> None:
        """Eyes and mouth in one group, which says in words what it shows."""
        disc = next(each for each in group.shapes if isinstance(each, Path))
        about, value = self._board.rect(plain.moved(plain.extent(disc), x, y)), f"{emotion.value:+g}"
        with self._board.together(f"Emotion {value}", about, value):
            plain.put(self._board, group.shapes, x, y)

    def _label(self, record: Stage | Lane | Emotion, group: Group, x: float, y: float) -> None:
        """A ground with the words in it; its bar, number and sign beside them."""
        board, ground = self._board, group.shapes[0]
        assert isinstance(ground, Box | Path)
        numbered = len(group.shapes) > 2 and isinstance(group.shapes[1], Path) and isinstance(record, Stage)
        beside = group.shapes[1 : 3 if numbered else 1]
        rest = group.shapes[1 + len(beside) :]
        lines = [each for each in rest if isinstance(each, Text)]
        extent = plain.extent(ground)
        left = min((line.x for line in lines), default=extent.x) - extent.x
        centred = isinstance(record, Emotion)
        said = [plain.said(board, block, "ctr" if centred else "l") for block in texts.blocks(lines)]
        pads = (0.0 if centred else left * board.scale, 0.0, 0.0, 0.0)
        body, name = drawing.body(said, pads, "ctr"), _name(_words_of(record))
        extras = [*beside, *(each for each in rest if not isinstance(each, Text))]
        with self._grouped(name, plain.moved(extent, x, y), wanted=bool(extras)):
            board.put(plain.form(board, ground, x, y, body, name))
            plain.put(board, extras, x, y)


def _is_label(group: Group) -> bool:
    """A ground with words on it, and no groups."""
    nested = any(isinstance(each, Group | Clip) for each in group.shapes)
    return _has_words(group) and isinstance(group.shapes[0], Box | Path) and not nested


def _has_words(group: Group) -> bool:
    return any(isinstance(each, Text) for each in group.shapes)


def _words_of(record: Stage | Lane | Emotion) -> str:
    return record.quote if isinstance(record, Emotion) else record.title


def _name(text: str) -> str:
    """What lists of shapes call it."""
    return " ".join(text.split())[:60]
