"""The README keeps its word: what it links is there, and CI runs the very commands it names."""

import re
import shlex
from pathlib import Path

import pytest

from editor.commands import arguments
from resources.words import words

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
DOCUMENTS = ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", "docs/guide.md", "docs/panduan.md"]
EXAMPLES = re.findall(r"^python main\.py ([^#\n]*)", README, re.MULTILINE)
OPENING = "map.cjm"  # without a command a map is opened


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_link_to_a_file_leads_somewhere(name: str) -> None:
    links = re.findall(r"\]\(([^)#]+)", (ROOT / name).read_text(encoding="utf-8"))
    missing = [link for link in links if "://" not in link and not (ROOT / name).parent.joinpath(link).exists()]
    assert missing == []


def test_ci_runs_each_of_the_two_commands_as_the_readme_has_them() -> None:
    wanted = re.findall(r'readme_command "([^"]+)"', (ROOT / ".ci" / "run").read_text(encoding="utf-8"))
    assert len(wanted) == 2
    for part in wanted:
        assert [line for line in README.splitlines() if part in line and line.endswith(("-m pytest", "clinic.cjm"))]
        assert README.count(part) == 1


def test_the_readme_shows_each_command_that_makes_something() -> None:
    assert {example.split()[0] for example in EXAMPLES} == {*arguments.COMMANDS, OPENING} - {"open"}


@pytest.mark.parametrize("example", EXAMPLES)
def test_each_example_is_understood(example: str) -> None:
    assert arguments.parsed(shlex.split(example), words("cli", "en")).command == _command(example)


def _command(example: str) -> str:
    first = example.split()[0]
    return "open" if first == OPENING else first
