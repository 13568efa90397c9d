"""What stands in the header of a page: its parts, whose map it is, and the logo of whoever hands it out."""

from pathlib import Path

import msgspec
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from editor.appearance.icons import icon
from editor.dialogs.questions import complain
from editor.plain import menu_text, one_line
from editor.printing.room.boxes import Combo
from editor.printing.room.forms import OptionsForm
from editor.printing.room.rows import add_row, form_in
from editor.printing.room.wish import Heads, Wish
from editor.speech import Speech
from model import pictures
from model.document import Document
from model.layout.look import Logo
from model.operations.pictures import MOST_BYTES

say = Speech("printing")


class HeadingChoices(QWidget):
    """The first persona's map unless another one is chosen."""

    changed = Signal()

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._logo: Logo | None = None
        self.parts = OptionsForm(Heads, self, scope="head")
        self.persona = Combo(self)
        self.choose, self.remove = QPushButton(icon("image"), "", self), QPushButton(icon("trash-2"), "", self)
        for persona in document.personas:
            self.persona.addItem(one_line(persona.name), persona.id)
        self._arrange()
        self.parts.changed.connect(self.changed)
        self.persona.currentIndexChanged.connect(self.changed)
        self.choose.clicked.connect(self._ask_for_logo)
        self.remove.clicked.connect(self._remove)

    def fill(self, wish: Wish) -> Wish:
        """The wish with what is chosen here."""
        first = self.persona.currentIndex() <= 0
        persona = None if first else str(self.persona.currentData())
        return msgspec.structs.replace(wish, heads=self.parts.value(), persona=persona, logo=self._logo)

    def put(self, wish: Wish) -> None:
        self.parts.put(wish.heads)
        self.persona.put(wish.persona)
        self._logo = wish.logo
        self._show_what_matters()

    def take_logo(self, path: Path) -> None:
        """Have a picture in the header, or say why it cannot be."""
        data = _read(path)
        found = pictures.header(data)
        if found is None or not found.common or not 0 < found.width * found.height <= pictures.MOST_PIXELS:
            complain(self.window(), say("logo"), say("no_logo", file=path.name), say("no_logo_more"))
            return
        self._logo = Logo(found.type, data, found.width, found.height)
        self._show_what_matters()
        self.changed.emit()

    def _ask_for_logo(self) -> None:
        # Takes a while to load, and is wanted once in a while.
        from editor.dialogs.places import choose_file

        kinds = [f"{say('logo.files')} (*.png *.jpg *.jpeg)"]
        path = choose_file(self.window(), say("logo"), Path.home(), kinds)
        if path is not None:
            self.take_logo(path)

    def _remove(self) -> None:
        self._logo = None
        self._show_what_matters()
        self.changed.emit()

    def _show_what_matters(self) -> None:
        self.remove.setVisible(self._logo is not None)
        several = self.persona.count() > 1
        self.persona.setVisible(several)
        self._whose.setVisible(several)

    def _arrange(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self.choose, 1)
        row.addWidget(self.remove)
        form = form_in()
        self._whose = add_row(form, self.persona)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.parts)
        column.addLayout(form)
        column.addLayout(row)

    def retranslate(self) -> None:
        self.parts.retranslate()
        self._whose.setText(say("field.persona"))
        self.persona.setAccessibleName(say("field.persona"))
        for at, persona in enumerate(self._document.personas):
            self.persona.setItemText(at, one_line(persona.name) or say("nameless", number=at + 1))
        self.choose.setText(menu_text(say("logo.choose")))
        self.remove.setText(menu_text(say("logo.remove")))


def _read(path: Path) -> bytes:
    """The file, or as much of it as is surely too much; nothing of one that cannot be read."""
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except (OSError, ValueError):
        return b""
    return data if len(data) <= MOST_BYTES else b""
