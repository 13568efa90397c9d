"""Which of the computer's fonts shows what ours do not have: always the same one on the same computer.

Noto Sans of the script comes first, then other faces without serifs, then any; upright or slanted, light or dark as
near to what is asked as there is. Chinese characters are drawn in the manner of the language written with them.
"""

import re
from functools import lru_cache
from unicodedata import category, name

from model.layout.text import computer
from model.layout.text.computer import Folders, Font, Found
from model.layout.text.faces import OWN, Face, meet
from model.layout.text.graphemes import seen

_EMOJI = ("Noto Emoji", "Symbola", "Segoe UI Symbol", "Segoe UI Emoji", "Apple Symbols")
_EAST_ASIAN = ("CJK", "HIRAGANA", "KATAKANA", "HANGUL", "BOPOMOFO", "IDEOGRAPHIC", "FULLWIDTH", "HALFWIDTH", "KANGXI")
_FAMILIES = {
    "ja": ("CJK JP", "Sans JP", "Hiragino Sans", "Yu Gothic", "Meiryo", "MS Gothic"),
    "ko": ("CJK KR", "Sans KR", "Apple SD Gothic Neo", "Malgun Gothic"),
    "zh-Hant": ("CJK TC", "Sans TC", "CJK HK", "PingFang TC", "Microsoft JhengHei"),
    "zh-Hans": ("CJK SC", "Sans SC", "PingFang SC", "Hiragino Sans GB", "Microsoft YaHei"),
}
_SANS = ("Sans", "Gothic", "UI", "Tahoma", "Arial", "Thonburi", "Geeza", "Kohinoor", "PingFang", "Hei")
_LAST = ("Mono", "Display", "Serif", "Mincho", "Ming", "Song", "Condensed", "Narrow", "Looped", "Fallback")
_CHINESE = re.compile("[\u2e80-\u303f\u3200-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]")
_WEIGHTS = {"bold": 700}


def is_chinese(text: str) -> bool:
    """Whether it has characters that languages draw differently."""
    return not text.isascii() and _CHINESE.search(text) is not None


def variant_of(language: str, text: str) -> str:
    """The manner Chinese characters are drawn in: that of the letters beside them, else that of the map's language."""
    if any("\u3040" <= each <= "\u30ff" for each in text):
        return "ja"
    if any("\uac00" <= each <= "\ud7a3" or "\u1100" <= each <= "\u11ff" for each in text):
        return "ko"
    tags = language.replace("_", "-").split("-")
    if tags[0] == "zh":
        return "zh-Hant" if {"Hant", "TW", "HK", "MO"} & set(tags) else "zh-Hans"
    return tags[0] if tags[0] in _FAMILIES else "zh-Hans"


def fallback(characters: str, grapheme: str, style: str, variant: str) -> Face | None:
    """A face of the computer that has all these characters of a grapheme; None where none has."""
    return _search(seen(characters), style, variant, computer.folders(), emoji=_is_emoji(grapheme))


@lru_cache(maxsize=16384)
def _search(characters: str, style: str, variant: str, folders: Folders, *, emoji: bool) -> Face | None:
    codes = frozenset(map(ord, characters))
    blocks = {code >> 8 for code in codes}
    script = _script(characters)
    ordered = _ordered(script, style, variant if script == "CJK" else "", folders, emoji=emoji) if codes else ()
    for found in ordered:
        if blocks <= found.font.blocks and (face := _opened(found)) and codes <= face.characters:
            return face
    return None


def _opened(found: Found) -> Face | None:
    try:
        return meet(found.font.name, found.path, found.font.index)
    except OSError:  # taken away since the folders were read
        return None


@lru_cache(maxsize=256)
def _ordered(script: str, style: str, variant: str, folders: Folders, *, emoji: bool) -> tuple[Found, ...]:
    """The computer's faces, the best for a script first."""
    all_ = computer.fonts(folders, computer.cache_file() if folders else None)
    usable = (each for each in all_ if each.font.name not in OWN and not each.font.coloured)
    return tuple(sorted(usable, key=lambda each: _preference(each.font, script, style, variant, emoji)))


def _preference(font: Font, script: str, style: str, variant: str, emoji: bool) -> tuple[int | str, ...]:
    """Less is better."""
    return (
        _rank(font.family, script, variant, emoji),
        abs(font.weight - _WEIGHTS.get(style, 400)),
        int(font.italic != (style == "italic")),
        abs(font.width - 100),
        len(font.family),
        font.family,
        font.name,
    )


def _rank(family: str, script: str, variant: str, emoji: bool) -> int:
    if emoji and family in _EMOJI:
        return _EMOJI.index(family)
    plain = not any(word in family for word in _LAST)
    if variant and plain:
        wanted = next((at for at, word in enumerate(_FAMILIES[variant]) if word in family), None)
        if wanted is not None:
            return 10 + wanted
    if family == f"Noto Sans {script}" and not variant:
        return 10
    if not plain:
        return 50
    if family.startswith(f"Noto Sans {script}") and not variant:
        return 11
    return 20 if family.startswith("Noto Sans") else 30 if any(word in family for word in _SANS) else 40


def _script(characters: str) -> str:
    """What Noto's faces are named after: what the names of the characters begin with, if they are letters."""
    first = name(characters[:1], "").partition(" ")[0].partition("-")[0] if characters else ""
    east = first in _EAST_ASIAN or "\u3000" <= characters[:1] <= "\u30ff" or "\uff00" <= characters[:1] <= "\uffef"
    return "CJK" if east else "Symbols" if category(characters[:1] or " ").startswith("S") else first.title()


def _is_emoji(characters: str) -> bool:
    import regex

    return regex.search(r"\p{Emoji_Presentation}|\p{Extended_Pictographic}\ufe0f", characters) is not None
