"""Beginning, following and ending the writing of one text."""

from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QPointF, QRect, QSignalBlocker, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QTextCursor

from editor.canvas.gestures.gesture import Aim
from editor.canvas.writing.lines import Set, set_words
from editor.canvas.writing.place import Placed, covered, placed
from editor.canvas.writing.sheet import FRAME, WritingSheet
from editor.canvas.writing.texts import WRITABLE, Writable, ground
from editor.speech import Speech
from model.layout.frame import Rect
from model.layout.places import Spot
from model.layout.text.block import LEADING
from model.operations import cards
from model.records import Card, Id

if TYPE_CHECKING:
    from editor.canvas.canvas import Canvas

_say = Speech("canvas")

_CLOSING = ".,;:!?%)]}…”’"


class Writing(QObject):
    """One text at a time. What is typed is on the map at once, as a draft that becomes one undo step."""

    def __init__(self, canvas: "Canvas") -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._key: Id | None = None
        self._step = "write"
        self._new_in: tuple[Id, Id] | None = None
        self._set: Set | None = None
        self._unparted: str | None = None
        self._scale = 1.0
        self._sheet = WritingSheet(canvas.viewport())
        self._sheet.done.connect(self.done)
        self._sheet.gone.connect(self.commit)
        self._sheet.left.connect(self.leave)
        self._sheet.walked_on.connect(self.walk_on)
        self._sheet.textChanged.connect(self._typed)
        canvas.session.settling.connect(self.commit)

    @property
    def key(self) -> Id | None:
        """The record whose text is being written."""
        return self._key

    # Beginning

    def begin(self, key: Id, at: QPointF | None = None) -> bool:
        """Write in a record, the cursor at a pixel of the viewport or behind the last letter."""
        self._canvas.session.settle()
        writable = self._writable(key)
        if writable is None or not self._canvas.session.drawing.places.spots(key):
            return False
        if not self._canvas.session.may_change():
            return False
        point = self._page_point(at) if at is not None else None
        self._canvas.session.select((key,))
        self._canvas.reveal((key,))
        self._open(key, writable)
        if point is not None:
            self._sheet.setTextCursor(self._cursor_at(*point))
        return True

    def begin_in_cell(self, lane: Id, step: Id, index: int | None = None) -> bool:
        """Write on a new card in a cell."""
        self._canvas.session.settle()
        change = self._canvas.session.draft(cards.add_card, lane, step, "", index=index)
        if not change:
            return False
        key = next(iter(change.added))
        if not self.begin_new(key, "add_card"):
            self._canvas.session.settle_draft("add_card")
            return False
        self._new_in = (lane, step)
        return True

    def begin_new(self, key: Id, step: str) -> bool:
        """Write in a record that was drafted a moment ago; both become one undo step of this name."""
        writable = self._writable(key)
        if writable is None or not self._canvas.session.drawing.places.spots(key):
            return False
        self._canvas.session.select((key,))
        self._canvas.reveal((key,))
        self._open(key, writable)
        self._step = step
        return True

    def begin_in_empty_cell(self, aim: Aim) -> bool:
        """Write on a new card in the cell that is pointed at."""
        drop = self._canvas.session.drawing.places.drop_at(aim.page, aim.x, aim.y)
        return drop is not None and self.begin_in_cell(drop.lane, drop.step, drop.index)

    def begin_by_key(self, event: QKeyEvent) -> bool:
        """Whether a key began the writing: Enter or F2, or a letter, which is written behind what is there, as a word
        of its own."""
        asked = event.key() in (Qt.Key.Key_F2, Qt.Key.Key_Return, Qt.Key.Key_Enter)
        typed = event.text().isprintable() and bool(event.text()) and not _is_command(event)
        if (
            not ((asked and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier) or typed)
            or not self.begin_here()
        ):
            return False
        if typed:
            self._part(event.text())
            QCoreApplication.sendEvent(self._sheet, event)
        return True

    def begin_by_input_method(self, event: QInputMethodEvent) -> None:
        """An input method composes on the selected thing, or in the cell."""
        typed = event.commitString() or event.preeditString()
        if typed and self.begin_here():
            self._part(typed)
            QCoreApplication.sendEvent(self._sheet, event)
        else:
            event.ignore()

    def input_method(self, query: Qt.InputMethodQuery) -> object:
        """What an input method asks of the canvas: whether it may compose, and where."""
        if query is Qt.InputMethodQuery.ImEnabled:
            return True
        if query is Qt.InputMethodQuery.ImCursorRectangle:
            return self._here()
        return None

    def begin_here(self) -> bool:
        session = self._canvas.session
        if session.current is not None:
            return self.begin(session.current)
        if session.cell is not None:
            return self.begin_in_cell(*session.cell)
        session.tell(_say(self._lacking()))
        return False

    def _lacking(self) -> str:
        """The sentence that says what to do before anything can be written."""
        document = self._canvas.session.document
        if not document.columns:
            return "no_steps" if document.stages else "write_no_stages"
        return "write_where" if document.lanes else "write_no_lanes"

    def _part(self, typed: str) -> None:
        """A space between the words on a card and those that begin; what closes a sentence stands close."""
        card = self._canvas.session.document.records.get(self._key or "")
        if isinstance(card, Card) and card.text and not card.text[-1].isspace() and typed[0] not in _CLOSING:
            self._unparted = card.text
            self._sheet.insertPlainText(" ")

    def _open(self, key: Id, writable: Writable) -> None:
        self._key, self._step, self._new_in, self._set, self._unparted = key, writable.name, None, None, None
        self._sheet.lines = writable.lines
        words = getattr(self._canvas.session.document.records[key], writable.member)
        with QSignalBlocker(self._sheet):
            self._sheet.write(words, writable.style, self._leading(words), middle=writable.middle)
        self.follow()
        self._sheet.appear()

    # Going on

    def _typed(self) -> None:
        key, session = self._key, self._canvas.session
        writable = self._writable(key) if key is not None else None
        if key is None or writable is None:
            return
        words = self._sheet.words()
        if words != getattr(session.document.records[key], writable.member):
            session.draft(writable.edit, key, words)
        self.follow()

    def follow(self) -> None:
        """Stand where the text stands now; where it shows no more, be done."""
        if self._key is None:
            return
        spot = self._spot()
        if spot is None:
            self.commit()
        else:
            self._stand(spot)

    def _leading(self, words: str) -> float:
        """From line to line, in ems."""
        spot, session = self._spot(), self._canvas.session
        set_ = set_words(session.document, session.drawing.layout, spot, words) if spot is not None else None
        return set_.leading / set_.size if set_ is not None else LEADING

    def _stand(self, spot: Spot) -> None:
        session = self._canvas.session
        document, record = session.document, session.document.records[spot.record]
        words = set_words(document, session.drawing.layout, spot, self._sheet.words(), self._set)
        box = covered(spot, words)
        place = self._placed(spot, box, words)
        scale = self._scale = place.scale
        self._sheet.dress(words.size * scale, words.color, ground(document, record))
        left, top = round((words.x - box.x) * scale), (words.y - box.y) * scale
        self._sheet.stand(place.rect, left, top, ceil(words.width * scale), words.lines)
        self._set = words

    def _placed(self, spot: Spot, box: Rect, words: Set) -> Placed:
        canvas, camera = self._canvas, self._canvas.camera
        shown = camera.rect_to_view(canvas.desk.placed(spot.page, box))
        return placed(shown, camera.zoom, words.size, canvas.viewport().rect().adjusted(FRAME, FRAME, -FRAME, -FRAME))

    # Ending

    def done(self) -> None:
        """Keep what is written; behind a new card one stands in its cell, ready for the next."""
        cell = self._new_in
        self.commit()
        if cell is not None:
            self._canvas.session.stand_in(cell)

    def walk_on(self, by: int) -> None:
        """Keep what is written, and go to the cell so many columns to the right."""
        cell = self._canvas.session.drawing.places.cell_of(self._key) if self._key is not None else None
        self.commit()
        if cell is not None:
            there = self._canvas.session.drawing.places.walk(cell, by, 0)
            if there.step is not None:
                self._canvas.session.stand_in((there.lane, there.step))

    def commit(self) -> None:
        """Keep what is written, as one undo step; a new card that stayed empty is gone again."""
        key = self._close()
        if key is None:
            return
        session = self._canvas.session
        if session.drafting:
            self._drop_empty_end(key)
        record = session.document.records.get(key)
        if self._step == "add_card" and isinstance(record, Card) and not record.text.strip():
            session.drop_draft()
        else:
            session.settle_draft(self._step)

    def forget(self) -> None:
        """The map is another one: there is nothing to keep, and nothing to go back to."""
        self._close()

    def _drop_empty_end(self, key: Id) -> None:
        """Lines, or a word, that were begun at the end and have no letters are not kept."""
        writable = self._writable(key)
        if writable is not None:
            words = getattr(self._canvas.session.document.records[key], writable.member)
            kept = words.rstrip("\n")
            if self._unparted is not None and kept == f"{self._unparted} ":
                kept = self._unparted
            if words != kept:
                self._canvas.session.draft(writable.edit, key, kept)

    def leave(self) -> None:
        """Leave everything as it was."""
        cell = self._new_in
        if self._close() is not None:
            self._canvas.session.drop_draft()
            if cell is not None:
                self._canvas.session.stand_in(cell)

    def _close(self) -> Id | None:
        key, self._key = self._key, None
        self._new_in = None
        if key is not None:
            if self._sheet.hasFocus():
                self._canvas.setFocus(Qt.FocusReason.OtherFocusReason)
            self._sheet.vanish()
        return key

    # Places

    def _writable(self, key: Id | None) -> Writable | None:
        return WRITABLE.get(type(self._canvas.session.document.records.get(key or "")))

    def _spot(self) -> Spot | None:
        spots = self._canvas.session.drawing.places.spots(self._key) if self._key is not None else ()
        return next(iter(spots), None)

    def _page_point(self, at: QPointF) -> tuple[float, float]:
        """What a pixel of the viewport points at, before anything moves."""
        aim = self._canvas.aim(self._canvas.under_strips(at), Qt.KeyboardModifier.NoModifier)
        return aim.x, aim.y

    def _cursor_at(self, x: float, y: float) -> QTextCursor:
        """Before the letter that is printed at a point of the page."""
        words = self._set
        assert words is not None
        place = QPointF((x - words.x) * self._scale, (y - words.y) * self._scale)
        return self._sheet.cursorForPosition(place.toPoint())

    def _here(self) -> QRect:
        spots = self._canvas.session.drawing.places.spots(self._canvas.session.current or "")
        rect = self._canvas.desk.placed(spots[0].page, spots[0].rect) if spots else self._canvas.walker.cell_rect()
        shown = self._canvas.camera.rect_to_view(rect) if rect else Rect(0, 0, 1, 1)
        return QRect(round(shown.x), round(shown.y), round(shown.width), round(shown.height))


def _is_command(event: QKeyEvent) -> bool:
    """Whether a key with a letter is a command: Ctrl, Alt or Meta is held, but not AltGr, which types."""
    held = event.modifiers()
    alone = bool(held & Qt.KeyboardModifier.ControlModifier) != bool(held & Qt.KeyboardModifier.AltModifier)
    return alone or bool(held & Qt.KeyboardModifier.MetaModifier)
