"""“What you get”: sheets, size of type and time at the printer, all of them counted on the pages themselves."""

from collections import Counter
from collections.abc import Sequence

import msgspec

from editor.speech import Speech
from model.layout.shapes import Page, Text, walk
from model.layout.sheets import MM, PAPERS

say = Speech("printing")

SECONDS_A_SHEET = 8
"""What an office printer takes for one: 7 to 8 sheets a minute."""
_SLACK = 0.5  # points by which a size may miss that of a paper and still be called by its name


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
    """A4 for a page of that size, however it lies, without what is cut off of it; "1200 × 800 mm" for any other."""
    width, height = page.width - 2 * page.bleed, page.height - 2 * page.bleed
    for name, (short, long) in PAPERS.items():
        if abs(min(width, height) - short) < _SLACK and abs(max(width, height) - long) < _SLACK:
            return name
    return f"{round(width / MM)} × {round(height / MM)} mm"


def sentence(found: Facts) -> str:
    """3 sheets A4, text 8.2 pt, about 24 s of printing."""
    parts = [say("sheets", count=count, paper=paper) for paper, count in found.sheets]
    if found.text:
        parts.append(say("text", size=say.number(round(found.text, 1))))
    return ", ".join([*parts, _time(found.count * SECONDS_A_SHEET)])


def _time(seconds: int) -> str:
    return say("minutes", count=round(seconds / 60)) if seconds >= 90 else say("seconds", count=seconds)
