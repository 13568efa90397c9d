"""The ways to a card's address: a key, the menu of the right button, the sign in the inspector's field."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QContextMenuEvent, QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QToolButton

from editor.panels.inspector.web import Web
from model.operations.card_content import edit_cards
from model.records import Card
from tests.checking.dialogs import Answers, press
from tests.checking.whole_window import Hands

PLACE = "https://contoh.id/loket"


class Browser(QObject):
    """Stands where the desktop's browser stands."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.opened.append(url.toString())


@pytest.fixture
def browser() -> Iterator[Browser]:
    made = Browser()
    QDesktopServices.setUrlHandler("https", made, "open")  # type: ignore[arg-type]  # the stubs want bytes
    yield made
    QDesktopServices.unsetUrlHandler("https")


@pytest.fixture
def answers() -> Iterator[Answers]:
    made = Answers()
    yield made
    made.deleteLater()
    assert not made.acts, "a dialog never came up"
    assert not made.unexpected


@pytest.fixture
def linked(made: Callable[..., Hands]) -> Hands:
    """A card with an address, chosen."""
    hands = made(Card(id="c1", order="a0", lane="l1", step="t1", text="satu", url=PLACE))
    hands.session.select(["c1"])
    QApplication.processEvents()
    return hands


def test_a_key_opens_the_address_of_the_card_after_asking(linked: Hands, answers: Answers, browser: Browser) -> None:
    answers(press("Open"))
    linked.keys("Ctrl+Shift+O")
    assert browser.opened == [PLACE]
    linked.untouched()


def test_there_is_nothing_to_open_on_a_card_without_an_address(linked: Hands) -> None:
    opens = linked.window.bar.actions["open_link"]
    assert opens.isEnabled()
    for key in ("c2", "k1", "m"):
        linked.session.select([key])
        assert not opens.isEnabled()


def test_the_menu_of_the_right_button_opens_it(linked: Hands, answers: Answers, browser: Browser) -> None:
    viewport = linked.canvas.viewport()
    at = linked.middle("c1")
    asked = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, viewport.mapToGlobal(at))
    QTest.mousePress(viewport, Qt.MouseButton.RightButton, Qt.KeyboardModifier.NoModifier, at)
    QApplication.sendEvent(viewport, asked)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    action = linked.window.bar.actions["open_link"]
    assert action in menu.actions()
    answers(press("Open"))
    QTest.mouseClick(
        menu, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, menu.actionGeometry(action).center()
    )
    assert browser.opened == [PLACE]


def test_the_sign_in_the_field_opens_what_is_typed_there(linked: Hands, answers: Answers, browser: Browser) -> None:
    field = linked.window.panels.inspector.findChild(Web)
    assert field is not None
    linked.window.panels.bring("inspector")
    field.line.setFocus()
    field.line.selectAll()
    linked.write("https://lain.id")
    sign = next(each for each in field.line.findChildren(QToolButton) if each.isVisible())
    answers(press("Open"))
    QTest.mouseClick(sign, Qt.MouseButton.LeftButton)
    assert browser.opened == ["https://lain.id"]
    assert linked.session.document.table(Card)["c1"].url == "https://lain.id"


def test_a_field_without_one_address_has_no_sign(linked: Hands) -> None:
    field = linked.window.panels.inspector.findChild(Web)
    assert field is not None
    assert field.follow.isVisible()
    linked.session.do("edit", edit_cards, ["c1"], url="")
    assert not field.follow.isVisible()
    linked.session.undo()
    linked.session.select(["c1", "c2"])
    assert not field.follow.isVisible()
