"""Two maps side by side, with frames round what differs and a list that says it in words."""

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QEvent, QSize, Qt, QTimer
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QLabel, QSplitter, QVBoxLayout, QWidget

from editor.dialogs.differing import Differing
from editor.dialogs.miniature import Miniature
from editor.dialogs.sight import Frames, Sight, frames, sight
from editor.plain import label, one_line, window_title
from editor.speech import Speech
from editor.tasks.line import plain
from editor.working import Working
from model.compare import sentences
from model.compare.comparing import compare, unknown_differs
from model.compare.difference import Difference
from model.document import Document

say = Speech("history")

Named = tuple[str, Document]
_SIZE = QSize(1180, 660)
_BREATH = 20  # milliseconds between two parts of what is shown


class Compared(NamedTuple):
    """Two maps, drawn, what differs and where. `aside`: whether they differ in what this version does not know."""

    before: Sight
    after: Sight
    differences: tuple[Difference, ...]
    aside: bool
    frames_before: Frames
    frames_after: Frames


def compared(before: Document, after: Document) -> Compared:
    """Draws and compares; for a thread of its own."""
    one, other, found = sight(before), sight(after), compare(before, after)
    # Of several differences of a record the first one says most.
    gone = {each.record: each.sort for each in reversed(found) if each.before is not None}
    come = {each.record: each.sort for each in reversed(found) if each.after is not None}
    return Compared(one, other, found, unknown_differs(before, after), frames(one, gone), frames(other, come))


def differences(before: Document | None, after: Document, language: str) -> list[str]:
    """What differs, each a line of plain text in the order of the journey; without `before` all that `after` holds."""
    return [plain(each) for each in sentences.differences(before, after, language)]


class Comparing(QWidget):
    """The first map is the one that the other was made from, as far as there is such an order. Both pictures are
    looked at alike; choosing a line looks at what it is about."""

    def __init__(self, one: Named, other: Named, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.names = tuple(label(one_line(name), self) for name, _ in (one, other))
        self.pictures = Miniature(None, self), Miniature(None, self)
        self.summary = label(parent=self, wrap=True)
        self.list = Differing(self)
        self._found: Compared | None = None
        self._soon = QTimer(self, interval=_BREATH, singleShot=True)
        self._documents = one[1], other[1]
        self._arrange()
        self._listen()
        self.retranslate()
        self._working = Working(partial(compared, *self._documents), self)
        self._working.done.connect(self._show_first)

    @property
    def found(self) -> Compared | None:
        """What came out, once it has."""
        return self._found

    def retranslate(self) -> None:
        self.list.setAccessibleName(say("differences"))
        self._tell()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _arrange(self) -> None:
        above, below = QWidget(self), QWidget(self)
        grid = QGridLayout(above)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        for column, (name, picture) in enumerate(zip(self.names, self.pictures, strict=True)):
            embolden(name)
            grid.addWidget(name, 0, column)
            grid.addWidget(picture, 1, column)
            grid.setColumnStretch(column, 1)
        grid.setRowStretch(1, 1)
        lines = QVBoxLayout(below)
        lines.setContentsMargins(0, 6, 0, 0)
        lines.addWidget(self.summary)
        lines.addWidget(self.list, 1)
        _stack(self, above, below)

    def _listen(self) -> None:
        first, second = self.pictures
        for picture in self.pictures:
            picture.wait()
        first.looked.connect(second.look)
        second.looked.connect(first.look)
        self.list.pointed.connect(self._point)

    # One after the other, so that a large map is never in the way of whoever wants to leave.

    def _show_first(self) -> None:
        found = self._working.result()
        self.pictures[0].show_sight(found.before, found.frames_before)
        self._soon.timeout.connect(self._show_second)
        self._soon.start()

    def _show_second(self) -> None:
        found = self._working.result()
        self.pictures[1].show_sight(found.after, found.frames_after)
        self._soon.timeout.disconnect(self._show_second)
        self._soon.timeout.connect(self._show_list)
        self._soon.start()

    def _show_list(self) -> None:
        self._found = self._working.result()
        self._tell()

    def _tell(self) -> None:
        if self._found is None:
            self.summary.setText(say("comparing"))
            return
        self.summary.setText(summary(self._found.differences, aside=self._found.aside))
        self.list.rows.fill(*self._documents, self._found.differences)
        self.list.setVisible(bool(self._found.differences))

    def _point(self, difference: Difference | None) -> None:
        key = difference.record if difference is not None else None
        seen = [picture.point_at(key) for picture in self.pictures]
        if any(seen) and not all(seen):
            there, other = self.pictures if seen[0] else reversed(self.pictures)
            other.look(there.outlook)


def summary(differences: Sequence[Difference], *, aside: bool, about: str = "differing") -> str:
    """How many things differ, in a sentence. `about`: `differing` for two maps, `since` for a map and what it was."""
    if differences:
        return say(about, count=len(differences), number=say.number(len(differences)))
    return say(f"{about}.aside" if aside else f"{about}.none")


class Comparison(QDialog):
    """The comparison as a window of its own."""

    def __init__(self, parent: QWidget | None, title: str, one: Named, other: Named) -> None:
        super().__init__(parent)
        self.setWindowTitle(window_title(title))
        self.comparing = Comparing(one, other, self)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setSpacing(12)
        layout.addWidget(self.comparing, 1)
        layout.addWidget(buttons)
        self.resize(_SIZE.boundedTo(self.screen().availableSize() * 0.95))
        self.comparing.list.setFocus()


def show_comparison(parent: QWidget | None, title: str, one: Named, other: Named) -> None:
    """Two maps with their names (words of a user) in a window that is closed again."""
    dialog = Comparison(parent, title, one, other)
    dialog.exec()
    dialog.deleteLater()


def embolden(words: QLabel) -> None:
    """In the same type, but bold."""
    font = words.font()
    font.setBold(True)
    words.setFont(font)


def _stack(whole: QWidget, above: QWidget, below: QWidget) -> None:
    """Two parts with a border that can be moved; the upper one gets what is to spare."""
    splitter = QSplitter(Qt.Orientation.Vertical, whole)
    splitter.setChildrenCollapsible(False)
    for part, share in ((above, 3), (below, 2)):
        splitter.addWidget(part)
        splitter.setStretchFactor(splitter.count() - 1, share)
    layout = QVBoxLayout(whole)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(splitter)
