"""Opens a map in which one card's text never ends, and types a letter into it: `attack_long.py NUMBER`.

Tells on standard output, as JSON, the seconds each took of the processor's time; which of the words of
`tests.making.hostile.LONG` it is, is said by the number.
"""

import json
import os
import sys
import tempfile
from pathlib import Path
from time import process_time

ROOT = Path(__file__).resolve().parents[2]


def _map(text: str, folder: Path) -> tuple[Path, str]:
    """A small map whose first card says this, and that card."""
    from model.storage.cjm import encode
    from tests.making.damage import every_kind

    tree = json.loads(encode(every_kind()))
    card = next(each for each in tree["cards"] if "step" in each)
    card["text"] = text
    path = folder / "panjang.cjm"
    path.write_text(json.dumps(tree), encoding="utf-8")
    return path, card["id"]


def _timed(path: Path, card: str, folder: Path) -> dict[str, float]:
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication, QPlainTextEdit

    from editor.settings import Settings
    from editor.window.application import opened

    application = QApplication([])
    window = opened(application, Settings(folder / "settings.json"), "id")
    window.show()
    window.panels.bring("inspector")
    application.processEvents()
    began = process_time()
    window.files.open(path)
    window.grab()
    shown = process_time()
    window.session.select([card])
    application.processEvents()
    field = next(each for each in window.panels.inspector.findChildren(QPlainTextEdit) if each.isVisible())
    field.setFocus()
    window.grab()
    chosen = process_time()
    QTest.keyClick(field, Qt.Key.Key_A)
    application.processEvents()
    window.grab()
    typed = process_time()
    assert window.session.document.records[card].text.startswith("a")  # type: ignore[attr-defined]  # a card
    return {"open": shown - began, "select": chosen - shown, "letter": typed - chosen}


if __name__ == "__main__":
    sys.path[0] = str(ROOT)
    from tests.making.hostile import LONG

    with tempfile.TemporaryDirectory() as made:
        print(json.dumps(_timed(*_map(LONG[int(sys.argv[1])], Path(made)), Path(made))), flush=True)
    os._exit(0)  # nobody is to be asked about what is not saved
