"""Icons of the window: there for every role and mark, in the colour of the words, sharp at every resolution."""

import gc
import subprocess
from collections.abc import Callable

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QImage, QPalette, QPixmap
from PySide6.QtWidgets import QFileDialog, QToolButton
from pytestqt.qtbot import QtBot

import resources
from editor.appearance.dialogs import dress
from editor.appearance.icons import icon, mark_icon, names, role_icon
from editor.appearance.theme import Theme, apply
from model.records import Mark, Role

pytestmark = pytest.mark.usefixtures("qapp")


def inks(pixmap: QPixmap) -> set[str]:
    """The colours of the opaque pixels."""
    image = pixmap.toImage().convertToFormat(QImage.Format.Format_ARGB32)
    points = ((x, y) for x in range(image.width()) for y in range(image.height()))
    return {colour.name() for colour in (image.pixelColor(*point) for point in points) if colour.alpha() == 255}


def button_text(group: QPalette.ColorGroup = QPalette.ColorGroup.Active) -> str:
    return QGuiApplication.palette().color(group, QPalette.ColorRole.ButtonText).name()


@pytest.mark.parametrize("name", sorted(names()))
def test_every_drawing_leaves_ink_and_stays_inside_its_square(name: str) -> None:
    image = icon(name).pixmap(QSize(48, 48), 1.0).toImage()
    assert inks(QPixmap.fromImage(image))
    rim = [image.pixelColor(x, y).alpha() for x in range(48) for y in (0, 47)]
    assert max(rim) == 0


def test_every_role_and_mark_has_its_icon() -> None:
    shown = [role_icon(role) for role in Role] + [mark_icon(mark) for mark in Mark]
    assert all(not one.isNull() for one in shown)


def test_an_unknown_icon_of_the_window_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        icon("no-such-icon")


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_an_icon_has_the_colour_of_the_words_beside_it_and_follows_the_theme(theme: Theme) -> None:
    kept = icon("save")
    apply(theme)
    assert inks(kept.pixmap(QSize(64, 64), 1.0)) == {button_text()}
    pale = kept.pixmap(QSize(64, 64), 1.0, QIcon.Mode.Disabled)
    assert inks(pale) == {button_text(QPalette.ColorGroup.Disabled)}
    highlighted = QGuiApplication.palette().color(QPalette.ColorRole.HighlightedText)
    assert inks(kept.pixmap(QSize(64, 64), 1.0, QIcon.Mode.Selected)) == {QColor(highlighted).name()}
    apply("light")


@pytest.mark.parametrize("scale", [1.0, 1.25, 2.0, 3.0])
def test_an_icon_has_as_many_pixels_as_the_screen(scale: float) -> None:
    pixmap = icon("save").pixmap(QSize(20, 20), scale)
    assert (pixmap.width(), pixmap.devicePixelRatio()) == (20 * scale, scale)


def test_a_button_paints_its_icon(qtbot: QtBot) -> None:
    button = QToolButton()
    qtbot.addWidget(button)
    button.setIcon(icon("printer"))
    button.setIconSize(QSize(32, 32))
    assert button_text() in inks(button.grab())


def test_icons_outlive_the_python_that_made_them(qtbot: QtBot) -> None:
    button = QToolButton()
    qtbot.addWidget(button)
    for name in sorted(names()):
        copied = QIcon(icon(name))
        # A copy that is changed is detached: Qt clones the drawing.
        copied.addPixmap(QPixmap(4, 4))
        button.setIcon(copied)
        del copied
        gc.collect()
        assert not button.grab().isNull()


def test_the_window_ends_well_with_icons_on_it(fresh_python: Callable[[str], subprocess.CompletedProcess[str]]) -> None:
    outcome = fresh_python(
        "from PySide6.QtWidgets import QApplication, QPushButton\n"
        "from editor.appearance.icons import icon\n"
        "from editor.appearance.theme import apply\n"
        "application = QApplication([])\n"
        "apply('dark')\n"
        "button = QPushButton(icon('save'), 'Simpan')\n"
        "button.grab()\n"
    )
    assert (outcome.returncode, outcome.stderr) == (0, "")


def test_the_file_dialog_shows_our_icons(qtbot: QtBot) -> None:
    apply("dark")
    dialog = QFileDialog()
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    qtbot.addWidget(dress(dialog))
    shown = {button.objectName(): button.icon().name() for button in dialog.findChildren(QToolButton)}
    assert (shown["backButton"], shown["toParentButton"]) == ("arrow-left", "arrow-up")
    assert (shown["newFolderButton"], shown["listModeButton"]) == ("folder-plus", "list")
    apply("light")


def test_the_icons_of_the_window_name_their_licence() -> None:
    drawings = [*resources.path("icons", "window").glob("*.svg"), *resources.path("styles").glob("*.svg")]
    assert len(drawings) > 60
    assert all("@license lucide-static" in svg.read_text(encoding="utf-8") for svg in drawings)


def test_no_icon_of_the_window_hides_one_of_the_paper() -> None:
    folders = (resources.path("icons"), resources.path("icons", "window"))
    paper, window = ({svg.stem for svg in folder.glob("*.svg")} for folder in folders)
    assert not paper & window
