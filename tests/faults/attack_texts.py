"""Texts the program writes for others, read by other people's parsers: whatever in them is not only to be read."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser

from markdown_it import MarkdownIt
from markdown_it.token import Token

_STANDING = frozenset({
    "html", "head", "meta", "title", "style", "body", "nav", "main", "div", "h1", "h2", "h3", "h4", "p", "ul", "li",
    "a", "table", "thead", "tbody", "tr", "th", "td",
})  # fmt: skip
_SAID = frozenset({
    "lang", "charset", "http-equiv", "content", "name", "class", "dir", "id", "scope", "colspan", "role", "tabindex",
    "aria-label", "aria-labelledby", "href", "rel",
})  # fmt: skip
_WAYS = re.compile(r"(?:(?:https?://|mailto:)\S+)", re.IGNORECASE)
_INSIDE = re.compile(r"#b\d+")
_FETCHED = re.compile(r"url\(|@import|expression|-moz-binding|</", re.IGNORECASE)
_POLICY = re.compile(r"default-src 'none'; style-src 'sha256-[\w+/=]+'; base-uri 'none'; form-action 'none'")
_WRITTEN = frozenset({
    "heading", "paragraph", "bullet_list", "list_item", "inline", "table", "thead", "tbody", "tr", "th", "td", "text",
    "strong", "link", "hardbreak", "text_special", "html_inline", "softbreak",
})  # fmt: skip


def html_faults(data: bytes) -> Iterator[str]:
    """What a web page holds beside words, and whether it may fetch or run anything."""
    page = _Page()
    page.feed(data.decode())
    page.close()
    yield from page.faults
    if len([policy for policy in page.policies if _POLICY.fullmatch(policy)]) != 1 or page.kinds.count("style") != 1:
        yield "no policy, or other styles than one"


class _Page(HTMLParser):
    """Notes what is active as the tags go by."""

    def __init__(self) -> None:
        super().__init__()
        self.faults: list[str] = []
        self.policies: list[str] = []
        self.kinds: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.kinds.append(tag)
        said = dict(attrs)
        if tag not in _STANDING or len(said) != len(attrs):
            self.faults.append(f"<{tag}>")
        self.faults += [f"{tag} {name}" for name in said if name not in _SAID]
        href = said.get("href") or ""
        if href and not (tag == "a" and (_WAYS.fullmatch(href) or _INSIDE.fullmatch(href))):
            self.faults.append(f"href={href[:60]}")
        if said.get("http-equiv") == "Content-Security-Policy":
            self.policies.append(said.get("content") or "")
        elif "http-equiv" in said:
            self.faults.append(f"http-equiv={said['http-equiv']}")

    def handle_data(self, data: str) -> None:
        if self.kinds and self.lasttag == "style" and _FETCHED.search(data):
            self.faults.append("a style fetches")

    def handle_comment(self, _: str) -> None:
        self.faults.append("a comment")

    def handle_decl(self, decl: str) -> None:
        if decl != "DOCTYPE html":
            self.faults.append("a declaration")

    def unknown_decl(self, _: str) -> None:
        self.faults.append("a declaration")

    def handle_pi(self, _: str) -> None:
        self.faults.append("an instruction")


def markdown_faults(data: bytes) -> Iterator[str]:
    """What Markdown holds beside headings, paragraphs, lists, tables and links to the web or to letters."""
    reader = _Reader("commonmark", {"html": True}).enable("table")
    for token in _walk(reader.parse(data.decode())):
        kind = token.type.removesuffix("_open").removesuffix("_close")
        if kind not in _WRITTEN or (kind == "html_inline" and token.content != "<br>"):
            yield f"{kind}: {token.content[:60]}"
        href = str(token.attrs.get("href", ""))
        if href and not _WAYS.fullmatch(href):
            yield f"href={href[:60]}"


class _Reader(MarkdownIt):
    """One that makes a link of whatever others would."""

    def validateLink(self, _: str) -> bool:  # noqa: N802 - the name is markdown-it's
        return True


def _walk(tokens: list[Token]) -> Iterator[Token]:
    for token in tokens:
        yield token
        yield from _walk(token.children or [])
