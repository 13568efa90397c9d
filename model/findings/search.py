"""Looking a map over: once, or again and again as it changes."""

from collections.abc import Iterable, Iterator
from operator import itemgetter
from typing import Any

import msgspec

from model.change import Change
from model.document import Document
from model.findings.finding import Finding, Severity
from model.findings.follow import follow
from model.findings.graph import Context
from model.findings.registry import ON_CARDS, ON_EVERY_CARD, ON_LINKS, ON_MAP, MapFinding
from model.records import Card, Id, Link, Role

Placed = tuple[tuple[Any, ...], Finding]
"""A finding behind what it is sorted by."""

RANK = {severity: at for at, severity in enumerate(Severity)}


def find(document: Document, *, ignored: bool = False) -> tuple[Finding, ...]:
    """What a map could be asked about: the gravest first, then as one reads the map.

    What somebody has set aside is left out, or with `ignored` there and marked.
    """
    return Findings(document).current(ignored=ignored)


class Findings:
    """The findings of a document that changes: a change has only those looked for again that it may have touched."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._context = Context(document)
        self._on_cards: dict[Id, tuple[Placed, ...]] = {}
        self._on_links: dict[Id, tuple[Placed, ...]] = {}
        self._on_map: dict[MapFinding, tuple[Finding, ...]] = {}
        self._look_at_cards(document.table(Card))
        self._look_at_links(document.table(Link))
        for look in ON_MAP:
            self._on_map[look] = tuple(look(self._context))

    def update(self, change: Change) -> tuple[Finding, ...]:
        """The findings after a change that the document has just made: each one is told once, in their order."""
        touched = follow(self._context, change)
        self._look_at_cards(touched.cards)
        self._look_at_links(touched.links)
        for look, parts in ON_MAP.items():
            if parts & touched.parts:
                self._on_map[look] = tuple(look(self._context))
        if touched.moved:
            for table in (self._on_cards, self._on_links):
                table.update({key: self._placed(each for _, each in found) for key, found in table.items()})
        return self.current()

    def current(self, *, ignored: bool = False) -> tuple[Finding, ...]:
        """The findings of the document as it is: see `find`."""
        placed = [each for table in (self._on_cards, self._on_links) for found in table.values() for each in found]
        placed.extend(self._placed(each for found in self._on_map.values() for each in found))
        placed.sort(key=itemgetter(0))
        aside = {(each.code, each.records) for each in self._document.map.ignored}
        return tuple(_marked((each for _, each in placed), aside, ignored))

    def _look_at_cards(self, keys: Iterable[Id]) -> None:
        for key in keys:
            card = self._document.get(Card, key)
            role = self._context.grid.role_of(key)
            found = [] if card is None or role is None else self._on_card(card, role)
            self._keep(self._on_cards, key, found)

    def _look_at_links(self, keys: Iterable[Id]) -> None:
        for key in keys:
            link = self._document.get(Link, key)
            self._keep(self._on_links, key, [] if link is None else self._on_link(link))

    def _on_card(self, card: Card, role: Role) -> list[Finding]:
        looks = (*ON_CARDS.get(role, ()), *ON_EVERY_CARD)
        return [found for look in looks if (found := look(self._context, card)) is not None]

    def _on_link(self, link: Link) -> list[Finding]:
        return [found for look in ON_LINKS if (found := look(self._context, link)) is not None]

    def _keep(self, table: dict[Id, tuple[Placed, ...]], key: Id, found: list[Finding]) -> None:
        if found:
            table[key] = self._placed(found)
        else:
            table.pop(key, None)

    def _placed(self, findings: Iterable[Finding]) -> tuple[Placed, ...]:
        return tuple(
            ((RANK[each.severity], self._context.first_place(each.records), each.code, each.records), each)
            for each in findings
        )


def _marked(findings: Iterable[Finding], aside: set[tuple[str, tuple[Id, ...]]], ignored: bool) -> Iterator[Finding]:
    """The findings without those set aside, or with them, marked."""
    for each in findings:
        if not aside or (each.code, each.records) not in aside:
            yield each
        elif ignored:
            yield msgspec.structs.replace(each, ignored=True)
