"""Tables with a row a card, and those with a row a touchpoint or a stage whose columns are lanes."""

from collections.abc import Iterator, Sequence

import msgspec

from model.importers.tables import cells
from model.importers.tables.columns import kinds, names
from model.importers.tables.entries import Entry, Key, Sort, Spot
from model.importers.tables.reading import Table
from model.records import Role

_MOST_ABOVE = 30
"""Rows of other things that may stand above the headings."""


class Headings(msgspec.Struct, frozen=True):
    """Which row has the headings, and which columns are members, lanes by their role, or words of their own."""

    row: int
    members: dict[str, int]
    lanes: dict[int, Role]
    others: dict[int, str]


def headings(table: Table) -> Headings | None:
    """The headings of a table in this form; None where it has none."""
    for at, row in enumerate(table.rows[:_MOST_ABOVE]):
        found = _headings(at, row)
        if found is not None:
            return found
    return None


def _headings(at: int, row: Sequence[str]) -> Headings | None:
    members: dict[str, int] = {}
    lanes: dict[int, Role] = {}
    others: dict[int, str] = {}
    for column, cell in enumerate(row):
        name = cells.folded(cell)
        member = names().get(name)
        if member is not None and member not in members:
            members[member] = column
        elif name in cells.roles() and cells.roles()[name] is not Role.EMOTION:
            lanes[column] = cells.roles()[name]
        elif cell.strip():
            others[column] = cell.strip()
    says_where = "stage" in members or "stage_number" in members
    says_what = "text" in members or lanes
    return Headings(at, members, lanes, others) if says_where and says_what else None


def entries(table: Table, heads: Headings) -> Iterator[Entry]:
    """What each row below the headings comes to."""
    reader = _Rows(table, heads)
    for at in range(heads.row + 1, len(table.rows)):
        yield from reader.entries(at)


class _Rows:
    """Reads row by row; a stage or step that is not named again goes on."""

    def __init__(self, table: Table, heads: Headings) -> None:
        self._table, self._heads = table, heads
        self._stage: Spot | None = None
        self._steps = 0
        self._numbered = "kind" in heads.members

    def entries(self, at: int) -> Iterator[Entry]:
        row = self._table.rows[at]
        if not any(cell.strip() for cell in row):
            return
        fields = {name: row[column] for name, column in self._heads.members.items() if row[column]}
        self._place(fields)
        if self._numbered:
            yield self._own(at + 1, fields)
        else:
            yield from self._strangers(at + 1, row, fields)

    def _place(self, fields: dict[str, str]) -> None:
        title, number = fields.get("stage", ""), cells.number(fields.get("stage_number", ""))
        if title.strip() or number is not None:
            self._stage = Spot(_key(number, title), title)

    def _own(self, line: int, fields: dict[str, str]) -> Entry:
        """A row of our own form: it says itself what it is and where it stands."""
        sort = _sort(fields.get("kind", ""))
        stage = self._stage if "stage" in fields or "stage_number" in fields else None
        number = cells.number(fields.get("step_number", ""))
        step = Spot((number, ""), fields.get("step", "")) if number is not None else None
        at, title = cells.number(fields.get("lane_number", "")), fields.get("lane", "")
        lane = Spot(_key(at, title), title) if at is not None or title else None
        role = cells.roles().get(cells.folded(fields.get("role", "")))
        return Entry(line, sort, stage, step, lane, role, fields)

    def _strangers(self, line: int, row: Sequence[str], fields: dict[str, str]) -> Iterator[Entry]:
        """A row a touchpoint: a step of its own, what its columns say in the lanes they are."""
        self._steps += 1
        stage = self._stage or Spot((float("inf"), ""), "")
        step = Spot((float(self._steps), ""), fields.get("step", ""))
        yield Entry(line, "step", stage, step, fields=fields)
        shared = {name: fields[name] for name in _SHARED if name in fields}
        shared["note"] = "\n".join(self._noted(row, fields))
        for lane, role, text in self._said(row, fields):
            for piece in _pieces(text):
                yield Entry(line, "card", stage, step, lane, role, {**shared, "text": piece})
                shared = {}
        feeling = fields.get("feeling", "")
        if feeling.strip() or fields.get("quote", "").strip():
            yield _felt(line, feeling, fields, stage, step)
        if any(shared.values()):  # nobody to say it of
            yield Entry(line, "parked", fields={"text": "; ".join(filter(None, shared.values()))})

    def _said(self, row: Sequence[str], fields: dict[str, str]) -> Iterator[tuple[Spot, Role, str]]:
        """The texts of a row, each with the lane that its column is, or that another column names."""
        heads = self._table.rows[self._heads.row]
        if "text" in fields:
            own = fields.get("lane") or heads[self._heads.members["text"]]
            yield _spot(own, -1), cells.roles().get(cells.folded(own), Role.TOUCHPOINTS), fields["text"]
        for column, role in self._heads.lanes.items():
            yield _spot(heads[column], column), role, row[column]

    def _noted(self, row: Sequence[str], fields: dict[str, str]) -> Iterator[str]:
        """The card's note, and what stands in columns nobody knows, with their names."""
        if fields.get("note"):
            yield fields["note"]
        yield from (f"{name}: {row[column]}" for column, name in self._heads.others.items() if row[column].strip())


_SHARED = (
    "marks",
    "channel",
    "digital",
    "self_service",
    "owner",
    "department",
    "author",
    "due",
    "votes",
    "impact",
    "feasibility",
    "minutes",
    "url",
)


def _felt(line: int, feeling: str, fields: dict[str, str], stage: Spot, step: Spot) -> Entry:
    """A marker; where the feeling is no number, its words are the quote."""
    number = cells.number(feeling)
    quote = " ".join(part for part in (fields.get("quote", ""), "" if number is not None else feeling) if part)
    told = {"feeling": cells.written(_scaled(number)), "quote": quote, "persona": fields.get("persona", "")}
    return Entry(line, "emotion", stage, step, Spot((-1.0, ""), ""), Role.EMOTION, told)


def _scaled(number: float | None) -> float:
    """Marks from 3 to 5 can only be of a scale from 1 to 5; -2 to +2 is ours."""
    if number is None:
        return 0.0
    return number - 3 if number > 2 else number


def _pieces(text: str) -> list[str]:
    """The items of a cell: its lines, or what semicolons part where it has one line."""
    parts = text.split("\n") if "\n" in text.strip() else text.split(";")
    return [part.strip() for part in parts if part.strip()]


def _spot(title: str, column: int) -> Spot:
    return Spot((float(column), cells.folded(title)), title.strip())


def _sort(cell: str) -> Sort:
    return kinds().get(cells.folded(cell), "card")


def _key(number: float | None, title: str) -> Key:
    return (number, "") if number is not None else (float("inf"), cells.folded(title))
