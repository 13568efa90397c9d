"""No text makes the reader fail or hang, and no word of a journey is lost."""

import re
from collections.abc import Iterator
from itertools import count
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from model import rules
from model.importers import Imported, ImportRefused, read_file
from model.importers.mermaid import diagrams, read
from resources.words import LANGUAGES, words

FRAGMENTS = (
    "journey", "\n", "\n", "\n", " ", "\t", "title ", "section ", "Title", "SECTION", ":", ": 5", ": 3:", ": 0: ",
    ": -3", ": 4,5:", ": baik:", ",", ", ", ";", "#", "# ", "#35;", "#quot;", "&amp;", "%%", " %% ", "%%{", "}%%",
    "%%{init: {}}%%", "accTitle:", "accDescr:", "accDescr {", "}", "{", "---\n", "title: 'x", '"', "|", "> ", "- ",
    "1. ", "```", "```mermaid\n", "~~~", "<br>", "<br/", "</", "<pre class='mermaid'>", '<div class="mermaid">',
    "</div>", "</pre>", "<!--", "-->", "<code class=language-mermaid>", "<script>", "<html>", "flowchart LR", "gantt",
    "\r\n", "\r", "\u00a0", "\ufeff", "\u2028", "\0", "&#xd800;", "#99999999;", "٣", "😀", "Sari", "pesan kopi", "バス",
    "section", "journey\n",
)  # fmt: skip
WORDS = (
    "kopi",
    "teh",
    "kunci",
    "rumah",
    "pasar",
    "antri",
    "bayar",
    "pulang",
    "バス",
    "Ayah",
    "Ibu",
    "Sari",
    "naïf",
    "ѱ",
)
EACH = re.compile("|".join((*WORDS, "panas", "baik")))
NUMBERED = re.compile(rf"(?:{EACH.pattern})\d+")
SPACE = st.sampled_from(("", " ", "\t", "\u00a0", "  "))
NAMES = st.lists(st.sampled_from(WORDS), min_size=1, max_size=3).map(" ".join)


def strings_in(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from strings_in(each)
    elif isinstance(value, list | tuple):
        for each in value:
            yield from strings_in(each)


def everything_said(imported: Imported) -> str:
    """All text of the map and of the report."""
    records = [msgspec.to_builtins(record) for record in imported.document.records.values()]
    return "\n".join(strings_in([*records, *(note.details for note in imported.notes)]))


def assert_sound(imported: Imported) -> None:
    """The map keeps the rules, can be written as UTF-8, and every note can be told in both languages."""
    document = imported.document
    assert list(rules.faults(document.records, document.records.values())) == []
    everything_said(imported).encode()
    for note in imported.notes:
        for language in LANGUAGES:
            assert words("imports", language)(f"note.{note.code}", **note.details)


@given(
    st.lists(st.sampled_from(FRAGMENTS) | st.text(max_size=5) | st.just("\ud800"), max_size=40),
    st.sampled_from(("", "journey\n")),
)
def test_any_text_is_read_or_refused(pieces: list[str], start: str) -> None:
    text = start + "".join(pieces)
    for number in (1, 2):
        try:
            assert_sound(read(text, diagram=number, actors="lane" if number == 1 else "personas"))
        except ImportRefused as refused:
            assert words("imports", "id")(f"refused.{refused.code}", **refused.details)


@given(st.binary(max_size=60) | st.lists(st.sampled_from(FRAGMENTS)).map(lambda each: "".join(each).encode("utf-16")))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    for name in ("a.mmd", "a.md", "a.html", "a", ""):
        try:
            assert_sound(read_file(name, data))
        except ImportRefused as refused:
            assert words("imports", "en")(f"refused.{refused.code}", **refused.details)


@st.composite
def tasks(draw: st.DrawFn) -> str:
    score = draw(st.sampled_from(("5", "1", "3.5", "0", "99", "-3", "", "baik", "4,5", "NaN")))
    pieces = [draw(NAMES), score, ",".join(draw(st.lists(NAMES | st.just(""), max_size=4))), draw(NAMES | st.just(""))]
    text = ":".join(draw(SPACE) + piece + draw(SPACE) for piece in pieces[: draw(st.integers(1, 4))])
    return text + draw(st.sampled_from(("", "", " # kopi panas", " %% teh", "#35;", ";", "; bayar: 2: Sari")))


ROWS = st.one_of(
    tasks(),
    NAMES.map("section {}".format),
    NAMES.map("SECTION {} # antri".format),
    NAMES.map("section: {}".format),
    NAMES.map("title {}".format),
    NAMES.map("accTitle: {}".format),
    NAMES.map("accDescr {{\n  {}\n}}".format),
    NAMES.map("accDescr {{ {}".format),
    NAMES.map("%% {}".format),
    NAMES.map("%%{{init: {}}}%%".format),
    NAMES.map(": {}".format),
    st.just("----"),
    st.just(""),
)


@given(st.lists(ROWS, max_size=12), NAMES | st.just(""), st.sampled_from(("lane", "personas")))
def test_every_word_is_found_in_the_map_or_in_the_report(rows: list[str], title: str, actors: Any) -> None:
    front = f"---\ntitle: {title} # {title}\nlang: {title}\n---\n" if title else ""
    numbers = count(100)
    text = EACH.sub(lambda word: f"{word[0]}{next(numbers)}", front + "journey\n" + "\n".join(rows))
    imported = read(text, actors=actors)
    assert_sound(imported)
    said = everything_said(imported)
    assert [word for word in NUMBERED.findall(text) if word not in said] == []


MEGABYTE = 2**20
PATHOLOGICAL = {
    "colons": "journey\n" + ":" * MEGABYTE,
    "a name and colons": "journey\nA" + ":" * MEGABYTE,
    "an open description over 100,000 lines": "journey\naccDescr {\n" + "kata demi kata\n" * 100_000,
    "a description over 100,000 lines": "journey\naccDescr {\n" + "kata demi kata\n" * 100_000 + "}\nA: 5",
    "open descriptions": "journey\n" + "accDescr {\n" * 50_000,
    "blank lines in an open description": "journey\naccDescr {" + "\n" * MEGABYTE,
    "open directives": "journey\n" + "%%{" * 100_000,
    "open front matter": "---\n" * 200_000,
    "a long key": "---\na" + " " * MEGABYTE + "b\n---\njourney\n",
    "a key of words": "---\n" + "a " * 500_000 + "b\n---\njourney\n",
    "hashes": "journey\n" + "A #" * 200_000,
    "entities": "journey\nA " + "&#" * 400_000 + "1;: 5",
    "a number": "journey\nA: " + "9" * MEGABYTE,
    "a character's number": "<html><pre class=mermaid>journey\nA &#" + "9" * MEGABYTE + ";: 5",
    "spaces behind a keyword": "journey\ntitle" + " " * MEGABYTE + "x",
    "commas": "journey\nA: 5:" + "," * MEGABYTE,
    "open tags": "<div class=mermaid>journey\n" + "<a " * 300_000,
    "open quotations in tags": '<div class="mermaid">journey\n' + '<a b="' * 150_000,
    "open comments": "<html><div class=mermaid>journey\n" + "<!--" * 200_000,
    "open scripts": "<html class=mermaid>" + "<script>" * 100_000,
    "elements in elements": "<html>" + "<div class=mermaid>" * 50_000 + "journey\nA: 5",
    "open elements": "<html>" + "<div class=mermaid>journey\nA: 5" * 30_000,
    "attributes": "<html><div class=mermaid " + "a=b class " * 100_000 + ">journey",
    "a fence": "`" * MEGABYTE + "mermaid\njourney",
    "open fences": "```mermaid\n" * 60_000,
    "quotations": ">" * 300_000 + "```mermaid\n" + ">" * 300_000 + "journey\n",
    "list marks": "- " * 300_000 + "```mermaid\njourney\n",
    "headers": "journey\n\n---\n" * 40_000,
}


@pytest.mark.parametrize("name", PATHOLOGICAL)
def test_a_megabyte_of_nonsense_takes_no_longer_than_a_megabyte_of_sense(name: str) -> None:
    """Each look-up here is linear; a quadratic one would take hours, so it is enough that this ends."""
    text = PATHOLOGICAL[name]
    found = diagrams(text)
    if found:
        assert read(text).document.map.title in ("", "x")
    else:
        with pytest.raises(ImportRefused):
            read(text)
