"""What an import brings: the map, and a note for every line that was guessed, changed, set aside or left unread."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any, Literal

import msgspec

from model.document import Document

Actors = Literal["lane", "personas"]


class Kind(StrEnum):
    """What became of a line."""

    GUESSED = "guessed"  # it breaks the format's rules and was read as what it most likely means
    CHANGED = "changed"  # the map has the thing, in another form
    ASIDE = "aside"  # its words lie in the parking lot
    UNREAD = "unread"  # it says nothing about the journey: drawing settings, other diagrams


KINDS: dict[str, Kind] = {
    "encoding_guessed": Kind.GUESSED,
    "characters_replaced": Kind.CHANGED,
    "more_journeys": Kind.UNREAD,
    "other_diagrams": Kind.UNREAD,
    "settings": Kind.UNREAD,
    "directive_unclosed": Kind.GUESSED,
    "front_matter_unclosed": Kind.GUESSED,
    "comment_noted": Kind.CHANGED,
    "comment_kept": Kind.CHANGED,
    "hash_as_text": Kind.GUESSED,
    "description_unclosed": Kind.GUESSED,
    "title_replaced": Kind.ASIDE,
    "title_like_task": Kind.GUESSED,
    "title_from_summary": Kind.GUESSED,
    "title_from_name": Kind.GUESSED,
    "title_missing": Kind.GUESSED,
    "keyword_colon": Kind.GUESSED,
    "section_colon": Kind.GUESSED,
    "section_like_task": Kind.GUESSED,
    "section_untitled": Kind.GUESSED,
    "stage_guessed": Kind.GUESSED,
    "stage_empty": Kind.GUESSED,
    "journey_empty": Kind.GUESSED,
    "header_again": Kind.GUESSED,
    "colon_missing": Kind.GUESSED,
    "score_missing": Kind.GUESSED,
    "score_comma": Kind.GUESSED,
    "score_words": Kind.CHANGED,
    "score_clamped": Kind.CHANGED,
    "score_rounded": Kind.CHANGED,
    "actor_twice": Kind.CHANGED,
    "actors_kept": Kind.CHANGED,
    "pieces_kept": Kind.CHANGED,
    "line_parked": Kind.ASIDE,
    "line_wordless": Kind.UNREAD,
    "author_from_name": Kind.GUESSED,
    "sheet_empty": Kind.UNREAD,
    "answers_known": Kind.UNREAD,
    "answer_parked": Kind.ASIDE,
    "title_parked": Kind.ASIDE,
    "table_long": Kind.GUESSED,
    "table_rows": Kind.GUESSED,
    "table_matrix": Kind.GUESSED,
    "row_parked": Kind.ASIDE,
    "feeling_clamped": Kind.CHANGED,
    "mark_unknown": Kind.UNREAD,
    "score_beyond": Kind.CHANGED,
    "column_noted": Kind.CHANGED,
}


class Note(msgspec.Struct, frozen=True):
    """One line of the import report. `code` names `note.<code>` in resources/i18n/imports, `details` fill its blanks.

    `line` is the line of the file, from 1; 0 where the note is about the file as a whole. `file`: the name of the one
    of several files it is about.
    """

    line: int
    code: str
    details: Mapping[str, Any] = {}
    file: str = ""

    @property
    def kind(self) -> Kind:
        return KINDS[self.code]


class Imported(msgspec.Struct, frozen=True):
    """A map that was read from another format, and what there is to say about it, by line."""

    document: Document
    notes: tuple[Note, ...] = ()

    @property
    def parts_left_out(self) -> bool:
        """Whether words of the journey found no place in the map and lie in the parking lot."""
        return any(note.kind is Kind.ASIDE for note in self.notes)


class ImportRefused(Exception):
    """There is nothing to read; `code` names `refused.<code>` in resources/i18n/imports, `details` fill its blanks."""

    def __init__(self, code: str, **details: Any) -> None:
        super().__init__(code, details)
        self.code = code
        self.details = details
