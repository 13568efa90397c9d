"""What was done to the open map, step by step: every step is a Change, and taking one back is its inverse."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QUndoCommand, QUndoStack

from editor.speech import Speech
from model.change import Change

_say = Speech("steps")

Apply = Callable[[Change], None]


class Step(QUndoCommand):
    """The one undo command there is; its change has happened already when it is recorded."""

    def __init__(self, apply: Apply, name: str, change: Change) -> None:
        super().__init__(_say(name))
        self._apply, self.name, self.change, self._made = apply, name, change, True

    @property
    def words(self) -> str:
        """What the step is called in the language of the moment."""
        return _say(self.name)

    def redo(self) -> None:
        if self._made:
            self._made = False
        else:
            self._apply(self.change)

    def undo(self) -> None:
        self._apply(self.change.inverse())


class History(QUndoStack):
    """The steps of one map, and which of them are done. `apply` makes a change."""

    def __init__(self, apply: Apply, parent: QObject) -> None:
        super().__init__(parent)
        self._apply = apply
        self._steps: list[Step] = []

    def record(self, name: str, change: Change, *, made: bool = False) -> Step:
        """Make a change as a step called by the words `name` of room `steps`; what was taken back before is gone."""
        if not made:
            self._apply(change)  # first: what raises leaves no step, where it would fail each time it is taken back
        step = Step(self._apply, name, change)
        del self._steps[self.index() :]
        self._steps.append(step)
        self.push(step)
        return step

    def take_back(self) -> Step | None:
        """Undo the last step; None where there is none."""
        step = self._steps[self.index() - 1] if self.canUndo() else None
        self.undo()
        return step

    def do_again(self) -> Step | None:
        """Redo the step that was taken back last; None where there is none."""
        step = self._steps[self.index()] if self.canRedo() else None
        self.redo()
        return step

    def forget(self) -> None:
        """Begin anew, as with another map."""
        self._steps.clear()
        self.clear()

    def retranslate(self) -> None:
        """Put the names of the steps in the language of the moment."""
        for step in self._steps:
            step.setText(step.words)
