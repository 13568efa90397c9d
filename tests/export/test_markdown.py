"""The map as Markdown, read by another's reader of it."""

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from export.markdown import BEGINS, escaped
from export.registry import EXPORTERS, Job, render
from model.document import Document
from model.handouts.brief import Brief
from model.records import Card, Map
from tests.checking.map_words import texts_of
from tests.checking.printed import squeezed
from tests.making.export_pages import INFO
from tests.making.maps import maps
from tests.making.small_map import small_map

READER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
TRAPS = (
    "# judul", "- butir", "+ butir", "* butir", "1. satu", "12) dua", "> kata", "---", "===", "***", "___", "~~~",
    "```", "    kode", "\tkode", "a | b", "*a* _b_ **c** __d__ ~~e~~", "`a`", "``", "[a](b)", "![a](b)", "[a]: b",
    "[x] a", "<b>a</b>", "<https://a.id>", "<!-- a -->", "&amp; &lt; &#35;", "a\\*b\\\\", "$x$", ":smile:", "@siapa",
    "#12", "a  ", "a\nb", "- [ ] a", "| a |\n| - |", "a^2^", "==a==", "www.a.id", "https://a.id/_b_", "a@b.id", "\\",
    "a\\", "!", "#", "1.", "-", ":--", "{x}", "<", "&", "*", "  a", "a\u00a0b", "\u2028a", "a\r\nb",
)  # fmt: skip


def written(document: Document, brief: Brief | None = None) -> str:
    (data,) = render(Job(document, INFO, brief=brief or Brief()), (), Path("peta.md")).values()
    return data.decode()


def shown(tokens: list[Token]) -> str:
    """The words a reader shows."""
    return "".join(shown(token.children) if token.children else _shown(token) for token in tokens)


def _shown(token: Token) -> str:
    return token.content if token.type in ("text", "text_special") else "\n"


def kinds(tokens: list[Token]) -> set[str]:
    return {each for token in tokens for each in ({token.type} | kinds(token.children or []))}


def seen(text: str) -> str:
    """A text without the breaks and blanks that Markdown does not keep."""
    return squeezed(
        re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]", "\ufffd", re.sub(r"[\x0b\x0c\x1c-\x1e]", " ", text))
    )


@pytest.mark.parametrize("text", TRAPS)
def test_words_that_mean_something_in_markdown_are_shown_as_they_are(text: str) -> None:
    shape = {"paragraph_open", "inline", "text", "text_special", "softbreak", "paragraph_close"}
    for source in (escaped(text), f"| a |\n| --- |\n| {escaped(text).replace(chr(10), ' ')} |", f"- {escaped(text)}"):
        tokens = READER.parse(source)
        assert seen(text) in seen(shown(tokens))
        assert kinds(tokens) - shape <= {
            "table_open", "thead_open", "tr_open", "th_open", "th_close", "tr_close", "thead_close", "tbody_open",
            "td_open", "td_close", "tbody_close", "table_close", "bullet_list_open", "list_item_open",
            "list_item_close", "bullet_list_close",
        }  # fmt: skip


@given(st.text(max_size=40))
def test_whatever_is_typed_is_shown_as_it_is(text: str) -> None:
    tokens = READER.parse(escaped(text))
    assert seen(shown(tokens)) == seen(text)
    assert kinds(tokens) <= {"paragraph_open", "inline", "text", "text_special", "softbreak", "paragraph_close"}


@pytest.mark.parametrize("sign", ["www.a.id", "https://a.id", "a@b.id", ":smile:", "@siapa", "#12", "$x$"])
def test_what_only_some_readers_take_for_more_is_escaped_too(sign: str) -> None:
    """Addresses, people, threads, formulas and emoji names of GitHub's Markdown."""
    assert re.search(r"\\[@:#$.]", escaped(sign))


@given(maps())
@settings(max_examples=15)
def test_every_text_of_the_map_is_shown(document: Document) -> None:
    told = seen(shown(READER.parse(written(document))))
    assert [text for text in texts_of(document) if seen(text) not in told] == []


@given(maps(max_cards=8))
@settings(max_examples=10)
def test_every_table_is_read_as_one_with_all_its_cells(document: Document) -> None:
    text = written(document)
    tokens = READER.parse(text)
    rows = [line for line in text.splitlines() if line.startswith("| ")]
    read = sum(token.type == "tr_open" for token in tokens)
    assert read == len(rows) - sum(line.startswith("| ---") for line in rows)


def test_headings_lists_and_tables_are_there() -> None:
    lines = written(small_map(Map(id="m", title="Kopi", language="en"))).splitlines()
    assert lines[0] == BEGINS
    assert "# Kopi" in lines
    assert r"## 1\. Sadar" in lines
    assert "### Step 1" in lines
    assert "| Customer actions | satu | Leads to “tiga” \\(Step 2, Customer actions\\) |" in lines


def test_a_file_of_ours_is_known_by_a_line_that_nobody_sees() -> None:
    assert EXPORTERS[".md"].begins == (BEGINS.encode(),)
    assert "Jejak" not in shown(READER.parse(written(small_map())))


def test_an_address_is_a_link_that_reads_as_it_is_written() -> None:
    url = "https://a.id/x_(y)?a=<1>|2&c=`d`"
    card = Card(id="c1", order="a0", lane="l1", step="t1", text="satu", url=url)
    tokens = READER.parse(written(small_map(card)))
    links = [each.attrs["href"] for token in tokens for each in token.children or [] if each.type == "link_open"]
    assert links == ["https://a.id/x_(y)?a=%3C1%3E%7C2&c=%60d%60"]
    assert url in shown(tokens)


def test_the_same_map_makes_the_same_file() -> None:
    assert written(small_map()) == written(small_map())
