"""What the menu "Edit" does: in a text field with its words, else with what is selected on the map."""

from collections.abc import Iterable

from PySide6.QtCore import QMimeData, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication

from editor.clipboard import fields
from editor.clipboard.beside import beside, go_beside
from editor.clipboard.contents import clip_in, offered, picture_in, text_in
from editor.clipboard.landing import below_emotions, landing
from editor.clipboard.photograph import photograph, put_on_clipboard
from editor.session import Session
from editor.speech import Speech
from model.change import Change
from model.document import Document
from model.layout.frame import Rect
from model.operations.basics import after
from model.operations.cards import add_card
from model.operations.cascade import deletion
from model.operations.clip import Clip, copy
from model.operations.duplicating import duplicate
from model.operations.pasting import paste, paste_text
from model.operations.pictures import set_picture
from model.records import Card, Emotion, Id, Lane, Persona, Role, Stage, Step
from model.refusal import Refused
from resources.words import words

_say = Speech("clipboard")

_ALONE = ("offscreen", "minimal")
"""Platforms whose clipboard is the program's own, though Qt does not say so."""

MOST_TEXT = 200_000
"""Signs in a text that is pasted: a longer one is no list that anybody wrote for a map."""


class Clipboard(QObject):
    """`placed` carries the ids of what came, or of what is selected now that something is gone: to bring into sight."""

    placed = Signal(object)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session

    # Out

    def copy(self) -> None:
        """The selected cards and emotions, or those that stand in what is selected, to the clipboard."""
        if not fields.take(Qt.Key.Key_C):
            self._take_up()

    def copy_picture(self) -> None:
        """The whole map as a picture, or the sheet on which the selection stands."""
        self._session.settle_draft()
        image = photograph(self._session)
        put_on_clipboard(image)
        self._session.tell(_say("picture_copied", width=image.width(), height=image.height()))

    def cut(self) -> None:
        """Copy, and delete what was copied. Stages, steps and lanes stay where they are, without it."""
        if fields.take(Qt.Key.Key_X):
            return
        clip = self._take_up()
        if clip is not None:
            taken = (*(each.card.id for each in clip.cards), *(each.emotion.id for each in clip.emotions))
            self._delete("cut", taken)

    def delete(self) -> None:
        """Delete whatever is selected, in one step."""
        if not fields.take(Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier) and self._session.selection:
            self._delete("delete", self._session.selection)

    def _take_up(self) -> Clip | None:
        self._session.settle_draft()
        clip = copy(self._session.document, self._session.selection)
        if not clip.cards and not clip.emotions:
            self._session.tell(_say("nothing_to_copy"))
            return None
        QGuiApplication.clipboard().setMimeData(offered(clip))
        count = len(clip.cards) + len(clip.emotions)
        self._session.tell(_say("copied", count=count))
        return clip

    def _delete(self, name: str, keys: tuple[Id, ...]) -> None:
        session = self._session
        next_to = beside(session, session.current if session.current in keys else keys[-1])
        if session.do(name, deletion, keys):
            go_beside(session, next_to)
            self.placed.emit(session.selection)

    @staticmethod
    def release() -> None:
        """Let go of the clipboard before the program ends: Qt kills it otherwise when the last of it is taken away."""
        clipboard = QGuiApplication.clipboard()
        if clipboard.ownsClipboard() or QGuiApplication.platformName() in _ALONE:
            clipboard.clear()

    # In

    def paste(self) -> None:
        """A piece of a map; of a text a card a line; a picture onto a card. What is new is selected."""
        if fields.take(Qt.Key.Key_V):
            return
        self._session.settle_draft()
        try:
            self._put_down(QGuiApplication.clipboard().mimeData() or QMimeData())  # Qt gives none where it is empty
        except Refused as refused:
            self._session.refuse(refused)

    def _put_down(self, found: QMimeData) -> None:
        clip, text = clip_in(found), text_in(found)
        if clip is not None:
            self._paste_clip(clip)
        elif text.strip():
            self._paste_text(text)
        elif (picture := picture_in(found)) is not None:
            self._paste_picture(picture)
        else:
            self._session.tell(_say("nothing_to_paste"))

    def _paste_clip(self, clip: Clip) -> None:
        place = landing(self._session)
        if clip.cards and clip.emotions:
            place = below_emotions(self._session, place)
        self._came(self._session.do("paste", paste, clip, *place, title=self._lane_title()))

    def _paste_text(self, text: str) -> None:
        if len(text) > MOST_TEXT:
            self._session.tell(_say("too_long"))
        else:
            place = landing(self._session)
            self._came(self._session.do("paste", paste_text, text, *place, title=self._lane_title()))

    def _lane_title(self) -> str:
        """What a lane is called that is made since there are more rows than lanes, in the language of the map."""
        return words("palette", self._session.document.map.language)(f"role.{Role.OTHER}")

    def _paste_picture(self, data: bytes) -> None:
        session = self._session
        current = session.document.records.get(session.current or "")
        if not data:
            session.tell(_say("no_picture"))
        elif isinstance(current, Card | Persona):
            change = session.do("put_picture", set_picture, current.id, data)
            self._tell_of_picture(change, on_card=isinstance(current, Card))
        elif session.cell is not None:
            change = session.do("put_picture", _card_with_picture, *session.cell, data)
            self._came(change)
            self._tell_of_picture(change, on_card=True)
        else:
            session.tell(_say("choose_a_card"))

    def _tell_of_picture(self, change: Change | None, *, on_card: bool) -> None:
        """A card on the map has only a sign for its picture: say where it shows."""
        if change and on_card:
            self._session.tell(_say("picture_put"))

    def _came(self, change: Change | None) -> None:
        """Select what a change brought, and say so where one does not see it."""
        if not change:
            return
        new = [record for record in change.added.values() if isinstance(record, Card | Emotion)]
        self._session.select(record.id for record in new)
        if any(record.step is None for record in new):
            self._session.tell(_say("parked", count=len(new)))
        self.placed.emit(self._session.selection)

    # On the map itself

    def duplicate(self) -> None:
        """A copy of each selected record right behind it; the copies are selected."""
        session = self._session
        kinds = {type(session.document.records[key]) for key in session.selection}
        change = session.do("duplicate", duplicate, session.selection)
        if change:
            wholes = kinds & {Stage, Step, Lane}
            new = [key for key, record in change.added.items() if type(record) in (wholes or kinds)]
            session.select(new)
            self.placed.emit(session.selection)
        elif change is not None:
            session.tell(_say("nothing_to_duplicate"))

    def select_all(self) -> None:
        """Every card and every emotion that shows."""
        if not fields.take(Qt.Key.Key_A):
            self._session.select(self._shown())

    def _shown(self) -> Iterable[Id]:
        drawing = self._session.drawing
        for number, each in enumerate(drawing.layout.composed):
            yield from drawing.places.within(number, Rect(0, 0, each.page.width, each.page.height))


def _card_with_picture(document: Document, lane: Id, step: Id, data: bytes) -> Change:
    """A card in a cell that shows a picture. Refuses what `add_card` and `set_picture` do."""
    card = add_card(document, lane, step)
    return card.then(set_picture(after(document, card), next(iter(card.added)), data))
