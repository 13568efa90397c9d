"""Links as shapes: lines with heads, stubs where the other end is on another page, and labels on top of all."""

from collections.abc import Iterable, Iterator, Mapping

from model.layout.drawn import Drawn
from model.layout.frame import Frame
from model.layout.links.corners import Run
from model.layout.links.labels import NONE, Labels, labelled, leftovers
from model.layout.links.strands import Strand
from model.layout.links.stubs import Later
from model.layout.links.web import Asked, Web, woven
from model.layout.setting import Setting
from model.records import Id, Link, Role

SEQUENCE, DEPENDENCY, EXCHANGE, LOOP = "sequence", "dependency", "exchange", "loop"


class Runs(Mapping[Id, tuple[Run, ...]]):
    """The corners of each link that is drawn, from source to target: of the whole link, or of its stubs."""

    def __init__(self, strands: Mapping[Id, Strand], frame: Frame) -> None:
        self._strands, self._frame = strands, frame

    def __getitem__(self, key: Id) -> tuple[Run, ...]:
        return tuple(trail.run(self._frame) for trail in self._strands[key].trails)

    def __iter__(self) -> Iterator[Id]:
        return iter(self._strands)

    def __len__(self) -> int:
        return len(self._strands)


class Arrows(Drawn, frozen=True):
    """The links of a page as they run within a frame."""

    web: Web = Web()
    labels: Labels = NONE
    frame: Frame | None = None

    @property
    def runs(self) -> Mapping[Id, tuple[Run, ...]]:
        """The corners of each link, in points of the page."""
        return Runs(self.web.strands, self.frame) if self.frame is not None else {}


def look(link: Link, source: Role, target: Role) -> str:
    """How a link is drawn: along the journey, between lanes, both ways, or back in time."""
    if link.loop:
        return LOOP
    if link.both:
        return EXCHANGE
    return SEQUENCE if source is target is Role.CUSTOMER_ACTIONS else DEPENDENCY


def draw(links: Iterable[Link], frame: Frame, later: Later, pills: Mapping[int, float], setting: Setting) -> Arrows:
    """All links that touch this page, their labels on top.

    `later` tells, of cards on other pages, whether they come later; `pills`, by corridor, where the name of the
    blueprint line in it ends.
    """
    asked = Asked({link.id: link for link in links})
    return redraw(Arrows(frame=frame), asked, frame, later, pills, setting)


def redraw(
    before: Arrows, asked: Asked, frame: Frame, later: Later, pills: Mapping[int, float], setting: Setting
) -> Arrows:
    """The links after a change: those asked about, those that make room for them, and where all of them now are."""
    web, led = woven(before.web, asked, before.frame or frame, frame, later, setting)
    labels = labelled(before.labels, web.strands, led, frame, pills, setting)
    words = [label.group for label in labels.values() if label.group is not None]
    return Arrows((*web.groups.values(), *words), leftovers(labels, setting), web, labels, frame)
