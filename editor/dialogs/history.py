"""“Earlier versions”: what a map was like, by day and time, and what has changed since."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QSize, Qt, QTimer
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QMessageBox,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from editor.dialogs.comparing import Compared, compared, embolden, show_comparison, summary
from editor.dialogs.differing import Differing
from editor.dialogs.miniature import Miniature
from editor.dialogs.version_list import VersionList, moment
from editor.plain import label, message, one_line
from editor.speech import Speech, language
from editor.working import Working
from model.compare.difference import Difference
from model.document import Document
from model.storage.faults import StorageError
from model.storage.history import History
from model.storage.kept import Version
from model.storage.sentences import error_sentence

say = Speech("history")

_SIZE, _LIST = QSize(1120, 680), 300
_SOON = 60  # milliseconds: who walks through the list with the arrow keys is not waited for at each line


class Versions(QDialog):
    """`versions`: at least one, the latest first. `now`: the map they are of; None where each is of another one.
    Accepted: the chosen one is to be opened."""

    def __init__(
        self, parent: QWidget | None, history: History, versions: Sequence[Version], now: Document | None
    ) -> None:
        super().__init__(parent)
        self._history, self._now = history, now
        self.found: Compared | None = None
        self.versions = VersionList(versions, self)
        self.intro, self.facts, self.summary = (label(parent=self, wrap=True) for _ in range(3))
        self.picture = Miniature(None, self)
        self.list = Differing(self)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        self.as_copy = self._button(QDialogButtonBox.ButtonRole.AcceptRole)
        self.beside = self._button(QDialogButtonBox.ButtonRole.ActionRole)
        self._working: Working[Compared] | None = None
        self._soon = QTimer(self, interval=_SOON, singleShot=True)
        self._arrange()
        self._listen()
        self.retranslate()
        self.resize(_SIZE.boundedTo(self.screen().availableSize() * 0.95))
        self._choose()
        self.versions.setFocus()

    @property
    def version(self) -> Version:
        """The one that is chosen."""
        return self.versions.version

    # Looking at one

    def _choose(self) -> None:
        """Another one: what is shown is not of it any more."""
        self._forget_found()
        self.facts.setText(say("version", moment=moment(self.version.when), why=say(f"why.{self.version.why}")))
        self.summary.setText("")
        self.picture.wait()
        self._soon.start()

    def _forget_found(self) -> None:
        if self._working is not None:
            self._working.drop()
        self.found = self._working = None
        self.list.hide()
        for button in (self.as_copy, self.beside):
            button.setEnabled(False)

    def _examine(self) -> None:
        self._working = Working(partial(_examined, self._history, self.version, self._now), self)
        self._working.done.connect(self._show)

    def _show(self) -> None:
        assert self._working is not None  # it is what says that it is done
        try:
            found = self.found = self._working.result()
        except StorageError as error:
            self.picture.show_document(None)
            self.summary.setText(error_sentence(error, language()))
            return
        self.picture.show_sight(found.before, found.frames_before)
        self.summary.setText(self._summary(found))
        self.list.rows.fill(found.before.document, found.after.document, found.differences)
        self.list.setVisible(bool(found.differences))
        for button in (self.as_copy, self.beside):
            button.setEnabled(True)

    def _summary(self, found: Compared) -> str:
        if self._now is not None:
            return summary(found.differences, aside=found.aside, about="since")
        return one_line(found.before.document.map.title) or say("untitled")

    def _point(self, difference: Difference | None) -> None:
        self.picture.point_at(difference.record if difference is not None else None)

    def _compare(self) -> None:
        if self.found is not None and self._now is not None:
            then, now = say("then", moment=moment(self.version.when)), say("now")
            show_comparison(self, say("beside"), (then, self.found.before.document), (now, self._now))

    # Building

    def _button(self, role: QDialogButtonBox.ButtonRole) -> QPushButton:
        button = QPushButton(self)
        self.buttons.addButton(button, role)
        return button

    def _arrange(self) -> None:
        splitter = QSplitter(Qt.Orientation.Horizontal, self)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self.versions)
        splitter.addWidget(self._side())
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([_LIST, _SIZE.width() - _LIST])
        layout = QVBoxLayout(self)
        layout.setSpacing(12)
        layout.addWidget(self.intro)
        layout.addWidget(splitter, 1)
        layout.addWidget(self.buttons)

    def _side(self) -> QWidget:
        side = QWidget(self)
        column = QVBoxLayout(side)
        column.setContentsMargins(8, 0, 0, 0)
        column.setSpacing(8)
        embolden(self.facts)
        for part, share in ((self.facts, 0), (self.picture, 3), (self.summary, 0), (self.list, 2)):
            column.addWidget(part, share)
        return side

    def _listen(self) -> None:
        self.intro.setVisible(self._now is None)
        self.beside.setVisible(self._now is not None)
        self.versions.currentItemChanged.connect(self._choose)
        self.list.pointed.connect(self._point)
        self.beside.clicked.connect(self._compare)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self._soon.timeout.connect(self._examine)
        self.as_copy.setDefault(True)

    def retranslate(self) -> None:
        self.setWindowTitle(say("title"))
        self.intro.setText(say("others"))
        self.list.setAccessibleName(say("differences"))
        self.as_copy.setText(say("open"))
        self.beside.setText(say("beside_dots"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
            self._choose()


def choose_version(
    parent: QWidget | None,
    history: History,
    versions: Sequence[Version],
    now: Document,
    others: Sequence[Version] = (),
) -> tuple[Version, Document] | None:
    """A version that is to be opened, and its map; None where the question was left. `versions` as `Versions` has
    them; where there are none yet, `others` of other maps, and where there are none of those, that is said."""
    if not versions and not others:
        _say_none(parent)
        return None
    dialog = Versions(parent, history, versions or others, now if versions else None)
    agreed = dialog.exec() == QDialog.DialogCode.Accepted and dialog.found is not None
    chosen = (dialog.version, dialog.found.before.document) if agreed and dialog.found is not None else None
    dialog.deleteLater()
    return chosen


def _examined(history: History, version: Version, now: Document | None) -> Compared:
    then = history.read(version)
    return compared(then, now if now is not None else then)


def _say_none(parent: QWidget | None) -> None:
    box = message(QMessageBox.Icon.Information, say("title"), say("empty"), say("empty_more"), parent=parent)
    box.exec()
    box.deleteLater()
