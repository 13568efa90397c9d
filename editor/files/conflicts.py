"""What to do with a file that somebody else is at, or was: nobody's words go without a question."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from editor.dialogs.questions import ACCEPT, DESTROY, REJECT, WARNING, Choice, ask, complain
from editor.files.others import who_since
from editor.speech import Speech, language
from model.document import Document
from model.storage.faults import StorageError
from model.storage.file import open_copy
from model.storage.locks import Held
from model.storage.sentences import error_sentence
from model.storage.system_errors import shown

say = Speech("files")


def ask_about_held(window: QWidget, path: Path, held: Held) -> str:
    """How to open a map that somebody else has: to "read" it, as a "copy", or "" for not at all."""
    choices = (
        Choice("read", say("open_to_read")),
        Choice("copy", say("open_copy")),
        Choice("", say("cancel"), REJECT),
    )
    text = say("held", file=shown(path.name), who=who_since(held))
    return ask(window, say("open"), text, say("held_more"), choices)


def decide(window: QWidget, path: Path, mine: Document) -> str:
    """What to do about it before `mine` is saved there: "beside", "overwrite", or "" for nothing. Comparing first, as
    often as wanted."""
    text = say("changed", file=shown(path.name))
    choices = (
        Choice("beside", say("save_beside")),
        Choice("compare", say("compare"), ACCEPT),
        Choice("overwrite", say("overwrite"), DESTROY),
        Choice("", say("cancel"), REJECT),
    )
    while (answer := ask(window, say("save"), text, say("changed_more"), choices, WARNING)) == "compare":
        compare(window, path, mine)
    return answer


def compare(window: QWidget, path: Path, mine: Document) -> None:
    """Show what is on the disk beside the open map, or say why that cannot be."""
    from editor.dialogs.comparing import show_comparison

    try:
        theirs = open_copy(path).document
    except StorageError as error:
        complain(window, say("comparison"), error_sentence(error, language()))
        return
    name = shown(path.name)
    show_comparison(window, say("comparison"), (say("on_disk", file=name), theirs), (say("open_here"), mine))


def may_lose(window: QWidget, path: Path) -> bool:
    """Whether what is on the disk may go, although it could not be kept among the earlier versions."""
    choices = (Choice("", say("cancel"), REJECT), Choice("overwrite", say("overwrite"), DESTROY))
    text = say("not_kept", file=shown(path.name))
    return ask(window, say("save"), text, say("not_kept_more"), choices, WARNING) == "overwrite"
