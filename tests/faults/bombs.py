"""Files made to cost: time, memory, the stack. Each is named by what it has too much of."""

import base64
import json
import struct
import zlib
from collections.abc import Callable
from random import Random
from typing import Any

from model.ids import asset_id

Tree = dict[str, Any]
_MEGABYTE = 1024 * 1024


def bomb(number: int, seed: object) -> bytes:
    """The bombs in turn, each time another one of its kind."""
    return BOMBS[number % len(BOMBS)](Random(f"{seed} {number}"))


def minimal(**members: Any) -> Tree:
    """A map with one cell, and these members."""
    return {
        "format": "customer-journey-map", "version": 1, "minVersion": 1, "map": {"id": "m_1"},
        "stages": [{"id": "s_1", "order": "a0"}], "steps": [{"id": "t_1", "stage": "s_1", "order": "a0"}],
        "lanes": [{"id": "l_1", "order": "a0", "role": "emotion"}, {"id": "l_2", "order": "a1"}],
    } | members  # fmt: skip


def _written(tree: Tree, chance: Random, here: str = "") -> bytes:
    """With `here` for "HERE"; on one line or one record a line, whole or cut: each of them is read another way."""
    text = json.dumps(tree, ensure_ascii=False, indent=chance.choice((None, 0))).replace('"HERE"', here)
    data = text.encode()
    return data if chance.random() < 0.6 else data[: len(data) - chance.randint(1, 40)]


def _cards(count: int, **members: Any) -> list[Tree]:
    place = {"order": "a0", "lane": "l_2", "step": "t_1", "text": "Menunggu lama di loket"}
    return [{"id": f"c_{at}", **place, **members} for at in range(count)]


def _many_cards(chance: Random) -> bytes:
    """A hundred thousand, with what calls for each to be looked at."""
    odd: Tree = chance.choice(
        ({}, {"x": 1}, {"votes": "two"}, {"order": "!"}, {"lane": "gone"}, {"id": "c"}, {"id": 7})
    )
    return _written(minimal(cards=_cards(100_000, **odd)), chance)


def _many_links(chance: Random) -> bytes:
    links = [{"id": f"k_{at}", "source": "c_0", "target": chance.choice(("c_1", "gone"))} for at in range(100_000)]
    return _written(minimal(cards=_cards(2), links=links), chance)


def _long_names(chance: Random) -> bytes:
    """Ids, order keys and names of a million letters."""
    long = chance.choice("aé😀") * _MEGABYTE
    card = {"id": long, "order": chance.choice(("a0", "a0" + long, long)), "text": long, long: long}
    return _written(minimal(cards=[card, *_cards(3)], kpis=[{"id": "q", "order": "a0", "cards": [long, "x"]}]), chance)


def _deep(chance: Random) -> bytes:
    opening, closing = chance.choice((("[", "]"), ('{"a":', "}"), ('[{"id":', "}]")))
    depth = chance.choice((100, 1000, 100_000))
    return _written(minimal(x="HERE"), chance, opening * depth + "1" + closing * chance.choice((0, depth)))


def _only_brackets(chance: Random) -> bytes:
    return chance.choice((b"[", b'{"a":', b'{"cards":[', b'"', b'{"id":"', b"[{},", b"\\", b"\x00")) * 300_000


def _many_members(chance: Random) -> bytes:
    """A record with a hundred thousand names, or one name as often."""
    name = chance.choice(("x%d", "x", "text"))
    inside = ",".join(f'"{name % at if "%" in name else name}":{at}' for at in range(100_000))
    return _written(minimal(cards=["HERE"]), chance, '{"id":"c",' + inside + "}")


def _many_lists(chance: Random) -> bytes:
    """Elements that are no records, and lists of lists of them."""
    odd: Any = chance.choice(([], {}, None, 1, "", [[]], "kata"))
    return _written(minimal(cards=[odd] * 50_000), chance)


def _many_marks(chance: Random) -> bytes:
    evidence = [{"kind": "quote", "text": "x"}] * 30_000
    lists = {"marks": ["decision"] * 100_000, "evidence": evidence + [{"kind": "?"}] * chance.randint(0, 1)}
    return _written(minimal(cards=_cards(1, **lists), personas=[{"id": "p", "goals": ["x"] * 100_000}]), chance)


def _pictures(chance: Random) -> bytes:
    """Headers that promise pixels without end, over nothing or over zeros packed a thousandfold."""
    size = chance.choice((1, 60_000, 2**31 - 1))
    chunk = b"IHDR" + struct.pack(">IIBBBBB", size, size, 8, 2, 0, 0, 0)
    pixels = zlib.compress(bytes(chance.choice((0, 30 * _MEGABYTE))))
    data = b"\x89PNG\r\n\x1a\n" + b"".join(map(_chunk, (chunk, b"IDAT" + pixels, b"IEND")))
    picture = {"type": "image/png", "data": base64.b64encode(data).decode()}
    cards = _cards(1, picture=asset_id(data))
    return _written(minimal(cards=cards, assets={asset_id(data): picture, "sha256:0": picture}), chance)


def _chunk(content: bytes) -> bytes:
    return struct.pack(">I", len(content) - 4) + content + struct.pack(">I", zlib.crc32(content))


def _long_picture(chance: Random) -> bytes:
    """Base64 of eight million letters, sound or with a letter in it that is none."""
    data = "QUJD" * 2 * _MEGABYTE
    broken = data[: len(data) // 2] + chance.choice(("", "*", "\\n", "=")) + data[len(data) // 2 :]
    return _written(minimal(assets={"sha256:0": {"type": "image/png", "data": "HERE"}}), chance, f'"{broken}"')


def _long_text(chance: Random) -> bytes:
    """Eight million characters on one card: letters, escapes, half characters, line ends."""
    piece = chance.choice(("kata ", "😀", r"\u0000", r"\ud83d", r"\n", r"\x", "\t", "\u0301"))
    return _written(
        minimal(cards=_cards(1, text="HERE")), chance, f'"{piece * (8 * _MEGABYTE // len(piece.encode()))}"'
    )


def _lines_of_nothing(chance: Random) -> bytes:
    return chance.choice((b"\n", b"\n{", b"}\n", b'\n"cards":', b',\n"', b'"a": "\n', b"\r", b'{"id":\n')) * 250_000


BOMBS: tuple[Callable[[Random], bytes], ...] = (
    _many_cards, _many_links, _long_names, _deep, _only_brackets, _many_members, _many_lists, _many_marks, _pictures,
    _long_picture, _long_text, _lines_of_nothing,
)  # fmt: skip
