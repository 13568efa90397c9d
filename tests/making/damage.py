"""Damaged files for tests: a map of every kind of record, and seeded mutations of its file, as a tree and as bytes."""

import copy
import json
from collections.abc import Callable, Iterator
from functools import cache
from random import Random
from typing import Any

from model.document import Document
from model.records import PREFIXES, Card
from model.storage import cjm
from tests.making.growing import any_map

Tree = dict[str, Any]

ODDITIES: tuple[Any, ...] = (
    None, True, -1, 0, 11, 2**70, 1e300, -0.5, "", "x", "emotion", "\x00", "a0", [], {}, [[]], [None], {"id": "x"},
    {"extra": {"extra": 1}}, "kata " * 2000,
)  # fmt: skip
BROKEN_TEXT = (
    '"', "{", "}", "[", "]", ",", ":", "\\", "\\ud83d", "\\u0000", "NaN", "1e999", "-Infinity", "9" * 5000, "\n",
    "\r\n", "\0" * 40, "[" * 3000, '{"id":' * 500, "\ufeff", '"extra": {},', "null", "//", "<b>", "\u2028",
)  # fmt: skip


@cache
def every_kind() -> Document:
    """A map with every kind of record, evidence and a finding set aside."""
    grown = (any_map(Random(seed), 5, 6, 12, 8) for seed in range(1000))
    return next(document for document in grown if _is_full(document))


def _is_full(document: Document) -> bool:
    has_all = all(document.table(kind) for kind in PREFIXES)
    return has_all and bool(document.map.ignored) and any(card.evidence for card in document.table(Card).values())


def mutations(count: int, seed: int) -> Iterator[bytes]:
    """`count` files, each with one to three things wrong, the same for the same seed."""
    data = cjm.encode(every_kind())
    chance = Random(seed)
    for _ in range(count):
        yield _mutated(data, chance)


def _mutated(data: bytes, chance: Random) -> bytes:
    if chance.random() < 0.3:
        return _torn(data, chance)
    tree: Tree = json.loads(data)
    for _ in range(chance.randint(1, 3)):
        holder, key = chance.choice(list(places(tree)))
        chance.choice(MUTATORS)(tree, holder, key, chance)
    return json.dumps(tree, indent=chance.choice((None, 0, 2)), ensure_ascii=chance.random() < 0.5).encode()


def places(tree: Any) -> Iterator[tuple[Any, Any]]:
    """Every member and element, as what holds it and the key it stands under."""
    keys = list(tree) if isinstance(tree, dict) else range(len(tree)) if isinstance(tree, list) else ()
    for key in keys:
        yield tree, key
        yield from places(tree[key])


def objects(tree: Any) -> Iterator[Tree]:
    """Every object in a tree, the tree itself first."""
    if isinstance(tree, dict):
        yield tree
    for holder, key in places(tree):
        if isinstance(holder[key], dict):
            yield holder[key]


def _delete(_: Tree, holder: Any, key: Any, __: Random) -> None:
    if key in holder if isinstance(holder, dict) else key < len(holder):
        del holder[key]


def _retype(_: Tree, holder: Any, key: Any, chance: Random) -> None:
    _put(holder, key, copy.deepcopy(chance.choice(ODDITIES)))


def _repeat(_: Tree, holder: Any, key: Any, __: Random) -> None:
    if isinstance(holder, list) and key < len(holder):
        holder.append(copy.deepcopy(holder[key]))
    elif isinstance(holder, dict):
        holder[f"{key} again"] = copy.deepcopy(holder.get(key))


def _rename(_: Tree, holder: Any, key: Any, chance: Random) -> None:
    if isinstance(holder, dict) and key in holder:
        holder[chance.choice(("extra", "id", "order", "", "x", "~/", "lane"))] = holder.pop(key)


def _nest(_: Tree, holder: Any, key: Any, chance: Random) -> None:
    value: Any = _get(holder, key)
    for __ in range(chance.choice((1, 2, 40, 400))):
        value = [value] if chance.random() < 0.5 else {"inside": value}
    _put(holder, key, value)


def _swap(tree: Tree, holder: Any, key: Any, chance: Random) -> None:
    other, name = chance.choice(list(places(tree)))
    ours, theirs = copy.deepcopy(_get(holder, key)), copy.deepcopy(_get(other, name))
    _put(holder, key, theirs)
    _put(other, name, ours)


MUTATORS: tuple[Callable[[Tree, Any, Any, Random], None], ...] = (_delete, _retype, _repeat, _rename, _nest, _swap)


def _get(holder: Any, key: Any) -> Any:
    return holder.get(key) if isinstance(holder, dict) else holder[key] if key < len(holder) else None


def _put(holder: Any, key: Any, value: Any) -> None:
    if isinstance(holder, dict) or key < len(holder):
        holder[key] = value


def _torn(data: bytes, chance: Random) -> bytes:
    """Bytes cut, lost, doubled, overwritten or put in between."""
    at, length = chance.randrange(len(data)), chance.choice((1, 2, 30, 3000))
    piece = data[at : at + length]
    between = chance.choice((b"", piece * 2, chance.randbytes(length), chance.choice(BROKEN_TEXT).encode()))
    rest = b"" if chance.random() < 0.2 else data[at + chance.choice((0, length)) :]
    return data[:at] + between + rest
