"""KPIs: the figures that tell whether pain points and opportunities change."""

from collections.abc import Iterable
from typing import Any

from model import change
from model.change import Change
from model.document import Document
from model.operations.basics import becoming, each, fresh_id, the
from model.operations.cascade import deletion
from model.operations.editing import edited, settable
from model.operations.ordering import arranged
from model.records import Card, Id, Kpi, Stage


def add_kpi(document: Document, index: int | None = None, **members: Any) -> Change:
    """A figure to watch. Refuses what `editing.checked` does."""
    new = Kpi(id=fresh_id(document, Kpi), order="", **settable(Kpi, members))
    return becoming(document, arranged(document.kpis, [new], index))


def edit_kpi(document: Document, kpi: Id, **members: Any) -> Change:
    """Set title, unit, baseline, target, actual or note. Refuses `missing`, `not_a_number`."""
    return edited(document, Kpi, kpi, members)


def move_kpi(document: Document, kpi: Id, index: int) -> Change:
    """Put a KPI elsewhere; `index` counts the others. Refuses `missing`."""
    return becoming(document, arranged(document.kpis, [the(document, Kpi, kpi)], index))


def put_kpi_in_stage(document: Document, kpi: Id, stage: Id | None) -> Change:
    """Say in which stage a KPI is measured, or in none. Refuses `missing`."""
    place = the(document, Stage, stage).id if stage is not None else None
    return change.update(the(document, Kpi, kpi), stage=place)


def watch_cards(document: Document, kpi: Id, cards: Iterable[Id]) -> Change:
    """Say which cards a KPI tells about: these and no others. Refuses `missing`."""
    watched = tuple(card.id for card in each(document, Card, cards))
    return change.update(the(document, Kpi, kpi), cards=watched)


def delete_kpi(document: Document, kpi: Id) -> Change:
    """Delete a KPI. Refuses `missing`."""
    return deletion(document, [the(document, Kpi, kpi).id])
