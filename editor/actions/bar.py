"""The menu bar and the toolbar, made of the table: their words in the language of the moment, their state as it is."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSize, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QToolBar

from editor import plain
from editor.actions.command import Command, Menu
from editor.actions.table import COMMANDS, MENUS, TOOLBAR
from editor.appearance.icons import icon
from editor.speech import Speech

if TYPE_CHECKING:
    from editor.window.window import Window

_say = Speech("actions")

_ICONS = QSize(20, 20)


class Bar(QObject):
    """One QAction a command. `refresh` brings what is enabled, checked and said up to date."""

    def __init__(self, window: "Window") -> None:
        super().__init__(window)
        self._window = window
        self.actions = {key: self._action(command) for key, command in COMMANDS.items()}
        self._menus: list[tuple[Menu, QMenu]] = []
        for menu in MENUS:
            self._fill(window.menuBar().addMenu(""), menu)
        self.toolbar = QToolBar(window)
        self.toolbar.setObjectName("toolbar")
        self.toolbar.setMovable(False)
        self.toolbar.setIconSize(_ICONS)
        for key in TOOLBAR:
            if key is None:
                self.toolbar.addSeparator()
            else:
                self.toolbar.addAction(self.actions[key])
        window.addToolBar(self.toolbar)
        self.retranslate()

    def _action(self, command: Command) -> QAction:
        action = QAction(self)
        action.setObjectName(command.key)
        action.setShortcuts([QKeySequence(key) for key in command.shortcuts])
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        if command.icon:
            action.setIcon(icon(command.icon))
        action.setCheckable(command.checked is not None)
        action.triggered.connect(partial(self._run, command))
        self._window.addAction(action)
        return action

    def _run(self, command: Command, _: bool = False) -> None:
        command.run(self._window)
        self.refresh()

    def _fill(self, shown: QMenu, menu: Menu) -> None:
        self._menus.append((menu, shown))
        shown.aboutToShow.connect(partial(self._open, menu, shown))
        for entry in menu.entries:
            if entry is None:
                shown.addSeparator()
            elif isinstance(entry, Menu):
                self._fill(shown.addMenu(""), entry)
            else:
                shown.addAction(self.actions[entry.key])

    def _open(self, menu: Menu, shown: QMenu) -> None:
        """Bring a menu up to date before it shows."""
        if menu.filled is not None:
            shown.clear()
            for entry in menu.filled(self._window):
                if entry is None:
                    shown.addSeparator()
                else:
                    self._add_now(shown, entry)
        self.refresh()

    def _add_now(self, shown: QMenu, command: Command) -> None:
        """A command that is there only as long as its menu."""
        action = shown.addAction(self._words(command))
        action.setEnabled(command.enabled(self._window))
        if command.checked is not None:
            action.setCheckable(True)
            action.setChecked(command.checked(self._window))
        action.triggered.connect(partial(self._run, command))

    # Words and state

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        for menu, shown in self._menus:
            shown.setTitle(_say(f"menu.{menu.key}"))
            shown.setAccessibleName(plain.one_line(_say(f"menu.{menu.key}").replace("&", "")))
        self.toolbar.setWindowTitle(_say("toolbar"))
        self.toolbar.setAccessibleName(_say("toolbar"))
        for key, action in self.actions.items():
            self._name(action, COMMANDS[key])
        self.refresh()

    def refresh(self) -> None:
        """Bring every action up to date with what is open and selected."""
        for key, action in self.actions.items():
            command = COMMANDS[key]
            if action.text() != self._words(command):
                self._name(action, command)
            action.setEnabled(command.enabled(self._window))
            if command.checked is not None:
                action.setChecked(command.checked(self._window))

    def _name(self, action: QAction, command: Command) -> None:
        words = self._words(command)
        action.setText(words)
        action.setIconText(words.replace("&", ""))
        action.setToolTip(plain.tooltip(self._tip(command, words)))
        action.setStatusTip("")

    def _words(self, command: Command) -> str:
        if command.words is not None:
            return command.words(self._window)
        return _say(command.key)

    def _tip(self, command: Command, words: str) -> str:
        tip = _say(f"{command.key}.tip") if f"{command.key}.tip" in _say else words.replace("&", "").rstrip("…")
        keys = [QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText) for key in command.shortcuts[:1]]
        return f"{tip} ({keys[0]})" if keys else tip
