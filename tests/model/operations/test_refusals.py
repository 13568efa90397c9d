"""Every refusal of an operation, and of the session that runs it, has a sentence in each language, with blanks that its
details fill."""

import ast
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest

import model.operations
from resources.words import LANGUAGES, words

ROOM = Path(model.operations.__file__).parent
SESSION = ROOM.parents[1] / "editor" / "session.py"


def refusals() -> Iterator[tuple[str, tuple[str, ...]]]:
    """The code and the details' names of each `Refused(...)` written in model/operations, and in the session."""
    for page in (*sorted(ROOM.glob("*.py")), SESSION):
        for node in ast.walk(ast.parse(page.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Refused":
                code = node.args[0]
                assert isinstance(code, ast.Constant), f"{page.name}: a code is written out"
                yield str(code.value), tuple(sorted(str(each.arg) for each in node.keywords))


REFUSALS = sorted(set(refusals()))


def blanks(sentence: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name is not None}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("code", "details"), REFUSALS, ids=str)
def test_a_refusal_has_a_sentence_whose_blanks_its_details_fill(
    code: str, details: tuple[str, ...], language: str
) -> None:
    sentence = words("refusals", language)(code, **{name: "{" + name + "}" for name in details})
    assert blanks(sentence) <= set(details)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_stands_there_for_a_refusal_that_nobody_makes(language: str) -> None:
    assert words("refusals", language).keys() == {code for code, _ in REFUSALS}
