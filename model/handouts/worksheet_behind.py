"""Behind a worksheet: in full, what had to be shortened on it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from model.document import Document
from model.handouts.brief import Brief
from model.handouts.flow import strips
from model.handouts.prose import Block, Heading, Said
from model.handouts.running import frame, pages, running
from model.layout.persona import name_of
from model.layout.shapes import Group, Page, Shape, Text, walk
from model.records import Id, Lane
from resources.words import words

_MARK = "…"


def behind(blank: Document, brief: Brief, shown: Iterable[Page]) -> tuple[Page, ...]:
    """Pages of text in columns; none where every text stands whole on the pages `shown`."""
    said, inside = words("paper", brief.language or blank.map.language), frame(brief)
    blocks = list[Block]()
    cut = _cut(shown)
    for key, heading, text in _texts(blank):
        if text and key in cut and _squeezed(text) not in cut[key]:
            blocks += [Heading(4, said(heading)), Said(text)]
    if not blocks:
        return ()
    made = [strips(block, inside.wide, inside.type) for block in (Heading(2, said("in_full")), *blocks)]
    return pages(made, inside, running(blank, brief, said("worksheet")), brief.check)


def _texts(blank: Document) -> Iterator[tuple[Id, str, str]]:
    """What can have been shortened: what the page calls it, under which word it stands in full, the text."""
    yield "title", "title", blank.map.title
    for persona in blank.personas:
        yield "persona_kept", "persona", name_of(persona)
    for stage in blank.stages:
        yield stage.id, "stages", stage.title
    for step in blank.steps:
        yield step.id, "step", step.title
    for lane in blank.table(Lane).values():
        yield lane.id, "lane", lane.title
        yield lane.id, "lane", lane.caption


def _cut(shown: Iterable[Page]) -> dict[Id, str]:
    """All that is said in the groups in which something is shortened, by record or tag."""
    found: dict[Id, list[str]] = defaultdict(list)
    for page in shown:
        for group in page.shapes:
            if isinstance(group, Group) and (group.record or group.tag):
                found[group.record or group.tag] += _lines(group)
    return {
        key: _squeezed("".join(lines)) for key, lines in found.items() if any(line.endswith(_MARK) for line in lines)
    }


def _lines(group: Shape) -> list[str]:
    return [shape.string for shape, *_ in walk((group,)) if isinstance(shape, Text)]


def _squeezed(text: str) -> str:
    return "".join(text.split())
