"""From arguments to an exit code: 0 done, 1 done with something to know, 2 not done; never a traceback."""

import os
import sys
from argparse import Namespace
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from editor.commands import arguments, language
from editor.commands.terminal import accept_any_character, give_up, tell
from editor.tasks.failure import Failure, from_system
from resources.words import Words, words

FAILED = 2
INTERRUPTED = 130  # 128 and the number of SIGINT, as shells count
NOBODY_READS = 141  # 128 and the number of SIGPIPE


def run(given: Sequence[str]) -> int:
    """Do what the command line says."""
    accept_any_character()
    said = words("cli", language.chosen(given, os.environ))
    try:
        code = _obeyed(given, said)
        if sys.stdout is not None:  # as in a program without a console
            sys.stdout.flush()
    except OSError as error:
        give_up(sys.stdout)
        if isinstance(error, BrokenPipeError):
            return NOBODY_READS
        tell(said("cannot_write_out", reason=from_system(error, said)))
        return FAILED
    return code


def _obeyed(given: Sequence[str], said: Words) -> int:
    try:
        return _run(arguments.parsed(given, said), said)
    except SystemExit as done:  # argparse has said what there is to say
        return done.code if isinstance(done.code, int) else 0
    except Failure as failure:
        tell(failure.sentence)
        return FAILED
    except KeyboardInterrupt:
        tell(said("interrupted"))
        return INTERRUPTED
    except Exception as error:
        if _is_of_output(error):
            raise
        _tell_fault(error, said)
        return FAILED


def _run(asked: Namespace, said: Words) -> int:
    match asked.command:
        case "new":
            from editor.commands.new import run as command
        case "import":
            from editor.commands.import_ import run as command
        case "check":
            from editor.commands.check import run as command
        case "export":
            from editor.commands.export import run as command
        case _:
            from editor.commands.window import run as command
    return command(asked, said)


def _is_of_output(error: Exception) -> bool:
    """What the system says of a file has the file's name; what it says of standard output has none."""
    return isinstance(error, OSError) and error.filename is None


def _tell_fault(error: Exception, said: Words) -> None:
    """A fault of ours, in a sentence and with its place for whoever is to find it."""
    import traceback

    if os.environ.get("JEJAK_TRACEBACK"):
        with suppress(OSError):  # of a standard error that takes nothing
            traceback.print_exception(error)
    last = traceback.extract_tb(error.__traceback__)[-1]
    place = f"{Path(last.filename).name}:{last.lineno}"
    tell(said("internal", fault=traceback.format_exception_only(error)[-1], place=place))
