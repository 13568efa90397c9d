"""“New map”: each template in each language, by keyboard and by mouse."""

import datetime

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLabel

from editor.dialogs.template import NewMap
from model.storage.file import open_map
from resources.templates import TEMPLATES, place
from resources.words import LANGUAGES
from tests.checking.dialogs import Act, Desk, key, press


def choose(template: str, language: str, title: str = "") -> Act:
    """Walks to a template with the arrows, picks a language by its first letter, writes a title, and presses Enter."""

    def act(dialog: QDialog) -> None:
        assert isinstance(dialog, NewMap)
        for _ in range(TEMPLATES.index(template)):
            QTest.keyClick(dialog.templates, Qt.Key.Key_Right)
        QTest.keyClick(dialog.language, Qt.Key.Key_Home if language == "id" else Qt.Key.Key_End)
        QTest.keyClicks(dialog.title, title)
        QTest.keyClick(dialog.title, Qt.Key.Key_Return)

    return act


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("template", TEMPLATES)
def test_each_template_in_each_language_becomes_a_map_of_its_own(desk: Desk, template: str, language: str) -> None:
    desk.answers(choose(template, language, "Naik kereta"))
    assert desk.files.new()
    source, made = open_map(place(template, language)).document, desk.session.document
    assert (made.stages, made.steps, made.lanes) == (source.stages, source.steps, source.lanes)
    assert made.map.id != source.map.id
    assert (made.map.title, made.map.language) == ("Naik kereta", language)
    assert made.map.facts.date == datetime.date.today().isoformat()
    assert not desk.session.unsaved
    assert desk.session.origin.path is None


def test_a_new_map_suggests_its_title_as_its_name(desk: Desk) -> None:
    desk.answers(choose("blank", "id", "<img src=x> naik kereta"))
    assert desk.files.new()
    desk.answers(key(Qt.Key.Key_Return))
    assert desk.files.save()
    assert desk.names() == ["img src=x naik kereta.cjm"]


def test_a_double_click_takes_a_template(desk: Desk) -> None:
    def click(dialog: QDialog) -> None:
        assert isinstance(dialog, NewMap)
        item = dialog.templates.item(TEMPLATES.index("public-service"))
        spot: QPoint = dialog.templates.visualItemRect(item).center()
        QTest.mouseClick(dialog.templates.viewport(), Qt.MouseButton.LeftButton, pos=spot)
        QTest.mouseDClick(dialog.templates.viewport(), Qt.MouseButton.LeftButton, pos=spot)

    desk.answers(click)
    assert desk.files.new()
    assert len(desk.session.document.stages) == len(open_map(place("public-service", "en")).document.stages)


def test_escape_keeps_the_open_map(desk: Desk) -> None:
    desk.answers(key(Qt.Key.Key_Escape))
    assert not desk.files.new()
    assert desk.session.document.map.title == "Kopi"


def test_unsaved_work_is_asked_about_first(desk: Desk) -> None:
    desk.change()
    desk.answers(press("Cancel"))
    assert not desk.files.new()
    assert desk.session.unsaved


def test_each_template_is_drawn_and_described(desk: Desk) -> None:
    described = set()

    def look(dialog: QDialog) -> None:
        assert isinstance(dialog, NewMap)
        pictures = set()
        for row in range(dialog.templates.count()):
            dialog.templates.setCurrentRow(row)
            described.add(dialog.description.text())
            picture = dialog.templates.item(row).icon().pixmap(dialog.templates.iconSize()).toImage()
            pictures.add(bytes(picture.constBits()))
        assert len(pictures) == len(TEMPLATES)
        assert all(label.textFormat() != Qt.TextFormat.RichText for label in dialog.findChildren(QLabel))
        press("Cancel")(dialog)

    desk.answers(look)
    assert not desk.files.new()
    assert len(described) == len(TEMPLATES)
