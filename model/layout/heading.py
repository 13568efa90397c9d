"""What the head of a page has to say: of the map, and of the persona it is drawn for, as far as that is wanted."""

import msgspec

from model.document import Document
from model.layout.look import Logo, Look
from model.records import Asset, Facts, Map, Persona


class Heading(msgspec.Struct, frozen=True):
    """`map` without the facts that are not wanted, `persona` None where none is there or wanted. `titled`: whether
    title and scenario stand in the head."""

    map: Map
    persona: Persona | None
    portrait: Asset | None
    logo: Logo | None
    titled: bool = True


def heading_of(document: Document, look: Look) -> Heading:
    """The head of a map as a look wants it."""
    persona = _persona(document, look) if "persona" in look.header else None
    portrait = document.get(Asset, persona.picture) if persona else None
    logo = look.logo if "logo" in look.header else None
    return Heading(_map(document.map, look), persona, portrait, logo, "title" in look.header)


def _persona(document: Document, look: Look) -> Persona | None:
    """The one that was asked for; else the first in order."""
    return document.get(Persona, look.persona) or next(iter(document.personas), None)


def _map(map_: Map, look: Look) -> Map:
    if "facts" not in look.header:
        return msgspec.structs.replace(map_, facts=Facts(), state=None)
    if not look.dated and map_.facts.date:
        return msgspec.structs.replace(map_, facts=msgspec.structs.replace(map_.facts, date=""))
    return map_
