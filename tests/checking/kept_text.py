"""A text on its way: into a map, a file, a journal, a picture and the files made of it; and what came out.

Each way gives what there is at its end and what there should be, both as texts to compare.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from unicodedata import category, normalize
from xml.etree import ElementTree

from export import pdf, svg
from export.info import Info
from model.change import update
from model.document import Document
from model.layout.engine import Layout, lay_out
from model.layout.shapes import Text, walk
from model.layout.text.breaks import shown
from model.layout.text.graphemes import graphemes
from model.operations.card_content import edit_cards
from model.operations.editing import edited
from model.operations.plain import plain
from model.records import Card
from model.storage.cjm import decode, encode
from model.storage.journal import Head, replay
from model.storage.journal.entries import base_of, encoded, entry_of
from model.storage.journal.frames import framed
from model.storage.strings import whole
from tests.checking.export_tools import run
from tests.checking.printed import DATE
from tests.making.small_map import small_map

Ends = tuple[object, object]
KEY = "c3"
_INFO = Info(title="Peta", date=DATE)
_SVG = "{http://www.w3.org/2000/svg}"


def written(text: str) -> Document:
    """A small map in which somebody wrote this on a card."""
    document = small_map()
    document.apply(edit_cards(document, (KEY,), text=text))
    return document


def held(text: str) -> Document:
    """A small map from a file in which this stands on a card, as it is; no file holds half characters."""
    document = small_map()
    document.apply(update(document.table(Card)[KEY], text=whole(text)))
    return document


def said(document: Document) -> str:
    return document.table(Card)[KEY].text


def into_the_map(text: str) -> Ends:
    return said(written(text)), plain(text)


def into_each_member(text: str) -> Ends:
    """The other texts of a card, and lists of them."""
    document = small_map()
    names = ("note", "channel", "owner", "department", "author")
    document.apply(edited(document, Card, KEY, dict.fromkeys(names, text)))
    card = document.table(Card)[KEY]
    return [getattr(card, name) for name in names], [plain(text)] * len(names)


def through_a_file(text: str) -> Ends:
    """What is typed, and what stands in a file already, of which only half characters cannot be kept."""
    ends = [said(decode(encode(made))) for made in (written(text), held(text))]
    return ends, [plain(text), whole(text)]


def through_the_journal(text: str) -> Ends:
    """In the map a journal begins with, and in a change after it."""
    document, begun = small_map(), base_of(written(text))
    change = edit_cards(document, (KEY,), text=text)
    found = [
        replay(b"".join(framed(encoded(entry)) for entry in (Head(), base, *changes)), Path())
        for base, changes in ((begun, ()), (base_of(document), (entry_of(change),) if change else ()))
    ]
    return [said(each.document) if each else None for each in found], [plain(text)] * 2 if change else [
        plain(text),
        "tiga",
    ]


def on_the_page(text: str) -> Ends:
    """The lines of the card hold its characters in their order, spaces at line ends aside, and no line begins within
    what a reader sees as one character."""
    document = held(text)
    wanted = shown(document.table(Card)[KEY].text)
    return unwrapped(lines_of(lay_out(document)), wanted), wanted


def lines_of(layout: Layout) -> list[str]:
    """The lines of the card, from top to bottom."""
    texts = [
        (y + shape.y, x + shape.x, shape.string)
        for shape, x, y, record in walk(layout.pages[0].shapes)
        if isinstance(shape, Text) and record == KEY
    ]
    return [string for _, _, string in sorted(texts)]


def unwrapped(lines: Iterable[str], wanted: str) -> str:
    """The lines put together again as `wanted` has them; where they do not follow it, what is left of them."""
    at = 0
    for line in lines:
        gap = _between(wanted, at, line)
        torn = at and not gap and at not in _starts(wanted)
        if torn or not wanted.startswith(line, at + len(gap)):
            return f"{wanted[:at]} ≠ {line}"
        at += len(gap) + len(line)
    return wanted if not wanted[at:].strip(" \n") else wanted[:at]


def _between(wanted: str, at: int, line: str) -> str:
    """Line ends and the spaces ahead of them, and spaces where a line was broken."""
    gap = re.compile(r"(?: *\n)*").match(wanted, at)
    assert gap is not None
    if wanted.startswith(line, gap.end()):
        return gap[0]
    return gap[0] + wanted[gap.end() : len(wanted) - len(wanted[gap.end() :].lstrip(" "))]


def _starts(text: str) -> set[int]:
    """Where the characters begin, as a reader counts them."""
    at, found = 0, set[int]()
    for each in graphemes(text):
        found.add(at)
        at += len(each)
    return found


def in_an_svg(text: str) -> Ends:
    """The lines of the card, with the characters XML cannot hold as U+FFFD."""
    layout = lay_out(held(text))
    root = ElementTree.fromstring(svg.write(layout.pages[0], _INFO))
    card = next(each for each in root.iter(f"{_SVG}g") if each.get("data-record") == KEY)
    found = Counter("".join(each.itertext()) for each in card.iter(f"{_SVG}text"))
    return found, Counter(re.sub("[\ufffe\uffff]", "\ufffd", line) for line in lines_of(layout))


def in_a_pdf(text: str) -> Ends:
    """What pdftotext finds more in the file than where the card is empty. It turns lines of Hebrew round, leaves out
    marks of direction and joiners, and takes compatible characters for one another: how often each stands there is
    compared. For a noncharacter stands U+FFFD."""
    found, empty = (_extracted(each) for each in (text, ""))
    found.subtract(empty)
    return +found, Counter(_searchable("".join(lines_of(lay_out(held(text))))))


def _extracted(text: str) -> Counter[str]:
    data = pdf.write(lay_out(held(text)).pages, _INFO)
    return Counter(_searchable(run("pdftotext", data, "-raw", "-enc", "UTF-8", "{}", "-").decode("utf-8", "replace")))


def _searchable(text: str) -> str:
    kept = "".join(each for each in normalize("NFKD", text) if category(each) not in _UNSEEN)
    return re.sub(r"[\s\ufffd]", "", kept)


_UNSEEN = frozenset({"Cc", "Cf", "Cn", "Co", "Cs", "Zs", "Zl", "Zp"})

WAYS: dict[str, Callable[[str], Ends]] = {
    "into the map": into_the_map,
    "into each text of a card": into_each_member,
    "saved and opened": through_a_file,
    "a line of the journal, replayed": through_the_journal,
    "shown": on_the_page,
    "exported as SVG": in_an_svg,
}
"""The quick ones, by what is done to the text."""

SLOW_WAYS: dict[str, Callable[[str], Ends]] = {"exported as PDF, read by pdftotext": in_a_pdf}
