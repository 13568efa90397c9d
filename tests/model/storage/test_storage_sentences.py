"""Every fault and every error has its sentence, in both languages, with its blanks filled."""

import ast
import errno
from pathlib import Path

import pytest

import model.storage
from model.storage.faults import ChangedOnDisk, Fault, StorageError, Unreadable
from model.storage.sentences import error_sentence, fault_sentence
from model.storage.system_errors import REASONS, failure
from resources.words import LANGUAGES, words

ROOM = Path(model.storage.__file__).parent


def _codes(maker: str) -> set[str]:
    """The codes that storage's own source gives to calls of `maker`: every text that may be its first argument."""
    found: set[str] = set()
    for file in ROOM.rglob("*.py"):
        tree = ast.parse(file.read_text(encoding="utf-8"))
        calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and _called(node) == maker and node.args]
        for call in calls:
            found |= _texts(call.args[0], tree)
    return found


def _called(call: ast.Call) -> str:
    return (
        call.func.id
        if isinstance(call.func, ast.Name)
        else call.func.attr
        if isinstance(call.func, ast.Attribute)
        else ""
    )


def _texts(code: ast.expr, tree: ast.Module) -> set[str]:
    if isinstance(code, ast.Constant):
        return {str(code.value)}
    if isinstance(code, ast.IfExp):
        return _texts(code.body, tree) | _texts(code.orelse, tree)
    assert isinstance(code, ast.Name)
    values = [node.value for node in ast.walk(tree) if isinstance(node, ast.Assign) and _assigns(node, code.id)]
    return set().union(*(_texts(value, tree) for value in values))


def _assigns(node: ast.Assign, name: str) -> bool:
    return any(isinstance(target, ast.Name) and target.id == name for target in node.targets)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_code_has_its_sentence_and_every_sentence_its_code(language: str) -> None:
    faults = _codes("Fault") | _codes("_report") - {"code"}
    makers = ("StorageError", "failure", "_failure", "_failing_as")
    errors = set().union(*map(_codes, makers)) | {"unreadable", "foreign", "changed_on_disk"}
    reasons = {*REASONS.values(), "other"}
    asked = {f"fault.{code}" for code in faults} | {f"error.{code}" for code in errors}
    asked |= {f"reason.{code}" for code in reasons} | {"about", "at.line", "at.place"}
    sentences = words("storage", language).keys()
    there = {key for key in sentences if not key.endswith(".one")}
    assert there == asked
    assert len(faults) > 25


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_fault_is_told_with_its_line_or_else_its_place(language: str) -> None:
    fault = Fault("no_format")
    plain = fault_sentence(fault, language)
    assert fault_sentence(Fault("no_format", "/x", 7), language).endswith(f" 7: {plain}")
    assert fault_sentence(Fault("no_format", "/x"), language) == f"/x: {plain}"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("number", [*REASONS, errno.ECHILD, 0])
def test_every_answer_of_the_system_is_told_in_one_line(language: str, number: int) -> None:
    error = failure("not_saved", "peta.cjm", OSError(number, "the system's words"))
    sentence = error_sentence(error, language)
    assert sentence.startswith("peta.cjm: ")
    assert ("the system's words" in sentence) == (error.details["reason"] == "other")


@pytest.mark.parametrize("language", LANGUAGES)
def test_errors_without_a_file_are_told_too(language: str) -> None:
    errors: tuple[StorageError, ...] = (
        Unreadable([Fault("no_format")]),
        ChangedOnDisk(),
        StorageError("not_writable", record="c_1"),
    )
    assert all(error_sentence(error, language) for error in errors)
