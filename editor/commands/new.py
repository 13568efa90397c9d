"""`new`: a map from a template, with an identity and a date of its own."""

import datetime
from argparse import Namespace

from editor.commands import outputs
from editor.commands.reading import read
from editor.tasks.fresh import fresh
from resources.templates import place
from resources.words import Words


def run(asked: Namespace, words: Words) -> int:
    outputs.check_map_place(asked.output, words, replace=asked.force)
    document = read(place(asked.template, words.language), words).document
    outputs.save(fresh(document, asked.date or datetime.date.today().isoformat()), asked.output, words)
    return outputs.confirm(words("written", path=asked.output), words)
