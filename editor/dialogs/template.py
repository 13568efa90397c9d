"""“New map”: the templates as small drawings, the map's language and its title."""

import datetime

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QListView,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from editor.dialogs.sketch import sketch
from editor.plain import ENDLESS, label
from editor.speech import Speech, language
from editor.tasks.fresh import fresh
from model.document import Document
from model.layout.sheets import sheet
from model.storage.file import open_map
from resources.templates import TEMPLATES, place
from resources.words import LANGUAGES, words

say = Speech("files")

PICTURE = QSize(212, 150)
"""Pixels; an A4 sheet in landscape."""
_NAME = Qt.ItemDataRole.UserRole


class NewMap(QDialog):
    """Chosen with the arrow keys and Enter, or with a double click."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.templates = QListWidget(self)
        self.description = label(parent=self, wrap=True)
        self.title = QLineEdit(self)
        self.title.setMaxLength(ENDLESS)
        self.language = QComboBox(self)
        self._arrange(_buttons(self))
        self._name()
        self._fill()
        self.resize(3 * PICTURE.width() + 120, 2 * PICTURE.height() + 260)
        self.templates.setFocus()

    def document(self) -> Document:
        """The map as it was chosen, dated today."""
        template = open_map(place(self._template, self._language)).document
        return fresh(template, datetime.date.today().isoformat(), self.title.text().strip())

    @property
    def _template(self) -> str:
        return str(self.templates.currentItem().data(_NAME))

    @property
    def _language(self) -> str:
        return str(self.language.currentData())

    def _arrange(self, buttons: QDialogButtonBox) -> None:
        self.templates.setViewMode(QListView.ViewMode.IconMode)
        self.templates.setMovement(QListView.Movement.Static)
        self.templates.setResizeMode(QListView.ResizeMode.Adjust)
        self.templates.setIconSize(PICTURE)
        self.templates.setSpacing(6)
        self.description.setMinimumHeight(2 * self.fontMetrics().lineSpacing())
        self.description.setAlignment(Qt.AlignmentFlag.AlignTop)
        form = QFormLayout()
        form.addRow(say("map_title"), self.title)
        form.addRow(say("map_language"), self.language)
        layout = QVBoxLayout(self)
        layout.setSpacing(12)
        layout.addWidget(self.templates, 1)
        layout.addWidget(self.description)
        layout.addLayout(form)
        layout.addWidget(buttons)

    def _name(self) -> None:
        self.setWindowTitle(say("new_title"))
        self.templates.setAccessibleName(say("templates"))
        self.title.setPlaceholderText(say("map_title_hint"))

    def _fill(self) -> None:
        for code in LANGUAGES:
            self.language.addItem(say(f"language.{code}"), code)
        self.language.setCurrentIndex(LANGUAGES.index(language()))
        for name in TEMPLATES:
            item = QListWidgetItem(self.templates)
            item.setData(_NAME, name)
        self._tell()
        self.templates.currentRowChanged.connect(self._describe)
        self.templates.itemActivated.connect(self.accept)
        self.language.currentIndexChanged.connect(self._tell)
        self.templates.setCurrentRow(0)

    def _tell(self) -> None:
        """The drawings are those of the map's language; what is said about them is in the program's."""
        titles = words("templates", language())
        for row, name in enumerate(TEMPLATES):
            item = self.templates.item(row)
            item.setText(titles(f"{name}.title"))
            item.setData(Qt.ItemDataRole.AccessibleDescriptionRole, titles(f"{name}.description"))
            item.setIcon(self._picture(name))

    def _picture(self, name: str) -> QIcon:
        document = open_map(place(name, self._language)).document
        picture = sketch(document, sheet("A4"), PICTURE, self.devicePixelRatioF())
        icon = QIcon()
        icon.addPixmap(picture)
        icon.addPixmap(picture, QIcon.Mode.Selected)  # or Qt would tint it
        return icon

    def _describe(self) -> None:
        self.description.setText(words("templates", language())(f"{self._template}.description"))


def ask_for_map(parent: QWidget) -> Document | None:
    """A new map; None where the question was left."""
    dialog = NewMap(parent)
    done = dialog.exec() == QDialog.DialogCode.Accepted
    document = dialog.document() if done else None
    dialog.deleteLater()
    return document


def _buttons(dialog: QDialog) -> QDialogButtonBox:
    buttons = QDialogButtonBox(dialog)
    buttons.addButton(say("create"), QDialogButtonBox.ButtonRole.AcceptRole).setDefault(True)
    buttons.addButton(say("cancel"), QDialogButtonBox.ButtonRole.RejectRole)
    buttons.accepted.connect(dialog.accept)
    buttons.rejected.connect(dialog.reject)
    return buttons
