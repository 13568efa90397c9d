"""A photograph of the window on the screen it is started on: `photograph_window.py MAP LANGUAGE THEME SCENE PICTURE`.

`make_pictures.py` starts it on an Xvfb screen of its own.
"""

import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from PySide6.QtCore import QSize
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from editor.canvas.writing.sheet import WritingSheet
from editor.settings import Settings
from editor.window.application import opened
from editor.window.window import Window
from model.layout.sheets import sheet
from model.records import Card, Mark, Role

SIZE = QSize(1440, 860)  # pixels
_PATIENCE = 1500  # milliseconds: until the findings have been looked for and every panel is filled


def main(source: Path, language: str, theme: str, scene: str, picture: Path) -> None:
    """Open a map, set the scene, and press the shutter."""
    application = QApplication([])
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(Path(folder, "settings.json"))
        settings.theme = theme
        window = opened(application, settings, language)
        window.resize(SIZE)
        window.show()
        window.files.open(source)
        SCENES[scene](window)
        QTest.qWait(_PATIENCE)
        window.screen().grabWindow(window.winId()).save(str(picture))
        window.canvas.writing.leave()
        window.close()


def _point_out(window: Window) -> None:
    """Select the last moment of truth."""
    cards = window.session.document.table(Card).values()
    moments = [card.id for card in cards if Mark.MOMENT_OF_TRUTH in card.marks]
    window.session.select(moments[-1:])


def _write(window: Window) -> None:
    """Write on a new card, with the structure beside it."""
    window.canvas.zoom_to(0.8)
    window.panels.bring("structure")
    map_ = window.session.document
    front = next(lane for lane in map_.lanes if lane.role is Role.FRONT_STAGE)
    window.canvas.writing.begin_in_cell(front.id, map_.steps[0].id)
    for sheet_of_text in window.findChildren(WritingSheet):
        sheet_of_text.insertPlainText("Bidan menjawab di grup WA")


def _sheets(window: Window) -> None:
    """The sheets that will print, with the findings beside them."""
    window.session.show(sheet=sheet("A4"))
    window.canvas.fit()
    window.panels.bring("findings")


SCENES = {"select": _point_out, "write": _write, "sheets": _sheets}

if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], sys.argv[3], sys.argv[4], Path(sys.argv[5]))
