"""Keys of sentences: every one the code asks for is there, and every one there is is asked for somewhere."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

import pytest

import resources
from resources.words import words

ROOT = resources.ROOT.parent
ROOMS = sorted({file.name.partition(".")[0] for file in resources.path("i18n").glob("*.json")} - {"qt", "argparse"})
MAKERS = ("Speech", "words")


class Asked(NamedTuple):
    """A key that the code asks a room for; `shape` matches what an f-string can become."""

    room: str
    shape: re.Pattern[str]
    where: str


@cache
def modules() -> dict[str, ast.Module]:
    """By their dotted names."""
    files = [file for room in ("editor", "export", "model", "resources") for file in (ROOT / room).rglob("*.py")]
    names = {file: ".".join(file.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__") for file in files}
    return {names[file]: ast.parse(file.read_text(encoding="utf-8")) for file in files}


@cache
def made(module: str) -> dict[str, str]:
    """The names under which a module makes itself a room's words."""
    nodes = [node for node in ast.walk(modules()[module]) if isinstance(node, ast.Assign) and room_of(node.value)]
    return {each.id: room_of(node.value) for node in nodes for each in node.targets if isinstance(each, ast.Name)}


@cache
def speakers(module: str) -> dict[str, str]:
    """The names under which a module has a room's words, made there or brought in from where they are made."""
    found = dict(made(module))
    for node in ast.walk(modules()[module]):
        if isinstance(node, ast.ImportFrom) and node.module in modules():
            there = made(str(node.module))
            found |= {each.asname or each.name: there[each.name] for each in node.names if each.name in there}
    return found


def room_of(node: ast.expr) -> str:
    """The room in `Speech("room")` or `words("room", …)`; nothing for any other expression."""
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in MAKERS and node.args:
        first = node.args[0]
        return str(first.value) if isinstance(first, ast.Constant) else ""
    return ""


def asked() -> Iterator[Asked]:
    """Every call of words that names its key."""
    for name, tree in modules().items():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and node.args and (room := room_asked(name, node)):
                for key in keys(node.args[0]):
                    yield Asked(room, key, f"{name}:{node.lineno}")


def room_asked(module: str, call: ast.Call) -> str:
    if isinstance(call.func, ast.Name):
        return speakers(module).get(call.func.id, "")
    return room_of(call.func)


def keys(node: ast.expr) -> list[re.Pattern[str]]:
    """The keys that an expression can be, as far as one sees it."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return [re.compile(re.escape(node.value))]
    if isinstance(node, ast.JoinedStr):
        parts = (re.escape(str(part.value)) if isinstance(part, ast.Constant) else ".+" for part in node.values)
        return [re.compile("".join(parts))]
    if isinstance(node, ast.IfExp):
        return [*keys(node.body), *keys(node.orelse)]
    return []


@cache
def texts() -> tuple[frozenset[str], tuple[re.Pattern[str], ...]]:
    """Every string in the code, and the shape of every f-string that has at least two letters of its own."""
    nodes = [node for tree in modules().values() for node in ast.walk(tree)]
    plain = frozenset(node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str))
    shaped = [shape for node in nodes if isinstance(node, ast.JoinedStr) for shape in keys(node)]
    return plain, tuple({each for each in shaped if re.search(r"\w\w", each.pattern.replace(".+", ""))})


@pytest.mark.parametrize("language", ["id", "en"])
def test_every_key_that_is_asked_for_has_a_sentence(language: str) -> None:
    missing = [
        (each.where, each.room, each.shape.pattern)
        for each in asked()
        if not any(map(each.shape.fullmatch, words(each.room, language).keys()))
    ]
    assert missing == []


def test_the_code_was_read() -> None:
    found = list(asked())
    assert len(found) > 300
    assert {"actions", "inspector", "structure", "window", "files"} <= {each.room for each in found}


@pytest.mark.parametrize("room", ROOMS)
def test_every_sentence_is_asked_for_somewhere(room: str) -> None:
    plain, shaped = texts()
    there = frozenset(words(room, "en").keys())
    codes = {each.removesuffix(".one").removesuffix(".tip").removesuffix(".keys") for each in there}
    unused = [each for each in codes if not _is_named(each, plain, shaped)]
    assert unused == []


def _is_named(key: str, plain: frozenset[str], shaped: tuple[re.Pattern[str], ...]) -> bool:
    """As a whole, or as the name of a thing and the name of a part of it, put together."""
    whole = key in plain or any(shape.fullmatch(key) for shape in shaped)
    halves = [(key[:at], key[at + 1 :]) for at, sign in enumerate(key) if sign == "."]
    return whole or any(first in plain and _is_named(rest, plain, shaped) for first, rest in halves)
