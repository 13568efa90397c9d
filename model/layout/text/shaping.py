"""Text to glyphs with HarfBuzz: kerned, with a face for each run of characters, every piece remembered."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby

import uharfbuzz as hb

from model.layout.text.faces import CHAINS, Face, face
from model.layout.text.glyphs import Glyphs


@lru_cache(maxsize=65536)
def shape(text: str, style: str) -> tuple[Glyphs, ...]:
    """The runs that show `text` in a style (a key of `faces.CHAINS`): mostly one, more where faces change."""
    return tuple(_shape_run(run, chosen) for chosen, run in _runs(text, style))


def width(text: str, style: str) -> float:
    """How wide the text is, in ems."""
    return sum(run.width for run in shape(text, style))


def _runs(text: str, style: str) -> Iterator[tuple[Face, str]]:
    if not text:
        return
    first = face(CHAINS[style][0])
    if all(ord(character) in first.characters for character in text):
        yield first, text
        return
    for name, characters in groupby(text, lambda character: _chosen(character, style)):
        yield face(name), "".join(characters)


def _chosen(character: str, style: str) -> str:
    """The first face of the chain that has the character; the chain's first where none has."""
    chain = CHAINS[style]
    return next((name for name in chain if ord(character) in face(name).characters), chain[0])


def _shape_run(text: str, chosen: Face) -> Glyphs:
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    hb.shape(chosen.font, buffer)
    infos, positions = buffer.glyph_infos, buffer.glyph_positions
    advances = tuple(position.x_advance for position in positions)
    offsets = tuple((position.x_offset, position.y_offset) for position in positions)
    return Glyphs(
        text=text,
        face=chosen.name,
        ids=tuple(info.codepoint for info in infos),
        advances=advances,
        clusters=tuple(info.cluster for info in infos),
        width=sum(advances) / chosen.units,
        offsets=offsets if any(x or y for x, y in offsets) else (),
        missing="".join(character for character in text if ord(character) not in chosen.characters),
    )
