"""Themes: put on and changed while the program runs, readable in both, the desktop's where it says one."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor, QFont, QFontInfo, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QLineEdit, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from editor.appearance.colours import colours, is_dark
from editor.appearance.palettes import field_palette, palette
from editor.appearance.theme import Theme, apply

Role = QPalette.ColorRole
Group = QPalette.ColorGroup

TEXT_ON_GROUND = [
    (Role.WindowText, Role.Window), (Role.WindowText, Role.Midlight), (Role.Text, Role.Base),
    (Role.Text, Role.AlternateBase), (Role.ButtonText, Role.Button), (Role.ButtonText, Role.Window),
    (Role.ButtonText, Role.Mid), (Role.PlaceholderText, Role.Base), (Role.HighlightedText, Role.Highlight),
    (Role.ToolTipText, Role.ToolTipBase), (Role.Link, Role.Base), (Role.Link, Role.Window),
    (Role.LinkVisited, Role.Base),
]  # fmt: skip


class Mirror(QWidget):
    """Notes whether the window was dark each time it was told that the colours have changed."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[bool] = []

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange:
            self.seen.append(is_dark())
        super().changeEvent(event)


pytestmark = pytest.mark.usefixtures("qapp", "as_before")


@pytest.fixture
def as_before() -> Iterator[None]:
    apply("light")
    yield
    apply("light")


def luminance(colour: QColor) -> float:
    """Relative luminance (WCAG 2.2)."""
    channels = (channel / 255 for channel in (colour.red(), colour.green(), colour.blue()))
    linear = [value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: QColor, other: QColor) -> float:
    """The contrast ratio (WCAG 2.2)."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize(("text", "ground"), TEXT_ON_GROUND)
def test_every_text_stands_out_from_its_ground(text: Role, ground: Role, dark: bool) -> None:
    shown = palette(dark)
    assert contrast(shown.color(text), shown.color(ground)) >= 4.5


@pytest.mark.parametrize("dark", [False, True])
def test_what_cannot_be_used_is_paler_than_what_can(dark: bool) -> None:
    shown = palette(dark)
    for text, ground in ((Role.WindowText, Role.Window), (Role.ButtonText, Role.Button), (Role.Text, Role.Base)):
        usable, unusable = shown.color(Group.Active, text), shown.color(Group.Disabled, text)
        assert 2 < contrast(unusable, shown.color(ground)) < contrast(usable, shown.color(ground))


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_words_and_signs_of_our_own_stand_out_from_window_and_list(theme: Theme) -> None:
    apply(theme)
    shown, own = QGuiApplication.palette(), colours()
    for ground in (shown.color(Role.Window), shown.color(Role.Base)):
        assert all(contrast(sign, ground) >= 4.5 for sign in (own.muted, own.critical, own.warning, own.hint, own.done))


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_selection_and_drop_bar_stand_out_from_the_paper_and_from_the_desk(theme: Theme) -> None:
    apply(theme)
    own = colours()
    for ground in (QColor("white"), own.desk):
        assert all(contrast(sign, ground) >= 3 for sign in (own.selection, own.drop_bar))


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_fields_outline_stands_out_as_it_is_painted(qtbot: QtBot, theme: Theme) -> None:
    apply(theme)
    field = QLineEdit()
    qtbot.addWidget(field)
    field.resize(80, 30)
    painted = field.grab().toImage().pixelColor(40, 0)
    assert contrast(painted, palette(theme == "dark").color(Role.Window)) >= 3
    assert field_palette(theme == "dark").color(Role.Text) == field.palette().color(Role.Text)


def test_a_theme_is_changed_while_the_program_runs(qtbot: QtBot) -> None:
    mirror = Mirror()
    qtbot.addWidget(mirror)
    mirror.show()
    apply("dark")
    qtbot.waitUntil(lambda: mirror.seen[-1:] == [True])
    desk_by_night = colours().desk
    apply("light")
    qtbot.waitUntil(lambda: mirror.seen[-1:] == [False])
    assert desk_by_night != colours().desk


def test_a_theme_put_on_again_changes_nothing(qtbot: QtBot) -> None:
    mirror = Mirror()
    qtbot.addWidget(mirror)
    apply("light")
    qtbot.wait(20)
    assert mirror.seen == []


def test_the_systems_theme_follows_the_desktop(qapp: QApplication) -> None:
    apply("system")
    assert is_dark() == (qapp.styleHints().colorScheme() == Qt.ColorScheme.Dark)
    for scheme, dark in ((Qt.ColorScheme.Dark, True), (Qt.ColorScheme.Unknown, False), (Qt.ColorScheme.Dark, True)):
        qapp.styleHints().colorSchemeChanged.emit(scheme)
        assert is_dark() == dark


def test_a_chosen_theme_does_not_follow_the_desktop(qapp: QApplication) -> None:
    apply("dark")
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Light)
    assert is_dark()


def test_the_window_is_set_in_our_own_font(qapp: QApplication) -> None:
    assert (QFontInfo(qapp.font()).family(), qapp.font().pointSize()) == ("Noto Sans", 10)
    bold = QFont(qapp.font())
    bold.setBold(True)
    assert QFontInfo(bold).bold()


def test_tooltips_have_the_colours_of_the_theme() -> None:
    apply("dark")
    assert QToolTip.palette().color(Role.ToolTipText) == palette(True).color(Role.ToolTipText)
