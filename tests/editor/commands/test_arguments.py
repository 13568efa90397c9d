"""The command line itself: what is understood, and how argparse speaks."""

import re

import pytest

from editor.commands import arguments
from editor.commands.paper_arguments import OPTION
from editor.tasks.questions import questions
from export.registry import EXPORTERS
from model.handouts.kinds import KINDS
from model.layout.sheets import ORIENTATIONS, PAPERS
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
    ["export", "a.cjm", "-o", "a.pdf", "--paper", "0x0x0mm"],
    ["export", "a.cjm", "-o", "a.pdf", "--paper", "14x1800mm"],
    ["export", "a.cjm", "-o", "a.pdf", "--as", "kite"],
    ["export", "a.cjm", "-o", "a.pdf", "--margin", "61"],
    ["export", "a.cjm", "-o", "a.pdf", "--columns", "2.5"],
    ["export", "a.cjm", "-o", "a.pdf", "--header", "title,nose"],
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


def understood(*flags: str) -> dict[str, object]:
    return vars(arguments.parsed(["export", "a.cjm", "-o", "a.pdf", *flags], words("cli", "id")))


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("lies", ORIENTATIONS)
def test_every_paper_is_understood_however_it_is_written(paper: str, lies: str) -> None:
    found = understood("--paper", paper.lower(), "--orientation", lies.upper())
    assert (found["paper"], found["orientation"]) == (paper, lies)


def test_what_was_not_said_about_a_kind_of_paper_is_left_to_it() -> None:
    assert [name for name in understood() if name.startswith(OPTION)] == []
    found = understood("--as", "poster", "--columns", "3", "--overlap", "12,5", "--no-notes", "--size", "50x38")
    assert {name.removeprefix(OPTION): value for name, value in found.items() if name.startswith(OPTION)} == {
        "columns": 3, "overlap": 12.5, "notes": False, "size": "50x38",
    }  # fmt: skip


def test_every_option_of_every_kind_and_format_has_a_flag_with_words_in_both_languages() -> None:
    asked = [*(kind.options for kind in KINDS.values()), *(each.options for each in EXPORTERS.values())]
    for question in (question for options in asked for question in questions(options)):
        for language in ("id", "en"):
            assert words("paper_options", language)(f"option.{question.name}")


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
