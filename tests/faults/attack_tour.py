"""Runs the program as `main.py` does, and goes through all of it: `attack_tour.py LANGUAGE SIZE FILE...`.

The first file is the map it begins with; the others are opened one after the other. What was looked at is told on
standard output, as JSON. `LANGUAGE` is the program's.
"""

import builtins
import json
import os
import sys
from pathlib import Path

PLAIN_IMPORT = builtins.__import__

from PySide6.QtCore import QPoint  # noqa: E402  see tests/checking/started.py
from PySide6.QtTest import QTest  # noqa: E402
from PySide6.QtWidgets import QApplication, QMenu  # noqa: E402

ROOT = Path(__file__).resolve().parents[2]
_FEW = 2
"""Records of a kind that are looked at in a small run, one by one."""

_LEFT_ALONE = frozenset({"quit", "full_screen"})
_ZOOMS = (0.05, 0.3, 1.0, 4.0)
_PAPERS = ("A4", "A3", "A0")


class Tour:
    """`whole`: every record, and every sheet."""

    def __init__(self, application: QApplication, others: list[Path], *, whole: bool) -> None:
        from editor.window.window import Window
        from tests.faults.attack_guest import Guest

        self._window = next(each for each in application.topLevelWidgets() if isinstance(each, Window))
        self._others, self._whole = others, whole
        self.guest = Guest()

    def go(self) -> None:
        """Everything. In a small run each command is given once, and in one language."""
        from editor import speech

        self._window.resize(1366, 768)
        self._window.activateWindow()
        QTest.qWait(50)
        self._records()
        self._views()
        self._menus()
        if self._whole or speech.language() == "id":
            self._commands()
            self._exports()
        for path in self._others:
            self._open(path)
        self._nowhere()

    # The map

    def _look(self) -> None:
        QApplication.processEvents()
        self.guest.look_at(self._window)

    def _views(self) -> None:
        from model.layout.sheets import sheet
        from model.layout.view import View

        sheets = [None, *(sheet(paper, way) for paper in _PAPERS for way in ("landscape", "portrait"))]
        for view in View:
            for on in sheets if self._whole else sheets[:2]:
                self._window.session.show(view=view, sheet=on)
                self._window.canvas.fit()
                self._hover()
                for zoom in _ZOOMS:
                    self._window.canvas.zoom_to(zoom)
                    self._window.canvas.viewport().grab()
                    self.guest.seen["pictures"] += 1

    def _hover(self) -> None:
        viewport = self._window.canvas.viewport()
        for y in range(20, viewport.height(), 80):
            for x in range(20, viewport.width(), 80):
                QTest.mouseMove(viewport, QPoint(x, y))
        self._look()

    def _records(self) -> None:
        from model.records import Asset, Map

        document = self._window.session.document
        kinds = {type(record) for record in document.records.values()} - {Asset, Map}
        for kind in sorted(kinds, key=lambda each: each.__name__):
            for key in [*document.table(kind)][: None if self._whole else _FEW]:
                self._show_record(key)
        self._window.session.select(())
        self._show_record(None)

    def _show_record(self, key: str | None) -> None:
        self._window.session.select([key] if key else [])
        for panel in ("structure", "findings", "inspector"):
            self._window.panels.bring(panel)
            QApplication.processEvents()
            self._window.grab()
        self._look()
        self.guest.seen["records"] += 1

    # What can be done

    def _menus(self) -> None:
        for menu in self._window.menuBar().findChildren(QMenu):
            if menu.title():
                menu.popup(QPoint(0, 0))
                QApplication.processEvents()
                self.guest.look_at(menu)
                menu.close()
                self.guest.seen["menus"] += 1

    def _commands(self) -> None:
        """Each of them on a card, a link and a stage, as far as it has something to do there; taken back again."""
        from model.records import Card, Link, Stage

        session = self._window.session
        waiting = [key for key in self._window.bar.actions if key not in _LEFT_ALONE]
        for kind in (Card, Link, Stage):
            for key in list(waiting):
                session.select([*session.document.table(kind)][:1])
                if self._window.bar.actions[key].isEnabled():
                    self._command(key)
                    if not self._whole:
                        waiting.remove(key)
            self._window.keeper.flush()
        self._look()

    def _command(self, key: str) -> None:
        """Where it asks for a name, it gets its own; where it asks anything else, nobody agrees."""
        stack, origin = self._window.session.undo_stack, self._window.session.origin.path
        self.guest.saves_as = str(origin.with_name(key)) if origin is not None else ""
        steps = stack.index()
        self._window.bar.actions[key].trigger()
        self._window.canvas.writing.commit()
        stack.setIndex(min(steps, stack.count()))
        QApplication.processEvents()
        self.guest.seen["commands"] += 1

    def _exports(self) -> None:
        origin = self._window.session.origin.path
        if origin is not None:
            self.guest.saves_as = str(origin.with_name("keluar"))
            self._window.files.export()
            # A folder where a file is to be, and one that is not there: sentences, with those names in them.
            for place in (origin.parent, origin.parent / "tiada" / origin.name, Path("/proc") / origin.name):
                self.guest.saves_as = str(place)
                self._window.files.export()
                self.guest.saves_as = str(place)
                self._window.files.save_as()

    # Other files

    def _open(self, path: Path) -> None:
        self.guest.discards = True
        self._window.files.open(path)
        self.guest.discards = False
        self.guest.seen["opened"] += 1
        if self._whole:
            self._records()
        self._views()
        self._look()

    def _nowhere(self) -> None:
        """What is no map, or not there: each an error in a sentence with its name."""
        first = self._others[0]
        self.guest.discards = True
        for path in (first.parent, first.with_name(f"tiada{first.name}"), Path("/proc/self/mem"), Path("/dev/null")):
            self._window.files.open(path)
            self._window.files.open_recent(path)
        self._window.files.dropped([first, first.parent])
        self._look()


def _toured(others: list[Path], *, whole: bool) -> None:
    """Let whoever runs Qt's event loop go on the tour instead."""

    def run(*_: object) -> int:
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        tour = Tour(application, others, whole=whole)
        tour.go()
        print(json.dumps(dict(tour.guest.seen)), flush=True)
        # As a window that is torn away: what it leaves behind is offered by the next one.
        os._exit(0)

    QApplication.exec = run  # type: ignore[method-assign]


if __name__ == "__main__":
    builtins.__import__ = PLAIN_IMPORT
    sys.path[0] = str(ROOT)
    from main import main

    language, size, first, *others = sys.argv[1:]
    _toured([Path(each) for each in others], whole=size == "full")
    sys.argv = ["main.py", "open", "--language", language, first]
    sys.exit(main(sys.argv[1:]))
