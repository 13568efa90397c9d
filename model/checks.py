"""Whether a change may be made: it starts from the records as they are, and leaves records that keep the rules."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from model import rules
from model.change import Change, Outcome, same
from model.records import Id, Lane, Map, Record

Referring = Callable[[Id], Iterable[Id]]
"""The ids of the records that refer to one."""


class Stale(Exception):
    """A change does not start from the document as it is: an error in our own code, never the user's."""


class BrokenRule(Exception):
    """A change would leave records that break `model.rules`: an error in our own code, never the user's."""


def check(records: Mapping[Id, Record], change: Change, referring: Referring) -> None:
    """Raises Stale or BrokenRule for a change that does not fit these records."""
    _check_fresh(records, change)
    _check_rules(records, change, referring)


def _check_fresh(records: Mapping[Id, Record], change: Change) -> None:
    for key, before in change.befores.items():
        ours = records.get(key)
        if ours is None or not same(ours, before):
            raise Stale(key)
    for key, (before, after) in change.updated.items():
        if type(before) is not type(after) or not key == before.id == after.id:
            raise Stale(key)
    for key in change.added:
        if key in records:
            raise Stale(key)


def _check_rules(records: Mapping[Id, Record], change: Change, referring: Referring) -> None:
    if any(isinstance(record, Map) for record in (*change.added.values(), *change.removed.values())):
        raise BrokenRule("a document holds one Map")
    view = Outcome(records, change)
    watched = {**view.changed, **{key: view[key] for key in _watchers(change, referring) if key in view}}
    for fault in rules.faults(view, watched.values()):
        raise BrokenRule(fault)


def _watchers(change: Change, referring: Referring) -> Iterator[Id]:
    """Records that refer to something the change removes, or to a lane whose role it changes."""
    for key in change.removed:
        yield from referring(key)
    for key, (before, after) in change.updated.items():
        if isinstance(before, Lane) and isinstance(after, Lane) and before.role is not after.role:
            yield from referring(key)
