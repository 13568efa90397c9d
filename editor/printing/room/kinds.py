"""The kinds of paper, one below the other, each with its sign."""

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from editor.appearance.icons import icon
from editor.plain import tooltip
from editor.printing.room.glass import KEYS
from editor.speech import Speech
from model.handouts.kinds import KINDS

say = Speech("paper_options")
_room = Speech("printing")

ICONS = {
    "page": "file-text",
    "split": "columns-3",
    "poster": "maximize",
    "stages": "chevrons-right",
    "worksheet": "pencil",
    "cards": "scissors",
    "priorities": "target",
    "findings": "lightbulb",
    "report": "list",
    "pack": "layers",
}
_ICON, _LEAST = QSize(20, 20), 196
_NAME = Qt.ItemDataRole.UserRole


class Kinds(QListWidget):
    """One of them is always chosen; `chosen` says when it is another."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setIconSize(_ICON)
        self.setSpacing(1)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrap(True)
        for name in KINDS:
            item = QListWidgetItem(icon(ICONS.get(name, "file-text")), "", self)
            item.setData(_NAME, name)
        self.setCurrentRow(0)
        self.currentItemChanged.connect(self._choose)
        self.retranslate()

    @property
    def kind(self) -> str:
        return str(self.currentItem().data(_NAME))

    def put(self, kind: str) -> None:
        """Have one chosen, without telling."""
        with QSignalBlocker(self):
            self.choose(kind)

    def choose(self, kind: str) -> None:
        """Have one chosen, as if somebody had."""
        self.setCurrentRow([*KINDS].index(kind))

    def _choose(self) -> None:
        self.chosen.emit(self.kind)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of the desk stay the desk's: there are not so many kinds that one would turn pages of them."""
        event.ignore() if event.key() in KEYS else super().keyPressEvent(event)

    def retranslate(self) -> None:
        self.setAccessibleName(_room("kinds"))
        for row in range(self.count()):
            item = self.item(row)
            item.setText(say(f"kind.{item.data(_NAME)}"))
            item.setToolTip(tooltip(say(f"kind.{item.data(_NAME)}.about")))
        self._make_room()

    def _make_room(self) -> None:
        """For the longest name, in whatever type the desktop has."""
        self.ensurePolished()
        around = 2 * (self.frameWidth() + self.spacing()) + _ICON.width() // 2
        self.setFixedWidth(max(_LEAST, self.sizeHintForColumn(0) + around))
