"""Text as it comes in from typing, pasting and files."""

import re

_NEVER_TEXT = re.compile("[\x00\ud800-\udfff]")


def plain(text: str) -> str:
    """The text with line ends as newlines, without NUL and lone surrogates; everything else stays as it is.

    No file can hold the dropped two: UTF-8 has no bytes for a lone surrogate, and NUL ends a text in much of C.
    """
    return _NEVER_TEXT.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
