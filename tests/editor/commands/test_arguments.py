"""The command line itself: what is understood, and how argparse speaks."""

import re

import pytest

from editor.commands import arguments
from model.layout.sheets import ORIENTATIONS, PAPERS
from model.layout.view import View
from resources.words import words

ENGLISH = re.compile(
    r"\b(usage|options?|positional|arguments?|optional|show|help message|exit|required|following|expected|one|at"
    r"|least|most|invalid|choice|choose|from|value|unrecognized|not allowed|error|the|and|with)\b(?![-=])",
    re.IGNORECASE,
)
MISTAKES = [
    ["frobnicate"],
    ["x" * 300],
    ["--frobnicate"],
    ["export"],
    ["export", "a.cjm", "-o"],
    ["export", "a.cjm", "-o", "a.pdf", "--paper", "B5"],
    ["export", "a.cjm", "-o", "a.pdf", "--view", "bird"],
    ["export", "a.cjm", "b.cjm", "-o", "a.pdf"],
    ["export", "a.cjm", "-o", "a.pdf", "--date", "kemarin"],
    ["export", "a.cjm", "-o", "a.pdf", "--lang", "id"],
    ["check", "a.cjm", "--json=ya"],
    ["new", "--template", "nine-stages", "-o", "a.cjm"],
    ["import", "a.md", "--diagram", "0", "-o", "a.cjm"],
    ["import", "a.md", "--diagram", "dua", "-o", "a.cjm"],
    ["--language", "tlh"],
    ["--language"],
]


def told(given: list[str], language: str, capsys: pytest.CaptureFixture[str]) -> str:
    """What comes out before the program stops."""
    with pytest.raises(SystemExit):
        arguments.parsed(given, words("cli", language))
    return "".join(capsys.readouterr())


def test_the_help_offers_what_the_layout_can_do() -> None:
    assert tuple(PAPERS) == arguments.PAPERS
    assert arguments.ORIENTATIONS == ORIENTATIONS
    assert set(arguments.VIEWS) == {str(view) for view in View}


@pytest.mark.parametrize("command", [[], *([name] for name in arguments.COMMANDS)])
def test_no_help_in_indonesian_has_a_word_of_argparse_in_english(
    command: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    said = told([*command, "--help"], "id", capsys)
    assert said.startswith("pemakaian: main.py")
    plain = re.sub(r"\{[^}]*\}|--[\w-]+|code, severity, records, message", "", said)
    assert ENGLISH.findall(plain) == []


@pytest.mark.parametrize("given", MISTAKES)
def test_a_mistake_is_told_in_one_sentence_of_the_language(
    given: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    indonesian, english = told(given, "id", capsys), told(given, "en", capsys)
    assert indonesian.count("\n") == english.count("\n") == 1
    assert "--help” menunjukkan" in indonesian
    assert "--help” shows" in english
    assert ENGLISH.findall(re.sub(r"'[^']*'|--\w+", "", indonesian)) == []


@pytest.mark.parametrize(
    ("given", "command"),
    [
        ([], "open"),
        (["map.cjm"], "open"),
        (["./new"], "open"),
        (["--language", "id"], "open"),
        (["--language", "id", "map.cjm"], "open"),
        (["open", "map.cjm"], "open"),
        (["--language", "id", "check", "map.cjm"], "check"),
        (["check", "map.cjm", "--language=id"], "check"),
    ],
)
def test_without_a_command_a_map_is_opened(given: list[str], command: str) -> None:
    assert arguments.parsed(given, words("cli", "en")).command == command


def test_a_language_before_the_command_counts_as_much_as_one_behind_it() -> None:
    said = words("cli", "en")
    assert arguments.parsed(["--language", "id", "check", "a.cjm"], said).language == "id"
    assert arguments.parsed(["check", "a.cjm", "--language", "id"], said).language == "id"
    assert arguments.parsed(["check", "a.cjm"], said).language is None


def test_orientation_and_language_may_be_written_large() -> None:
    given = ["export", "a.cjm", "-o", "a.pdf", "--orientation", "Portrait", "--language", "EN"]
    asked = arguments.parsed(given, words("cli", "en"))
    assert (asked.orientation, asked.language) == ("portrait", "en")


def test_paper_may_be_written_small() -> None:
    given = ["export", "a.cjm", "-o", "a.pdf", "--paper", "letter"]
    assert arguments.parsed(given, words("cli", "en")).paper == "Letter"
