"""What the menus do to what one sees: views, sheets, zoom, theme, language."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from editor import speech
from editor.actions.command import Command
from editor.appearance import theme
from editor.speech import Speech
from model.layout.sheets import ORIENTATIONS, PAPERS, sheet
from model.layout.view import View

if TYPE_CHECKING:
    from editor.window.window import Window

_say = Speech("actions")


def show(view: View) -> Callable[["Window"], object]:
    """Show the map in a view."""
    return lambda window: window.session.show(view=view, sheet=window.session.drawing.sheet)


def shows(view: View) -> Callable[["Window"], bool]:
    return lambda window: window.session.drawing.view is view


def other_view(window: "Window") -> None:
    """Journey or blueprint, whichever does not show."""
    now = window.session.drawing.view
    show(View.JOURNEY if now is View.BLUEPRINT else View.BLUEPRINT)(window)


def on_sheets(window: "Window") -> bool:
    return window.session.drawing.sheet is not None


def free_or_sheets(window: "Window") -> None:
    """The free drawing, or the sheets that will be printed."""
    on = None if on_sheets(window) else sheet(window.settings.paper, window.settings.orientation)
    window.session.show(sheet=on)
    window.canvas.fit()


def papers(_: "Window") -> tuple[Command | None, ...]:
    """A command for each paper, and for both ways to lay it."""
    return (
        *(
            Command(f"paper.{paper}", _lay(paper=paper), checked=_lies(paper=paper), words=_called(paper))
            for paper in PAPERS
        ),
        None,
        *(
            Command(f"orientation.{each}", _lay(orientation=each), checked=_lies(orientation=each))
            for each in ORIENTATIONS
        ),
    )


def _called(paper: str) -> Callable[["Window"], str]:
    return lambda _: paper


def _lay(paper: str = "", orientation: str = "") -> Callable[["Window"], None]:
    def run(window: "Window") -> None:
        window.settings.paper = paper or window.settings.paper
        window.settings.orientation = orientation or window.settings.orientation
        window.session.show(sheet=sheet(window.settings.paper, window.settings.orientation))
        window.canvas.fit()

    return run


def _lies(paper: str = "", orientation: str = "") -> Callable[["Window"], bool]:
    return lambda window: window.settings.paper == paper or window.settings.orientation == orientation


def toggle(panel: str) -> Callable[["Window"], None]:
    """Bring a panel to the front, or put it away."""
    return lambda window: window.panels.toggle(panel)


def shows_panel(name: str) -> Callable[["Window"], bool]:
    return lambda window: window.panels.shows(name)


def fit_selection(window: "Window") -> None:
    """Show all that is selected, as large as can be."""
    window.canvas.fit_records(window.session.selection)


def dress(name: theme.Theme) -> Callable[["Window"], None]:
    """Put a theme on."""

    def run(window: "Window") -> None:
        window.settings.theme = name
        theme.apply(name)

    return run


def dressed(name: str) -> Callable[["Window"], bool]:
    return lambda window: window.settings.theme == name


def speak(language: str) -> Callable[["Window"], None]:
    """Speak a language from now on."""

    def run(window: "Window") -> None:
        window.settings.language = language
        speech.speak(language)

    return run


def speaks(language: str) -> Callable[["Window"], bool]:
    return lambda _: speech.language() == language


def full_screen(window: "Window") -> None:
    """Nothing but the map's window, as before an audience; or the window as it was."""
    window.setWindowState(window.windowState() ^ Qt.WindowState.WindowFullScreen)


def is_full_screen(window: "Window") -> bool:
    return window.isFullScreen()
