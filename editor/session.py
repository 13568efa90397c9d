"""What is open in the window: the map, its place on the disk, what was done to it, what is selected, its drawing."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import msgspec
from PySide6.QtCore import QObject, Signal

from editor.drawing import Drawing
from editor.history import History
from editor.speech import Speech
from model.change import Change
from model.document import Document
from model.layout.sheets import Sheet
from model.layout.view import View
from model.records import Card, Emotion, Id
from model.refusal import Refused

_steps = Speech("steps")
_refusals = Speech("refusals")

Operation = Callable[..., Change]


class Origin(msgspec.Struct, frozen=True):
    """Where the open map lies on the disk, and the digest of the bytes that were read or written there last.

    Without a path it was never saved; `name` is then what to suggest. `read_only`: it is here to be looked at, because
    a newer program wrote it or somebody else has it.
    """

    name: str
    path: Path | None = None
    digest: str | None = None
    read_only: bool = False


class Session(QObject):
    """One open map. Everything that shows it listens here, and everything that changes it goes through `do`.

    `changed` carries the Change, once the drawing is up to date. `cell` is the lane and step of the cell the keyboard
    stands in; it is kept while nothing is selected. `settling`: something else is about to be done to the map, and
    whoever is at something of his own ends that. `pended`: what somebody types and the map cannot take yet.
    `parted`: the map stands nowhere but here.
    """

    settling = Signal()
    replaced = Signal()
    changed = Signal(object)
    redrawn = Signal()
    selection_changed = Signal()
    renamed = Signal()
    parted = Signal()
    told = Signal(str)
    refused = Signal(str)
    pended = Signal(str, str, str)

    def __init__(self, document: Document, origin: Origin, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.undo_stack = History(self.apply, self)
        self._open(document, origin)

    def _open(self, document: Document, origin: Origin, sheet: Sheet | None = None) -> None:
        # First what may fail, last what others hear of: nobody sees one map in the drawing of another.
        self.drawing = Drawing(document, origin.name, sheet)
        self.document = document
        self.origin = origin
        self.selection: tuple[Id, ...] = ()
        self.cell: tuple[Id, Id] | None = None
        self._sorted: tuple[tuple[Id, ...], dict[type[Any], list[Id]]] = (), {}
        self._draft = Change()
        self.undo_stack.forget()

    def replace(self, document: Document, origin: Origin, *, unsaved: bool = False) -> None:
        """Open another map in place of this one; what was not saved of this one is gone.

        `unsaved`: what is opened is itself not on the disk as it stands here, as with a repaired map.
        """
        self.settle()  # a field that loses the focus by this has nothing left to hand over to the other map
        self._open(document, origin, self.drawing.sheet)
        if unsaved:
            self.undo_stack.resetClean()
        self.replaced.emit()
        self.redrawn.emit()
        self.selection_changed.emit()

    # Saying

    def tell(self, sentence: str) -> None:
        """Say something in the status line."""
        self.told.emit(sentence)

    def refuse(self, refused: Refused) -> None:
        """Say why an operation did nothing. `refused` goes ahead of `told`, with the same sentence."""
        sentence = _refusals(refused.code, **refused.details)
        self.refused.emit(sentence)
        self.tell(sentence)

    # Changing

    def do(self, name: str, operation: Operation, *args: Any, **members: Any) -> Change | None:
        """Run an operation as one undo step called by the words `name`; None where it refused, empty where nothing
        was to be done."""
        self.settle()
        change = self._asked(operation, *args, **members)
        if change is not None:
            self.push(name, change)
        return change

    def _asked(self, operation: Operation, *args: Any, **members: Any) -> Change | None:
        """What an operation would change; None, and a sentence, where it refuses or the map is only to be looked at."""
        try:
            change = operation(self.document, *args, **members)
        except Refused as refused:
            self.refuse(refused)
            return None
        return change if not change or self.may_change() else None

    def may_change(self) -> bool:
        """Whether the map is here to be worked at; says so where it is not."""
        if self.origin.read_only:
            self.refuse(Refused("read_only"))
        return not self.origin.read_only

    def push(self, name: str, change: Change) -> None:
        """Make a change, as one undo step."""
        if change:
            self.tell(self.undo_stack.record(name, change).words)

    def undo(self) -> None:
        """Take the last step back; what is being written counts as done."""
        self.settle()
        step = self.undo_stack.take_back()
        if step is not None:
            self._show_what_changed(step.change.inverse())
            self.tell(_steps("undone", step=step.words))

    def redo(self) -> None:
        """Do what was taken back."""
        self.settle()
        step = self.undo_stack.do_again()
        if step is not None:
            self._show_what_changed(step.change)
            self.tell(_steps("redone", step=step.words))

    def apply(self, change: Change) -> None:
        """Make a change without an undo step of its own: for those steps, and for drafts."""
        self.document.apply(change)
        self.drawing.follow(change, still=self._typing(change))
        self._forget_gone(change)
        self.changed.emit(change)
        self.redrawn.emit()

    def _forget_gone(self, change: Change) -> None:
        gone = change.removed.keys()
        if self.cell is not None and not gone.isdisjoint(self.cell):
            self.cell = None
        if not gone.isdisjoint(self.selection):
            self.select(key for key in self.selection if key not in gone)

    def _show_what_changed(self, change: Change) -> None:
        changed = change.afters
        shown = [key for key, record in changed.items() if isinstance(record, Card | Emotion)] or list(changed)
        self.select(key for key in shown if self.drawing.places.spots(key))

    def settle(self) -> None:
        """End what anybody is at, and keep it."""
        self.settling.emit()
        self.settle_draft()

    # Drafts: what is being typed is on the map already, and becomes one step once it is done

    @property
    def drafting(self) -> bool:
        """Whether something is being typed."""
        return bool(self._draft)

    def _typing(self, change: Change) -> bool:
        """Whether a letter was typed on a sheet, where it could change the size of all others."""
        return bool(self._draft) and self.drawing.sheet is not None and not (change.added or change.removed)

    def draft(self, operation: Operation, *args: Any, **members: Any) -> Change | None:
        """Change the map as a part of the step that `settle_draft` makes. None where the operation refused."""
        change = self._asked(operation, *args, **members)
        if change:
            before, self._draft = self._draft, self._draft.then(change)
            try:
                self.apply(change)
            except Exception:  # it was not made: no step may hold it
                self._draft = before
                raise
        return change

    def pending(self, key: Id, member: str, text: str) -> None:
        """Somebody types this for a member of a record, which cannot take it as it is; empty: nothing any more."""
        self.pended.emit(key, member, text)

    def settle_draft(self, name: str = "write") -> None:
        """Make one step of what was drafted."""
        draft, self._draft = self._draft, Change()
        if draft:
            self.drawing.catch_up()
            self.tell(self.undo_stack.record(name, draft, made=True).words)
            self.redrawn.emit()

    def drop_draft(self) -> None:
        """Leave everything as it was before the draft."""
        draft, self._draft = self._draft, Change()
        if draft:
            self.apply(draft.inverse())

    # Selecting

    def select(self, keys: Iterable[Id]) -> None:
        """Select these records and no others; the last one is the current one."""
        chosen = tuple(dict.fromkeys(key for key in keys if key in self.document.records))
        if chosen:
            self.cell = None
        if chosen != self.selection:
            self.selection = chosen
        self.selection_changed.emit()

    def toggle(self, key: Id) -> None:
        """Take a record into the selection, or out of it."""
        others = [other for other in self.selection if other != key]
        self.select(others if key in self.selection else (*others, key))

    def stand_in(self, cell: tuple[Id, Id] | None) -> None:
        """Stand in a cell, with nothing selected."""
        self.selection, self.cell = (), cell
        self.selection_changed.emit()

    @property
    def current(self) -> Id | None:
        """The record selected last."""
        return self.selection[-1] if self.selection else None

    def selected(self, kind: type[Any]) -> tuple[Id, ...]:
        """The selected records of a kind."""
        selection, by_kind = self._sorted
        if selection is not self.selection:  # every command of the menus asks, for each of ten thousand cards
            by_kind = defaultdict(list)
            for key in self.selection:
                by_kind[type(self.document.records.get(key))].append(key)
            self._sorted = self.selection, by_kind
        return tuple(by_kind.get(kind, ()))

    # Drawing and saving

    def show(self, *, view: View | None = None, sheet: Sheet | None = None) -> None:
        """Another view, another sheet; without a sheet the free drawing."""
        self.drawing.show(view=view, sheet=sheet)
        self.redrawn.emit()
        self.selection_changed.emit()

    @property
    def unsaved(self) -> bool:
        """Whether there is something that is not on the disk."""
        return bool(self._draft) or not self.undo_stack.isClean()

    def saved(self, origin: Origin, *, certain: bool = True) -> None:
        """The map is on the disk as it is now; not `certain`: it is in its place, and the disk has not said that it
        keeps it, so it counts as unsaved."""
        self.origin = origin
        self.drawing.rename(origin.name)
        if certain:
            self.undo_stack.setClean()
        else:
            self.undo_stack.resetClean()
        self.renamed.emit()
        self.redrawn.emit()

    def part(self) -> None:
        """The file does not hold the map any more: it counts as unsaved until it is saved again."""
        self.undo_stack.resetClean()
        self.parted.emit()
