"""What is typed is what is stored, shown and exported: any text of Unicode, on every way it can go."""

import os
import shutil
from collections.abc import Callable, Iterator
from functools import partial

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis.strategies import SearchStrategy

from tests.checking import kept_text
from tests.faults.seed import dice
from tests.faults.table import Row, Size
from tests.making.unicode import KEYED, TEXTS

Way = Callable[[str], tuple[object, object]]
_QUICK = {Size.SMALL: 300, Size.FULL: 20_000}
_SLOW = {Size.SMALL: 60, Size.FULL: 2_000}
"""How many texts go each way."""


def run(size: Size) -> Iterator[Row]:
    """A row for each way."""
    for what, way in kept_text.WAYS.items():
        yield _tried(what, way, TEXTS, _QUICK[size])
    for what, way in kept_text.SLOW_WAYS.items():
        if shutil.which("pdftotext") is None:
            yield Row(what, 0, 0, "pdftotext is not installed (Debian: poppler-utils)")
        else:
            yield _tried(what, way, TEXTS, _SLOW[size])
    yield from _typed(_SLOW[size])


def _typed(count: int) -> Iterator[Row]:
    """On the canvas and in a panel, on a screen that nobody sees."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["QT_LOGGING_RULES"] = "qt.text.font.db=false"  # of each script that this machine has no font for
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    from tests.checking import typed_text

    application = QApplication.instance() or QApplication([])
    writer = typed_text.Writer()
    writer.show()
    QTest.qWaitForWindowActive(writer)
    for name, way in typed_text.WAYS.items():
        texts = KEYED if way is typed_text.by_keys else TEXTS
        for place, write in typed_text.PLACES.items():
            yield _tried(f"typed {name} {place}", partial(write, writer, way), texts, count)
    writer.close()
    writer.deleteLater()
    application.processEvents()


def _tried(what: str, way: Way, texts: SearchStrategy[str], count: int) -> Row:
    """The texts that did not arrive, the shortest of them in the note."""
    lost: list[str] = []
    tried = 0

    @seed(dice(what).randrange(2**32))
    @settings(max_examples=count, deadline=None, database=None, phases=[Phase.generate],
              suppress_health_check=list(HealthCheck))  # fmt: skip
    @given(texts)
    def go(text: str) -> None:
        nonlocal tried
        tried += 1
        lost.extend(_losses(way, text))

    go()
    return Row(what, tried, len(lost), min(lost, key=len, default=""))


def _losses(way: Way, text: str) -> list[str]:
    try:
        found, wanted = way(text)
    except Exception as error:  # whatever is raised, the text has not arrived
        return [f"{text!a} raised {type(error).__name__}: {error}"[:200]]
    return [] if found == wanted else [f"{text!a} came as {found!a}"[:200]]
