"""Which file to open."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from editor.dialogs.places import choose_file
from editor.files.folders import last_folder
from editor.files.saving import ENDING
from editor.settings import Settings
from editor.speech import Speech
from model.importers import ENDINGS, TABLES

say = Speech("files")


def choose_map(window: QWidget, settings: Settings) -> Path | None:
    """A map, or a journey that becomes one; None where the question was left."""
    journeys, tables = (" ".join(f"*{ending}" for ending in sorted(endings)) for endings in (ENDINGS, TABLES))
    kinds = (
        f"{say('maps')} (*{ENDING})",
        f"{say('journeys')} ({journeys})",
        f"{say('tables')} ({tables})",
        f"{say('maps_inside')} (*.pdf)",
        f"{say('all_files')} (*)",
    )
    return choose_file(window, say("open"), last_folder(settings), kinds)
