"""The map as a web page."""

import base64
import hashlib
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from export.html.tags import escaped, said
from export.registry import Job, render
from model.document import Document
from model.handouts.brief import Brief
from model.handouts.prose import Said
from model.layout.look import Look
from model.records import Card, Lane, Map, Role, Step
from tests.checking.map_words import texts_of
from tests.checking.printed import squeezed
from tests.making.export_pages import INFO
from tests.making.maps import maps
from tests.making.small_map import small_map

_VOID = frozenset({"meta"})


class Node:
    """An element: its name, attributes, elements and words."""

    def __init__(self, name: str, attributes: dict[str, str | None]) -> None:
        self.name, self.attributes = name, attributes
        self.inside: list[Node | str] = []

    def all(self, *names: str) -> list["Node"]:
        nodes = [each for each in self.inside if isinstance(each, Node)]
        return [found for each in nodes for found in ([each] if each.name in names else []) + each.all(*names)]

    @property
    def text(self) -> str:
        return "".join(each if isinstance(each, str) else each.text for each in self.inside)


class Tree(HTMLParser):
    """Elements as they are written: what is not closed in its place is an error, as browsers would guess."""

    def __init__(self, data: bytes) -> None:
        super().__init__()
        self.root = Node("", {})
        self._open = [self.root]
        self.feed(data.decode())
        self.close()
        assert self._open == [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        node = Node(tag, dict(attrs))
        self._open[-1].inside.append(node)
        if tag not in _VOID:
            self._open.append(node)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop().name == tag

    def handle_data(self, data: str) -> None:
        self._open[-1].inside.append(data)


def written(document: Document, brief: Brief | None = None) -> bytes:
    job = Job(document, INFO, brief=brief or Brief())
    (data,) = render(job, (), Path("peta.html")).values()
    return data


def page(document: Document, brief: Brief | None = None) -> Node:
    return Tree(written(document, brief)).root


@given(maps())
@settings(max_examples=15)
def test_every_text_of_the_map_is_on_the_page(document: Document) -> None:
    root = page(document)
    told = squeezed("".join(node.text for node in root.all("main")))
    seen = (re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]", "\ufffd", text) for text in texts_of(document))
    assert [text for text in seen if squeezed(text) not in told] == []


@given(maps(max_cards=8))
@settings(max_examples=10)
def test_every_row_of_a_table_is_as_wide_as_the_others(document: Document) -> None:
    for table in page(document).all("table"):
        rows = [[int(cell.attributes.get("colspan") or 1) for cell in row.all("th", "td")] for row in table.all("tr")]
        assert len({sum(row) for row in rows}) == 1
        assert all(row.all("th")[0].attributes["scope"] for row in table.all("tr"))


def test_a_page_says_its_language_its_title_and_its_parts() -> None:
    root = page(small_map(Map(id="m", title="Kopi & teh", language="en")))
    (html,) = root.all("html")
    assert html.attributes["lang"] == "en"
    assert root.all("title")[0].text == INFO.title
    assert [node.text for node in root.all("h1")] == ["Kopi & teh"]
    names = {node.attributes["id"] for node in root.all("h1", "h2", "h3")}
    links = [node.attributes["href"] or "" for node in root.all("nav")[0].all("a")]
    assert len(links) > 3
    assert {link.removeprefix("#") for link in links} <= names


def test_the_grid_has_stages_over_steps_and_lanes_beside_cards() -> None:
    grid = next(table for table in page(small_map()).all("table") if table.attributes.get("class") == "grid")
    first, second, *rows = grid.all("tr")
    assert [(th.text, th.attributes.get("colspan")) for th in first.all("th")[1:]] == [
        ("1. Sadar", "2"),
        ("2. Beli", "2"),
    ]
    assert [th.attributes["scope"] for th in second.all("th")] == ["row", "col", "col", "col", "col"]
    assert len(rows) == 3
    assert [p.text for p in rows[0].all("td")[0].all("p")] == ["satu", "dua"]


def test_the_page_may_fetch_nothing_and_its_one_style_is_the_one_it_allows() -> None:
    root = page(small_map())
    (style,) = root.all("style")
    digest = base64.b64encode(hashlib.sha256(style.text.encode()).digest()).decode()
    policies = [node.attributes["content"] for node in root.all("meta") if node.attributes.get("http-equiv")]
    assert policies == [
        f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    ]  # fmt: skip
    assert not re.search(r"url\(|@import|https?:", style.text)


def test_colours_of_lanes_are_classes_that_the_style_knows() -> None:
    roles = (role for role in Role if role is not Role.EMOTION)
    root = page(small_map(*(Lane(id=f"x{at}", order=f"b{at:02}", role=role) for at, role in enumerate(roles))))
    style = root.all("style")[0].text
    classes = {each for node in root.all("th") for each in (node.attributes.get("class") or "").split()}
    coloured = {each for each in classes if re.fullmatch(r"c[0-9A-F]{6}", each)}
    assert len(coloured) > 10
    assert all(f"th.{each} {{" in style for each in coloured)


@pytest.mark.parametrize(
    ("url", "leads"),
    [("https://a.id/?a=1&b='2'", True), ("mailto:a@b.id", True), ("javascript:x", False), ("//a.id", False)],
)
def test_only_addresses_of_the_web_and_of_letters_are_links(url: str, leads: bool) -> None:
    card = Card(id="c1", order="a0", lane="l1", step="t1", text="satu", url=url)
    root = page(small_map(card))
    links = [node.attributes["href"] for node in root.all("main")[0].all("a")]
    assert links == ([url] if leads else [])
    assert url in root.text


@given(st.text(max_size=30))
def test_whatever_is_typed_stays_words(text: str) -> None:
    root = Tree(said(Said(text, url=text), "p").encode()).root
    (paragraph,) = root.all("p")
    expected = re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]", "\ufffd", text)
    assert squeezed(paragraph.text) == squeezed(expected)
    assert escaped("<&>\"'\n\r\t") == "&lt;&amp;&gt;&quot;'\n\n "


def test_words_of_any_direction_stand_by_themselves() -> None:
    card = Card(id="c1", order="a0", lane="l1", step="t1", text="نص")
    paragraphs = [node for node in page(small_map(card)).all("p") if node.text == "نص"]
    assert paragraphs
    assert {node.attributes["dir"] for node in paragraphs} == {"auto"}


def test_the_brief_says_which_lanes_and_which_words() -> None:
    brief = Brief(language="en", look=Look(hidden=frozenset({"l3"})))
    told = page(small_map(Map(id="m", language="id")), brief).all("main")[0].text
    assert "Step 1" in told
    assert "empat" not in told


def test_the_same_map_makes_the_same_page() -> None:
    assert written(small_map()) == written(small_map())


def test_a_grid_that_no_sheet_holds_is_left_to_the_screen() -> None:
    steps = (Step(id=f"x{at:02}", order=f"b{at:02}", stage="s2") for at in range(13))
    frames = [page(document).all("div")[0].attributes["class"] for document in (small_map(), small_map(*steps))]
    assert frames == ["scroll", "scroll vast"]
