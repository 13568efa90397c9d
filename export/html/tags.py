"""Elements of HTML around finished content, and user text made harmless."""

from export import xml
from model.handouts.prose import Said
from model.handouts.typesetting import safe_url

_QUIET = {"quiet": "quiet", "quote": "quote"}


def escaped(text: str) -> str:
    """Text for between tags or quotes: HTML escapes as XML does, and line ends stay line ends."""
    return xml.escaped(text).replace("&#10;", "\n").replace("&#13;", "\n").replace("&#9;", " ")


def tag(name: str, content: str, **attributes: str | None) -> str:
    """An element on a line of its own; `class_` and `aria_label` are attributes that Python has no names for."""
    written = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escaped(value)}"'
        for key, value in attributes.items()
        if value is not None
    )
    return f"<{name}{written}>{content}</{name}>\n"


def said(text: Said, name: str, **attributes: str | None) -> str:
    """A paragraph in an element; its direction is that of its own words."""
    url = safe_url(text.url)
    words = escaped(text.text)
    inside = f'<a href="{escaped(url)}" rel="noopener noreferrer">{words}</a>' if url else words
    return tag(name, inside, class_=_QUIET.get(text.tone), dir="auto", **attributes)


def page(head: str, body: str, language: str) -> str:
    """A whole document."""
    return (
        f'<!DOCTYPE html>\n<html lang="{escaped(language)}">\n<head>\n{head}</head>\n<body>\n{body}</body>\n</html>\n'
    )
