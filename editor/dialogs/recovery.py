"""Maps that a window left behind when it was torn away: what they look like, and what would be lost without them."""

from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from editor import plain
from editor.dialogs.comparing import differences
from editor.dialogs.miniature import Miniature
from editor.dialogs.version_list import moment
from editor.speech import Speech, language
from model.storage.journal import Disk, Left
from model.storage.sentences import fault_sentence
from model.storage.system_errors import shown

_say = Speech("recovery")
_PICTURE = QSize(460, 250)
_MOST = 500
"""Lines that are listed: nobody reads more, and a window should open at once."""


class Answer(StrEnum):
    OPEN = "open"
    LATER = "later"
    DROP = "drop"


class Recovery(QDialog):
    """`chosen` is the map the answer is about. Escape and the cross mean later."""

    def __init__(self, parent: QWidget, left: Sequence[Left]) -> None:
        super().__init__(parent)
        self._left = left
        self.answer = Answer.LATER
        self.maps = QListWidget(self)
        self.facts = plain.label(parent=self, wrap=True)
        self.losses = QPlainTextEdit(self)
        self._picture: Miniature | None = None
        self._buttons = QDialogButtonBox(self)
        self._arrange()
        self._fill()
        self.resize(920 if len(left) > 1 else 640, 620)

    @property
    def chosen(self) -> Left:
        return self._left[max(0, self.maps.currentRow())]

    def _arrange(self) -> None:
        count = len(self._left)
        self.setWindowTitle(_say("title", count=count))
        self.maps.setAccessibleName(_say("title", count=count))
        self.maps.setVisible(count > 1)
        self.maps.setMaximumWidth(280)
        self.maps.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)  # long titles are cut short
        self.losses.setReadOnly(True)
        self.losses.setTabChangesFocus(True)
        self.losses.setAccessibleName(_say("losses"))
        self._side = QVBoxLayout()
        self._side.setSpacing(12)
        self._side.addWidget(self.facts)
        self._side.addWidget(plain.label(_say("losses"), self))
        self._side.addWidget(self.losses, 1)
        middle = QHBoxLayout()
        middle.addWidget(self.maps)
        middle.addLayout(self._side, 1)
        layout = QVBoxLayout(self)
        layout.setSpacing(12)
        layout.addWidget(plain.label(_say("intro", count=count), self, wrap=True))
        layout.addLayout(middle, 1)
        layout.addWidget(self._buttons)
        self._add_button(_say("open"), QDialogButtonBox.ButtonRole.AcceptRole, self._open).setDefault(True)
        self._add_button(_say("later"), QDialogButtonBox.ButtonRole.RejectRole, self.reject)
        self._add_button(_say("drop"), QDialogButtonBox.ButtonRole.DestructiveRole, self._drop)

    def _add_button(self, words: str, role: QDialogButtonBox.ButtonRole, act: object) -> QPushButton:
        button = self._buttons.addButton(words, role)
        button.clicked.connect(act)
        return button

    def _fill(self) -> None:
        for each in self._left:
            item = QListWidgetItem(f"{plain.one_line(_title(each))}\n{moment(each.when)}", self.maps)
            item.setData(Qt.ItemDataRole.ToolTipRole, plain.tooltip(_title(each)))
        self.maps.currentRowChanged.connect(self._show_chosen)
        self.maps.setCurrentRow(0)

    def _show_chosen(self) -> None:
        left = self.chosen
        self.facts.setText("\n".join(_facts(left)))
        self.losses.setPlainText("\n".join(losses(left)))
        if self._picture is not None:
            self._side.removeWidget(self._picture)
            self._picture.deleteLater()
        self._picture = Miniature(left.replayed.document, self)
        self._picture.setMinimumSize(_PICTURE)
        self._side.insertWidget(0, self._picture, 2)

    def _open(self) -> None:
        self.answer = Answer.OPEN
        self.accept()

    def _drop(self) -> None:
        self.answer = Answer.DROP
        self.accept()


def losses(left: Left) -> list[str]:
    """What stands in a map that was left and nowhere else, in words; what had to be mended in it first."""
    lines = unplaced(left) + differences(left.saved, left.replayed.document, language())
    more = len(lines) - _MOST
    return lines if more <= 0 else [*lines[:_MOST], _say("more", count=more)]


def unplaced(left: Left) -> list[str]:
    """What no map could take as it stood, in words."""
    replayed = left.replayed
    lines = [_say("typed", text=plain.one_line(each.text)) for each in replayed.typed]
    lines += [fault_sentence(fault, language()) for fault in replayed.faults]
    return lines + ([_say("torn", count=replayed.torn)] if replayed.torn else [])


def _facts(left: Left) -> list[str]:
    path = shown(left.path) if left.path is not None else ""
    return [
        _title(left),
        _say("when", when=moment(left.when)),
        _say(f"disk.{left.disk}", file=path) if left.disk is not Disk.NEVER else _say("disk.never"),
    ]


def _title(left: Left) -> str:
    return left.replayed.document.map.title or left.replayed.head.name or _say("untitled")
