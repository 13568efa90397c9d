"""Piece by piece through text that is no JSON as a whole: the records in it, the cut ones as far as they go."""

import re
from typing import Any

from model.storage.faults import Fault
from model.storage.form import MAX_DEPTH, MEMBERS, SECTIONS
from model.storage.parsing import LENIENT, Doubled, escaped, free_name
from model.storage.strings import Lines, unescaped

_GAP = re.compile(r"[\s,\x00\ufeff]*")
_QUOTED = re.compile(r'"((?:[^"\\\n]|\\.)*)"')
_NAME = re.compile(r'"((?:[^"\\\n]|\\.)*)"\s*:\s*')
_RESTART = re.compile(r'\n|\{\s*"id"\s*:|"(?:' + "|".join(sorted(MEMBERS)) + r')"\s*:')
"""Where a record or a member may begin again. Quotes inside a text are escaped, so nobody's words look like this."""

EXCERPT = 200


class Scan:
    """One walk through a text. `section` is the list (or "assets") we stand in, None at the top."""

    def __init__(self, text: str) -> None:
        self.text, self.at, self._lines = text, 0, Lines(text)
        self.section: str | None = None
        self.members: dict[str, Any] = {}
        self.offsets: dict[str, int] = {}
        self.faults: list[Fault] = []
        self._skipped: int | None = None
        while self._advance():
            self._piece()
        self._end_skipping(len(text))

    def _advance(self) -> bool:
        gap = _GAP.match(self.text, self.at)
        self.at = gap.end() if gap else self.at
        return self.at < len(self.text)

    def _piece(self) -> None:
        name = _NAME.match(self.text, self.at)
        if name and (self.section is None or name[1] in MEMBERS):
            self._end_skipping(self.at)
            self._member(name)
        elif name and self.section == "assets":
            self._end_skipping(self.at)
            self._asset(name)
        elif self.text[self.at] in "]}" or (self.text[self.at] == "{" and self.section is None):
            self._bracket()
        elif self.section in SECTIONS and self.text[self.at] in '{"[':
            self._end_skipping(self.at)
            self._element(self.section)
        else:
            self._skip()

    def _bracket(self) -> None:
        if self.text[self.at] == ("}" if self.section == "assets" else "]"):
            self.section = None
        self.at += 1

    def _member(self, name: re.Match[str]) -> None:
        key, start = unescaped(name[1]), name.end()
        opening = self.text[start : start + 1]
        if (opening == "[" and key in SECTIONS) or (opening == "{" and key == "assets"):
            self.section, self.at = key, start + 1
            self.members.setdefault(key, [] if opening == "[" else {})
            return
        self.section = None
        self.offsets.setdefault(f"/{escaped(key)}", name.start())
        self.at = start
        self._keep(self.members, key, self._value(f"/{escaped(key)}"))

    def _asset(self, name: re.Match[str]) -> None:
        key = unescaped(name[1])
        place = f"/assets/{escaped(key)}"
        self.offsets.setdefault(place, name.start())
        self.at = name.end()
        self._keep(self.members["assets"], key, self._value(place))

    def _element(self, section: str) -> None:
        elements = self.members[section]
        if not isinstance(elements, list):
            elements = self.members[section] = [elements]
        place = f"/{section}/{len(elements)}"
        self.offsets[place] = self.at
        elements.append(self._value(place))

    def _value(self, place: str) -> Any:
        start = self.at
        try:
            value, self.at = LENIENT.raw_decode(self.text, start)
            return value
        except (ValueError, RecursionError):
            value, stop = salvage(self.text, start)
            restart = _RESTART.search(self.text, max(stop, start + 1))
            self.at = restart.start() if restart else len(self.text)
            self._report("cut_short", place, start)
            return value

    def _keep(self, members: dict[str, Any], name: str, value: Any) -> None:
        """As json does it: of equal names the last one counts, and `Doubled` remembers the others."""
        if name in members and members[name] != value:
            members[free_name(name, members)] = members[name]
        members[name] = value

    def _skip(self) -> None:
        if self._skipped is None:
            self._skipped = self.at
        restart = _RESTART.search(self.text, self.at + 1)
        self.at = restart.start() if restart else len(self.text)

    def _end_skipping(self, end: int) -> None:
        if self._skipped is not None:
            self._report("skipped", "", self._skipped, end)
            self._skipped = None

    def _report(self, code: str, place: str, start: int, end: int | None = None) -> None:
        words = " ".join(self.text[start : min(end or self.at, start + EXCERPT)].split())
        self.faults.append(Fault(code, place, self._lines.at(start), {"text": words}))


def salvage(text: str, at: int, depth: int = 1) -> tuple[Any, int]:
    """As much of the value at `at` as can be read, and where reading stopped."""
    opening = text[at : at + 1]
    if opening in ("{", "[") and depth <= MAX_DEPTH:
        return _salvaged_members(text, at + 1, depth) if opening == "{" else _salvaged_elements(text, at + 1, depth)
    if opening == '"':
        restart = _RESTART.search(text, at + 1)
        end = restart.start() if restart else len(text)
        return unescaped(text[at + 1 : end].rstrip("\r")), end
    return None, at


def _salvaged_members(text: str, at: int, depth: int) -> tuple[dict[str, Any], int]:
    pairs: list[tuple[str, Any]] = []
    while name := _NAME.match(text, _past_gap(text, at)):
        value, at, complete = _salvaged(text, name.end(), depth)
        if complete or value is not None:
            pairs.append((unescaped(name[1]), value))
        if not complete:
            break
    return (dict(pairs) if len(dict(pairs)) == len(pairs) else Doubled(pairs)), at


def _salvaged_elements(text: str, at: int, depth: int) -> tuple[list[Any], int]:
    values: list[Any] = []
    complete = True
    while complete and text[_past_gap(text, at) : _past_gap(text, at) + 1] not in ("]", "}", ""):
        value, at, complete = _salvaged(text, _past_gap(text, at), depth)
        if complete or value is not None:
            values.append(value)
    return values, at


def _salvaged(text: str, at: int, depth: int) -> tuple[Any, int, bool]:
    """A value, where it ends, and whether it is all there: what follows then is a member of its own."""
    try:
        value, end = LENIENT.raw_decode(text, at)
        return value, end, True
    except (ValueError, RecursionError):
        quoted = _QUOTED.match(text, at)
        return (unescaped(quoted[1]), quoted.end(), True) if quoted else (*salvage(text, at, depth + 1), False)


def _past_gap(text: str, at: int) -> int:
    gap = _GAP.match(text, at)
    return gap.end() if gap else at
