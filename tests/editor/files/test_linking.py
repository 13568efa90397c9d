"""Following a card's address by real keys and clicks: asked first, and the desktop gets what was shown or nothing."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QDialog

from editor.desktop import show_folder
from editor.files.linking import open_link
from tests.checking.dialogs import Act, Desk, key, press, words_of

SCHEMES = ("https", "http", "mailto", "file")
REFUSED = (
    "javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "\\\\host\\x", "//host/x", "vbscript:x", "smb://h/x",
    "https://baik.id\\@jahat.id", "https://a.id/\nb", "https://a.id/" + "a" * 1_000_000,
)  # fmt: skip


class Browser(QObject):
    """Stands where the desktop stands."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.opened.append(bytes(url.toEncoded().data()).decode())


@pytest.fixture
def browser() -> Iterator[Browser]:
    made = Browser()
    for scheme in SCHEMES:
        QDesktopServices.setUrlHandler(scheme, made, "open")  # type: ignore[arg-type]  # the stubs want bytes
    yield made
    for scheme in SCHEMES:
        QDesktopServices.unsetUrlHandler(scheme)


def noting(heard: list[str], act: Act) -> Act:
    """Acts on a dialog once what it says is noted."""

    def note(dialog: QDialog) -> None:
        heard.append(words_of(dialog))
        act(dialog)

    return note


def test_an_address_is_opened_once_somebody_agrees(desk: Desk, browser: Browser) -> None:
    heard: list[str] = []
    desk.answers(noting(heard, press("Open")))
    assert open_link(desk.window, desk.session, "https://contoh.id/a?b=%3Cc")
    assert browser.opened == ["https://contoh.id/a?b=%3Cc"]
    assert "https://contoh.id/a?b=%3Cc" in heard[0]
    assert desk.told[-1] == "The address was handed to your desktop."


@pytest.mark.parametrize("leave", [press("Cancel"), key(Qt.Key.Key_Escape)])
def test_an_address_is_left_alone_where_nobody_agrees(leave: Act, desk: Desk, browser: Browser) -> None:
    desk.answers(leave)
    assert not open_link(desk.window, desk.session, "https://contoh.id")
    assert browser.opened == []


@pytest.mark.parametrize("text", REFUSED, ids=range(len(REFUSED)))
def test_an_address_that_leads_elsewhere_is_refused_in_a_sentence_and_shown(
    text: str, desk: Desk, browser: Browser
) -> None:
    heard: list[str] = []
    desk.answers(noting(heard, press("Close")))
    assert not open_link(desk.window, desk.session, text)
    assert browser.opened == []
    assert "This address is not opened" in heard[0]
    assert text[:12] in heard[0]
    assert len(heard[0]) < 5_000
    assert "This address is not opened" in desk.told[-1]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("https://baik.id@jahat.id/", "Careful: “baik.id” ahead of the @ is not where this leads"),
        ("https://раypal.com", "Careful: the name is written “раypal.com”"),
        ("mailto:a@b.id?attach=/etc/passwd", "The address asks for more than a letter (attach)"),
    ],
)
def test_enter_follows_no_address_that_could_take_one_in(text: str, said: str, desk: Desk, browser: Browser) -> None:
    heard: list[str] = []
    desk.answers(noting(heard, key(Qt.Key.Key_Return)))
    assert not open_link(desk.window, desk.session, text)
    assert said in heard[0]
    assert browser.opened == []
    desk.answers(press("Open"))
    assert open_link(desk.window, desk.session, text)
    assert len(browser.opened) == 1


def test_enter_follows_an_address_as_it_seems(desk: Desk, browser: Browser) -> None:
    desk.answers(key(Qt.Key.Key_Return))
    assert open_link(desk.window, desk.session, "mailto:sari@contoh.id")
    assert browser.opened == ["mailto:sari@contoh.id"]


def test_signs_nobody_sees_are_written_out_before_anybody_agrees(desk: Desk, browser: Browser) -> None:
    heard: list[str] = []
    desk.answers(noting(heard, press("Cancel")))
    assert not open_link(desk.window, desk.session, "https://contoh.id/\u202egpj.exe")
    assert "https://contoh.id/%E2%80%AEgpj.exe" in heard[0]
    assert "https://contoh.id/\\u202Egpj.exe" in heard[0]
    assert "\u202e" not in heard[0]
    assert browser.opened == []


def test_the_address_shown_can_be_copied(desk: Desk) -> None:
    def copy(dialog: QDialog) -> None:
        press("Copy")(dialog)
        press("Cancel")(dialog)

    desk.answers(copy)
    open_link(desk.window, desk.session, "https://contoh.id")
    assert QGuiApplication.clipboard().text() == "https://contoh.id"


def test_only_a_folder_is_shown_as_one(tmp_path: Path, browser: Browser) -> None:
    program = tmp_path / "lari.desktop"
    program.write_text("[Desktop Entry]\nExec=true\n")
    assert not show_folder(program)
    assert browser.opened == []
    assert show_folder(tmp_path)
    assert browser.opened == [QUrl.fromLocalFile(str(tmp_path)).toString()]
