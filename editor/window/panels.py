"""The panels around the canvas: what stands where, which of them show."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDockWidget, QWidget

from editor.canvas.overview import Overview
from editor.panels.findings import FindingsPanel
from editor.panels.inspector.inspector import Inspector
from editor.panels.palette import Palette
from editor.panels.structure import StructurePanel
from editor.speech import Speech

if TYPE_CHECKING:
    from editor.window.window import Window

_say = Speech("window")

_LEFT, _RIGHT = Qt.DockWidgetArea.LeftDockWidgetArea, Qt.DockWidgetArea.RightDockWidgetArea


class Panels:
    """Palette at the left; inspector, structure and findings behind each other at the right; the overview on the
    canvas."""

    def __init__(self, window: "Window") -> None:
        self._window = window
        self.palette = Palette(window.session, window.canvas)
        self.inspector = Inspector(window.session)
        self.structure = StructurePanel(window.session)
        self.findings = FindingsPanel(window.session)
        self.overview = Overview(window.canvas)
        self._docks = {
            "palette": self._dock("palette", self.palette, _LEFT),
            "inspector": self._dock("inspector", self.inspector, _RIGHT),
            "structure": self._dock("structure", self.structure, _RIGHT),
            "findings": self._dock("findings", self.findings, _RIGHT),
        }
        window.tabifyDockWidget(self._docks["inspector"], self._docks["structure"])
        window.tabifyDockWidget(self._docks["structure"], self._docks["findings"])
        self._docks["inspector"].raise_()

    def _dock(self, name: str, panel: QWidget, area: Qt.DockWidgetArea) -> QDockWidget:
        dock = QDockWidget(self._window)
        dock.setObjectName(name)
        dock.setAllowedAreas(_LEFT | _RIGHT)
        dock.setWidget(panel)
        self._window.addDockWidget(area, dock)
        return dock

    def retranslate(self) -> None:
        """Name the panels in the language of the moment."""
        for name, dock in self._docks.items():
            dock.setWindowTitle(_say(f"panel.{name}"))
            dock.setAccessibleName(_say(f"panel.{name}"))

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
        self._docks[name].show()
        self._docks[name].raise_()

    def count_findings(self, count: int) -> None:
        """Say in the panel's title how many findings there are."""
        title = _say("panel.findings")
        self._docks["findings"].setWindowTitle(f"{title} ({count})" if count else title)
