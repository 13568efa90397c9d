"""The main window: the canvas in the middle, the panels around it, the menus above, the status line below."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QMainWindow, QMenu, QVBoxLayout, QWidget

from editor import plain
from editor.actions import viewing
from editor.actions.bar import Bar
from editor.actions.command import Command
from editor.actions.table import CONTEXT_MENU
from editor.canvas.canvas import Canvas
from editor.clipboard import Clipboard
from editor.files import Files, Settling
from editor.keeping.keeper import Keeper
from editor.keeping.telling import Telling
from editor.session import Session
from editor.settings import Settings, packed, unpacked
from editor.speech import Speech
from editor.status import Status
from editor.window.banner import Banner
from editor.window.mishaps import Mishaps
from editor.window.panels import Panels
from editor.window.tabbing import next_stop
from model.records import Id

_say = Speech("window")
_actions = Speech("actions")
_storage = Speech("storage")

_LAYOUT_VERSION = 1  # of the panels: another one leaves remembered places alone that mean nothing any more


class Window(QMainWindow):
    """One window shows one map."""

    def __init__(self, session: Session, settings: Settings, state: Path) -> None:
        """`state` is the folder where is kept what must not be lost."""
        super().__init__()
        self.session: Session = session
        self.settings: Settings = settings
        session.setParent(self)
        self.keeper: Keeper = Keeper(session, state, self)
        self.files: Files = Files(session, settings, self)
        self.canvas: Canvas = Canvas(session)
        self.clipboard: Clipboard = Clipboard(session)
        self.banner: Banner = Banner()
        Telling(self.keeper, session, self.banner)
        self.mishaps: Mishaps = Mishaps(self)
        self.setCentralWidget(self._middle())
        self.panels: Panels = Panels(self)
        self.status: Status = Status(session)
        self.setStatusBar(self.status)
        self.bar: Bar = Bar(self)
        self.setAcceptDrops(True)
        self._connect()
        self._restore()
        self.retranslate()
        self.canvas.setFocus()

    def _middle(self) -> QWidget:
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.banner)
        column.addWidget(self.canvas, 1)
        return middle

    def _connect(self) -> None:
        session, panels = self.session, self.panels
        for signal in (session.selection_changed, session.redrawn, session.renamed, session.undo_stack.indexChanged):
            signal.connect(self._refresh)
        session.undo_stack.cleanChanged.connect(self._refresh)
        session.pended.connect(self._refresh)
        self.files.settling.connect(self._settle_for_files)
        self.files.settling.connect(self.keeper.brace)
        self.files.bannered.connect(self.banner.show_message)
        self.files.unbannered.connect(self.banner.drop)
        self.banner.left.connect(self.canvas.setFocus)
        # Later: what was done when they could not be written is told as well, and first.
        self.settings.not_written.connect(self._tell_forgotten, Qt.ConnectionType.QueuedConnection)
        self.clipboard.placed.connect(self.canvas.reveal)
        self.canvas.zoomed.connect(self.status.show_zoom)
        self.canvas.menu_asked.connect(self._open_menu)
        panels.palette.made.connect(self._write_on_new)
        panels.write_asked.connect(self._write_from_tree)
        panels.delete_asked.connect(self.clipboard.delete)
        panels.shown.connect(self.canvas.reveal)
        panels.counted.connect(self.status.show_findings)
        self.status.findings_asked.connect(partial(panels.bring, "findings"))
        self.status.zoom_asked.connect(partial(self.canvas.zoom_to, 1.0))
        self.status.view_asked.connect(partial(viewing.other_view, self))
        self.status.sheet_asked.connect(partial(viewing.free_or_sheets, self))

    # What the commands do

    def settle(self) -> bool:
        """Put what is being typed anywhere into the map; whether it was taken."""
        self.canvas.writing.commit()
        return self.panels.inspector.commit()

    def _settle_for_files(self, settling: Settling) -> None:
        if not self.settle():
            settling.refused = True
            self.panels.bring("inspector")

    def undo(self) -> None:
        """Take back the last step, or what the field with the focus holds and the map does not take."""
        if not self.panels.inspector.take_back():
            self.session.undo()

    def can_undo(self) -> bool:
        return self.session.undo_stack.canUndo() or self.session.drafting or self.panels.inspector.holds

    def can_revert(self) -> bool:
        return self.session.unsaved and self.session.origin.path is not None

    def undo_words(self) -> str:
        # What is being typed goes first, and is no step with a name yet.
        typed = self.session.drafting or self.panels.inspector.holds
        step = "" if typed else self.session.undo_stack.undoText()
        return _actions("undo.step", step=step) if step else _actions("undo")

    def redo_words(self) -> str:
        step = "" if self.session.drafting else self.session.undo_stack.redoText()
        return _actions("redo.step", step=step) if step else _actions("redo")

    def can_write(self) -> bool:
        return self.session.current is not None or self.session.cell is not None

    def write(self) -> None:
        """Write in what is selected, or on a new card in the cell."""
        self.canvas.writing.begin_here()

    def search(self) -> None:
        """Go to the field that searches the structure."""
        self.panels.bring("structure")
        self.panels.structure.search()

    def put(self, what: str) -> None:
        """Make one of the palette's things at the place that makes sense."""
        self.panels.palette.put(what)

    def show_map(self) -> None:
        """Show what the map says about itself in the inspector."""
        self.session.select(())
        self.panels.bring("inspector")

    def show_shortcuts(self) -> None:
        """Open the sheet of shortcuts."""
        from editor.dialogs.shortcuts import Shortcuts

        Shortcuts(self).exec()

    def show_about(self) -> None:
        """Say what this program is."""
        from editor.dialogs.about import About

        About(self).exec()

    def recent_files(self) -> tuple[Command | None, ...]:
        """A command for each map that was opened last."""
        paths = self.files.recent()
        if not paths:
            return (Command("nothing_recent", lambda _: None, enabled=lambda _: False),)
        return tuple(_opens(path) for path in paths)

    # What comes in

    def _write_on_new(self, keys: tuple[Id, ...]) -> None:
        self.session.select(keys)
        if keys:
            self.canvas.writing.begin(keys[-1])

    def _write_from_tree(self, key: Id) -> None:
        self.canvas.writing.begin(key)

    def _open_menu(self, place: QPoint) -> None:
        """The commands for what is under the pointer."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setAccessibleName(_say("context_menu"))
        self.bar.refresh()
        for key in CONTEXT_MENU:
            if key is None:
                menu.addSeparator()
            elif self.bar.actions[key].isEnabled():
                menu.addAction(self.bar.actions[key])
        menu.popup(place)

    def _tell_forgotten(self, code: str, words: str) -> None:
        self.session.tell(_say("settings_not_kept", reason=_storage(f"reason.{code}", words=words)))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _files_in(event):
            _take(event)

    def dropEvent(self, event: QDropEvent) -> None:
        _take(event)
        # Where the files come from everything waits for the end of the drop: what has to be asked is asked after it.
        QTimer.singleShot(0, self, partial(self.files.dropped, _files_in(event)))

    def focusNextPrevChild(self, forward: bool) -> bool:
        stop = next_stop(self, forward=forward)
        if stop is None:
            return super().focusNextPrevChild(forward)
        stop.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
        return True

    # How it looks

    def retranslate(self) -> None:
        self.session.undo_stack.retranslate()
        self.panels.retranslate()
        self.bar.retranslate()
        self._refresh()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self.files.look_again()

    def _refresh(self) -> None:
        title = self.session.document.map.title or _say("untitled")
        name = self.session.origin.name
        said = _say("title", title=title, name=name) if name else title
        self.setWindowTitle(f"{plain.window_title(said)}[*]")
        self.setWindowModified(self.session.unsaved)
        self.bar.refresh()

    def _restore(self) -> None:
        """Stand as the window stood last."""
        self.resize(QSize(1280, 760).boundedTo(self.screen().availableSize()))
        self.restoreGeometry(unpacked(self.settings.window_geometry))
        self.restoreState(unpacked(self.settings.window_state), _LAYOUT_VERSION)

    def closeEvent(self, event: QCloseEvent) -> None:
        event.ignore()  # Qt takes an event for accepted of which nobody says anything, as after a fault of ours
        if not self.files.may_leave():
            return
        self.keeper.end()
        self.files.release()
        self.settings.window_geometry = packed(self.saveGeometry())
        self.settings.window_state = packed(self.saveState(_LAYOUT_VERSION))
        event.accept()


def _files_in(event: QDropEvent) -> list[Path]:
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]


def _take(event: QDropEvent) -> None:
    """As a copy: of what was moved, whoever it comes from may delete his own."""
    event.setDropAction(Qt.DropAction.CopyAction)
    event.accept()


def _opens(path: Path) -> Command:
    words = plain.menu_text(str(path))
    return Command(f"recent.{path}", lambda window: window.files.open_recent(path), words=lambda _: words)
