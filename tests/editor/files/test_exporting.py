"""The formats of the map itself, from the window: the same files as the command line writes."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

import main
from editor.dialogs.export import ExportAs
from editor.printing.room.format_options import format_name
from editor.speech import speak
from export.registry import EXPORTERS
from tests.checking.command_line import CLINIC
from tests.checking.dialogs import Act, Desk, key, name_file, press

FORMATS = [ending for ending, exporter in EXPORTERS.items() if not exporter.paints]


def opened(desk: Desk) -> Path:
    """The sample, open and saved where the test works."""
    path = desk.folder / "klinik.cjm"
    path.write_bytes(CLINIC.read_bytes())
    assert desk.files.open(path)
    return path


def exports(ending: str) -> Act:
    """Walks to a format and presses Export."""

    def act(dialog: QDialog) -> None:
        assert isinstance(dialog, ExportAs)
        QTest.keyClick(dialog.formats, Qt.Key.Key_Home)
        for _ in range(FORMATS.index(ending)):
            QTest.keyClick(dialog.formats, Qt.Key.Key_Down)
        assert dialog.ending == ending
        press("Export...")(dialog)

    return act


def waits(dialog: QDialog) -> None:
    """Until the file is made; then the dialog goes by itself."""
    assert isinstance(dialog, ExportAs)
    while dialog.writing.busy:
        QTest.qWait(2)


@pytest.mark.parametrize("ending", FORMATS)
def test_the_window_writes_what_the_command_line_writes(desk: Desk, ending: str) -> None:
    source = opened(desk)
    ours, theirs = desk.folder / f"ours{ending}", desk.folder / f"theirs{ending}"
    desk.answers(exports(ending), name_file("ours"), waits)
    assert desk.files.export_as()
    main.main(["export", str(source), "-o", str(theirs), "--view", str(desk.session.drawing.view)])
    assert ours.read_bytes() == theirs.read_bytes()
    assert f"ours{ending}" in desk.told[-1]
    assert desk.files.has_exported()


def test_what_a_format_cannot_hold_is_told_before_it_is_written(desk: Desk) -> None:
    opened(desk)
    seen: list[str] = []

    def look(dialog: QDialog) -> None:
        assert isinstance(dialog, ExportAs)
        dialog.formats.setCurrentRow(FORMATS.index(".mmd"))
        seen.append(dialog.losses.text())
        press("Close")(dialog)

    desk.answers(look)
    assert not desk.files.export_as()
    assert "has no place for" in seen[0]
    assert "lanes" in seen[0]


def test_the_last_format_comes_back(desk: Desk) -> None:
    desk.answers(exports(FORMATS[-1]), name_file("peta"), waits)
    assert desk.files.export_as()
    seen: list[str] = []

    def look(dialog: QDialog) -> None:
        assert isinstance(dialog, ExportAs)
        seen.append(dialog.ending)
        key(Qt.Key.Key_Escape)(dialog)

    desk.answers(look)
    assert not desk.files.export_as()
    assert seen == [FORMATS[-1]]


def test_a_folder_that_takes_no_file_is_told_in_a_sentence(desk: Desk) -> None:
    desk.answers(exports(FORMATS[0]), name_file("nowhere/peta"), waits_for_complaint, press("OK"), press("Close"))
    assert not desk.files.export_as()
    assert "Cannot write" in desk.told[-1]


def waits_for_complaint(dialog: QDialog) -> None:
    """The dialog is there again; the complaint comes over it in its own time."""
    assert isinstance(dialog, ExportAs)


def test_every_format_says_what_it_is_in_both_languages(desk: Desk) -> None:
    seen: dict[str, list[str]] = {}

    def look(dialog: QDialog) -> None:
        assert isinstance(dialog, ExportAs)
        for language in ("id", "en"):
            speak(language)
            QApplication.sendPostedEvents()
            seen[language] = [dialog.formats.item(row).text() for row in range(dialog.formats.count())]
            for row in range(dialog.formats.count()):
                dialog.formats.setCurrentRow(row)
                assert len(dialog.about.text()) > 20
        press("Close")(dialog)

    desk.answers(look)
    assert not desk.files.export_as()
    assert seen["en"] == [format_name(ending) for ending in FORMATS]
    assert len(seen["id"]) == len(FORMATS)
