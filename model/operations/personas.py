"""Personas: whose journey it is."""

from typing import Any

from model.change import Change
from model.document import Document
from model.operations.basics import becoming, fresh_id, the
from model.operations.cascade import deletion
from model.operations.editing import edited, settable
from model.operations.ordering import arranged
from model.records import Id, Persona


def add_persona(document: Document, index: int | None = None, **members: Any) -> Change:
    """A persona; the first stands in the page header. Refuses what `editing.checked` does."""
    new = Persona(id=fresh_id(document, Persona), order="", **settable(Persona, members))
    return becoming(document, arranged(document.personas, [new], index))


def edit_persona(document: Document, persona: Id, **members: Any) -> Change:
    """Set name, age, identity, habits, goals, motivation, quote or note. Refuses `missing`, `too_low`."""
    return edited(document, Persona, persona, members)


def move_persona(document: Document, persona: Id, index: int) -> Change:
    """Put a persona elsewhere; `index` counts the others. Refuses `missing`."""
    return becoming(document, arranged(document.personas, [the(document, Persona, persona)], index))


def delete_persona(document: Document, persona: Id) -> Change:
    """Delete a persona; the emotions stay and are nobody's. Refuses `missing`."""
    return deletion(document, [the(document, Persona, persona).id])
