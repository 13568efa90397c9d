"""Deleting: what goes with a record and what lets go of it, by the table of references and nothing else."""

from collections.abc import Collection, Iterable, Iterator, Mapping

import msgspec

from model import rules
from model.change import Change
from model.document import Document
from model.operations.basics import becoming, each
from model.operations.spans import respanned
from model.records import Asset, Card, Id, Map, Record, Stage, Step
from model.refusal import Refused
from model.rules import WhenGone


def deletion(document: Document, ids: Iterable[Id]) -> Change:
    """Delete records of any kind, and all that cannot be without them.

    A card that begins in a deleted step and stretches past it stays, over the steps that are left to it. A picture
    goes with the last record that shows it. Refuses `missing` and `map_stays`.
    """
    chosen = each(document, Record, ids)
    if any(isinstance(record, Map) for record in chosen):
        raise Refused("map_stays")
    staying = _drawn_in(document, chosen)
    gone = dependents(document, [record.id for record in chosen], staying)
    after: dict[Id, Record] = {key: card for key, card in staying.items() if key not in gone}
    for holder in _holders(document, gone):
        after[holder] = _let_go(after.get(holder) or document.records[holder], gone)
    return without_orphans(document, becoming(document, after.values(), gone))


def dependents(document: Document, ids: Iterable[Id], staying: Collection[Id] = ()) -> dict[Id, None]:
    """These records and all that go with them; cards in `staying` do not go with their step."""
    gone, waiting = dict[Id, None](), list(ids)
    while waiting:
        key = waiting.pop()
        if key not in gone:
            gone[key] = None
            waiting.extend(_goers(document, key, staying))
    return gone


def without_orphans(document: Document, change: Change) -> Change:
    """The change, and with it the pictures that nothing shows any more."""
    let_go = dict.fromkeys(key for record in change.befores.values() for key in _pictures(document, record))
    shown = {target for record in change.afters.values() for _, target in rules.referred(record)}
    orphans = [key for key in let_go if key not in shown and change.ids.issuperset(document.referring(key))]
    removed = {**change.removed, **{key: document.records[key] for key in orphans}}
    return Change(added=change.added, removed=removed, updated=change.updated)


def _drawn_in(document: Document, chosen: Iterable[Record]) -> Mapping[Id, Card]:
    """The cards over several steps as they lie without the steps that go."""
    stages = {record.id for record in chosen if isinstance(record, Stage)}
    steps = {record.id for record in chosen if isinstance(record, Step)}
    steps |= {step.id for step in document.steps if step.stage in stages}
    columns = [step.id for step in document.steps if step.id not in steps]
    return respanned(document, columns, steps) if steps else {}


def _goers(document: Document, key: Id, staying: Collection[Id]) -> Iterator[Id]:
    for holder in document.referring(key):
        for reference, target in rules.referred(document.records[holder]):
            stays = holder in staying and reference.target is Step
            if target == key and reference.when_gone is WhenGone.GOES_TOO and not stays:
                yield holder


def _holders(document: Document, gone: Collection[Id]) -> Iterator[Id]:
    return (holder for key in gone for holder in document.referring(key) if holder not in gone)


def _let_go(record: Record, gone: Collection[Id]) -> Record:
    members: dict[str, object] = {}
    for reference in rules.OF_KIND.get(type(record), ()):
        value = getattr(record, reference.member)
        if reference.many:
            members[reference.member] = tuple(each for each in value if each not in gone)
        elif value in gone and reference.when_gone is WhenGone.LETS_GO:
            members[reference.member] = None
    return msgspec.structs.replace(record, **members)


def _pictures(document: Document, record: Record) -> Iterator[Id]:
    return (key for reference, key in rules.referred(record) if reference.target is Asset and key in document.records)
