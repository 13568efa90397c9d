"""The flags of `export`: what can be asked of paper, of each kind of it and of each format of file.

The options of kinds and formats are asked for as their structs say; what was not said stays out of the namespace.
"""

import argparse
from collections.abc import Iterator
from typing import Any

from editor.tasks.questions import Question, questions
from export.registry import EXPORTERS
from model.handouts.kinds import KINDS
from model.layout.look import HEADER_PARTS
from model.layout.sheets import ORIENTATIONS, PAPERS, sheet
from model.layout.view import View
from model.refusal import Refused
from resources.words import Words, words

OPTION = "option."
"""What the names of kinds' and formats' options begin with in the namespace."""


def fill(command: argparse.ArgumentParser, said: Words) -> None:
    """Adds all flags of paper."""
    command.add_argument("--as", dest="kind", choices=[*KINDS], help=said("help.as"))
    command.add_argument("--view", choices=[*map(str, View)], help=said("help.view"))
    command.add_argument("--paper", type=_Paper(said), metavar=said("metavar.paper"), help=said("help.paper"))
    command.add_argument("--orientation", choices=ORIENTATIONS, type=str.lower, help=said("help.orientation"))
    _fill_look(command.add_argument_group(said("help.group.look")), said)
    group = command.add_argument_group(said("help.group.options"))
    for question in _all_questions():
        _add_question(group, question, words("paper_options", said.language), said)


def _fill_look(group: argparse._ArgumentGroup, said: Words) -> None:
    for name in ("grey", "plain-faces", "draft", "no-numbers", "no-date"):
        group.add_argument(f"--{name}", action="store_true", help=said(f"help.{name.replace('-', '_')}"))
    for name, least, most in (("margin", 5, 60), ("bleed", 0, 10)):
        asked = Question(name, "number", None, least=least, most=most, unit="mm")
        group.add_argument(f"--{name}", type=_Number(asked, said), metavar="MM", help=said(f"help.{name}"))
    group.add_argument(
        "--header", type=_Parts(said), metavar=",".join(HEADER_PARTS), help=said("help.header"), default=None
    )
    group.add_argument("--logo", metavar=said("metavar.file"), help=said("help.logo"))
    group.add_argument("--persona", metavar=said("metavar.name"), help=said("help.persona"))
    group.add_argument("--hide", action="append", default=[], metavar=said("metavar.lane"), help=said("help.hide"))


def _all_questions() -> Iterator[Question]:
    """Those of all kinds and formats, each name once."""
    asked: dict[str, Question] = {}
    for options in (*(kind.options for kind in KINDS.values()), *(each.options for each in EXPORTERS.values())):
        for question in questions(options):
            asked.setdefault(question.name, question)
    yield from asked.values()


def _add_question(group: argparse._ArgumentGroup, question: Question, labels: Words, said: Words) -> None:
    flag, dest = question.name.replace("_", "-"), f"{OPTION}{question.name}"
    left_out = question.sort == "yes_no" and question.default
    help_text = labels(f"option.{'no_' if left_out else ''}{question.name}").replace("%", "%%")
    common: dict[str, Any] = {"dest": dest, "default": argparse.SUPPRESS, "help": help_text}
    if question.sort == "yes_no":
        name, value = (f"--no-{flag}", False) if left_out else (f"--{flag}", True)
        group.add_argument(name, action="store_const", const=value, **common)
    elif question.sort == "choice":
        group.add_argument(f"--{flag}", choices=question.choices, **common)
    elif question.sort in ("number", "whole"):
        group.add_argument(f"--{flag}", type=_Number(question, said), metavar=question.unit.upper() or "N", **common)
    else:
        group.add_argument(f"--{flag}", metavar=said("metavar.list"), **common)


class _Number:
    """Takes a number within a question's limits."""

    def __init__(self, question: Question, said: Words) -> None:
        self._question, self._said = question, said

    def __call__(self, text: str) -> float:
        least, most = self._question.least, self._question.most
        try:
            number = int(text) if self._question.sort == "whole" else float(text.replace(",", "."))
        except ValueError:
            number = float("nan")
        if not (least if least is not None else number) <= number <= (most if most is not None else number):
            unit = self._question.unit and f" {self._question.unit}"
            details = {"text": text, "least": least, "most": most, "unit": unit}
            raise argparse.ArgumentTypeError(self._said("no_number", **details))
        return number


class _Paper:
    """Takes a standard sheet by its name, or a size such as 914x1800mm."""

    def __init__(self, said: Words) -> None:
        self._said = said

    def __call__(self, text: str) -> str:
        found = next((paper for paper in PAPERS if paper.lower() == text.lower()), text.lower())
        try:
            sheet(found)
        except KeyError:
            raise argparse.ArgumentTypeError(self._said("no_paper", text=text, papers=", ".join(PAPERS))) from None
        except Refused as refused:
            sentence = words("export", self._said.language)(refused.code, **refused.details).rstrip(".")
            raise argparse.ArgumentTypeError(sentence) from refused
        return found


class _Parts:
    """Takes parts of the header with commas between them; none of them where there is nothing."""

    def __init__(self, said: Words) -> None:
        self._said = said

    def __call__(self, text: str) -> frozenset[str]:
        parts = frozenset(part.strip().lower() for part in text.split(",") if part.strip())
        if unknown := sorted(parts - {*HEADER_PARTS}):
            known = ", ".join(HEADER_PARTS)
            raise argparse.ArgumentTypeError(self._said("no_part", text=", ".join(unknown), known=known))
        return parts
