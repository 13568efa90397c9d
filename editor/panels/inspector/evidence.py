"""What supports a card: a list of figures, quotes, observations and assumptions, each with its source."""

from typing import Any

import msgspec
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from editor import plain
from editor.appearance.icons import icon
from editor.panels.inspector.choices import Choice
from editor.panels.inspector.editor import SEVERAL, Editor
from editor.panels.inspector.focus import come_before
from editor.panels.inspector.names import evidence_kinds
from editor.panels.inspector.texts import Line, Lines
from editor.panels.inspector.typed import Typed, say
from editor.panels.inspector.ways import name_button, remove_button
from editor.session import Session
from model.records import Evidence, EvidenceKind, Id


class Support(Editor):
    """The evidence of a card, one below the other. Where cards differ, it stands on each of them alone."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.items: list[Item] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(6)
        self.several = plain.label("", self, wrap=True)
        self.add = QPushButton(icon("plus"), "", self)
        self.add.clicked.connect(self._add)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.several)
        whole.addLayout(self._list)
        whole.addWidget(self.add)
        self.setFocusProxy(self.add)

    def take(self, ids: tuple[Id, ...], value: Any) -> None:
        # Each piece looks itself after what is being typed in it.
        self.ids, self.value = ids, value
        shown = () if self.value is SEVERAL else self.value
        self.several.setVisible(self.value is SEVERAL)
        self.add.setVisible(self.value is not SEVERAL)
        while len(self.items) < len(shown):
            self._add_item()
        for at, item in enumerate(self.items):
            item.setVisible(at < len(shown))
            if at < len(shown):
                item.take(self.ids, shown[at])

    def show_value(self) -> None:
        self.take(self.ids, self.value)
        for item in self.items:
            item.show_value()

    @property
    def pending(self) -> bool:
        return any(item.pending for item in self.items)

    def commit(self) -> None:
        for item in self.items:
            item.commit()

    def retranslate(self) -> None:
        self.several.setText(say("several_evidence"))
        self.add.setText(say("add_evidence"))
        for item in self.items:
            item.retranslate()

    def _add_item(self) -> None:
        item = Item(len(self.items), self.session, self)
        item.changed.connect(self._change)
        item.drafted.connect(self._draft)
        item.dropped.connect(self._drop)
        item.restored.connect(self.restored)
        self.items.append(item)
        self._list.addWidget(item)
        come_before(self.add, *item.stops)
        item.take(self.ids, self.value[len(self.items) - 1])
        item.retranslate()

    def _change(self, at: int, evidence: Evidence) -> None:
        self.entered.emit(self._with(at, evidence))

    def _draft(self, at: int, evidence: Evidence) -> None:
        self.drafted.emit(self._with(at, evidence))

    def _with(self, at: int, evidence: Evidence) -> tuple[Evidence, ...]:
        return (*self.value[:at], evidence, *self.value[at + 1 :])

    def _drop(self, at: int) -> None:
        self.commit()
        self.entered.emit((*self.value[:at], *self.value[at + 1 :]))

    def _add(self) -> None:
        self.commit()
        self.entered.emit((*self.value, Evidence(kind=EvidenceKind.OBSERVATION)))
        if self.value is not SEVERAL and self.value:
            self.items[len(self.value) - 1].parts["text"].setFocus()


class Item(QFrame):
    """The piece of evidence at a place of the list. `changed` carries the place and what it is to be, `drafted` what it
    is to be for now."""

    changed = Signal(int, object)
    drafted = Signal(int, object)
    dropped = Signal(int)
    restored = Signal()

    def __init__(self, at: int, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._at = at
        self._evidence = Evidence(kind=EvidenceKind.OBSERVATION)
        self.parts: dict[str, Editor] = {
            "kind": Choice(evidence_kinds, session, self),
            "text": Lines(session, self),
            "source": Line(session, self),
        }
        for part, set_it in zip(self.parts.values(), (self._set_kind, self._set_text, self._set_source), strict=True):
            part.entered.connect(set_it)
            part.restored.connect(self.restored)
        self.parts["text"].drafted.connect(self._draft_text)
        self.parts["source"].drafted.connect(self._draft_source)
        self.drop = remove_button(self)
        self.drop.clicked.connect(self._ask_to_go)
        self._lay_out()

    def _lay_out(self) -> None:
        self.setFrameShape(QFrame.Shape.StyledPanel)
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(self.parts["kind"], 1)
        head.addWidget(self.drop)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(6, 6, 6, 6)
        whole.setSpacing(4)
        whole.addLayout(head)
        whole.addWidget(self.parts["text"])
        whole.addWidget(self.parts["source"])

    @property
    def stops(self) -> list[QWidget]:
        """What Tab goes through, in order."""
        kind, text, source = (part.focusProxy() or part for part in self.parts.values())
        return [kind, self.drop, text, source]

    def take(self, ids: tuple[Id, ...], evidence: Evidence) -> None:
        """Stand for this piece."""
        self._evidence = evidence
        for member, part in self.parts.items():
            part.take(ids, getattr(evidence, member))

    def show_value(self) -> None:
        """Show the piece as the map has it, and forget what was typed."""
        for part in self.parts.values():
            part.show_value()

    @property
    def pending(self) -> bool:
        return any(part.pending for part in self.parts.values())

    def commit(self) -> None:
        for part in self.parts.values():
            part.commit()

    def retranslate(self) -> None:
        for member, part in self.parts.items():
            name = say(f"evidence.{member}")
            if isinstance(part, Typed):
                # A piece has no room for labels.
                part.prompt = name
            part.retranslate()
            part.set_name(name)
        name_button(self.drop, say("evidence.remove"))

    def _set_kind(self, kind: EvidenceKind) -> None:
        self._change(kind=kind)

    def _set_text(self, text: str) -> None:
        self._change(text=text)

    def _set_source(self, source: str) -> None:
        self._change(source=source)

    def _change(self, **members: Any) -> None:
        self.changed.emit(self._at, msgspec.structs.replace(self._evidence, **members))

    def _draft_text(self, text: str) -> None:
        self.drafted.emit(self._at, msgspec.structs.replace(self._evidence, text=text))

    def _draft_source(self, source: str) -> None:
        self.drafted.emit(self._at, msgspec.structs.replace(self._evidence, source=source))

    def _ask_to_go(self) -> None:
        self.dropped.emit(self._at)
