"""The map on the clipboard as a picture."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication

from editor.clipboard import Clipboard
from editor.clipboard.photograph import page_of_selection, photograph
from editor.session import Origin, Session
from editor.speech import speak
from model.layout.sheets import sheet
from model.pictures import MOST_PIXELS
from tests.making.maps import realistic_map
from tests.making.small_map import small_map


@pytest.fixture
def session(qapp: QApplication) -> Iterator[Session]:  # noqa: ARG001  the clipboard is the application's
    speak("en")
    yield Session(small_map(), Origin("peta"))
    speak("")


def on_clipboard() -> QImage:
    image = QGuiApplication.clipboard().image()
    QGuiApplication.clipboard().clear()
    return image


def colours_of(image: QImage) -> set[str]:
    small = image.scaled(160, 120)
    return {QColor(small.pixel(x, y)).name() for x in range(160) for y in range(120)}


def test_the_whole_map_is_put_on_the_clipboard_as_a_picture(session: Session) -> None:
    said: list[str] = []
    session.told.connect(said.append)
    clipboard = Clipboard(session)
    clipboard.copy_picture()
    image = on_clipboard()
    page = session.drawing.layout.pages[0]
    assert image.width() == pytest.approx(page.width * 192 / 72, abs=1)
    assert image.height() == pytest.approx(page.height * 192 / 72, abs=1)
    assert image.dotsPerMeterX() == pytest.approx(192 * 39.37, abs=1)
    assert said == [f"Copied as a picture of {image.width()} × {image.height()} pixels."]
    assert image.pixelColor(1, 1).name() == "#ffffff"
    assert len(colours_of(image)) > 5
    clipboard.release()


def test_on_sheets_it_is_the_sheet_of_the_selection_and_else_all_of_the_map(qapp: QApplication) -> None:  # noqa: ARG001
    session = Session(realistic_map(120, 2, steps=40), Origin("peta"))
    session.drawing.show(sheet=sheet("A4"))
    pages = session.drawing.layout.pages
    assert len(pages) > 1
    last = session.document.steps[-1].id
    session.select([last])
    assert page_of_selection(session) is pages[session.drawing.places.spots(last)[0].page]
    session.select([])
    whole = page_of_selection(session)
    assert whole not in pages
    assert whole.width > pages[0].width


def test_a_huge_map_is_a_picture_that_other_programs_still_open(qapp: QApplication) -> None:  # noqa: ARG001
    session = Session(realistic_map(600, 2, steps=90), Origin("peta"))
    image = photograph(session)
    assert not image.isNull()
    assert MOST_PIXELS * 0.9 < image.width() * image.height() <= MOST_PIXELS * 1.01
