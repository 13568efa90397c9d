"""What the menus do with what is selected."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from editor.session import Session
from model.operations import card_content, joining, lanes, links, stages
from model.operations import cards as card_operations
from model.records import Card, Emotion, Id, Kpi, Lane, Link, Mark, Persona, Stage, Step

if TYPE_CHECKING:
    from editor.window.window import Window


def any_selected(window: "Window") -> bool:
    """Whether anything is selected that can be deleted: all but the map itself."""
    return any(map(window.session.selected, (Card, Emotion, Link, Lane, Stage, Step, Persona, Kpi)))


def any_copied(window: "Window") -> bool:
    """Whether anything is selected that cards and emotions can be taken from."""
    return any(map(window.session.selected, (Card, Emotion, Lane, Stage, Step)))


def has(kind: type, least: int = 1, most: int | None = None) -> Callable[["Window"], bool]:
    """Whether so many records of a kind are selected."""

    def enough(window: "Window") -> bool:
        count = len(window.session.selected(kind))
        return least <= count and (most is None or count <= most)

    return enough


def mark(which: Mark) -> Callable[["Window"], object]:
    """Put a mark on the selected cards, or take it off where all have it."""
    return lambda window: window.session.do("mark", card_content.toggle_mark, window.session.selected(Card), which)


def marked(which: Mark) -> Callable[["Window"], bool]:
    """Whether all the selected cards bear a mark."""

    def test(window: "Window") -> bool:
        cards, keys = window.session.document.table(Card), window.session.selected(Card)
        return bool(keys) and all(which in cards[key].marks for key in keys)

    return test


def vote(dots: int) -> Callable[["Window"], object]:
    """Give the current card so many votes, or where negative take them back."""

    def run(window: "Window") -> None:
        for key in window.session.selected(Card)[-1:]:
            window.session.do("vote", card_content.vote, key, dots)

    return run


def park(window: "Window") -> None:
    """Put the selected cards in the parking lot."""
    window.session.do("park", card_operations.park_cards, window.session.selected(Card))


def merge(window: "Window") -> None:
    """Make one card of the selected ones, or one stage of the selected stage and the next."""
    session = window.session
    if len(session.selected(Card)) > 1:
        session.do("merge_cards", joining.merge_cards, session.selected(Card))
    elif session.selected(Stage):
        _merge_stages(session, session.selected(Stage))


def _merge_stages(session: Session, chosen: tuple[Id, ...]) -> None:
    order = [stage.id for stage in session.document.stages]
    first = min(order.index(key) for key in chosen)
    second = max([order.index(key) for key in chosen if order.index(key) != first] or [first + 1])
    if second < len(order):
        session.do("merge_stages", stages.merge_stages, order[first], order[second])


def can_merge(window: "Window") -> bool:
    session = window.session
    return len(session.selected(Card)) > 1 or (bool(session.selected(Stage)) and len(session.document.stages) > 1)


def split(window: "Window") -> None:
    """Make a card of each line of the selected card, or a new stage begin at the selected step."""
    session = window.session
    if session.selected(Card):
        session.do("split_card", joining.split_card, session.selected(Card)[-1])
    elif session.selected(Step):
        session.do("split_stage", stages.split_stage, session.selected(Step)[-1])


def can_split(window: "Window") -> bool:
    return any(map(window.session.selected, (Card, Step)))


def link(window: "Window") -> None:
    """Draw a link from the first selected card to the second."""
    source, target = window.session.selected(Card)
    window.session.do("add_link", links.add_link, source, target)


def reverse(window: "Window") -> None:
    """Let the selected link point the other way."""
    window.session.do("reverse_link", links.reverse_link, window.session.selected(Link)[-1])


def address_of(session: Session) -> str:
    """The address on the current card; nothing where it has none, or is no card."""
    record = session.document.records.get(session.current) if session.current else None
    return record.url if isinstance(record, Card) else ""


def has_link(window: "Window") -> bool:
    return bool(address_of(window.session))


def open_link(window: "Window") -> None:
    """Ask whether to follow the address on the current card."""
    from editor.files.linking import open_link as follow

    follow(window, window.session, address_of(window.session))


def lane_of(session: Session) -> Lane | None:
    """The lane that is selected, or in which what is selected stands."""
    record = session.document.records.get(session.current) if session.current else None
    key = session.cell[0] if session.cell else getattr(record, "lane", None)
    return record if isinstance(record, Lane) else session.document.get(Lane, key)


def has_lane(window: "Window") -> bool:
    return lane_of(window.session) is not None


def hide(window: "Window") -> None:
    """Leave the lane out of both views."""
    lane = lane_of(window.session)
    if lane is not None:
        window.session.do("hide_lane", lanes.edit_lane, lane.id, hidden=True)


def fold(window: "Window") -> None:
    """Show the lane as a thin row, or all of it again."""
    lane = lane_of(window.session)
    if lane is not None:
        name = "unfold_lane" if lane.folded else "fold_lane"
        window.session.do(name, lanes.edit_lane, lane.id, folded=not lane.folded)


def is_folded(window: "Window") -> bool:
    lane = lane_of(window.session)
    return lane is not None and lane.folded


def any_hidden(window: "Window") -> bool:
    return any(lane.hidden for lane in window.session.document.lanes)


def show_all(window: "Window") -> None:
    """Show the lanes again that were hidden."""
    window.session.do("show_lanes", lanes.show_all_lanes)
