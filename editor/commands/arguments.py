"""What may stand on the command line, and how argparse speaks about it."""

import argparse
import datetime
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from editor.commands.terminal import tell
from resources.templates import TEMPLATES
from resources.words import LANGUAGES, Words, words

COMMANDS = ("open", "new", "import", "check", "export")
if TYPE_CHECKING:
    from _typeshed import SupportsWrite


class Parser(argparse.ArgumentParser):
    """Complains in one sentence, without the usage in front of it."""

    def __init__(self, said: Words, **options: Any) -> None:
        super().__init__(allow_abbrev=False, **options)
        self._said = said

    def print_help(self, file: "SupportsWrite[str] | None" = None) -> None:
        # argparse says nothing when the disk behind the output is full.
        print(self.format_help(), file=file, end="")

    def error(self, message: str) -> NoReturn:
        sentence = self._said("usage", message=message[:1].upper() + message[1:], command=self.prog)
        tell(sentence)
        self.exit(2)


def parsed(arguments: Sequence[str], said: Words) -> argparse.Namespace:
    """The arguments by name, `command` among them. Raises SystemExit for --help and for what makes no sense."""
    _speak(said.language)
    whole = _with_command(list(arguments))
    return _parser(said, exports=next(_operands(whole), "") == "export").parse_args(whole)


def _speak(language: str) -> None:
    """Let argparse say its own sentences in a language.

    It asks gettext for each, and gettext wants compiled catalogues and goes by the locale; our words lie in JSON.
    """
    own = words("argparse", language)

    def one(sentence: str) -> str:
        return own(sentence) if sentence in own else sentence

    def many(single: str, plural: str, count: int) -> str:
        return one(single if count == 1 else plural)

    vars(argparse).update(_=one, ngettext=many)


def _with_command(arguments: list[str]) -> list[str]:
    """`main.py map.cjm` means `main.py open map.cjm`, and `main.py` alone `main.py open`."""
    first = next(_operands(arguments), None)
    if first is None:
        return arguments if {"-h", "--help", "--version"} & {*arguments} else [*arguments, "open"]
    return arguments if first in COMMANDS or not _is_file(first) else ["open", *arguments]


def _operands(arguments: Sequence[str]) -> Iterator[str]:
    """What is neither an option nor the language asked for."""
    for before, argument in zip(("", *arguments), arguments, strict=False):
        if not argument.startswith("-") and before != "--language":
            yield argument


def _is_file(argument: str) -> bool:
    """Rather a file than a command spelled wrong."""
    if "." in argument or "/" in argument:
        return True
    try:
        return Path(argument).exists()
    except OSError:  # too long for a file's name
        return False


def _parser(said: Words, *, exports: bool) -> Parser:
    """`exports`: what is asked of paper is asked for; to know all of that takes longer than a help text has time."""
    parser = Parser(said, prog="main.py", description=said("help.program"), epilog=said("help.exits"))
    parser.set_defaults(language=None)
    _add_language(parser, said)
    parser.add_argument("--version", action=_ShowVersion, nargs=0, help=said("help.version"))
    commands = parser.add_subparsers(dest="command", required=True, metavar=said("metavar.command"))
    for name, fill in zip(COMMANDS, (_fill_open, _fill_new, _fill_import, _fill_check, _fill_export), strict=True):
        help_text = said(f"help.{name}")
        command = commands.add_parser(name, said=said, help=help_text, description=help_text)
        fill(command, said)
        if name == "export" and exports:
            _fill_paper(command, said)
        _add_language(command, said)
    return parser


class _ShowVersion(argparse.Action):
    """Looks the version up when somebody asks, not whenever a parser is made."""

    def __call__(self, parser: argparse.ArgumentParser, *_: Any) -> NoReturn:
        from editor.tasks.version import version

        print("Jejak", version())
        parser.exit()


def _fill_open(command: Parser, said: Words) -> None:
    command.add_argument("map", type=Path, nargs="?", metavar=said("metavar.map"), help=said("help.map"))


def _fill_new(command: Parser, said: Words) -> None:
    command.add_argument("--template", required=True, choices=TEMPLATES, help=said("help.template"))
    _add_date(command, said("help.date.new"), said)
    _add_map_output(command, said)


def _fill_import(command: Parser, said: Words) -> None:
    command.add_argument("source", type=Path, nargs="+", metavar=said("metavar.file"), help=said("help.source"))
    command.add_argument("--diagram", type=_Diagram(said), metavar="N", help=said("help.diagram"))
    _add_map_output(command, said)


def _fill_check(command: Parser, said: Words) -> None:
    _add_map(command, said)
    command.add_argument("--json", action="store_true", help=said("help.json"))


def _fill_export(command: Parser, said: Words) -> None:
    _add_map(command, said)
    _add_output(command, said("help.output.export"), said)
    _add_date(command, said("help.date.export"), said)
    command.add_argument("--force", action="store_true", help=said("help.force.export"))


def _fill_paper(command: Parser, said: Words) -> None:
    from editor.commands import paper_arguments

    paper_arguments.fill(command, said)


def _add_map(command: Parser, said: Words) -> None:
    command.add_argument("map", type=Path, metavar=said("metavar.map"), help=said("help.map"))
    command.add_argument("--as-copy", action="store_true", help=said("help.as_copy"))


def _add_map_output(command: Parser, said: Words) -> None:
    _add_output(command, said("help.output.map"), said)
    command.add_argument("--force", action="store_true", help=said("help.force.map"))


def _add_output(command: Parser, help_text: str, said: Words) -> None:
    command.add_argument("-o", "--output", type=Path, required=True, metavar=said("metavar.file"), help=help_text)


def _add_date(command: Parser, help_text: str, said: Words) -> None:
    command.add_argument("--date", type=_Date(said), metavar=said("metavar.date"), help=help_text)


def _add_language(command: Parser, said: Words) -> None:
    # Without a default here, one given before the command would be lost.
    command.add_argument(
        "--language", choices=LANGUAGES, type=str.lower, default=argparse.SUPPRESS, help=said("help.language")
    )


class _Date:
    """Takes a day as ISO 8601 writes it."""

    def __init__(self, said: Words) -> None:
        self._said = said

    def __call__(self, text: str) -> str:
        try:
            return datetime.date.fromisoformat(text).isoformat()
        except ValueError:
            raise argparse.ArgumentTypeError(self._said("no_date", text=text)) from None


class _Diagram:
    """Takes the number of a diagram, counted from 1."""

    def __init__(self, said: Words) -> None:
        self._said = said

    def __call__(self, text: str) -> int:
        if not (text.isascii() and text.isdigit() and 0 < len(text) < 10 and int(text)):
            raise argparse.ArgumentTypeError(self._said("no_diagram", text=text))
        return int(text)
