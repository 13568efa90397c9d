"""`new`: a map from a template, with an identity and a date of its own."""

import datetime
from argparse import Namespace

import msgspec

from editor.commands import outputs
from editor.commands.reading import read
from model.document import Document
from model.ids import new_id
from model.records import Facts, Map, Record
from resources.templates import place
from resources.words import Words


def run(asked: Namespace, words: Words) -> int:
    outputs.check_map_place(asked.output, words, replace=asked.force)
    document = read(place(asked.template, words.language), words).document
    outputs.save(fresh(document, asked.date or datetime.date.today().isoformat()), asked.output, words)
    return outputs.confirm(words("written", path=asked.output), words)


def fresh(template: Document, date: str) -> Document:
    """The template's records as a map that is nobody else's. A date that the template sets stays.

    Only the map gets an id of its own. Stages, steps and lanes keep the template's, which are the same in all its
    languages: so maps that began with one template can be laid beside each other, row by row.
    """
    map_ = template.map
    facts: Facts = msgspec.structs.replace(map_.facts, date=map_.facts.date or date)
    own = msgspec.structs.replace(map_, id=new_id(Map), facts=facts)
    others: list[Record] = [record for record in template.records.values() if record is not map_]
    return Document([own, *others], template.unknown)
