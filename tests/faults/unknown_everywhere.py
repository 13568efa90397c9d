"""Members nobody knows, in every object of a file, of every type and under every name: all there after any edit."""

import copy
import json
from collections.abc import Callable, Iterable, Iterator
from itertools import product
from typing import Any

from model.change import Change, update
from model.document import Document
from model.records import Asset, Card, Emotion, Kpi, Lane, Link, Map, Persona, Record, Stage, Step
from model.storage.cjm import decode, encode, read
from model.storage.faults import StorageError
from tests.faults.seed import dice
from tests.faults.table import Row, Size
from tests.making.damage import every_kind, objects

Tree = dict[str, Any]

NAMES = ("x-baru", "extra", "id", "__proto__", "", "constructor", "~/", "a b", "\x00", "😀", "text#2", "TITLE", "id ")
VALUES: tuple[Any, ...] = (
    None, True, False, 0, -1, 1.5, 2**70, 1e-300, "", "kata\u2028\x00", [], {}, [[], {}, [None]],
    {"id": "x", "extra": {"extra": {"extra": 1}}, "": [{"b": 2, "a": {"__proto__": None}}]},
)  # fmt: skip
_EDITS: dict[type[Record], Callable[[Any], dict[str, Any]]] = {
    Map: lambda _: {"scenario": "lain"}, Stage: lambda _: {"note": "lain"}, Step: lambda _: {"minutes": 7.0},
    Lane: lambda lane: {"folded": not lane.folded}, Card: lambda card: {"votes": card.votes + 1},
    Emotion: lambda _: {"note": "lain"}, Link: lambda link: {"loop": not link.loop}, Persona: lambda _: {"age": 41},
    Kpi: lambda _: {"actual": 12.5},
}  # fmt: skip
"""An edit of each kind of record, in a member that no reference and no rule hangs on."""


def rows(size: Size) -> Iterable[Row]:
    """A row each for one member at a time, and for all of them everywhere at once."""
    yield _row("an unknown member in one object", _one_by_one(size))
    yield _row("unknown members in every object at once", (_everywhere(name) for name in NAMES))


def _row(what: str, tried: Iterable[tuple[int, list[str]]]) -> Row:
    counts = list(tried)
    lost = [each for _, losses in counts for each in losses]
    return Row(what, sum(count for count, _ in counts), len(lost), "; ".join(lost[:3]))


def _one_by_one(size: Size) -> Iterator[tuple[int, list[str]]]:
    """Every name with every value in each object; in the small run some of them, others each time."""
    pairs = list(product(NAMES, VALUES))
    chance = dice("unknown members")
    for at in range(len(hosts(_tree()))):
        for name, value in pairs if size is Size.FULL else chance.sample(pairs, 6):
            yield injected([at], name, value)


def _everywhere(name: str) -> tuple[int, list[str]]:
    return injected(range(len(hosts(_tree()))), name, VALUES[-1])


def injected(places: Iterable[int], name: str, value: Any) -> tuple[int, list[str]]:
    """How many members were put into the objects of these numbers, and which of them were lost on the way."""
    tree, put = _tree(), 0
    for host in [hosts(tree)[at] for at in places]:
        if name not in host:
            host[name] = copy.deepcopy(value)
            put += 1
    if not put:
        return 0, []
    try:
        return put, list(_losses(_after_edits(tree), tree, name))
    except (StorageError, ValueError) as error:
        return put, [f"{name!r}: {value!r} made {type(error).__name__}: {error}"]


def hosts(tree: Tree) -> list[Tree]:
    """Every object that has members; those of `assets` are names of pictures."""
    return [here for here in objects(tree) if here is not tree["assets"]]


def _tree() -> Tree:
    tree: Tree = json.loads(encode(every_kind()))
    return tree


def _after_edits(tree: Tree) -> Tree:
    """The file after every record was changed, saved and read again."""
    document, faults = read(json.dumps(tree).encode())
    if faults:
        raise ValueError(f"what is known is odd: {faults[0]}")
    for change in _changes(document):
        document.apply(change)
    again: Tree = json.loads(encode(decode(encode(document))))
    return again


def _changes(document: Document) -> Iterator[Change]:
    for record in list(document.records.values()):
        if not isinstance(record, Asset):
            yield update(record, **_EDITS[type(record)](record))


def _losses(saved: Any, given: Any, name: str, place: str = "") -> Iterator[str]:
    """Where the member of this name is not what it was. Records have kept their order, and so have lists in them."""
    if isinstance(given, list):
        for at, (one, other) in enumerate(zip(saved, given, strict=True)):
            yield from _losses(one, other, name, f"{place}/{at}")
    elif isinstance(given, dict):
        if name in given and not _same(saved.get(name), given[name]):
            yield f"{place}/{name} lost"
        for key in given.keys() - {name}:
            yield from _losses(saved.get(key, {}), given[key], name, f"{place}/{key}")


def _same(one: Any, other: Any) -> bool:
    """Equal in type too: a 1 that came back as 1.0 or true is another value."""
    return json.dumps(one, sort_keys=True) == json.dumps(other, sort_keys=True)
