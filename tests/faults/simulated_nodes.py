"""A disk with a cache, as every disk has one: after a power cut, what was not synced may be there or not."""

import itertools
import math
import random
import stat
from collections.abc import Callable, Iterator

import msgspec

ROOT = 1
_STATES = 256
"""Of more ways in which a power cut could leave the disk, as many are looked at, by chance."""


class Node(msgspec.Struct):
    """A file, a folder or a link, whose target is its `content`. `mode` is whole, as in st_mode; `mtime` in seconds."""

    mode: int
    content: bytes = b""
    names: dict[str, int] = {}
    mtime: float = 0.0

    def copy(self) -> "Node":
        return Node(self.mode, self.content, dict(self.names), self.mtime)


Nodes = dict[int, Node]
Effect = Callable[[Nodes], None]


class Waiting(msgspec.Struct):
    """What was done and is not surely on the disk: a sync of node `held_by` takes it there.

    `effects` are the ways in which it may have arrived, the whole of it first. `lost`: a sync failed, and no later one
    brings it there, though it says so: the system has forgotten that there was something to write.
    """

    held_by: int
    effects: tuple[Effect, ...]
    lost: bool = False


def write_effects(node: int, at: int, data: bytes) -> tuple[Effect, ...]:
    """All of it, the first half, the second half: sectors arrive in any order."""
    half = len(data) // 2
    return tuple(
        _written(node, start, piece) for start, piece in ((at, data), (at, data[:half]), (at + half, data[half:]))
    )


def _written(node: int, at: int, data: bytes) -> Effect:
    def effect(nodes: Nodes) -> None:
        found = nodes[node]
        before = found.content[:at].ljust(at, b"\0")
        found.content = before + data + found.content[at + len(data) :]

    return effect


def cut_effect(node: int, length: int) -> Effect:
    """A file of another length; zeros where it grows."""

    def effect(nodes: Nodes) -> None:
        nodes[node].content = nodes[node].content[:length].ljust(length, b"\0")

    return effect


def mode_effect(node: int, mode: int) -> Effect:
    """Other permissions."""

    def effect(nodes: Nodes) -> None:
        nodes[node].mode = stat.S_IFMT(nodes[node].mode) | mode

    return effect


def name_effect(folder: int, name: str, node: int | None) -> Effect:
    """A name that leads to a node, or to nothing any more."""

    def effect(nodes: Nodes) -> None:
        nodes[folder].names.pop(name, None)
        if node is not None:
            nodes[folder].names[name] = node

    return effect


def both(first: Effect, second: Effect) -> Effect:
    """Two effects that arrive together or not at all."""

    def effect(nodes: Nodes) -> None:
        first(nodes)
        second(nodes)

    return effect


def after_power_cut(durable: Nodes, waiting: list[Waiting], chance: random.Random) -> Iterator[Nodes]:
    """Every state the disk may be in: any of what waits has arrived, whole or torn, and any has not."""
    for chosen in _choices([len(each.effects) for each in waiting], chance):
        nodes = {number: node.copy() for number, node in durable.items()}
        for each, which in zip(waiting, chosen, strict=True):
            if which:
                each.effects[which - 1](nodes)
        yield nodes


def _choices(ways: list[int], chance: random.Random) -> Iterator[tuple[int, ...]]:
    """For each thing that waits 0, or 1 and the number of the way in which it arrived."""
    if math.prod(way + 1 for way in ways) <= _STATES:
        yield from itertools.product(*(range(way + 1) for way in ways))
        return
    yield (0,) * len(ways)
    yield (1,) * len(ways)
    for _ in range(_STATES - 2):
        yield tuple(chance.randint(0, way) for way in ways)
