"""Forms of options: every kind, every format and every look can be asked for, and what is answered comes back."""

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox, QDoubleSpinBox, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from editor.printing.room.fields import Several
from editor.printing.room.forms import OptionsForm
from editor.printing.room.wish import Dress, Heads, OwnSize
from editor.speech import speak
from editor.tasks.questions import questions
from export.registry import EXPORTERS
from model.handouts import options
from model.handouts.kinds import KINDS
from resources.words import LANGUAGES, words

ASKED: dict[str, type[msgspec.Struct]] = {
    **{name: kind.options for name, kind in KINDS.items()},
    **{ending.removeprefix("."): each.options for ending, each in EXPORTERS.items()},
    "look": Dress,
    "head": Heads,
    "own": OwnSize,
}


@pytest.mark.parametrize("scope", ASKED)
def test_a_form_begins_with_the_usual_answers_and_gives_back_others(scope: str, qtbot: QtBot) -> None:
    form = OptionsForm(ASKED[scope], scope=scope)
    qtbot.addWidget(form)
    assert form.value() == ASKED[scope]()
    for field in form.fields.values():
        _answer_otherwise(field.widget)
    changed = form.value()
    assert all(getattr(changed, name) != getattr(ASKED[scope](), name) for name in form.fields)
    form.put(ASKED[scope]())
    assert form.value() == ASKED[scope]()
    form.put(changed)
    assert form.value() == changed


def _answer_otherwise(widget: QWidget) -> None:
    match widget:
        case QCheckBox():
            widget.toggle()
        case QComboBox():
            widget.setCurrentIndex((widget.currentIndex() + 1) % widget.count())
        case QSpinBox() | QDoubleSpinBox():
            widget.stepBy(1)
        case _:
            QTest.keyClicks(widget, "page")


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_asked_has_a_name_and_every_choice_its_words(language: str) -> None:
    said = words("paper_options", language)
    for scope, struct in ASKED.items():
        for question in (each for each in questions(struct) if each.name != "sheets"):
            keys = (f"label.{scope}.{question.name}", f"label.{question.name}", f"option.{question.name}")
            assert any(key in said for key in keys), f"{scope} {question.name}"
            assert all(len(said(key)) <= 34 for key in keys[:2] if key in said)
            assert all(f"option.{question.name}.{choice}" in said for choice in question.choices)
    assert all(f"kind.{kind}.about" in said for kind in KINDS)


def test_numbers_keep_to_their_limits_and_say_their_unit(qtbot: QtBot) -> None:
    form = OptionsForm(options.PosterOptions)
    qtbot.addWidget(form)
    overlap = form.fields["overlap"].widget
    assert isinstance(overlap, QDoubleSpinBox)
    assert (overlap.minimum(), overlap.maximum(), overlap.suffix()) == (0, 50, " mm")
    overlap.setValue(999)
    assert form.value().overlap == 50


def test_a_number_that_stands_for_a_word_is_shown_as_the_word(qtbot: QtBot) -> None:
    speak("en")
    form = OptionsForm(options.PosterOptions)
    qtbot.addWidget(form)
    columns = form.fields["columns"].widget
    assert isinstance(columns, QSpinBox)
    assert columns.text() == "As is good"
    speak("id")
    form.retranslate()
    assert columns.text() == "Secukupnya"
    speak("")


def test_the_kinds_of_a_pack_are_ticked_and_the_usual_ones_are_nobodys_choice(qtbot: QtBot) -> None:
    from editor.printing.room.choices import kinds_of_a_pack

    form = OptionsForm(options.PackOptions, several={"kinds": kinds_of_a_pack()})
    qtbot.addWidget(form)
    assert isinstance(form.fields["kinds"], Several)
    assert form.value() == options.PackOptions()
    boxes = form.findChildren(QCheckBox)
    ticked = [box for box in boxes if box.isChecked()]
    assert 1 < len(ticked) < len(boxes)
    for box in ticked[1:]:
        QTest.keyClick(box, Qt.Key.Key_Space)
    assert form.value().kinds == "split"
    form.put(options.PackOptions(kinds="cards, poster"))
    assert {*form.value().kinds.split(",")} == {"cards", "poster"}


@pytest.mark.usefixtures("qapp")
def test_an_option_nobody_can_ask_for_is_an_error() -> None:
    class Odd(msgspec.Struct):
        what: dict[str, int] = {}

    with pytest.raises(TypeError):
        OptionsForm(Odd)
