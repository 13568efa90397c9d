"""Files that are JSON and no map: each with one to three things wrong on purpose, the same for the same seed.

What Python's json would not write (doubled names, NaN, nesting without end) is put in as it stands.
"""

import base64
import copy
import json
import re
from collections.abc import Callable
from functools import cache
from random import Random
from typing import Any

from model.storage import cjm
from tests.making.damage import ODDITIES, every_kind, places

Tree = dict[str, Any]
Mutator = Callable[[Tree, Random], None]

_NUMBERS = ("NaN", "Infinity", "-Infinity", "1e999", "-0", "-0.0", "1e-400", "9" * 4000, "9" * 5000, "1.5", "5e-324")
_KEYS = ("", "a", "a00", "a0 ", "é", "\x00", "A" + "0" * 26, "zz", "a0" + "V" * 3000, "😀", "-1")
_BASE64 = ("", "A", "AA", "AA=", "====", "AAAA\n", "AA*A", "_-_-", "é", "QUJD" * 2000 + "Q")
_MARK = "\ue000"
_MARKED = re.compile(r'"(?:\\ue000|\ue000)(.*?)(?:\\ue000|\ue000)"')

_NAMES = ("extra", "id", "__proto__", "", "order", "text#2", "~/", "\x00", "a" * 5000)


def mutant(number: int, seed: object) -> bytes:
    """The file of this number, with one to three things wrong."""
    chance = Random(f"{seed} {number}")
    tree: Tree = json.loads(_sound())
    for _ in range(chance.randint(1, 3)):
        chance.choice(MUTATORS)(tree, chance)
    return _torn(spelled(tree, spaced=chance.random() < 0.5), chance).encode("utf-8", "surrogatepass")


def _torn(text: str, chance: Random) -> str:
    """Now and then with a member of the file twice, or without its end: so that it is read piece by piece."""
    if chance.random() < 0.15:
        name, value = chance.choice(("assets", "cards", "map", "links", "version", "x")), chance.choice(ODDITIES)
        text = text[:1] + f"{json.dumps(name)}:{json.dumps(value)}," + text[1:]
    return text[: -chance.randint(1, 300)] if chance.random() < 0.15 else text


@cache
def _sound() -> bytes:
    return cjm.encode(every_kind())


def as_it_stands(text: str) -> str:
    """A value that the file is to have letter by letter, whatever it means."""
    return f"{_MARK}{text}{_MARK}"


def spelled(value: Any, *, spaced: bool = False) -> str:
    """JSON, with one element a line where it is spaced."""
    separators = (",\n", ": ") if spaced else (",", ":")
    text = json.dumps(value, ensure_ascii=not spaced, separators=separators)
    return _MARKED.sub(lambda found: str(json.loads(f'"{found[1]}"')), text)


def _drop(tree: Tree, chance: Random) -> None:
    holder, key = _place(tree, chance)
    del holder[key]


def _double(tree: Tree, chance: Random) -> None:
    """A member stands twice, with the same value, another or half a character; an element twice."""
    holder, key = _place(tree, chance)
    value = copy.deepcopy(holder[key])
    if isinstance(holder, list):
        holder.insert(key, value)
        return
    other = value if chance.random() < 0.3 else chance.choice((*ODDITIES, "a\ud83d", {"\udc00": ["\udc00"]}))
    inside = copy.deepcopy(_record(tree, chance))  # it may hold the place it is put in
    name = chance.choice(sorted(inside) or ["id"])
    pairs = [*inside.items(), (name, other)] if chance.random() < 0.5 else [(name, other), *inside.items()]
    holder[key] = as_it_stands("{" + ",".join(f"{json.dumps(each)}:{spelled(value)}" for each, value in pairs) + "}")


def _retype(tree: Tree, chance: Random) -> None:
    holder, key = _place(tree, chance)
    holder[key] = copy.deepcopy(chance.choice(ODDITIES))


def _nest(tree: Tree, chance: Random) -> None:
    holder, key = _place(tree, chance)
    depth, inner = chance.choice((1, 30, 40, 900)), spelled(holder[key])
    opening, closing = ("[", "]") if chance.random() < 0.5 else ('{"in":', "}")
    holder[key] = as_it_stands(opening * depth + inner + closing * depth)


def _number(tree: Tree, chance: Random) -> None:
    record = _record(tree, chance)
    name = chance.choice(("span", "value", "votes", "minutes", "impact", "age", "target", "version", "x"))
    record[name] = as_it_stands(chance.choice(_NUMBERS))


def _same_id(tree: Tree, chance: Random) -> None:
    """Two records of any kinds called alike."""
    one, other = _record(tree, chance), _record(tree, chance)
    one["id"] = other.get("id")


def _swap_ids(tree: Tree, chance: Random) -> None:
    one, other = _record(tree, chance), _record(tree, chance)
    one["id"], other["id"] = other.get("id"), one.get("id")


def _refer(tree: Tree, chance: Random) -> None:
    """A reference to nothing, to another kind, or to itself."""
    record = _record(tree, chance)
    name = chance.choice(("stage", "step", "lane", "source", "target", "persona", "picture", "cards"))
    target = chance.choice(("nothing", "", record.get("id"), _record(tree, chance).get("id"), "sha256:0"))
    record[name] = [target, target] if name == "cards" else target


def _order(tree: Tree, chance: Random) -> None:
    """The order keys of some records broken, or all alike."""
    key, section = chance.choice(_KEYS), chance.choice(_sections(tree))
    for record in section:
        if isinstance(record, dict) and chance.random() < 0.7:
            record["order"] = key


def _span(tree: Tree, chance: Random) -> None:
    record = _record(tree, chance)
    record["span"] = chance.choice((2, 10**6, 2**31, 2**63 - 1, 2**64, 10**300, 0, -1))


def _picture(tree: Tree, chance: Random) -> None:
    """A picture that is no base64, or not the one it is called by."""
    data = chance.choice((*_BASE64, base64.b64encode(chance.randbytes(40)).decode()))
    assets = tree.get("assets")
    if isinstance(assets, dict):
        name = chance.choice([*assets, "sha256:0", ""])
        assets[name] = {"type": chance.choice(("image/png", "image/svg+xml", 7)), "data": data}


def _rename(tree: Tree, chance: Random) -> None:
    record = _record(tree, chance)
    if record:
        record[chance.choice(_NAMES)] = record.pop(chance.choice(sorted(record)))


def _regroup(tree: Tree, chance: Random) -> None:
    """A section in another one's place, or inside itself."""
    names = [name for name, value in tree.items() if isinstance(value, list)]
    if len(names) > 1:
        one, other = chance.sample(names, 2)
        tree[one] = chance.choice((tree[other], [tree[one]], {"all": tree[one]}, tree[one] + tree[other]))


def _half(tree: Tree, chance: Random) -> None:
    """Half a character in a text or a name."""
    record = _record(tree, chance)
    record[chance.choice(("text", "title", "quote", "id", "order", "\ud800"))] = chance.choice(("\udc00", "a\ud83d"))


MUTATORS: tuple[Mutator, ...] = (
    _drop, _drop, _double, _retype, _nest, _number, _same_id, _swap_ids, _refer, _order, _span, _picture, _rename,
    _regroup, _half,
)  # fmt: skip


def _place(tree: Tree, chance: Random) -> tuple[Any, Any]:
    return chance.choice(list(places(tree)) or [(tree.setdefault("x", [0]), 0)])


def _sections(tree: Tree) -> list[list[Any]]:
    return [value for value in tree.values() if isinstance(value, list)] or [[]]


def _record(tree: Tree, chance: Random) -> Tree:
    """Any record, or the file itself where there is none."""
    records = [each for section in _sections(tree) for each in section if isinstance(each, dict)]
    own = tree.get("map")
    return chance.choice([*records, own] if isinstance(own, dict) else records or [tree])
