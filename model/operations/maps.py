"""The map itself: its header, the table of facts, and the findings set aside."""

from collections.abc import Iterable
from typing import Any

import msgspec

from model import change
from model.change import Change
from model.document import Document
from model.operations.basics import each
from model.operations.editing import checked, edited
from model.operations.plain import plain
from model.records import Facts, Id, Ignored, Map, Record


def edit_map(document: Document, **members: Any) -> Change:
    """Set title, scenario, state, language, total_minutes or the axes. Refuses what `editing.checked` does."""
    return edited(document, Map, document.map.id, members)


def edit_facts(document: Document, **members: Any) -> Change:
    """Set facilitator, workshop, date, version or sources. Refuses `not_a_date`."""
    if "extra" in members:
        raise TypeError("not a plain member of Facts: extra")
    return change.update(document.map, facts=msgspec.structs.replace(document.map.facts, **checked(Facts, members)))


def ignore_finding(document: Document, code: str, records: Iterable[Id] = (), reason: str = "") -> Change:
    """Set a finding about these records aside, with a reason; a second time: with another. Refuses `missing`."""
    about = tuple(record.id for record in each(document, Record, records))
    known = next((each for each in document.map.ignored if _is_about(each, code, about)), None)
    if known is not None and known.reason == plain(reason):
        return Change()
    new = msgspec.structs.replace(known or Ignored(code=code, records=about), reason=plain(reason))
    return change.update(document.map, ignored=(*_ignored_but(document, code, about), new))


def heed_finding(document: Document, code: str, records: Iterable[Id] = ()) -> Change:
    """Set a finding aside no longer."""
    return change.update(document.map, ignored=_ignored_but(document, code, tuple(records)))


def _ignored_but(document: Document, code: str, records: tuple[Id, ...]) -> tuple[Ignored, ...]:
    return tuple(each for each in document.map.ignored if not _is_about(each, code, records))


def _is_about(ignored: Ignored, code: str, records: tuple[Id, ...]) -> bool:
    return (ignored.code, ignored.records) == (code, records)
