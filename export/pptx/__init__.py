"""A map as slides of shapes that can be edited: the whole map, then each stage. Imports python-pptx where it is used.

slides.py      which slides there are: layouts of the map and of its stages
stage.py       one stage laid out by itself
deck.py        the file: its slides, their size, what it says of itself, the same bytes for the same map
composed.py    a laid out page on a slide: cards, links and lanes as shapes of their own, everything else as it is drawn
connectors.py  links that hold on to the cards they join
plain.py       whatever else a page is made of, shape by shape
cutting.py     curves that end at the sides of their lane
texts.py       words in shapes, at sizes that fit
board.py       a slide that shapes are put on: numbers, scale, pictures and addresses
drawing.py     the elements themselves, as Office Open XML (ECMA-376, part 1) has them
notes.py       what is said beside a slide
"""

from export.pptx.deck import Deck
from export.pptx.slides import slides_of
from export.registry import Files, Job, Loss
from model.layout.view import lanes_shown, natural_view
from model.records import Card


def files(job: Job) -> Files:
    """One file. Raises what `brief.check` raises, between slides."""
    shown = slides_of(job)
    deck = Deck(shown.width, shown.height, job.info)
    for slide in shown.slides:
        job.brief.check()
        deck.add(slide)
    return {"": deck.finish()}


def losses(job: Job) -> tuple[Loss, ...]:
    """The lanes that only the other view shows, where nobody chose this one."""
    document = job.document
    if job.brief.view is not None:
        return ()
    filled = {card.lane for card in document.table(Card).values()}
    shown = {lane.id for lane in lanes_shown(document, natural_view(document))}
    others = [lane for lane in document.lanes if lane.id in filled - shown and not lane.hidden]
    return (Loss("other_lanes", len(others)),) if others else ()
