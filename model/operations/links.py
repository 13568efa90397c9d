"""Links: arrows from card to card."""

from typing import Any, Literal

import msgspec

from model import change
from model.change import Change
from model.document import Document
from model.operations.basics import fresh_id, the
from model.operations.cascade import deletion
from model.operations.editing import edited, settable
from model.records import Card, Id, Link
from model.refusal import Refused

End = Literal["source", "target"]


def add_link(document: Document, source: Id, target: Id, **members: Any) -> Change:
    """An arrow between two cards; members: both, loop, label. Refuses `missing`, `self_link`, `linked_already`."""
    words = settable(Link, members)
    _check_ends(document, source, target)
    return change.add(Link(id=fresh_id(document, Link), source=source, target=target, **words))


def edit_link(document: Document, link: Id, **members: Any) -> Change:
    """Set both (an exchange), loop (back in time on purpose) or the label. Refuses `missing`."""
    return edited(document, Link, link, members)


def reverse_link(document: Document, link: Id) -> Change:
    """Have an arrow point the other way. Refuses `missing`."""
    record = the(document, Link, link)
    return change.update(record, source=record.target, target=record.source)


def reattach_link(document: Document, link: Id, end: End, card: Id) -> Change:
    """Put one end of an arrow on another card. Refuses `missing`, `self_link`, `linked_already`."""
    record = the(document, Link, link)
    moved = msgspec.structs.replace(record, **{end: card})
    _check_ends(document, moved.source, moved.target, besides=link)
    return change.update(record, **{end: card})


def delete_link(document: Document, link: Id) -> Change:
    """Delete an arrow. Refuses `missing`."""
    return deletion(document, [the(document, Link, link).id])


def _check_ends(document: Document, source: Id, target: Id, besides: Id | None = None) -> None:
    ends = {the(document, Card, source).id, the(document, Card, target).id}
    if len(ends) == 1:
        raise Refused("self_link")
    if any({other.source, other.target} == ends and other.id != besides for other in document.links_of(source)):
        raise Refused("linked_already")
