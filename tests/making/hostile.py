"""Maps from somebody who means harm: every word in them is an attack, put into every text that a record can hold."""

import base64
import copy
import json
from collections.abc import Iterator
from itertools import count, cycle
from pathlib import Path
from types import UnionType
from typing import Any, get_args, get_type_hints

from model import rules
from model.ids import asset_id
from model.records import Evidence, Ignored, Map, Struct
from model.storage.cjm import encode
from model.storage.form import SECTIONS
from tests.making.damage import Tree, every_kind

BAIT = "umpan.png"
"""The name of the file that nobody may open, wherever it lies."""

FILE_NAME = f"<img src={BAIT}>[*]&{{0.__class__}}\x1b]2;jahat\x07 %n\u202egpj"
"""A name for the map itself; it leads to the bait beside it."""

_EVIL = "http://jahat.example"


def attacks(bait: Path) -> tuple[str, ...]:
    """Words that do harm where they are obeyed; most of them have the bait opened."""
    url = bait.as_uri()
    return (
        f'<img src="{bait}"><b>tebal</b>', f"<img src='{url}'>", f"<img src={BAIT}>", f"![]({url})",
        f'<a href="{url}">di sini</a>', f"<link rel=stylesheet href='{url}'>", f'<?xml-stylesheet href="{url}"?>',
        f"<style>@import url({url})</style>", f"<body background='{url}'>", f"<svg><image href='{url}'/></svg>",
        f'<!DOCTYPE x [<!ENTITY e SYSTEM "{url}">]><x>&e;</x>', "<script>alert(1)</script>", f"<object data={url}>",
        "javascript:alert(1)", f"{_EVIL}/@{BAIT}", f"<img src={_EVIL}/{BAIT}>", url, str(bait), f"vbscript:{bait}",
        f"\\\\jahat.example\\a\\{BAIT}", f"//jahat.example/a/{BAIT}", f"smb://jahat.example/{BAIT}", f"../{BAIT}",
        f'<img src="//jahat.example/a/{BAIT}">', f"data:text/html,<img src={url}>", f"mailto:a@b.id?attach={bait}",
        "{0.__class__.__init__.__globals__} {count} {} %s %n %(x)s $HOME `id` $(id)",
        "[*] a & b && c &amp; &#60;b&#62;", f"=cmd|' /C calc'!A0 @SUM(1) +1 -1 | {bait}",
        ") Tj ET /JS (app.alert(1)) /S /JavaScript >> endobj stream",
        "\\) \\( << /URI (file:///x) >> ]]> --> <![CDATA[ */ ' \" ; DROP TABLE",
        "\x1b]2;jahat\x07\x1b[31m\x9b2J\x08\x7f", "\r\n\t\x0b\x0c a\x01\x02\x1f",
        "kiri\u202ekanan\u2066x\u2069\u200b\u200f\ufeff\u2028\u2029\u0085 baris",
        "a" + "\u0301" * 400, "\U0001f468\u200d\U0001f469\u200d\U0001f467" * 40, "x" * 3000, "نص عربي" * 60,
        "\ufffe\uffff\U0010ffff",
    )  # fmt: skip


BROKEN = ("\ud800", "a\udfffb", "\x00", "a\x00b" + "\x00" * 40, "\ud83d", "\udc00\ud800")
"""Words no file can hold but as escapes, and no program can write."""

LONG = ("kata " * 200_000, "a" + "\u0301" * 100_000, "x" * 1_000_000, "<b>" * 300_000, "kata\n" * 100_000)
"""Words that are too long for anything."""


def hostile(words: tuple[str, ...], shift: int = 0, *, ids: bool = False, unknown: bool = False) -> bytes:
    """A map with these words in every text of every record, each record another one; with `ids` they are its ids too,
    with `unknown` members by these names stand in every object."""
    chosen = cycle((*words[shift % len(words) :], *words[: shift % len(words)]))
    tree: Tree = json.loads(encode(every_kind()))
    _fill(tree["map"], Map, chosen)
    for section, kind in SECTIONS.items():
        for record in tree[section]:
            _fill(record, kind, chosen)
    if unknown:
        _strange(tree, chosen)
    _disguise(tree)
    if ids:
        tree = _renamed(tree, chosen)
    return json.dumps(tree).encode()


def lengthy() -> bytes:
    """A map in which one record of each kind has such words in the two texts one sees first."""
    tree: Tree = json.loads(encode(every_kind()))
    chosen = cycle(LONG)
    first: list[tuple[Tree, type[Struct]]] = [
        (tree["map"], Map),
        *((tree[section][0], kind) for section, kind in SECTIONS.items()),
    ]
    for record, kind in first:
        for name in [name for name, hint in texts(kind) if hint is str and name != "language"][:2]:
            record[name] = next(chosen)
    return json.dumps(tree).encode()


def texts(kind: type[Struct]) -> Iterator[tuple[str, Any]]:
    """The members of a record, or of a value in one, that hold words or values with words; no ids, and no places."""
    references = {reference.member for reference in rules.REFERENCES if reference.kind is kind}
    for name, hint in get_type_hints(kind).items():
        if name not in {"id", "order", "extra", *references} and (kind, name) != (Ignored, "records"):
            yield name, hint


def _fill(holder: Tree, kind: type[Struct], words: Iterator[str]) -> None:
    for name, hint in texts(kind):
        filled = _filled(holder.get(name), hint, words)
        if filled is not None:
            holder[name] = filled


def _filled(value: Any, hint: Any, words: Iterator[str]) -> Any:
    if hint is str:
        return next(words)
    inner = get_args(hint)[0] if get_args(hint) and not isinstance(hint, UnionType) else hint
    if inner is str:
        return [next(words), next(words)]
    if isinstance(inner, type) and issubclass(inner, Struct):
        many = inner is not hint
        held = (value or [{"kind": "quote"}] * (inner is Evidence)) if many else [value or {}]
        for each in held:
            _fill(each, inner, words)
        return held if many else held[0]
    return value


def _strange(value: Any, words: Iterator[str]) -> None:
    """Members of a newer program in every object; those of `assets` are names of pictures."""
    if isinstance(value, list):
        for each in value:
            _strange(each, words)
    elif isinstance(value, dict):
        for name, each in list(value.items()):
            if name != "assets":
                _strange(each, words)
        value[next(words)] = {next(words): [next(words), None, {next(words): 1}]}


def _disguise(tree: Tree) -> None:
    """A drawing that opens other files, said to be a photograph, on the first card."""
    drawing = f'<svg xmlns="http://www.w3.org/2000/svg"><image href="{BAIT}" width="9" height="9"/></svg>'.encode()
    key = asset_id(drawing)
    tree["assets"][key] = {"type": "image/png", "data": base64.b64encode(drawing).decode()}
    tree["cards"][0]["picture"] = tree["personas"][0]["picture"] = key


def _renamed(tree: Tree, words: Iterator[str]) -> Tree:
    numbers = count()
    ids = [record["id"] for section in SECTIONS for record in tree[section]] + [tree["map"]["id"]]
    new = {key: f"{next(words)}{next(numbers)}" for key in ids}

    def again(value: Any) -> Any:
        if isinstance(value, str):
            return new.get(value, value)
        if isinstance(value, list):
            return [again(each) for each in value]
        return {name: again(each) for name, each in value.items()} if isinstance(value, dict) else value

    renamed: Tree = again(copy.deepcopy(tree))
    return renamed


def journeys(bait: Path) -> dict[str, str]:
    """Files of other programs with the same words, by their endings."""
    lines = [" ".join(each.split()) for each in attacks(bait)]
    tasks = "".join(f"    section {each}\n    {each}: 3: {each}\n" for each in lines)
    journey = f"journey\n    title {lines[0]}\n{tasks}"
    page = f'<?xml version="1.0"?><!DOCTYPE html [<!ENTITY e SYSTEM "{bait.as_uri()}">]><html><head>'
    page += f'<link rel="stylesheet" href="{bait.as_uri()}"></head><body><img src="{BAIT}">&e;<pre class="mermaid">\n'
    return {
        ".mmd": journey,
        ".md": f"![]({BAIT})\n<!-- include {BAIT} -->\n!INCLUDE {bait}\n\n```mermaid\n{journey}```\n",
        ".html": f"{page}{journey}</pre><xi:include href='{bait.as_uri()}'/></body></html>",
    }
