"""Text as its readers count it: letters with their marks."""

from functools import lru_cache


@lru_cache(maxsize=4096)
def graphemes(text: str) -> tuple[str, ...]:
    """What a reader sees as single characters (UAX 29)."""
    if text.isascii():
        return tuple(text)
    # Not uniseg's: version 0.8 cuts every grapheme after a joiner one character too late.
    import regex

    return tuple(regex.findall(r"\X", text))
