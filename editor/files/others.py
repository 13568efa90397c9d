"""Who else has a map, and since when, in words. What a lock says may come from a stranger: one harmless line."""

from datetime import datetime

from PySide6.QtCore import QLocale, QTime

from editor.speech import LOCALES, Speech, language
from editor.tasks.line import plain
from model.findings.names import shortened
from model.storage.locks import Held
from model.storage.owner import this_process

say = Speech("files")

_LONGEST = 40
"""Letters of a name that are enough to know somebody by."""


def who(held: Held) -> str:
    """Somebody, and the computer; or another window on this one."""
    owner, here = held.owner, this_process()
    if owner is None:
        return say("somebody")
    if (owner.user, owner.host, owner.machine, owner.boot) == (here.user, here.host, here.machine, here.boot):
        return say("other_window")
    return say("other_user", user=_short(owner.user) or say("somebody"), host=_short(owner.host) or "?")


def since(held: Held) -> str:
    """A moment, in the time of this computer: the day only where it was another one; "" where nobody knows."""
    try:
        then = datetime.fromisoformat(held.since).astimezone()
        clock = LOCALES[language()].toString(QTime(then.hour, then.minute), QLocale.FormatType.ShortFormat)
    except (ValueError, OverflowError, OSError):
        return ""
    if then.date() == datetime.now().astimezone().date():
        return clock
    return f"{say.date(then.date().isoformat())} {clock}"


def who_since(held: Held) -> str:
    """Both in one."""
    moment = since(held)
    return say("since", who=who(held), moment=moment) if moment else who(held)


def _short(name: str) -> str:
    return shortened(plain(name), _LONGEST)
