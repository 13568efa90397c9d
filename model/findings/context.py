"""What the findings read: where the cards stand, one graph of the links, and who is named how."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from model.document import Document
from model.findings.grid import Grid, Place
from model.records import Card, Emotion, Id, Kpi, Lane, Link, Role, Stage, Step

if TYPE_CHECKING:
    import networkx

BANDS: dict[Role, int] = {
    Role.CUSTOMER_ACTIONS: 0,
    Role.FRONT_STAGE: 1,
    Role.FRONT_STAGE_TECHNOLOGY: 1,
    Role.BACK_STAGE: 2,
    Role.SUPPORT: 3,
}
"""The four bands of a service blueprint from top to bottom; the three lines run between them."""

Banded = tuple[Id, Id, int, int]
"""An edge of the graph: its source, its target, and the bands these stand in."""

NAMED = ("owner", "channel")


class Context:
    """A document with the indexes the findings share.

    `graph` holds the linked cards; an exchange is an edge both ways, and an edge carries its links by id.
    `spellings` lists, for each of NAMED, the cards by what is written on them.
    """

    graph: "networkx.DiGraph[Id]"

    def __init__(self, document: Document) -> None:
        import networkx

        self.document = document
        self._records = document.records
        self.grid = Grid(document)
        self.graph = networkx.DiGraph()
        self.graph.add_edges_from(edge for link in document.table(Link).values() for edge in _edges(link))
        self.spellings: dict[str, defaultdict[str, dict[Id, None]]] = {member: defaultdict(dict) for member in NAMED}
        for card in document.table(Card).values():
            self.note_names(card)
        self._banded: list[Banded] | None = None
        self.read_watched()

    # Reading

    def band(self, card: Id) -> int | None:
        """The band a card stands in, None where it is in none."""
        role = self.grid.role_of(card)
        return None if role is None else BANDS.get(role)

    @property
    def banded(self) -> list[Banded]:
        """The edges between cards in bands that are more than loops."""
        if self._banded is None:
            self._banded = list(self._edges_in_bands())
        return self._banded

    def _edges_in_bands(self) -> Iterator[Banded]:
        bands = {lane: BANDS[role] for lane, role in self.grid.role.items() if role in BANDS}
        placed = {card: bands[lane] for card, lane in self.grid.lane.items() if lane in bands}
        for source, targets in self.graph.adjacency():
            if source in placed:
                for target, links in targets.items():
                    if target in placed and not all(link.loop for link in links.values()):
                        yield source, target, placed[source], placed[target]

    def neighbours(self, card: Id) -> Iterator[Id]:
        """The cards linked with this one, either way."""
        if card in self.graph:
            yield from self.graph.succ[card]
            yield from self.graph.pred[card]

    def first_place(self, keys: Sequence[Id]) -> Place:
        """Where the first of some records stands."""
        return self._place(keys[0]) if len(keys) == 1 else min(map(self._place, keys))

    def _place(self, key: Id) -> Place:
        record, grid = self._records[key], self.grid
        if isinstance(record, Link):
            return (*self._place(record.source)[:3], key)
        if isinstance(record, Card | Emotion):
            column = grid.column_keys[record.step] if record.step is not None else ()
            return column, grid.row_keys[record.lane] if record.lane is not None else (), record.order, key
        if isinstance(record, Stage):
            return (record.order, key), (), "", key
        if isinstance(record, Step | Lane):
            return grid.column_keys.get(key, ()), grid.row_keys.get(key, ()), "", key
        return (), (), "", key

    # Keeping up

    def forget_banded(self) -> None:
        """To be called when links, or the bands of linked cards, have changed."""
        self._banded = None

    def read_watched(self) -> None:
        """Which cards a KPI names."""
        self.watched = frozenset(card for kpi in self.document.table(Kpi).values() for card in kpi.cards)

    def link(self, link: Link) -> None:
        self.graph.add_edges_from(_edges(link))

    def unlink(self, link: Link) -> None:
        for source, target, _ in _edges(link):
            links = self.graph.succ[source][target]
            del links[link.id]
            if not links:
                self.graph.remove_edge(source, target)
        for card in (link.source, link.target):
            if not self.graph.succ[card] and not self.graph.pred[card]:
                self.graph.remove_node(card)

    def note_names(self, card: Card) -> None:
        for member in NAMED:
            if name := getattr(card, member):
                self.spellings[member][name][card.id] = None

    def forget_names(self, card: Card) -> None:
        for member in NAMED:
            if name := getattr(card, member):
                cards = self.spellings[member][name]
                del cards[card.id]
                if not cards:
                    del self.spellings[member][name]


def _edges(link: Link) -> Iterator[tuple[Id, Id, dict[str, Link]]]:
    yield link.source, link.target, {link.id: link}
    if link.both:
        yield link.target, link.source, {link.id: link}
