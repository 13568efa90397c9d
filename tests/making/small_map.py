"""A map small enough to know by heart, for tests of single operations.

       s1            s2
       t1      t2    t3    t4
l1     c1 c2   c3
l2     e1 (+1)             (emotions)
l3     c4 over t1 t2 t3
parked: c5;  link k1: c1 to c3;  persona p1 feels e1;  KPI q1 in s1 watches c1 and c3;  picture: on c2
"""

from model.change import Change
from model.document import Document
from model.ids import asset_id
from model.records import Asset, Card, Emotion, Kpi, Lane, Link, Map, Persona, Record, Role, Stage, Step
from tests.making.small import picture

PICTURE = picture(0xFF0000)


def small_map(*more: Record) -> Document:
    """The map above, and whatever is put in with it or instead of records with the same id."""
    records: list[Record] = [
        Map(id="m", title="Kopi"),
        Stage(id="s1", order="a0", title="Sadar"),
        Stage(id="s2", order="a1", title="Beli"),
        Step(id="t1", order="a0", stage="s1"),
        Step(id="t2", order="a1", stage="s1"),
        Step(id="t3", order="a0", stage="s2"),
        Step(id="t4", order="a1", stage="s2"),
        Lane(id="l1", order="a0", role=Role.CUSTOMER_ACTIONS),
        Lane(id="l2", order="a1", role=Role.EMOTION),
        Lane(id="l3", order="a2", role=Role.SUPPORT),
        Card(id="c1", order="a0", lane="l1", step="t1", text="satu"),
        Card(id="c2", order="a1", lane="l1", step="t1", text="dua", picture=asset_id(PICTURE)),
        Card(id="c3", order="a0", lane="l1", step="t2", text="tiga"),
        Card(id="c4", order="a0", lane="l3", step="t1", span=3, text="empat"),
        Card(id="c5", order="a0", text="lima"),
        Emotion(id="e1", order="a0", lane="l2", step="t1", value=1, persona="p1"),
        Link(id="k1", source="c1", target="c3"),
        Persona(id="p1", order="a0", name="Sari"),
        Kpi(id="q1", order="a0", stage="s1", cards=("c1", "c3")),
        Asset(id=asset_id(PICTURE), type="image/png", data=PICTURE),
    ]
    return Document({record.id: record for record in (*records, *more)}.values())


def done(document: Document, change: Change) -> Document:
    """The map after a change, which was also taken back and made again on the way."""
    after = Document(document.records.values())
    after.apply(change)
    after.apply(change.inverse())
    assert after.records == document.records
    after.apply(change)
    return after


def new(change: Change, kind: type[Record]) -> list[str]:
    """The ids of the records of a kind that a change adds."""
    return [key for key, record in change.added.items() if isinstance(record, kind)]


def words(document: Document, lane: str | None, step: str | None) -> list[str]:
    """What the cards of a cell, or of the parking lot, say."""
    cards = document.parked if lane is None or step is None else document.cards_in(lane, step)
    return [card.text for card in cards]
