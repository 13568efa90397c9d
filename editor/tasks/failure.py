"""Why a command could not do what it was asked, in one sentence."""

from typing import TYPE_CHECKING

from resources.words import Words, words

if TYPE_CHECKING:
    from model.storage.faults import StorageError


class Failure(Exception):
    """Nothing was written. `sentence` names the file, the place and the reason."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


def from_storage(error: "StorageError", said: Words) -> Failure:
    """What reading and saving complain of."""
    from model.storage.sentences import error_sentence

    return Failure(error_sentence(error, said.language))


def from_system(error: OSError, said: Words) -> str:
    """What the system objects to."""
    from model.storage.system_errors import failure

    return reason(failure("", "", error), said)


def reason(error: "StorageError", said: Words) -> str:
    """What the system objected to, of an error that has such a reason."""
    return words("storage", said.language)(f"reason.{error.details['reason']}", **error.details)
