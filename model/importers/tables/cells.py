"""Values as the texts of cells, and back."""

import re
from functools import lru_cache

from model.records import EvidenceKind, Mark, Role, State
from resources.words import LANGUAGES, words

_LIVE = re.compile(r"'*[=+\-@\t\r]")
_DEFUSED = re.compile(r"'+[=+\-@\t\r]")


def defused(text: str) -> str:
    """A text no spreadsheet program runs: an apostrophe goes ahead of = + - @, a tab or a return at its beginning."""
    return f"'{text}" if _LIVE.match(text) else text


def as_typed(cell: str) -> str:
    """The text that `defused` made a cell of; any other cell as it is."""
    return cell[1:] if _DEFUSED.match(cell) else cell


def number(cell: str) -> float | None:
    """The number in a cell, with a point or a decimal comma; None where there is none."""
    text = cell.strip().replace("−", "-").replace(" ", "").replace("\u00a0", "")
    if "," in text:
        text = text.replace(".", "").replace(",", ".")
    try:
        found = float(text)
    except ValueError:
        return None
    return found if abs(found) < 1e12 else None


def written(value: float | None) -> str:
    """A number as briefly as it can be written, with a point."""
    return "" if value is None else f"{value:.15g}"


def folded(text: str) -> str:
    """A heading as it is compared: small letters and digits, one space between words."""
    return " ".join(re.sub(r"[^\w]+|_", " ", text.casefold()).split())


def role_word(role: Role, language: str) -> str:
    return words("inspector", language)(f"role.{role}")


def mark_word(mark: Mark, language: str) -> str:
    return words("paper", language)(f"legend_{mark}")


def kind_word(kind: EvidenceKind, language: str) -> str:
    return words("inspector", language)(f"evidence.{kind}")


def state_word(state: State, language: str) -> str:
    return words("paper", language)(f"state_{state}")


@lru_cache
def roles() -> dict[str, Role]:
    """Roles by all they are called, folded: their codes, their names in every language and what else is used."""
    found = {folded(role): role for role in Role}
    for language in LANGUAGES:
        said = words("tables", language)
        others = {role: said(f"also.role.{role}").split(",") for role in Role if f"also.role.{role}" in said}
        for role in Role:
            for name in (role_word(role, language), *others.get(role, ())):
                found.setdefault(folded(name), role)
    return found


@lru_cache
def marks() -> dict[str, Mark]:
    return {folded(mark_word(mark, language)): mark for language in LANGUAGES for mark in Mark}


@lru_cache
def evidence_kinds() -> dict[str, EvidenceKind]:
    return {folded(kind_word(kind, language)): kind for language in LANGUAGES for kind in EvidenceKind}


@lru_cache
def states() -> dict[str, State]:
    return {folded(state_word(state, language)): state for language in LANGUAGES for state in State}


@lru_cache
def yes_no() -> dict[str, bool]:
    """Words for yes and no in every language, and what spreadsheet programs write for them."""
    said = [words("tables", language) for language in LANGUAGES]
    yes = {folded(each("yes")): True for each in said} | {"true": True, "1": True, "x": True, "y": True}
    return yes | {folded(each("no")): False for each in said} | {"false": False, "0": False, "n": False}
