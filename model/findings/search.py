"""Looking a map over: once, or again and again as it changes."""

from collections.abc import Iterable, Iterator
from operator import itemgetter
from typing import Any

import msgspec

from model.change import Change
from model.document import Document
from model.findings.context import Context
from model.findings.finding import Finding, Severity
from model.findings.incremental import follow
from model.findings.registry import ON_CARDS, ON_EVERY_CARD, ON_LINKS, ON_MAP
from model.records import Card, Id, Link, Role

Placed = tuple[tuple[Any, ...], Id, Finding]
"""A finding, behind what it is sorted by and the card or link it was looked for at."""

LOOKS = {role: (*ON_CARDS.get(role, ()), *ON_EVERY_CARD) for role in Role}
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
        self._single = [*self._on_cards(document.table(Card)), *self._on_links(document.table(Link))]
        self._single.sort(key=itemgetter(0))
        self._whole = {look: tuple(look(self._context)) for look in ON_MAP}

    def update(self, change: Change) -> tuple[Finding, ...]:
        """The findings after a change that the document has just made. Each change is told once, in their order."""
        touched = follow(self._context, change)
        again = touched.cards | touched.links | change.removed.keys()
        self._single = [each for each in self._single if each[1] not in again]
        self._single += self._on_cards(touched.cards)
        self._single += self._on_links(touched.links)
        self._single.sort(key=itemgetter(0))
        for look, parts in ON_MAP.items():
            if parts & touched.parts:
                self._whole[look] = tuple(look(self._context))
        return self.current()

    def current(self, *, ignored: bool = False) -> tuple[Finding, ...]:
        """The findings of the document as it is: see `find`."""
        whole = [self._placed("", each) for found in self._whole.values() for each in found]
        placed = sorted([*self._single, *whole], key=itemgetter(0))
        return tuple(self._marked([each for *_, each in placed], ignored))

    def _on_cards(self, keys: Iterable[Id]) -> Iterator[Placed]:
        for key in keys:
            card, role = self._document.get(Card, key), self._context.grid.role_of(key)
            if card is not None and role is not None:
                for look in LOOKS[role]:
                    if (found := look(self._context, card)) is not None:
                        yield self._placed(key, found)

    def _on_links(self, keys: Iterable[Id]) -> Iterator[Placed]:
        for key in keys:
            if (link := self._document.get(Link, key)) is not None:
                for look in ON_LINKS:
                    if (found := look(self._context, link)) is not None:
                        yield self._placed(key, found)

    def _placed(self, key: Id, found: Finding) -> Placed:
        place = self._context.first_place(found.records)
        return (RANK[found.severity], place, found.code, found.records), key, found

    def _marked(self, findings: list[Finding], ignored: bool) -> Iterable[Finding]:
        """The findings without those set aside, or with them, marked."""
        aside = {(each.code, each.records) for each in self._document.map.ignored}
        if not aside:
            return findings
        marked = (
            msgspec.structs.replace(each, ignored=True) if (each.code, each.records) in aside else each
            for each in findings
        )
        return (each for each in marked if ignored or not each.ignored)
