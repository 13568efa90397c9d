"""The marked content of a page: each sequence of operators belongs to an element of its reading, or is decoration
(ISO 32000-1, 14.6 and 14.7.4)."""

import re
from collections.abc import Iterable, Iterator

from model.layout.reading import Element
from model.layout.shapes import Group

_SPOKEN = re.compile(r"^(BT .* EMC.* ET)$", re.MULTILINE)
_MARKED = re.compile(r"(/\w+(?: BMC| ?<<.*?>> ?BDC) .*? EMC)")
_PAINTS = re.compile(r"(?:^|\s)(?:[fBS]|Do|ET)(?:\s|$)")
DECORATION = ""
"""The name of what no element of the reading names."""


class Marking:
    """What is marked on one page so far. Sequences never lie in each other, so that each belongs to one element.

    `sequences`: by the names of the reading, the numbers of their marked content.
    """

    def __init__(self, reading: Iterable[Element]) -> None:
        self.sequences: dict[str, list[int]] = {}
        self._kinds = dict(_kinds(reading))
        self._count = 0
        self._running: str | None = None

    def name(self, group: Group, around: str) -> str:
        """Whose content a group is: that of the group `around` it where the reading does not name its own."""
        own = group.tag or group.record or DECORATION
        return own if own in self._kinds else around

    def put(self, out: list[str], start: int, name: str) -> None:
        """Whatever stands in `out` from `start` on is `name`'s."""
        painted = "\n".join(out[start:])
        if not painted:
            return
        del out[start:]
        if name == DECORATION or " EMC" not in painted:
            self._turn(out, name)
            out.append(painted)
            return
        for at, piece in enumerate(_SPOKEN.split(painted)):
            if at % 2:
                self.close(out)
                out.append(self._spoken(piece, name))
            elif piece.strip():
                if _PAINTS.search(piece):
                    self._turn(out, name)
                out.append(piece.strip("\n"))

    def _spoken(self, text: str, name: str) -> str:
        """A text object of which parts have marks of their own: each becomes a sequence, and so does what is between
        them. Inside of one sequence, some readers (poppler) take the end of such a part for that of the whole."""
        parts = (
            f"{self._beginning(name)} {part} EMC" if at % 2 or "TJ" in part else part
            for at, part in enumerate(_MARKED.split(text[3:-3]))
        )
        return f"BT {' '.join(parts)} ET"

    def _turn(self, out: list[str], name: str) -> None:
        if name != self._running:
            self.close(out)
            out.append(self._beginning(name))
            self._running = name

    def close(self, out: list[str]) -> None:
        """What follows in `out` paints nothing, or says itself whose it is."""
        if self._running is not None:
            out.append("EMC")
            self._running = None

    def _beginning(self, name: str) -> str:
        if name == DECORATION:
            return "/Artifact BMC"
        number, self._count = self._count, self._count + 1
        self.sequences.setdefault(name, []).append(number)
        return f"/{self._kinds[name]} <</MCID {number}>> BDC"


def _kinds(elements: Iterable[Element | str], kind: str = "Span") -> Iterator[tuple[str, str]]:
    """Each name with the kind of the element it stands in."""
    for element in elements:
        if isinstance(element, str):
            yield element, kind
        else:
            yield from _kinds(element.parts, element.kind)
