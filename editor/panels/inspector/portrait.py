"""The picture of a card or a persona: chosen from a file, shown small, taken away again."""

from pathlib import Path

from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from editor import plain
from editor.appearance.icons import icon
from editor.canvas.painting.photographs import decoded
from editor.panels.inspector.editor import SEVERAL, Editor
from editor.panels.inspector.typed import say
from editor.session import Session
from model.operations.pictures import MOST_BYTES
from model.records import Asset, Id
from model.refusal import Refused

_SIDE = 120  # pixels of the longer side of a picture, as it is shown
_PATTERN = "(*.png *.jpg *.jpeg)"


class Portrait(Editor):
    """`entered` carries the bytes of a file, which nobody has looked at yet, or None."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._drawn: Id | None = None
        self.picture = plain.label("", self)
        self.choose = QPushButton(icon("image"), "", self)
        self.remove = QPushButton(icon("trash-2"), "", self)
        self.choose.clicked.connect(self._ask_for_file)
        self.remove.clicked.connect(self._remove)
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self.choose, 1)
        row.addWidget(self.remove)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.picture)
        whole.addLayout(row)
        self.setFocusProxy(self.choose)

    def show_value(self) -> None:
        asset = None if self.value is SEVERAL else self.session.document.get(Asset, self.value)
        self.remove.setVisible(asset is not None)
        self.picture.setVisible(asset is not None)
        if asset is not None and asset.id != self._drawn:
            self._draw(asset)

    def set_name(self, name: str) -> None:
        self.picture.setAccessibleName(name)

    def retranslate(self) -> None:
        self.choose.setText(say("picture.choose"))
        self.remove.setText(say("picture.remove"))
        if self._drawn is not None and self.picture.pixmap().isNull():
            self.picture.setText(say("picture.unreadable"))

    def _draw(self, asset: Asset) -> None:
        self._drawn = asset.id
        image = decoded(asset.data, round(_SIDE * self.devicePixelRatioF()))
        if image is None:
            self.picture.setText(say("picture.unreadable"))
            return
        image.setDevicePixelRatio(self.devicePixelRatioF())
        self.picture.setPixmap(QPixmap.fromImage(image))

    def _remove(self) -> None:
        self.entered.emit(None)

    def _ask_for_file(self) -> None:
        # Takes a while to load, and is wanted once in a while.
        from editor.dialogs.places import choose_file

        saved = self.session.origin.path
        folder = saved.parent if saved is not None else Path.home()
        kinds = [f"{say('picture.files')} {_PATTERN}"]
        file = choose_file(self.window(), say("picture.choose"), folder, kinds)
        if file is not None:
            self._read(file)

    def _read(self, path: Path) -> None:
        try:
            with path.open("rb") as file:
                data = file.read(MOST_BYTES + 1)
        except (OSError, ValueError):
            self.refused.emit(Refused("picture_unread", name=path.name))
        else:
            self.entered.emit(data)
