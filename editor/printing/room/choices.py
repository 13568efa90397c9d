"""All that can be chosen for a kind of paper, in a column that folds."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from editor.plain import label
from editor.printing.room.fields import Offer
from editor.printing.room.fields import say as options_say
from editor.printing.room.forms import OptionsForm
from editor.printing.room.heading import HeadingChoices
from editor.printing.room.lanes import LaneChoices
from editor.printing.room.section import Section
from editor.printing.room.sheet_choices import SheetChoices
from editor.printing.room.wish import Dress, Wish
from editor.speech import Speech
from export.options import PdfOptions
from model.document import Document
from model.handouts.kinds import KINDS
from model.handouts.options import Options
from model.handouts.pack import USUAL

say = Speech("printing")

WIDTH = 318
"""Pixels: the longest label of both languages, and a field."""


class Choices(QScrollArea):
    """`changed`: the pages would be others. What is chosen for the PDF alone changes none."""

    changed = Signal()

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind = ""
        self.title, self.about = label(parent=self), label(parent=self, wrap=True)
        self.sheet = SheetChoices(document, self)
        self.dress = OptionsForm(Dress, self)
        self.heads = HeadingChoices(document, self)
        self.lanes = LaneChoices(document, self)
        self.pdf = OptionsForm(PdfOptions, self)
        self.kinds = {name: _options_form(kind.options, name) for name, kind in KINDS.items()}
        self.sections = self._sections()
        self._arrange()
        self._listen()
        self.retranslate()

    @property
    def _forms(self) -> list[OptionsForm[Any]]:
        return [self.dress, *self.kinds.values()]

    def wish(self) -> Wish:
        """What is chosen."""
        wish = Wish(
            kind=self._kind,
            options=self.kinds[self._kind].value(),
            dress=self.dress.value(),
            hidden=self.lanes.hidden,
        )
        return self.heads.fill(self.sheet.fill(wish))

    def put(self, wish: Wish) -> None:
        """Show another wish, without telling."""
        self._kind = wish.kind
        self.kinds[wish.kind].put(wish.options)
        self.dress.put(wish.dress)
        self.heads.put(wish)
        self.lanes.put(wish.hidden)
        self.sheet.put(wish)
        for name, form in self.kinds.items():
            form.setVisible(name == wish.kind)
        self.sections["kind"].setVisible(not self.kinds[wish.kind].is_empty)
        self._show_what_matters()
        self.retranslate()

    def _show_what_matters(self) -> None:
        self.dress.show_only("own_margin", self.dress.value().margin == "own")

    def _sections(self) -> dict[str, Section]:
        return {
            "kind": Section(tuple(self.kinds.values()), self, folded=False),
            "look": Section((self.dress,), self),
            "head": Section((self.heads,), self),
            "lanes": Section((self.lanes,), self),
            "pdf": Section((self.pdf,), self),
        }

    def _arrange(self) -> None:
        page = QWidget(self)
        column = QVBoxLayout(page)
        column.setContentsMargins(2, 0, 12, 8)
        column.setSpacing(8)
        _embolden(self.title)
        for part in (self.title, self.about, self.sheet, *self.sections.values()):
            column.addWidget(part)
        column.addStretch(1)
        self.about.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.about.setMinimumHeight(3 * self.fontMetrics().lineSpacing())
        self.setWidget(page)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFixedWidth(WIDTH)

    def _listen(self) -> None:
        self.dress.changed.connect(self._show_what_matters)
        for form in self._forms:
            form.changed.connect(self.changed)
        for changed in (self.sheet.changed, self.heads.changed, self.lanes.changed):
            changed.connect(self.changed)

    def retranslate(self) -> None:
        for form in (*self._forms, self.pdf):
            form.retranslate()
        for part in (self.sheet, self.heads, self.lanes):
            part.retranslate()
        for key, section in self.sections.items():
            section.set_title(say(f"section.{key}"))
        if self._kind:
            self.title.setText(options_say(f"kind.{self._kind}"))
            self.about.setText(options_say(f"kind.{self._kind}.about"))


def _options_form(options: type[Options], kind: str) -> OptionsForm[Options]:
    return OptionsForm(options, scope=kind, several={"kinds": kinds_of_a_pack()})


def kinds_of_a_pack() -> Offer:
    return Offer(tuple((name, _called(name)) for name in KINDS if name != "pack"), USUAL)


def _called(kind: str) -> Callable[[], str]:
    return lambda: options_say(f"kind.{kind}")


def _embolden(words: QLabel) -> None:
    font = words.font()
    font.setBold(True)
    font.setPointSizeF(font.pointSizeF() * 1.15)
    words.setFont(font)
