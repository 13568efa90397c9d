"""Where the cards stand: columns, rows and cells, with every card in each step it stretches over."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from model.document import Document
from model.records import Card, Id, Mark, Role, Stage

Key = tuple[str, ...]
Place = tuple[Key, Key, str, Id]
"""What a record is sorted by, column by column and downwards.

The column's key is made of the orders and ids of stage and step, the row's of those of the lane, so that it stays what
it is when others move. The map and its frame have empty keys and come first; a stage comes before its steps.
"""


class Grid:
    """The places of a document's cards. Cards of the parking lot have none.

    `standing` lists the cards by lane and step, `beginning` counts them by the step they begin in, `moments` lists
    those marked as moments of truth by step, `stretched` those over several steps, and `lane` tells the lane of each.
    """

    def __init__(self, document: Document) -> None:
        self._document = document
        self.standing: defaultdict[tuple[Id, Id], dict[Id, None]] = defaultdict(dict)
        self.beginning: Counter[Id] = Counter()
        self.moments: defaultdict[Id, dict[Id, None]] = defaultdict(dict)
        self.stretched: dict[Id, None] = {}
        self.lane: dict[Id, Id] = {}
        self._cover: dict[Id, tuple[Id, ...]] = {}
        self.arrange()
        for card in document.table(Card).values():
            self.put(card)

    def arrange(self) -> None:
        """Read the columns and rows anew."""
        self.columns = self._document.columns
        self.steps = tuple(self.columns)
        stages = self._document.table(Stage)
        self.column_keys: dict[Id, Key] = {
            step.id: (stages[step.stage].order, step.stage, step.order, step.id) for step in self._document.steps
        }
        self.row_keys: dict[Id, Key] = {lane.id: (lane.order, lane.id) for lane in self._document.lanes}
        self.role = {lane.id: lane.role for lane in self._document.lanes}
        lanes: defaultdict[Role, list[Id]] = defaultdict(list)
        for key, role in self.role.items():
            lanes[role].append(key)
        self.lanes: dict[Role, tuple[Id, ...]] = {role: tuple(keys) for role, keys in lanes.items()}

    def put(self, card: Card) -> None:
        """Stand a card in its steps."""
        if card.lane is None or card.step is None:
            return
        cover = (card.step,) if card.span == 1 else tuple(step.id for step in self._document.under(card))
        self._cover[card.id] = cover
        self.lane[card.id] = card.lane
        self.beginning[card.step] += 1
        for step in cover:
            self.standing[card.lane, step][card.id] = None
        if card.span > 1:
            self.stretched[card.id] = None
        if Mark.MOMENT_OF_TRUTH in card.marks:
            for step in cover:
                self.moments[step][card.id] = None

    def take(self, key: Id) -> tuple[Id, ...]:
        """Take a card off the map as it stood; returns the steps it leaves."""
        lane, cover = self.lane.pop(key, None), self._cover.pop(key, ())
        if lane is None:
            return ()
        self.beginning[cover[0]] -= 1
        for step in cover:
            del self.standing[lane, step][key]
            self.moments[step].pop(key, None)
        self.stretched.pop(key, None)
        return cover

    def cover(self, card: Id) -> tuple[Id, ...]:
        """The steps a card stands in, from left to right; none for a parked one."""
        return self._cover.get(card, ())

    def role_of(self, card: Id) -> Role | None:
        """What the lane of a card is for; None for a parked one."""
        lane = self.lane.get(card)
        return None if lane is None else self.role[lane]

    def has(self, steps: Iterable[Id], *roles: Role) -> bool:
        """Whether a card of one of these roles stands in one of these steps."""
        lanes = [lane for role in roles for lane in self.lanes.get(role, ())]
        return any(self.standing.get((lane, step)) for step in steps for lane in lanes)

    def in_step(self, step: Id) -> Iterator[Id]:
        """The cards that stand in a step."""
        for lane in self.role:
            yield from self.standing.get((lane, step), ())

    def at_moment_of_truth(self, card: Id) -> bool:
        """Whether a step this card stands in holds a card marked as a moment of truth, itself or another."""
        return any(self.moments.get(step) for step in self.cover(card))
