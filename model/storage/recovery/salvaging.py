"""One value of broken JSON: whole where it is whole, else as many of its members as stand there."""

import json
import re
from typing import Any

from model.storage.form import MAX_DEPTH, MEMBERS
from model.storage.recovery.parsing import LENIENT, Doubled
from model.storage.strings import unescaped

_GAP = re.compile(r"[\s,\x00\ufeff]*")
_QUOTED = re.compile(r'"((?:[^"\\\n]|\\.)*)"')
NAME = re.compile(r'"((?:[^"\\\n]|\\.)*)"\s*:\s*')
RESTART = re.compile(r'\n|\{\s*"id"\s*:|"(?:' + "|".join(sorted(MEMBERS)) + r')"\s*:')
"""Where a record or a member may begin again. Quotes inside a text are escaped, so nobody's words look like this."""

_PATIENCE = 20
"""How often each character may be looked at in vain."""

_SHORTEST, _LONGEST = 400, 4_000
"""How many characters are looked at first: most records have fewer than the one, nearly all than the other."""

_LONGEST_TOKEN = 12
"""Characters of the longest thing json complains of at its beginning when its end is cut off: two escapes of a
character, or -Infinity."""

_DEEP = 20_000
"""What nesting without end costs, in characters."""

Found = tuple[Any, int, bool]
"""A value (None for none), where reading it stopped, and whether what follows can be read on from there."""


class Salvage:
    """Reads values out of one text, and counts what it cost: a file made to be slow gets no more than a damaged one."""

    def __init__(self, text: str) -> None:
        self._text, self._spent = text, 0

    @property
    def is_tired(self) -> bool:
        return self._spent > _PATIENCE * len(self._text) + 1_000_000

    def pieces(self, at: int, depth: int = 0) -> Found:
        """What can be read of the value at `at` that is not whole."""
        quoted = _QUOTED.match(self._text, at)
        if quoted:  # an escape in it is none
            return unescaped(quoted[1]), quoted.end(), True
        opening = self._text[at : at + 1]
        if opening == '"':
            restart = RESTART.search(self._text, at + 1)
            end = restart.start() if restart else len(self._text)
            return unescaped(self._text[at + 1 : end].rstrip("\r")), end, False
        if opening not in ("{", "[") or depth >= MAX_DEPTH or self.is_tired:
            return None, at, False
        return self._members(at + 1, depth) if opening == "{" else self._elements(at + 1, depth)

    def past_gap(self, at: int) -> int:
        """Where the next piece begins, behind spaces and commas, too many of them or too few."""
        gap = _GAP.match(self._text, at)
        return gap.end() if gap else at

    def whole(self, at: int) -> tuple[Any, int] | None:
        """The value at `at` and where it ends, None where it is broken.

        Looks at a line or a few short ones first, and at more where that is too little: json counts the lines of all
        it was given for each of its errors. Where a whole file is one line, at a piece of it first.
        """
        end = self._window_end(at, at + _SHORTEST)
        while True:
            window = self._text[at:end]
            cut = end < len(self._text) and self._text[end] != "\n"
            try:
                value, length = LENIENT.raw_decode(window)
                if not (cut and length == len(window)):  # a number may go on
                    return value, at + length
            except json.JSONDecodeError as error:
                self._spent += len(window)
                stopped = error.pos + (_LONGEST_TOKEN if cut else 0)
                short = stopped >= len(window.rstrip()) or error.msg.startswith("Unterminated")
                if not short or end >= len(self._text):
                    return None
            except RecursionError:
                self._spent += _DEEP
                return None
            end = self._window_end(at, at + 2 * len(window) + 1)

    def _window_end(self, at: int, least: int) -> int:
        """The end of the line that holds `least`, or of a piece of it."""
        most = max(at + _LONGEST, least)
        end = self._text.find("\n", least, most)
        return min(most, len(self._text)) if end < 0 else end

    def _members(self, at: int, depth: int) -> Found:
        pairs: list[tuple[str, Any]] = []
        going = True
        while going and (name := NAME.match(self._text, self.past_gap(at))):
            value, at, going = self._inner(name.end(), depth)
            if going or value is not None:
                pairs.append((unescaped(name[1]), value))
        members = dict(pairs)
        return members if len(members) == len(pairs) else Doubled(pairs), *self._closed(at, "}", going)

    def _elements(self, at: int, depth: int) -> Found:
        values: list[Any] = []
        going = True
        while going and self._text[self.past_gap(at) : self.past_gap(at) + 1] not in ("]", "}", ""):
            value, at, going = self._inner(self.past_gap(at), depth)
            if going or value is not None:
                values.append(value)
        return values, *self._closed(at, "]", going)

    def _inner(self, at: int, depth: int) -> Found:
        whole = self.whole(at)
        return (*whole, True) if whole is not None else self.pieces(at, depth + 1)

    def _closed(self, at: int, bracket: str, going: bool) -> tuple[int, bool]:
        end = self.past_gap(at)
        return (end + 1, True) if going and self._text[end : end + 1] == bracket else (at, False)
