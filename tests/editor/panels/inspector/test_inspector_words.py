"""The inspector for everybody: named for screen readers, reachable by keys, in both languages, in little room."""

import re

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QPlainTextEdit, QSlider, QWidget

from editor.panels.inspector import Inspector
from editor.panels.inspector.plan import Plan
from editor.panels.inspector.plans import PLANS
from editor.session import Session
from editor.speech import speak
from resources.words import LANGUAGES, words
from tests.editor.panels.inspector.hands import field_of, form_of, let_it_stand, row_of
from tests.editor.panels.inspector.test_inspector_members import SHOWN

NARROW = 280

plans = pytest.mark.parametrize("plan", PLANS.values(), ids=lambda plan: plan.name)
languages = pytest.mark.parametrize("language", LANGUAGES)


def show(inspector: Inspector, session: Session, plan: Plan, language: str) -> QWidget:
    speak(language)
    session.select([SHOWN[plan.kind]])
    QCoreApplication.processEvents()
    let_it_stand(inspector)
    page = form_of(inspector).widget()
    assert page is not None
    return page


@plans
@languages
def test_letters_after_alt_are_given_once_a_form(
    inspector: Inspector, session: Session, plan: Plan, language: str
) -> None:
    show(inspector, session, plan, language)
    texts = [words("inspector", language)(f"{plan.name}.{field.key or field.member}") for field in plan.fields]
    letters = [found[1].casefold() for text in texts if (found := re.search("&(.)", text))]
    assert len(letters) == len(set(letters))
    assert len(letters) == sum(not field.key or field.key == field.member for field in plan.fields)


@plans
@languages
def test_everything_to_type_in_or_press_has_a_name(
    inspector: Inspector, session: Session, plan: Plan, language: str
) -> None:
    page = show(inspector, session, plan, language)
    for kind in (QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit, QSlider):
        for widget in page.findChildren(kind):
            if widget.isVisible() and not isinstance(widget.parent(), QLineEdit):
                named = widget.accessibleName() or (isinstance(widget, QAbstractButton) and widget.text())
                assert named, widget
                assert widget.focusPolicy() & Qt.FocusPolicy.TabFocus, widget


@plans
@languages
def test_a_form_fits_a_narrow_panel(inspector: Inspector, session: Session, plan: Plan, language: str) -> None:
    page = show(inspector, session, plan, language)
    inspector.resize(NARROW, 500)
    let_it_stand(inspector)
    assert page.width() <= NARROW
    assert page.minimumSizeHint().width() <= page.width()


def test_alt_and_a_letter_goes_to_the_field(inspector: Inspector, session: Session) -> None:
    session.select(["c3"])
    letter = re.search("&(.)", row_of(inspector, "owner").label.text())
    assert letter is not None
    QTest.keySequence(inspector, QKeySequence(f"Alt+{letter[1]}"))
    assert field_of(inspector, "owner").hasFocus()


@plans
def test_tab_goes_through_a_form_from_top_to_bottom(inspector: Inspector, session: Session, plan: Plan) -> None:
    page = show(inspector, session, plan, "id")
    first = next(row.editor for row in form_of(inspector).rows.values())
    first.setFocus()
    visited: list[QWidget] = []
    while (here := QApplication.focusWidget()) is not None and here not in visited and page.isAncestorOf(here):
        visited.append(here)
        QTest.keyClick(here, Qt.Key.Key_Tab)
    rows = [next(row for row in form_of(inspector).rows.values() if row.isAncestorOf(each)) for each in visited]
    tops = [row.mapTo(page, row.rect().topLeft()).y() for row in rows]
    within = [each.mapTo(page, each.rect().center()).y() // 20 for each in visited]
    assert tops == sorted(tops)
    assert all(
        one <= other
        for one, other, row, next_row in zip(within, within[1:], rows, rows[1:], strict=False)
        if row is next_row
    )
    assert {row.field for row in rows} == {field for field in plan.fields if form_of(inspector).rows[field].isVisible()}


def test_a_field_that_is_gone_to_comes_into_sight(inspector: Inspector, session: Session) -> None:
    inspector.resize(300, 200)
    session.select(["c3"])
    let_it_stand(inspector)
    field = field_of(inspector, "url")
    assert field.visibleRegion().isEmpty()
    letter = re.search("&(.)", row_of(inspector, "url").label.text())
    assert letter is not None
    QTest.keySequence(inspector, QKeySequence(f"Alt+{letter[1]}"))
    assert field.visibleRegion().boundingRect().height() == field.height()
