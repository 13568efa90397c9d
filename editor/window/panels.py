"""The panels around the canvas: what stands where, which of them show."""

from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QDockWidget, QWidget

from editor import plain
from editor.canvas.overview import Overview
from editor.panels.inspector.inspector import Inspector
from editor.panels.palette import Palette
from editor.speech import Speech
from editor.window.dock_buttons import name_buttons

if TYPE_CHECKING:
    from editor.panels.findings.panel import FindingsPanel
    from editor.panels.structure.panel import StructurePanel
    from editor.window.window import Window

_say = Speech("window")

_LEFT, _RIGHT = Qt.DockWidgetArea.LeftDockWidgetArea, Qt.DockWidgetArea.RightDockWidgetArea
_PAUSE = 150
"""Milliseconds before a panel is built that nobody sees yet: first the window shows what is seen."""

_WIDE = 340
"""Pixels that the panels at the right have at first: enough for each of them, so that none makes room for itself later
and has the map painted again."""


class Panels(QObject):
    """Palette at the left; inspector, structure and findings behind each other at the right; the overview on the
    canvas.

    Structure and findings are built in pauses, each in one of its own, or at once when one of them is asked for.
    `write_asked` and `delete_asked` are the structure's, `shown` and `counted` the findings'.
    """

    write_asked = Signal(str)
    delete_asked = Signal()
    shown = Signal(object)
    counted = Signal(int, int, int)

    def __init__(self, window: "Window") -> None:
        super().__init__(window)
        self._window = window
        self._count = 0
        # The findings first: the status line tells how many there are.
        self._unbuilt = ["findings", "structure"]
        self.palette = Palette(window.session, window.canvas)
        self.inspector = Inspector(window.session)
        self.overview = Overview(window.canvas)
        self._docks = {
            "palette": self._dock("palette", self.palette, _LEFT),
            "inspector": self._dock("inspector", self.inspector, _RIGHT),
            "structure": self._dock("structure", QWidget(), _RIGHT),
            "findings": self._dock("findings", QWidget(), _RIGHT),
        }
        window.tabifyDockWidget(self._docks["inspector"], self._docks["structure"])
        window.tabifyDockWidget(self._docks["structure"], self._docks["findings"])
        self._docks["inspector"].raise_()
        window.resizeDocks([self._docks["inspector"]], [_WIDE], Qt.Orientation.Horizontal)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._get_ready)
        self._pause.start()

    def _dock(self, name: str, panel: QWidget, area: Qt.DockWidgetArea) -> QDockWidget:
        dock = QDockWidget(self._window)
        dock.setObjectName(name)
        dock.setAllowedAreas(_LEFT | _RIGHT)
        dock.setWidget(panel)
        dock.visibilityChanged.connect(partial(self._seen, name))
        self._window.addDockWidget(area, dock)
        return dock

    # Built late

    @cached_property
    def structure(self) -> "StructurePanel":
        """The map as a tree."""
        from editor.panels.structure.panel import StructurePanel

        panel = StructurePanel(self._window.session)
        panel.write_asked.connect(self.write_asked)
        panel.delete_asked.connect(self.delete_asked)
        self._put("structure", panel)
        return panel

    @cached_property
    def findings(self) -> "FindingsPanel":
        """What the map could be asked about."""
        from editor.panels.findings.panel import FindingsPanel

        panel = FindingsPanel(self._window.session)
        panel.shown.connect(self.shown)
        panel.counted.connect(self._count_findings)
        self._put("findings", panel)
        return panel

    def _put(self, name: str, panel: QWidget) -> None:
        """A panel in the place of the empty one that stood for it."""
        before = self._docks[name].widget()
        self._docks[name].setWidget(panel)
        before.deleteLater()

    def _build(self, name: str) -> None:
        if name in self._unbuilt:
            self._unbuilt.remove(name)
            getattr(self, name)

    def _get_ready(self) -> None:
        if self._unbuilt:
            self._build(self._unbuilt[0])
            self._pause.start()

    def _seen(self, name: str, visible: bool) -> None:
        if visible:
            self._build(name)

    # What shows

    def retranslate(self) -> None:
        """Name the panels in the language of the moment."""
        for name, dock in self._docks.items():
            dock.setWindowTitle(_say(f"panel.{name}"))
            dock.setAccessibleName(_say(f"panel.{name}"))
            name_buttons(dock)
        self._tell_count()

    def shows(self, name: str) -> bool:
        """Whether a panel is there to be seen, in front of those it shares its place with."""
        if name == "overview":
            return self.overview.wanted
        dock = self._docks[name]
        return dock.isVisible() and not dock.visibleRegion().isEmpty()

    def toggle(self, name: str) -> None:
        """Bring a panel to the front and go there, or put it away."""
        if name == "overview":
            self.overview.wanted = not self.overview.wanted
        elif self.shows(name):
            self._docks[name].hide()
            self._window.canvas.setFocus()
        else:
            self.bring(name)
            self._docks[name].widget().setFocus(Qt.FocusReason.ShortcutFocusReason)

    def bring(self, name: str) -> None:
        """Let a panel be seen."""
        self._build(name)
        self._docks[name].show()
        self._docks[name].raise_()

    def _count_findings(self, critical: int, warning: int, hint: int) -> None:
        self._count = critical + warning + hint
        self._tell_count()
        self.counted.emit(critical, warning, hint)

    def _tell_count(self) -> None:
        """Say in the panel's title how many findings there are."""
        title = _say("panel.findings")
        self._docks["findings"].setWindowTitle(plain.window_title(f"{title} ({self._count})" if self._count else title))
