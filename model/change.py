"""A change: the one thing that happens to a document. Undo, the journal, a comparison and a merge are all changes."""

from collections.abc import Iterable, Iterator, Mapping

import msgspec

from model.records import Id, Record


class Change(msgspec.Struct, frozen=True):
    """Which records come, go or differ. An id stands in one of the three tables only."""

    added: Mapping[Id, Record] = {}
    removed: Mapping[Id, Record] = {}
    updated: Mapping[Id, tuple[Record, Record]] = {}

    def __bool__(self) -> bool:
        return bool(self.added or self.removed or self.updated)

    @property
    def ids(self) -> frozenset[Id]:
        """Every record this change touches."""
        return frozenset(self.added) | frozenset(self.removed) | frozenset(self.updated)

    @property
    def befores(self) -> dict[Id, Record]:
        """The records this change finds, those it removes ahead of those it updates."""
        return {**self.removed, **{key: before for key, (before, _) in self.updated.items()}}

    @property
    def afters(self) -> dict[Id, Record]:
        """The records this change leaves, those it adds ahead of those it updates."""
        return {**self.added, **{key: after for key, (_, after) in self.updated.items()}}

    def inverse(self) -> "Change":
        """The change that takes this one back."""
        return Change(
            added=self.removed,
            removed=self.added,
            updated={key: (after, before) for key, (before, after) in self.updated.items()},
        )

    def then(self, later: "Change") -> "Change":
        """This change and `later` as one; what both together leave alone falls out.

        Raises ValueError when `later` does not start where this one ends.
        """
        before, middle, after = self.befores, self.afters, later.befores
        for key in self.ids & later.ids:
            if (key in middle) != (key in after) or (key in middle and not same(middle[key], after[key])):
                raise ValueError(f"changes do not meet at {key}")
        start = {**{key: record for key, record in after.items() if key not in self.ids}, **before}
        kept = {key: record for key, record in middle.items() if key not in later.ids}
        return between(start, {**kept, **later.afters})


class Outcome(Mapping[Id, Record]):
    """The records as they would be after a change, without making it. `changed`: those it adds or updates."""

    def __init__(self, records: Mapping[Id, Record], change: Change) -> None:
        self.changed = change.afters
        self._records, self._gone = records, change.removed

    def __getitem__(self, key: Id) -> Record:
        if key in self.changed:
            return self.changed[key]
        if key in self._gone:
            raise KeyError(key)
        return self._records[key]

    def __iter__(self) -> Iterator[Id]:
        return (key for key in {**self._records, **self.changed} if key not in self._gone)

    def __len__(self) -> int:
        return sum(1 for _ in self)


def add(*records: Record) -> Change:
    """The change that adds these records."""
    return Change(added={record.id: record for record in records})


def remove(records: Iterable[Record]) -> Change:
    """The change that removes these records."""
    return Change(removed={record.id: record for record in records})


def update(before: Record, **members: object) -> Change:
    """The change that gives a record other members; empty where they are what they were."""
    after = msgspec.structs.replace(before, **members)
    return Change() if after == before else Change(updated={before.id: (before, after)})


def between(before: Mapping[Id, Record], after: Mapping[Id, Record]) -> Change:
    """The change that turns one set of records into another."""
    return Change(
        added={key: record for key, record in after.items() if key not in before},
        removed={key: record for key, record in before.items() if key not in after},
        updated={
            key: (record, after[key]) for key, record in before.items() if key in after and not same(record, after[key])
        },
    )


def together(changes: Iterable[Change]) -> Change:
    """Changes one after the other, as one."""
    whole = Change()
    for each in changes:
        whole = whole.then(each)
    return whole


def same(one: Record, other: Record) -> bool:
    """Equal in kind and in every member."""
    return one is other or (type(one) is type(other) and one == other)
