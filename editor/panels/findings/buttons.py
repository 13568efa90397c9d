"""A button whose words may be longer than it is."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyleOptionButton, QWidget

from editor import plain
from editor.appearance.icons import icon


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
        room = self.width() - self.iconSize().width() - 24
        option.text = self.fontMetrics().elidedText(option.text, Qt.TextElideMode.ElideRight, room)
