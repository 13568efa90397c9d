"""`import`: a map from files of another kind, and a report of every line that was guessed, changed or set aside."""

from argparse import Namespace

from editor.commands import outputs
from editor.commands.terminal import tell
from editor.tasks.importing import journeys, read_several, report
from editor.tasks.outputs import check_not
from resources.words import Words


def run(asked: Namespace, words: Words) -> int:
    outputs.check_map_place(asked.output, words, replace=asked.force)
    for source in asked.source:
        check_not(asked.output, source, "is_the_source", words)
    imported = read_several(asked.source, words, asked.diagram or 1)
    outputs.save(imported.document, asked.output, words)
    for sentence in report(asked.source[0], imported, words):
        tell(sentence)
    chose_blindly = asked.diagram is None and journeys(imported) > 1
    if chose_blindly:
        tell(words("choose_diagram", path=asked.source[0]))
    unsaid = outputs.confirm(words("written", path=asked.output), words)
    return int(unsaid or imported.parts_left_out or chose_blindly)
