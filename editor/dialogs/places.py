"""Choosing a file: one to open, or a place to write to, whose name always ends as its kind does."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QDialog, QFileDialog, QHeaderView, QLineEdit, QSplitter, QWidget

from editor.appearance.dialogs import dress
from editor.dialogs.questions import DESTROY, REJECT, Choice, ask
from editor.plain import window_title
from editor.speech import Speech

say = Speech("files")
SIZE = (880, 540)
SIDE = 150
"""Pixels for the list of places beside the files."""


class _FileDialog(QFileDialog):
    """Qt's own dialog and not the desktop's: it speaks the language of the program, and looks the same everywhere."""

    def __init__(self, parent: QWidget, title: str, folder: Path) -> None:
        super().__init__(parent, window_title(title), str(folder))
        self.setOption(QFileDialog.Option.DontUseNativeDialog)
        self.setViewMode(QFileDialog.ViewMode.Detail)
        self.resize(*SIZE)
        dress(self)
        self._make_room_for_names()

    def chosen(self) -> Path:
        """The file."""
        return Path(self.selectedFiles()[0])

    def _make_room_for_names(self) -> None:
        header = self.findChild(QHeaderView)
        if header is not None:
            header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
            header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        splitter = self.findChild(QSplitter)
        if splitter is not None:
            splitter.setSizes([SIDE, SIZE[0] - SIDE])


class PlaceDialog(_FileDialog):
    """Asks where to write. Before it takes the place of a file it asks, with that file's name as it stands.

    Qt's own question would show a file name as HTML, and a name such as “Peta 1.2” would stay without an ending.
    """

    def __init__(self, parent: QWidget, title: str, suggested: Path, ending: str, kind: str) -> None:
        super().__init__(parent, title, suggested.parent)
        self._ending = ending
        self._place = suggested
        self.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        self.setOption(QFileDialog.Option.DontConfirmOverwrite)
        self.setNameFilters([f"{kind} (*{ending})", f"{say('all_files')} (*)"])
        self.selectFile(suggested.name)

    def chosen(self) -> Path:
        return self._place

    def accept(self) -> None:
        name = self._name_edit.text().strip()
        if not name or _is_folder(self._at(name)):
            super().accept()  # Qt enters a folder
            return
        self._place = self._at(name if name.lower().endswith(self._ending) else name + self._ending)
        self._name_edit.setText(self._place.name)
        if self._may_replace(self._place):
            # Past Qt's own: it would go by what is marked in the list, which may be another file.
            QDialog.accept(self)

    def _at(self, name: str) -> Path:
        return Path(self.directory().absolutePath(), name)

    @property
    def _name_edit(self) -> QLineEdit:
        found = self.findChild(QLineEdit, "fileNameEdit")
        assert found is not None  # Qt's name for it since 4.0
        return found

    def _may_replace(self, place: Path) -> bool:
        if not _is_there(place):
            return True
        choices = (Choice("replace", say("replace"), DESTROY), Choice("", say("cancel"), REJECT))
        text = say("is_there", file=place.name)
        return ask(self, self.windowTitle(), text, say("is_there_more"), choices) == "replace"


def choose_place(parent: QWidget, title: str, suggested: Path, ending: str, kind: str) -> Path | None:
    """Where to write a file; None where the question was left."""
    return _asked(PlaceDialog(parent, title, suggested, ending, kind))


def choose_file(parent: QWidget, title: str, folder: Path, kinds: Sequence[str]) -> Path | None:
    """A file to open; None where the question was left. `kinds`: filters as Qt writes them."""
    dialog = _FileDialog(parent, title, folder)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilters(kinds)
    return _asked(dialog)


def choose_files(parent: QWidget, title: str, folder: Path, kinds: Sequence[str]) -> list[Path]:
    """Files to read together; none where the question was left. `kinds`: filters as Qt writes them."""
    dialog = _FileDialog(parent, title, folder)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    dialog.setNameFilters(kinds)
    done = dialog.exec() == QDialog.DialogCode.Accepted
    chosen = [Path(each) for each in dialog.selectedFiles()] if done else []
    dialog.deleteLater()
    return chosen


def _asked(dialog: _FileDialog) -> Path | None:
    done = dialog.exec() == QDialog.DialogCode.Accepted
    chosen = dialog.chosen() if done else None
    dialog.deleteLater()
    return chosen


def _is_folder(place: Path) -> bool:
    try:
        return place.is_dir()
    except (OSError, ValueError):
        return False


def _is_there(place: Path) -> bool:
    try:
        return place.exists()
    except (OSError, ValueError):  # a name no file can have: writing says so better
        return False
