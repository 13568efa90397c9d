"""One value of broken JSON: whole where it is whole, else as many of its members as stand there."""

import json
import re
from typing import Any, NamedTuple

from model.storage.form import MAX_DEPTH, MEMBERS
from model.storage.recovery.parsing import LENIENT, Doubled
from model.storage.strings import quoted_end, unescaped

_GAP = re.compile(r"[\s,\x00\ufeff]*")
_COLON = re.compile(r"\s*:\s*")
RESTART = re.compile(r'\n|\{\s*"id"\s*:|"(?:' + "|".join(sorted(MEMBERS)) + r')"\s*:')
"""Where a record or a member may begin again. Quotes inside a text are escaped, so nobody's words look like this."""

_PATIENCE = 20
"""How often each character may be looked at in vain."""

_SHORTEST, _VIEW = 400, 16_000
"""How many characters are looked at: most records have fewer than the one, many stand together in the other."""

_LONGEST_TOKEN = 12
"""Characters of the longest thing json complains of at its beginning when its end is cut off: two escapes of a
character, or -Infinity."""

_DEEP = 20_000
"""What nesting without end costs, in characters."""

Found = tuple[Any, int, bool]
"""A value (None for none), where reading it stopped, and whether what follows can be read on from there."""


class Name(NamedTuple):
    """The name of a member, and where its value begins."""

    text: str
    end: int


class Salvage:
    """Reads values out of one text, and counts what it cost: a file made to be slow gets no more than a damaged one."""

    def __init__(self, text: str) -> None:
        self._text, self._spent = text, 0
        self._from = self._until = 0
        self._view = ""

    @property
    def is_tired(self) -> bool:
        return self._spent > _PATIENCE * len(self._text) + 1_000_000

    def pieces(self, at: int, depth: int = 0) -> Found:
        """What can be read of the value at `at` that is not whole."""
        end = quoted_end(self._text, at)
        if end is not None:  # an escape in it is none
            return unescaped(self._text[at + 1 : end - 1]), end, True
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

    def name(self, at: int) -> Name | None:
        """The name that stands here, with its colon."""
        end = quoted_end(self._text, at)
        colon = _COLON.match(self._text, end) if end is not None else None
        return Name(unescaped(self._text[at + 1 : end - 1]), colon.end()) if end is not None and colon else None

    def whole(self, at: int) -> tuple[Any, int] | None:
        """The value at `at` and where it ends, None where it is broken.

        Looks at a piece of the text, and at more where the value goes on behind it: json counts the lines of all it
        was given for each of its errors.
        """
        self._look(at, _SHORTEST)
        while True:
            start, cut = at - self._from, self._until < len(self._text)
            try:
                value, end = LENIENT.raw_decode(self._view, start)
                if not cut or end < len(self._view):  # else a number may go on
                    return value, self._from + end
            except json.JSONDecodeError as error:
                endless = error.msg.startswith("Unterminated")
                self._spent += _SHORTEST + (len(self._view) if endless else error.pos) - start
                if not cut or not (endless or error.pos + _LONGEST_TOKEN >= len(self._view)):
                    return None
            except RecursionError:
                self._spent += _DEEP
                return None
            self._look(at, 2 * (self._until - at))

    def _look(self, at: int, length: int) -> None:
        """Have so much of the text in view, or all that is left of it."""
        reaches = self._until == len(self._text) or at + length <= self._until
        if not (self._from <= at and reaches and self._view):
            self._from, self._until = at, min(at + max(length, _VIEW), len(self._text))
            self._view = self._text[at : self._until]

    def _members(self, at: int, depth: int) -> Found:
        pairs: list[tuple[str, Any]] = []
        going = True
        while going and (name := self.name(self.past_gap(at))):
            value, at, going = self._inner(name.end, depth)
            if going or value is not None:
                pairs.append((name.text, value))
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
