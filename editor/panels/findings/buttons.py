"""A button whose words may be longer than it is."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyle, QStyleOptionButton, QWidget

from editor import plain
from editor.appearance.icons import icon

_GAP = 4  # pixels that Qt's styles leave between icon and words


class ElidedButton(QPushButton):
    """It is content with less room than its words need, and then ends them in an ellipsis."""

    def __init__(self, drawing: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setIcon(icon(drawing))
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def offer(self, words: str, help_: str, *, enabled: bool) -> None:
        """Say what the button does now; `help_` stands in its tooltip."""
        self.setText(plain.menu_text(words))
        self.setAccessibleName(words)
        self.setToolTip(plain.tooltip(help_))
        self.setEnabled(enabled)

    def minimumSizeHint(self) -> QSize:
        return QSize(64, super().minimumSizeHint().height())

    def initStyleOption(self, option: QStyleOptionButton) -> None:
        super().initStyleOption(option)
        contents = self.style().subElementRect(QStyle.SubElement.SE_PushButtonContents, option, self)
        room = contents.width() - option.iconSize.width() - _GAP
        option.text = self.fontMetrics().elidedText(option.text, Qt.TextElideMode.ElideRight, room)
