"""Why a command could not do what it was asked, in one sentence."""

from typing import TYPE_CHECKING

from resources.words import Words, words

if TYPE_CHECKING:
    from model.storage.faults import Fault, StorageError


class Failure(Exception):
    """Nothing was written. `sentence` names the file, the place and the reason."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


def from_storage(error: "StorageError", said: Words) -> Failure:
    """What reading and saving complain of."""
    storage = words("storage", said.language)
    details = dict(error.details)
    if "reason" in details:
        details["reason"] = storage(f"reason.{details['reason']}", words=details.get("words", ""))
    return Failure(storage(f"error.{error.code}", **details))


def from_system(error: OSError, said: Words) -> str:
    """What the system objects to."""
    from model.storage.reasons import failure

    details = failure("", "", error).details
    return words("storage", said.language)(f"reason.{details['reason']}", words=details["words"])


def fault_sentence(fault: "Fault", said: Words) -> str:
    """One thing that is wrong with a file."""
    return words("storage", said.language)(f"fault.{fault.code}", **fault.details)
