"""What the user prefers, where it cannot be kept."""

from pytestqt.qtbot import QtBot

from tests.checking.whole_window import Hands


def test_that_settings_cannot_be_saved_is_told_once_and_after_what_was_done(small: Hands, qtbot: QtBot) -> None:
    place = small.folder / "settings.json"
    place.unlink(missing_ok=True)
    place.mkdir()
    small.window.settings.orientation = "portrait"
    small.window.settings.paper = "A2"
    small.session.tell("Done")
    qtbot.waitUntil(lambda: len(small.told) > 1)
    assert small.told == [
        "Done",
        "Your settings last only until the program ends, they cannot be saved: that is a folder, not a file.",
    ]
