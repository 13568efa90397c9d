"""Findings on the ways along the links: circles below the line of visibility, and the card most ways run through."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator
from typing import TYPE_CHECKING

from model.findings.context import Context
from model.findings.finding import Code, Finding, hint, warning
from model.records import Id

if TYPE_CHECKING:
    import networkx

ACTION, FRONT, BACK, SUPPORT = range(4)
MOST = 50
"""The percentage of all paths above which "most" of them run through a card."""

STARTS = 3
"""Customer actions that must depend on a card before it is called a bottleneck."""


def circular_dependency(context: Context) -> Iterator[Finding]:
    """Back stage and support cards that wait on each other in a circle.

    A circle is a strongly connected component with a one-way link inside: cards joined by exchanges alone have
    agreed with each other, and a loop leads back on purpose. One finding a component; the circles in it are not listed,
    there may be more of them than atoms.
    """
    below = _between(context, {BACK, SUPPORT})
    for circle in _components(below):
        if len(circle) > 1 and _has_one_way(context, circle):
            yield warning(Code.CIRCULAR_DEPENDENCY, *sorted(circle), count=len(circle))


def bottleneck(context: Context) -> Iterator[Finding]:
    """The front or back stage card that more than half of all paths from customer actions to support run through.

    A path begins at a link out of a customer action, goes on over front and then back stage cards, never up again, and
    ends at the first support card. Paths are counted, not listed: those into a card times those out of it, by one pass
    each way over the components in the order of the links, so in time linear in the links. The card with most paths,
    of several the one nearest to the customer, is named if three customer actions or more lead to it; a card in a
    circle is not.
    """
    entries, exits, direct = _ends(context)
    inner = _between(context, {FRONT, BACK}, downwards=True)
    inner.add_nodes_from((*entries, *exits))
    # Tarjan's algorithm yields a component after every one it leads to.
    upwards = list(_components(inner))
    out_of = _paths(upwards, inner.successors, exits)
    into = _paths(upwards[::-1], inner.predecessors, entries)
    through = {card: into[card] * out_of[card] for component in upwards if len(component) == 1 for card in component}
    most = max(through.values(), default=0)
    total = direct + sum(count * out_of[card] for card, count in entries.items())
    if 100 * most > MOST * total:
        busiest = min((context.band(card) or 0, card) for card, count in through.items() if count == most)[1]
        starts = _starts(context, inner, busiest)
        if starts >= STARTS:
            yield hint(Code.BOTTLENECK, busiest, percent=100 * most // total, count=starts)


def _paths(components: Iterable[set[Id]], onwards: Callable[[Id], Iterable[Id]], ends: Counter[Id]) -> dict[Id, int]:
    """How many paths lead on from each card to where they end; the cards of a component share one number."""
    paths: dict[Id, int] = {}
    for component in components:
        count = sum(ends[card] for card in component)
        count += sum(paths[other] for card in component for other in onwards(card) if other not in component)
        paths.update(dict.fromkeys(component, count))
    return paths


def _ends(context: Context) -> tuple[Counter[Id], Counter[Id], int]:
    """How many customer actions lead to each inner card, to how many support cards it leads, and the direct ways."""
    entries, exits, direct = Counter[Id](), Counter[Id](), 0
    for source, target, above, under in context.banded:
        if above == ACTION and under == SUPPORT:
            direct += 1
        elif above == ACTION and under != ACTION:
            entries[target] += 1
        elif under == SUPPORT and above != SUPPORT:
            exits[source] += 1
    return entries, exits, direct


def _starts(context: Context, inner: "networkx.DiGraph[Id]", card: Id) -> int:
    """How many customer actions lead to an inner card."""
    import networkx

    ahead = networkx.ancestors(inner, card) | {card}
    return len({source for source, target, above, _ in context.banded if above == ACTION and target in ahead})


def _between(context: Context, bands: Collection[int], downwards: bool = False) -> "networkx.DiGraph[Id]":
    """The part of the graph inside some bands; `downwards`: without the edges that lead up."""
    import networkx

    return networkx.DiGraph(
        (source, target)
        for source, target, above, under in context.banded
        if above in bands and under in bands and not (downwards and above > under)
    )


def _components(graph: "networkx.DiGraph[Id]") -> Iterator[set[Id]]:
    import networkx

    return networkx.strongly_connected_components(graph)


def _has_one_way(context: Context, circle: set[Id]) -> bool:
    return any(
        target in circle and any(not link.both and not link.loop for link in links.values())
        for card in circle
        for target, links in context.graph.succ[card].items()
    )
