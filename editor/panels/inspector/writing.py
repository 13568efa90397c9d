"""How a value that was entered becomes a change: the operations of the model, all called in one way."""

from collections.abc import Callable
from typing import Any

from model.change import Change
from model.document import Document
from model.operations import card_content, maps
from model.records import Id

Write = Callable[[Document, tuple[Id, ...], str, Any], Change]
"""The change that gives these records (one, unless they are cards) this value in this member."""


def plainly(operation: Callable[..., Change]) -> Write:
    """By an operation that takes the members of one record by their names."""

    def write(document: Document, ids: tuple[Id, ...], member: str, value: Any) -> Change:
        return operation(document, ids[0], **{member: value})

    return write


def whole(operation: Callable[..., Change]) -> Write:
    """By an operation that takes one record and what its one member is to be."""

    def write(document: Document, ids: tuple[Id, ...], _member: str, value: Any) -> Change:
        return operation(document, ids[0], value)

    return write


def bare(operation: Callable[..., Change]) -> Write:
    """By an operation that takes one record and no value."""

    def write(document: Document, ids: tuple[Id, ...], _member: str, _value: Any) -> Change:
        return operation(document, ids[0])

    return write


def on_cards(document: Document, ids: tuple[Id, ...], member: str, value: Any) -> Change:
    """On all these cards at once."""
    return card_content.edit_cards(document, ids, **{member: value})


def marks(document: Document, ids: tuple[Id, ...], _member: str, value: Any) -> Change:
    """A mark on all these cards, or off them."""
    return card_content.toggle_mark(document, ids, value)


def on_map(document: Document, _ids: tuple[Id, ...], member: str, value: Any) -> Change:
    return maps.edit_map(document, **{member: value})


def facts(document: Document, _ids: tuple[Id, ...], member: str, value: Any) -> Change:
    """In the table of facts; the member is `facts.date` and the like."""
    return maps.edit_facts(document, **{member.removeprefix("facts."): value})
