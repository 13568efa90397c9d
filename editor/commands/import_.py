"""`import`: a map from a file of another kind, and a report of every line that was guessed, changed or set aside."""

from argparse import Namespace

from editor.commands import outputs
from editor.commands.terminal import tell
from editor.tasks.importing import journeys, read, report
from editor.tasks.outputs import check_not
from resources.words import Words


def run(asked: Namespace, words: Words) -> int:
    outputs.check_map_place(asked.output, words, replace=asked.force)
    check_not(asked.output, asked.source, "is_the_source", words)
    imported = read(asked.source, words, asked.diagram or 1)
    outputs.save(imported.document, asked.output, words)
    for sentence in report(asked.source, imported, words):
        tell(sentence)
    chose_blindly = asked.diagram is None and journeys(imported) > 1
    if chose_blindly:
        tell(words("choose_diagram", path=asked.source))
    unsaid = outputs.confirm(words("written", path=asked.output), words)
    return int(unsaid or imported.parts_left_out or chose_blindly)
