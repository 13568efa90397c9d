"""Which language the command line speaks: the one asked for, else the one of the place it runs in."""

import sys
from collections.abc import Iterator, Mapping, Sequence

from resources.words import LANGUAGES, spoken


def chosen(arguments: Sequence[str], environ: Mapping[str, str]) -> str:
    """By `--language`, known before anything is parsed since the complaints need it too; else by the environment."""
    asked = next(_asked(arguments), "").lower()
    return asked if asked in LANGUAGES else spoken(_of_the_place(environ))


def _asked(arguments: Sequence[str]) -> Iterator[str]:
    for at, argument in enumerate(arguments):
        if argument == "--":
            return
        if argument == "--language":
            yield from arguments[at + 1 : at + 2]
        elif argument.startswith("--language="):
            yield argument.partition("=")[2]


def _of_the_place(environ: Mapping[str, str]) -> str:
    """A POSIX locale name such as id_ID.UTF-8; the first variable that says anything decides."""
    named = next((environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if environ.get(name)), "")
    return (named or _of_windows()).partition(".")[0]


def _of_windows() -> str:
    if sys.platform != "win32":
        return ""
    import ctypes
    import locale

    return locale.windows_locale.get(ctypes.windll.kernel32.GetUserDefaultUILanguage(), "")
