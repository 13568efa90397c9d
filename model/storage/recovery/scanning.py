"""Piece by piece through text that is no JSON as a whole: the records in it, the cut ones as far as they go."""

from typing import Any

from model.storage.faults import Fault
from model.storage.form import MEMBERS, SECTIONS
from model.storage.recovery.parsing import escaped, free_name
from model.storage.recovery.salvaging import RESTART, Name, Salvage
from model.storage.strings import Lines

EXCERPT = 200


class Scan:
    """One walk through a text. `section` is the list (or "assets") we stand in, None at the top."""

    def __init__(self, text: str) -> None:
        self.text, self.at, self.lines = text, 0, Lines(text)
        self.section: str | None = None
        self.members: dict[str, Any] = {}
        self.offsets: dict[str, int] = {}
        self.faults: list[Fault] = []
        self._skipped: int | None = None
        self._salvage = Salvage(text)
        while self._advance():
            self._piece()
        self._end_skipping(len(text))

    def _advance(self) -> bool:
        self.at = self._salvage.past_gap(self.at)
        if self._salvage.is_tired and self.at < len(self.text):
            self._skipped = self.at if self._skipped is None else self._skipped
            return False
        return self.at < len(self.text)

    def _piece(self) -> None:
        name = self._salvage.name(self.at)
        if name and (self.section is None or name.text in MEMBERS):
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

    def _member(self, name: Name) -> None:
        key, start = name
        opening = self.text[start : start + 1]
        if (opening == "[" and key in SECTIONS) or (opening == "{" and key == "assets"):
            self.section, self.at = key, start + 1
            self.members.setdefault(key, [] if opening == "[" else {})
            return
        self.section = None
        self.offsets.setdefault(f"/{escaped(key)}", self.at)
        self.at = start
        self._keep(self.members, key, self._value(f"/{escaped(key)}"))

    def _asset(self, name: Name) -> None:
        place = f"/assets/{escaped(name.text)}"
        self.offsets.setdefault(place, self.at)
        self.at = name.end
        self._keep(self._assets(), name.text, self._value(place))

    def _assets(self) -> dict[str, Any]:
        """Where the pictures go; whatever else stood under that name is kept beside it."""
        assets = self.members["assets"]
        if isinstance(assets, dict):
            return assets
        self.members[free_name("assets", self.members)] = assets
        fresh: dict[str, Any] = {}
        self.members["assets"] = fresh
        return fresh

    def _element(self, section: str) -> None:
        elements = self.members[section]
        if not isinstance(elements, list):
            elements = self.members[section] = [elements]
        while (whole := self._salvage.whole(self.at)) is not None:
            self.offsets[f"/{section}/{len(elements)}"] = self.at
            elements.append(whole[0])
            self.at = self._salvage.past_gap(whole[1])
            if not self.text.startswith("{", self.at):
                return
        place = f"/{section}/{len(elements)}"
        self.offsets[place] = self.at
        elements.append(self._broken(place))

    def _value(self, place: str) -> Any:
        whole = self._salvage.whole(self.at)
        if whole is None:
            return self._broken(place)
        value, self.at = whole
        return value

    def _broken(self, place: str) -> Any:
        """As much as there is of the value here."""
        start = self.at
        value, self.at, going = self._salvage.pieces(start)
        if not going:
            restart = RESTART.search(self.text, max(self.at, start + 1))
            self.at = restart.start() if restart else len(self.text)
        self._report("broken", place, start)
        return value

    def _keep(self, members: dict[str, Any], name: str, value: Any) -> None:
        """As json does it: of equal names the last one counts, and `Doubled` remembers the others."""
        if name in members and members[name] != value:
            members[free_name(name, members)] = members[name]
        members[name] = value

    def _skip(self) -> None:
        if self._skipped is None:
            self._skipped = self.at
        restart = RESTART.search(self.text, self.at + 1)
        self.at = restart.start() if restart else len(self.text)

    def _end_skipping(self, end: int) -> None:
        if self._skipped is not None:
            self._report("skipped", "", self._skipped, end)
            self._skipped = None

    def _report(self, code: str, place: str, start: int, end: int | None = None) -> None:
        words = " ".join(self.text[start : min(end or self.at, start + EXCERPT)].split())
        self.faults.append(Fault(code, place, self.lines.at(start), {"text": words}))
