"""A new map from a template: nobody else's, and dated."""

import msgspec

from model.document import Document
from model.ids import new_id
from model.records import Facts, Map, Record


def fresh(template: Document, date: str, title: str = "") -> Document:
    """The template's records as a map of its own. A date that the template sets stays; so does its title without one.

    Only the map gets an id of its own. Stages, steps and lanes keep the template's, which are the same in all its
    languages: so maps that began with one template can be laid beside each other, row by row.
    """
    map_ = template.map
    facts: Facts = msgspec.structs.replace(map_.facts, date=map_.facts.date or date)
    own = msgspec.structs.replace(map_, id=new_id(Map), facts=facts, title=title or map_.title)
    others: list[Record] = [record for record in template.records.values() if record is not map_]
    return Document([own, *others], template.unknown)
