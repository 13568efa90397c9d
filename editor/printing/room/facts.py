"""“What you get”: sheets, size of type and time at the printer, all of them counted on the pages themselves."""

from collections import Counter
from collections.abc import Sequence

import msgspec

from editor.speech import Speech
from model.layout.shapes import Page, Text, walk
from model.layout.sheets import name_of

say = Speech("printing")

SECONDS_A_SHEET = 8
"""What an office printer takes for one: 7 to 8 sheets a minute."""


class Facts(msgspec.Struct, frozen=True):
    """`sheets`: how many of each size, the commonest first, by name or by millimetres. `text`: the size (points) in
    which most letters are set, 0 where there are none."""

    sheets: tuple[tuple[str, int], ...]
    text: float

    @property
    def count(self) -> int:
        return sum(count for _, count in self.sheets)


def facts(pages: Sequence[Page]) -> Facts:
    """Looks at every letter once."""
    papers = Counter(paper_of(page) for page in pages)
    letters: Counter[float] = Counter()
    for page in pages:
        for shape, _, _, _ in walk(page.shapes):
            if isinstance(shape, Text):
                letters[round(shape.size, 2)] += sum(len(run.ids) for run in shape.runs)
    most = max(letters.items(), key=lambda each: each[1])[0] if letters else 0.0
    return Facts(tuple(papers.most_common()), most)


def paper_of(page: Page) -> str:
    """The name of a page's size, without what is cut off of it."""
    return name_of(page.width - 2 * page.bleed, page.height - 2 * page.bleed)


def sentence(found: Facts) -> str:
    """3 sheets A4, text 8.2 pt, about 24 s of printing."""
    parts = [say("sheets", count=count, paper=paper) for paper, count in found.sheets]
    if found.text:
        parts.append(say("text", size=say.number(round(found.text, 1))))
    return ", ".join([*parts, _time(found.count * SECONDS_A_SHEET)])


def _time(seconds: int) -> str:
    return say("minutes", count=round(seconds / 60)) if seconds >= 90 else say("seconds", count=seconds)
