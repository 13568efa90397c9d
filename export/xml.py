"""XML elements, and user text inside them: escaped, without the characters XML cannot hold."""

import re
from collections.abc import Mapping

# XML 1.0, production 2: what may not stand in a document at all, not even escaped.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_ESCAPES = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\t": "&#9;", "\n": "&#10;", "\r": "&#13;"}
)


def escaped(text: str) -> str:
    """Text for between tags or quotes; what XML forbids becomes U+FFFD."""
    return without_forbidden(text).translate(_ESCAPES)


def without_forbidden(text: str) -> str:
    """Text with U+FFFD in place of what XML forbids."""
    return _FORBIDDEN.sub("\ufffd", text)


def element(name: str, attributes: Mapping[str, str | None], content: str = "") -> str:
    """A tag with its attributes (None: left out) around finished content."""
    tag = name + "".join(f' {key}="{escaped(value)}"' for key, value in attributes.items() if value is not None)
    return f"<{tag}>{content}</{name}>" if content else f"<{tag}/>"
