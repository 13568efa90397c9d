"""The map itself: its header, the table of facts, and the findings set aside."""

from collections.abc import Iterable
from typing import Any

import msgspec

from model import change
from model.change import Change
from model.document import Document
from model.operations.found import each
from model.operations.plain import plain
from model.operations.values import checked, edited
from model.records import Facts, Id, Ignored, Map, Record


def edit_map(document: Document, **members: Any) -> Change:
    """Set title, scenario, state, language, total_minutes or the axes. Refuses what `values.checked` does."""
    return edited(document, Map, document.map.id, members)


def edit_facts(document: Document, **members: Any) -> Change:
    """Set facilitator, workshop, date, version or sources. Refuses `not_a_date`."""
    if "extra" in members:
        raise TypeError("not a plain member of Facts: extra")
    return change.update(document.map, facts=msgspec.structs.replace(document.map.facts, **checked(Facts, members)))


def ignore_finding(document: Document, code: str, records: Iterable[Id] = (), reason: str = "") -> Change:
    """Set a finding about these records aside, with a reason; a second time: with another. Refuses `missing`."""
    about = tuple(record.id for record in each(document, Record, records))
    others = tuple(each for each in document.map.ignored if (each.code, each.records) != (code, about))
    before = [each for each in document.map.ignored if (each.code, each.records) == (code, about)]
    if before and before[0].reason == plain(reason):
        return Change()
    return change.update(document.map, ignored=(*others, Ignored(code=code, records=about, reason=plain(reason))))


def heed_finding(document: Document, code: str, records: Iterable[Id] = ()) -> Change:
    """Set a finding aside no longer."""
    about = tuple(records)
    kept = tuple(each for each in document.map.ignored if (each.code, each.records) != (code, about))
    return change.update(document.map, ignored=kept)
