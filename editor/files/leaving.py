"""What is asked before changes that are not saved go from the window."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from editor.dialogs.questions import DESTROY, REJECT, Choice, ask
from editor.speech import Speech
from model.storage.system_errors import shown

say = Speech("files")


def ask_to_leave(window: QWidget, name: str) -> str:
    """What to do with the changes to a map: "save", "discard", or "" to stay with it."""
    choices = (
        Choice("save", say("save_now")),
        Choice("discard", say("discard"), DESTROY),
        Choice("", say("cancel"), REJECT),
    )
    return ask(window, say("unsaved"), say("leave", map=name), say("leave_more"), choices)


def may_load(window: QWidget, path: Path, way: str) -> bool:
    """Whether what is on the disk may take the place of what is open. `way`: "revert" by the command, "load" after
    another program wrote the file."""
    choices = (Choice(way, say(way), DESTROY), Choice("", say("cancel"), REJECT))
    return (
        ask(window, say(f"{way}_title"), say(f"{way}_question", file=shown(path.name)), say("load_more"), choices)
        == way
    )
