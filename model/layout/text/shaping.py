"""Text to glyphs with HarfBuzz: kerned, with a face for each run of characters, every piece remembered."""

from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache
from itertools import groupby, pairwise
from unicodedata import normalize

import uharfbuzz as hb

from model.layout.text import bidi, tongue
from model.layout.text.faces import CHAINS, Face, face
from model.layout.text.glyphs import Glyphs, in_places
from model.layout.text.graphemes import graphemes, seen

_BOX = 0  # the glyph that stands for what a face does not have


@tongue.remembered(65536)
def shape(text: str, style: str) -> tuple[Glyphs, ...]:
    """The runs that show `text` in a style (a key of `faces.CHAINS`), from left to right: mostly one, more where faces
    or directions change."""
    if not bidi.mixed(text):
        return tuple(_shaped(text, style, text, 0))
    return in_places(tuple(turned(text, style, bidi.levels(text)[1])))


def width(text: str, style: str) -> float:
    """How wide the text is, in ems."""
    return sum(run.width for run in shape(text, style))


def turned(text: str, style: str, levels: Sequence[int], around: str = "") -> Iterator[Glyphs]:
    """The runs of a text whose characters have these levels, in the order of reading. `around`: the text it is from."""
    for level, places in groupby(range(len(text)), lambda at: levels[at]):
        each = list(places)
        yield from _shaped(text[each[0] : each[-1] + 1], style, around or text, level)


def _shaped(text: str, style: str, around: str, level: int) -> Iterator[Glyphs]:
    return (_shape_run(run, chosen, level) for chosen, run in _runs(text, style, around))


def _runs(text: str, style: str, around: str) -> Iterator[tuple[Face, str]]:
    if not text:
        return
    chain = tuple(face(name) for name in CHAINS[style])
    if all(ord(character) in chain[0].characters for character in text):
        yield chain[0], text
        return
    for (chosen, _), run in groupby(_faced(text, style, chain, around), lambda each: each[1:]):
        yield chosen, "".join(grapheme for grapheme, _, _ in run)


def _faced(text: str, style: str, chain: Sequence[Face], around: str) -> Iterator[tuple[str, Face, str]]:
    """Each grapheme with its face, and in faces of the computer, which may have many, with its script."""
    last: Face | None = None
    script = ""
    for grapheme in graphemes(text):
        chosen = choose(grapheme, chain, style, around, last)
        if chosen.own:
            yield grapheme, chosen, ""
            continue
        last = chosen
        script = _script(grapheme) or script
        yield grapheme, chosen, script


def choose(
    grapheme: str, chain: Sequence[Face], style: str = "regular", around: str = "", last: Face | None = None
) -> Face:
    """The first face that has a letter with all its marks, composed or apart; else the first that has the letter
    itself; else the chain's first. So a mark is never set in another face than its letter.

    What no face of the chain has is looked for in the `last` that such a letter was found in, then in all of the
    computer's.
    """
    forms = (grapheme, normalize("NFC", grapheme))
    for each in chain:
        if any(each.characters.issuperset(map(ord, form)) for form in forms):
            return each
    for wanted in (*map(seen, forms), grapheme[:1]):
        if last is not None and wanted and last.characters.issuperset(map(ord, wanted)):
            return last
        found = _of_chain(wanted, chain) or tongue.fallback(wanted, grapheme, style, around)
        if found is not None:
            return found
    return chain[0]


def _of_chain(wanted: str, chain: Sequence[Face]) -> Face | None:
    return next((each for each in chain if each.characters.issuperset(map(ord, wanted))), None)


@lru_cache(maxsize=4096)
def _script(grapheme: str) -> str:
    """The script HarfBuzz takes it for; "" for signs that many have in common."""
    buffer = hb.Buffer()
    buffer.add_str(grapheme)
    buffer.guess_segment_properties()
    return buffer.script or ""


def _shape_run(text: str, chosen: Face, level: int) -> Glyphs:
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    if level:
        buffer.direction = "rtl" if level % 2 else "ltr"
        # A mark tells by itself which characters it stands for: what runs to the left is found glyph by glyph.
        buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_CHARACTERS
    elif buffer.direction != "ltr":
        buffer.direction = "ltr"
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
        level=level,
    )


def _unknown(text: str, clusters: Sequence[int], boxes: Collection[int], chosen: Face) -> Iterator[str]:
    """The characters behind the boxes. Joiners and selectors around them are no characters anybody typed."""
    edges = (*sorted(set(clusters)), len(text))
    for start, end in pairwise(edges):
        if start in boxes:
            yield from (each for each in seen(text[start:end]) if ord(each) not in chosen.characters)
