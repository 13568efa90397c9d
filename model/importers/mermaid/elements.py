"""Diagrams in a page: elements of class `mermaid` or `language-mermaid`.

Not with html.parser: on Python 3.11 it takes minutes over a hundred kilobytes of `<a <a <a`, and a file that somebody
sent must not be able to do that. One look at each tag is enough here.
"""

import html
import re

_TAG = re.compile(
    r"(?<!`)<(?:!--|(?P<close>/?)(?P<name>[A-Za-z][A-Za-z0-9-]{0,30}+)"
    r"(?P<rest>(?:[^<>\"']++|\"[^\"<]*+\"|'[^'<]*+')*+)>)"
)
_CLASS = re.compile(r"\bclass\s*+=\s*+(?:\"([^\"]*+)\"|'([^']*+)'|([^\s\"'>]++))", re.IGNORECASE)
_CLASSES = {"mermaid", "language-mermaid", "lang-mermaid"}
_WRAPPERS = {"pre", "code", "div", "span", "p"}
_ENTITY = re.compile(r"&#?\w{1,31};?")


def elements(text: str) -> list[tuple[int, str]]:
    """The text in each diagram's element, entities resolved, and the line of the file, from 1, on which it begins."""
    if "mermaid" not in text.lower():
        return []
    found: list[tuple[int, str]] = []
    at, line, counted = 0, 1, 0
    while tag := _TAG.search(text, at):
        at = _behind(text, tag)
        if _is_diagram(tag):
            line, counted = line + text.count("\n", counted, tag.end()), tag.end()
            content, at = _content(text, tag)
            found.append((line, content))
    return found


def _is_diagram(tag: re.Match[str]) -> bool:
    given = _CLASS.search(tag["rest"]) if tag["name"] and not tag["close"] else None
    return given is not None and not _CLASSES.isdisjoint((given[1] or given[2] or given[3] or "").lower().split())


def _behind(text: str, tag: re.Match[str]) -> int:
    """Where to look on: behind a comment or a script, in which tags are no tags; unclosed, they last to the end."""
    if not tag["name"]:
        end = text.find("-->", tag.end())
        return end + 3 if end >= 0 else len(text)
    if tag["name"].lower() in ("script", "style") and not tag["close"]:
        closing = re.compile(rf"</{tag['name']}", re.IGNORECASE).search(text, tag.end())
        return closing.start() if closing else len(text)
    return tag.end()


def _content(text: str, opening: re.Match[str]) -> tuple[str, int]:
    """What an element holds, and where it ends: at its closing tag, ahead of another diagram, or with the file."""
    kept: list[str] = []
    at, depth, begun = opening.end(), 1, False
    for tag in _TAG.finditer(text, at):
        kept.append(text[at : tag.start()])
        begun = begun or bool(kept[-1].strip())
        if begun and _is_diagram(tag):
            return _resolved(kept), tag.start()
        if (tag["name"] or "").lower() == opening["name"].lower():
            depth += -1 if tag["close"] else 1
        if depth == 0:
            return _resolved(kept), tag.end()
        kept.append(_meaning(tag))
        at = tag.end()
    return _resolved([*kept, text[at:]]), len(text)


def _meaning(tag: re.Match[str]) -> str:
    """What a tag inside a diagram says to it: boxes around the text nothing, any other tag itself."""
    return "\n" * tag[0].count("\n") if (tag["name"] or "").lower() in _WRAPPERS else tag[0]


def _resolved(pieces: list[str]) -> str:
    return _ENTITY.sub(lambda entity: html.unescape(entity[0]), "".join(pieces)).replace("\r", "")
