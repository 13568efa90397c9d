"""Findings on names that are meant to be one: the same owner or channel in two spellings."""

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache

from model.findings.context import Context
from model.findings.finding import Code, Finding, Fix, hint

LONG_WORD = 6
"""Letters from which two words that differ by one are taken for one word: Rina is not Rini."""


def owner_spelled_two_ways(context: Context) -> Iterator[Finding]:
    yield from _spelled_two_ways(context, Code.OWNER_SPELLED_TWO_WAYS, "owner")


def channel_spelled_two_ways(context: Context) -> Iterator[Finding]:
    yield from _spelled_two_ways(context, Code.CHANNEL_SPELLED_TWO_WAYS, "channel")


def alike(names: Iterable[str]) -> list[list[str]]:
    """The names that say the same in two or more spellings, together.

    The same are names equal but for case, accents, spaces and punctuation, and names with one long word in
    which a letter is missing, added, changed or swapped with the next. Names meet in buckets by what is left when
    a letter is deleted (Wolf Garbe's symmetric delete, 2012), so the time grows with the letters, not with the pairs.
    """
    buckets = defaultdict[str, list[str]](list)
    for name in names:
        for bucket in _buckets(name):
            buckets[bucket].append(name)
    groups: dict[str, list[str]] = {}
    for together in buckets.values():
        for name in together[1:]:
            _join(groups, together[0], name)
    return list({id(group): sorted(group) for group in groups.values()}.values())


def _spelled_two_ways(context: Context, code: Code, member: str) -> Iterator[Finding]:
    spellings = context.spellings[member]
    for group in alike(spellings):
        usual = min(group, key=lambda name: (-len(spellings[name]), -_capitals(name), name))
        others = tuple(name for name in group if name != usual)
        cards = [card for name in others for card in spellings[name]]
        details = {"member": member, "usual": usual, "others": others, "count": len(cards)}
        yield hint(code, *sorted(cards), fix=Fix.UNIFY_SPELLING, **details)


def _capitals(name: str) -> bool:
    """Whether a name begins with a capital: of two equally frequent spellings that one is kept."""
    return name[:1].isupper()


def _join(groups: dict[str, list[str]], one: str, other: str) -> None:
    """Put the groups of two names together, the smaller one into the larger."""
    mine, theirs = groups.setdefault(one, [one]), groups.setdefault(other, [other])
    if mine is theirs:
        return
    larger, smaller = (mine, theirs) if len(mine) >= len(theirs) else (theirs, mine)
    larger.extend(smaller)
    for name in smaller:
        groups[name] = larger


@lru_cache(maxsize=16384)
def _buckets(name: str) -> tuple[str, ...]:
    """What a name is without spaces, and what it is with one letter gone from one long word."""
    words = _fold(name).split()
    shortened = ((*words[:at], short, *words[at + 1 :]) for at, word in enumerate(words) for short in _shortened(word))
    whole = ("".join(words),) if words else ()
    return (*whole, *dict.fromkeys(" ".join(each) for each in shortened))


def _shortened(word: str) -> list[str]:
    """A long word without each of its letters, and as it is for those with a letter more; none where a digit counts."""
    if not word.isalpha() or len(word) < LONG_WORD - 1:
        return []
    cuts = range(len(word)) if len(word) >= LONG_WORD else ()
    return [f"{word}-", *(f"{word[:cut]}{word[cut + 1 :]}-" for cut in cuts)]


def _fold(name: str) -> str:
    """A name without case, accents and punctuation. Marks other than Latin accents are letters of their script."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", name.casefold()) if not "\u0300" <= c <= "\u036f")
    return "".join(" " if c.isspace() else c for c in bare if c.isspace() or unicodedata.category(c)[0] not in "PC")
