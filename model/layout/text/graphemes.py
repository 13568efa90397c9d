"""Text as its readers count it: letters with their marks."""

from functools import lru_cache


@lru_cache(maxsize=4096)
def graphemes(text: str) -> tuple[str, ...]:
    """What a reader sees as single characters (UAX 29)."""
    if text.isascii():
        return tuple(text)
    from uniseg.graphemecluster import grapheme_clusters

    return tuple(grapheme_clusters(text))
