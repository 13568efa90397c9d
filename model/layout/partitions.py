"""Ways to cut the columns of a map into pages: between stages, balanced, the fewest pages first."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from model.layout.grid import Column


def partitions(columns: Sequence[Column], most: int) -> Iterator[list[range]]:
    """Ways to cut the columns into pages of at most `most`, the fewest pages first, each cut balanced."""
    units = _units(columns, most)
    for pages in range(max(1, -(-len(columns) // most)), len(units) + 1):
        cut = _balanced(units, pages)
        if len(cut) == pages and max(len(each) for each in cut) <= most:
            yield cut


def _units(columns: Sequence[Column], most: int) -> list[range]:
    """What must stay together: a stage, or an even share of one that is wider than a page."""
    units: list[range] = []
    start = 0
    for at in range(1, len(columns) + 1):
        if at == len(columns) or columns[at].stage_number != columns[start].stage_number:
            shares = -(-(at - start) // most)
            edges = [start + (at - start) * share // shares for share in range(shares + 1)]
            units += [range(low, high) for low, high in pairwise(edges)]
            start = at
    return units


def _balanced(units: Sequence[range], pages: int) -> list[range]:
    """Contiguous groups of units whose widest is as narrow as can be (search over the width)."""
    low, high = max(len(unit) for unit in units), units[-1].stop
    while low < high:
        middle = (low + high) // 2
        low, high = (low, middle) if len(_filled(units, middle)) <= pages else (middle + 1, high)
    return _filled(units, low)


def _filled(units: Sequence[range], most: int) -> list[range]:
    groups: list[range] = []
    for unit in units:
        if groups and unit.stop - groups[-1].start <= most:
            groups[-1] = range(groups[-1].start, unit.stop)
        else:
            groups.append(unit)
    return groups
