"""The commands of the file menu: one method each, for the window to hang its actions on."""

from collections.abc import Iterable, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from editor.files.holding import Holding
from editor.files.opening import Opening, Sound
from editor.files.outside import Outside
from editor.session import Origin, Session
from editor.settings import Settings
from editor.speech import Speech
from model.storage.enclosed import is_pdf
from model.storage.system_errors import shown

if TYPE_CHECKING:
    from editor.files.earlier import Earlier
    from editor.files.exporting import Exporting
    from editor.files.importing import Importing
    from editor.files.saving import Saving
    from editor.keeping.keeper import Keeper

say = Speech("files")


class Settling:
    """Whether the map refused something that was being written."""

    refused = False


class Files(QObject):
    """What can be done with maps as files. A method that gives a bool says whether it did what it is called."""

    settling = Signal(object)
    """Something is about to be saved or left: whoever holds text that is still being written hands it over now, and
    says in the `Settling` it is given where the map did not take it."""
    bannered = Signal(str, object, object, str)
    """What to show above the map, and under which key; the rest as `Banner.show_message` takes it."""
    unbannered = Signal(str)
    """The key of what is no longer to be shown."""

    def __init__(self, session: Session, settings: Settings, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._settings, self._window = session, settings, window
        self._holding = Holding()
        self._opening = Opening(session, settings, window, self._holding)
        self._outside = Outside(session, self._holding, self)
        self._outside.said.connect(self.bannered)
        self._outside.unsaid.connect(self.unbannered)
        session.replaced.connect(self._follow)
        session.renamed.connect(self._follow)

    # Dialogs, and whatever else the first picture of the window can do without, are loaded by who asks for them.

    @cached_property
    def _saving(self) -> "Saving":
        from editor.files.saving import Saving

        return Saving(self._session, self._settings, self._window, self._holding)

    @cached_property
    def _exporting(self) -> "Exporting":
        from editor.files.exporting import Exporting

        return Exporting(self._session, self._settings, self._window)

    @cached_property
    def _earlier(self) -> "Earlier":
        from editor.files.earlier import Earlier

        return Earlier(self._session, self._settings, self._window)

    @cached_property
    def _importing(self) -> "Importing":
        from editor.files.importing import Importing

        return Importing(self._session, self._settings, self._window, self.may_leave)

    # Beginning and opening

    def new(self) -> bool:
        """A map from a template, in place of the open one."""
        if not self.may_leave():
            return False
        from editor.dialogs.template import ask_for_map

        document = ask_for_map(self._window)
        if document is None:
            return False
        self._session.replace(document, Origin(""))
        self._session.tell(say("begun"))
        return True

    def open(self, path: Path | None = None) -> bool:
        """A map or a journey of another kind, in place of the open one; without a path one that is chosen."""
        if path is None:
            from editor.files.choosing import choose_map

            path = choose_map(self._window, self._settings)
        return path is not None and self.may_leave() and self._opening.open(path.absolute())

    def opened(self, path: Path, found: Sound) -> None:
        """Say of a map that the session began with what is said of one that is opened."""
        if self._holding.take(path) is not None:  # somebody was faster
            self._opening.open(path)
        else:
            self._opening.tell(path, found)
            self._follow()

    def open_recent(self, path: Path) -> bool:
        """One of the recent files; one that is gone leaves the list."""
        if not _is_gone(path):
            return self.open(path)
        self._settings.forget(str(path))
        self._session.tell(say("recent_gone", file=shown(path)))
        return False

    def recent(self) -> list[Path]:
        """The files opened or saved last, the latest first; they may be gone by now."""
        return [Path(path) for path in self._settings.recent]

    def dropped(self, paths: Iterable[Path]) -> bool:
        """Files dropped on the window: worksheets are imported together; else the first is opened, for there is one
        map in a window."""
        found = list(paths)
        if found and all(each.suffix.lower() == ".pdf" for each in found) and self._importing.knows(found[0]):
            return self.import_(found)
        return self._open_first(found)

    def _open_first(self, found: Sequence[Path]) -> bool:
        opened = bool(found) and self.open(found[0])
        if opened and len(found) > 1:
            self._session.tell(say("dropped_several", file=shown(found[0].name), count=len(found)))
        return opened

    def import_(self, paths: Iterable[Path] | None = None) -> bool:
        """Worksheets that were filled in: their answers as one step on the open map, where they are of it, else as a
        map in its place. Without paths those that are chosen. Tables and diagrams are opened, as anywhere else."""
        self._settle()
        chosen = [*paths] if paths is not None else self._importing.choose()
        if not any(each.suffix.lower() == ".pdf" or is_pdf(each) for each in chosen):
            return self._open_first(chosen)
        return self._importing.import_([each.absolute() for each in chosen])

    # Saving and leaving

    def save(self) -> bool:
        """Where the map was opened or saved last, else where somebody chooses."""
        self._settle()
        return self._saving.save()

    def save_as(self) -> bool:
        """Where somebody chooses."""
        self._settle()
        return self._saving.save_as()

    def revert(self) -> bool:
        """The map as it was saved last."""
        if self._session.origin.path is None:
            self._session.tell(say("never_saved"))
        return self._load("revert")

    def open_earlier(self, keeper: "Keeper") -> bool:
        """A version of the open map from its history, as a copy in place of the open one."""
        self._settle()
        chosen = self._earlier.choose(keeper)
        if chosen is None or not self.may_leave():
            return False
        self._holding.other = None
        self._earlier.open(*chosen)
        return True

    def forget(self, keeper: "Keeper") -> bool:
        """All that is kept of the open map beside its file."""
        self._settle()
        return self._earlier.forget(keeper)

    def may_leave(self) -> bool:
        """Whether the open map can go: it is saved, or somebody says that it need not be. What the map refused and
        stands in a field still, has to be mended or left first."""
        if not self._settle():
            return False
        if not self._session.unsaved:
            return True
        from editor.files.leaving import ask_to_leave

        answer = ask_to_leave(self._window, self._named())
        return self.save() if answer == "save" else answer == "discard"

    def release(self) -> None:
        """Nobody works here any more: others may have the map."""
        self._holding.release()

    # What others do to the open file

    def look_again(self) -> None:
        """Somebody comes back to the window, perhaps from another program that has the file too."""
        self._outside.watch.look()

    def load_again(self) -> bool:
        """The map as it is on the disk now; what was not saved of this one stays among the earlier versions."""
        return self._load("load")

    def _load(self, way: str) -> bool:
        path = self._session.origin.path
        if path is None or not self._settle():
            return False
        from editor.files.leaving import may_load

        agreed = not self._session.unsaved or may_load(self._window, path, way)
        return agreed and self._opening.open(path, again=True)

    def compare(self) -> None:
        """Show what is on the disk beside the open map."""
        from editor.files.conflicts import compare

        self._settle()
        if self._session.origin.path is not None:
            compare(self._window, self._session.origin.path, self._session.document)

    def open_as_copy(self) -> bool:
        """Go on with the open map as with one that was never saved."""
        return self.may_leave() and self._opening.take_copy(
            self._session.document, Path(self._session.origin.name).stem
        )

    # Paper

    def export(self) -> bool:
        """The print room, for a file; whether anything was written or printed there."""
        self._settle()
        return self._exporting.enter_room("export")

    def export_as(self) -> bool:
        """The map itself in another format; whether it was written."""
        self._settle()
        return self._exporting.export_as()

    def has_exported(self) -> bool:
        """Whether there is a folder of a last export."""
        return self._exporting.has_folder

    def open_folder(self) -> bool:
        """The folder of the last export, in the desktop's own window."""
        if self._exporting.open_folder():
            return True
        self._session.tell(say("folder_not_shown"))
        return False

    def paper(self) -> bool:
        """The print room, to look around; whether anything was written or printed there."""
        return self.export()

    def print_(self) -> bool:
        """The print room, for a printer; whether anything was written or printed there."""
        self._settle()
        return self._exporting.enter_room("print")

    # Showing

    def banner(self) -> str:
        """What is to be known of this map as long as it is open, in the language of this moment; empty for nothing."""
        return self._outside.state()

    def _settle(self) -> bool:
        """Have everything in the map that is being written; whether the map took it all."""
        settling = Settling()
        self.settling.emit(settling)
        self._session.settle_draft()
        return not settling.refused

    def _named(self) -> str:
        return self._session.document.map.title or self._session.origin.name or say("untitled")

    def _follow(self) -> None:
        origin = self._session.origin
        self._holding.keep_only(origin)
        if origin.path is not None and not origin.read_only:
            self._holding.take(origin.path)
        self._outside.follow()


def _is_gone(path: Path) -> bool:
    """Only what is surely not there: of anything else opening says what is wrong with it."""
    try:
        return not path.exists()
    except (OSError, ValueError):
        return False
