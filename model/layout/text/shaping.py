"""Text to glyphs with HarfBuzz: kerned, with a face for each run of characters, every piece remembered."""

from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache
from itertools import groupby, pairwise
from unicodedata import category, normalize

import uharfbuzz as hb

from model.layout.text.faces import CHAINS, Face, face
from model.layout.text.glyphs import Glyphs
from model.layout.text.graphemes import graphemes

_BOX = 0  # the glyph that stands for what a face does not have


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
    chain = tuple(face(name) for name in CHAINS[style])
    if all(ord(character) in chain[0].characters for character in text):
        yield chain[0], text
        return
    for chosen, run in groupby(graphemes(text), lambda grapheme: choose(grapheme, chain)):
        yield chosen, "".join(run)


def choose(grapheme: str, chain: Sequence[Face]) -> Face:
    """The first face that has a letter with all its marks, composed or apart; else the first that has the letter
    itself; else the chain's first. So a mark is never set in another face than its letter."""
    for forms in ((grapheme, normalize("NFC", grapheme)), (grapheme[:1],)):
        for each in chain:
            if any(each.characters.issuperset(map(ord, form)) for form in forms):
                return each
    return chain[0]


def _shape_run(text: str, chosen: Face) -> Glyphs:
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    hb.shape(chosen.font, buffer)
    infos, positions = buffer.glyph_infos, buffer.glyph_positions
    clusters = tuple(info.cluster for info in infos)
    boxes = {info.cluster for info in infos if info.codepoint == _BOX}
    advances = tuple(position.x_advance for position in positions)
    offsets = tuple((position.x_offset, position.y_offset) for position in positions)
    return Glyphs(
        text=text,
        face=chosen.name,
        ids=tuple(info.codepoint for info in infos),
        advances=advances,
        clusters=clusters,
        width=sum(advances) / chosen.units,
        offsets=offsets if any(x or y for x, y in offsets) else (),
        missing="".join(_unknown(text, clusters, boxes, chosen)) if boxes else "",
    )


def _unknown(text: str, clusters: Sequence[int], boxes: Collection[int], chosen: Face) -> Iterator[str]:
    """The characters behind the boxes. Joiners and selectors around them are no characters anybody typed."""
    edges = (*sorted(set(clusters)), len(text))
    for start, end in pairwise(edges):
        if start in boxes:
            yield from (each for each in text[start:end] if ord(each) not in chosen.characters and not _unseen(each))


def _unseen(character: str) -> bool:
    return category(character) == "Cf" or "\ufe00" <= character <= "\ufe0f"
