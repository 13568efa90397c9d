"""Faults and errors of storage in the words of a language."""

from model.storage.faults import Fault, StorageError
from resources.words import words


def fault_sentence(fault: Fault, language: str) -> str:
    """A fault as a sentence, with its line where it has one, else with its place."""
    say = words("storage", language)
    sentence = say(f"fault.{fault.code}", **fault.details)
    if fault.line:
        return say("at.line", line=fault.line, sentence=sentence)
    return say("at.place", place=fault.place, sentence=sentence) if fault.place else sentence


def error_sentence(error: StorageError, language: str) -> str:
    """An error as a sentence that begins with the file's name."""
    say = words("storage", language)
    details = dict(error.details)
    if "reason" in details:
        details["reason"] = reason_sentence(error, language)
    sentence = say(f"error.{error.code}", **details)
    return say("about", file=details["file"], sentence=sentence) if "file" in details else sentence


def reason_sentence(error: StorageError, language: str) -> str:
    """What stood in the way, without the file and what was tried; where no reason is known, all that is."""
    if "reason" not in error.details:
        return error_sentence(error, language)
    return words("storage", language)(f"reason.{error.details['reason']}", **error.details)
