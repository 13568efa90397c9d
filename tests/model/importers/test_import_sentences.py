"""Every note and refusal has its sentence in both languages, with the same blanks."""

import ast
import json
import string
from pathlib import Path

import pytest

import model.importers
import resources
from model.importers.imported import KINDS, Kind
from resources.words import LANGUAGES, words

SOURCES = sorted(Path(model.importers.__path__[0]).rglob("*.py"))


def codes_in(source: Path, call: str) -> set[str]:
    """The codes written out in calls of this name."""
    return {
        argument.value
        for node in ast.walk(ast.parse(source.read_text("utf-8")))
        if isinstance(node, ast.Call) and call == (getattr(node.func, "id", "") or getattr(node.func, "attr", ""))
        for argument in node.args
        if isinstance(argument, ast.Constant) and isinstance(argument.value, str)
    }


def blanks(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_note_and_every_kind_has_a_sentence(language: str) -> None:
    keys = words("imports", language).keys()
    assert {f"note.{code}" for code in KINDS} == {key.removesuffix(".one") for key in keys if key.startswith("note.")}
    assert {f"kind.{kind}" for kind in Kind} <= keys


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_refusal_has_a_sentence(language: str) -> None:
    raised = {code for source in SOURCES for code in codes_in(source, "ImportRefused")}
    assert len(raised) >= 7
    keys = words("imports", language).keys()
    assert {f"refused.{code}" for code in raised} == {
        key.removesuffix(".one") for key in keys if key.startswith("refused.")
    }


def test_every_code_that_is_told_is_known() -> None:
    told = {code for source in SOURCES for call in ("tell", "Note") for code in codes_in(source, call)}
    assert len(told) > 20
    assert told <= set(KINDS)


def test_both_languages_have_the_same_sentences_with_the_same_blanks() -> None:
    indonesian, english = (
        json.loads(resources.path("i18n", f"imports.{language}.json").read_bytes()) for language in ("id", "en")
    )
    assert list(indonesian) == list(english)
    for key, sentence in indonesian.items():
        assert blanks(sentence) == blanks(english[key]), key
