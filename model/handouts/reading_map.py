"""How the pages of a map are read aloud: what it is, then stage by stage and step by step, then its curve and links."""

from collections.abc import Container, Iterable, Iterator, Sequence

import msgspec

from model.layout import cards, tags
from model.layout.engine import Layout
from model.layout.grid import Column
from model.layout.order import Order
from model.layout.page import Composed
from model.layout.parts import Band, Measured
from model.layout.persona import quoted
from model.layout.quotes import Marker
from model.layout.reading import Element, Kind
from model.layout.rows import Slot
from model.layout.shapes import Clip, Group, Page, Shape
from model.layout.stages import spans
from model.records import Card, Id, Lane, Persona
from resources.words import Words, words

_HEAD: tuple[tuple[Kind, str], ...] = (
    ("H1", tags.TITLE), ("P", tags.KIND), ("P", tags.SCENARIO), ("P", tags.PERSONA), ("P", tags.GOALS),
    ("P", tags.FACTS),
)  # fmt: skip


def read_aloud(layout: Layout) -> tuple[Page, ...]:
    """The pages of a layout with the order in which they are read. What stands on every page, such as title and
    legend, is read on the first; a lane's name where it comes first."""
    known: set[Id] = set()
    pages: list[Page] = []
    for composed in layout.composed:
        reading = reading_of(layout.order, composed, known)
        known.update(band.lane.id for band in composed.part.bands)
        pages.append(msgspec.structs.replace(composed.page, reading=reading))
    return (*pages, *layout.pages[len(pages) :])


def read_through(order: Order, composed: Composed, shapes: Iterable[Shape]) -> tuple[Element, ...]:
    """How a window of a page is read, through which only these shapes of it are seen."""
    return reading_of(order, composed, seen=frozenset(_names(shapes)))


def reading_of(
    order: Order, composed: Composed, known: Container[Id] = (), seen: Container[str] | None = None
) -> tuple[Element, ...]:
    """How a page is read, without the names of lanes that are `known`. `seen`: names of what stands on it, where that
    is not all of it; curves tell of no more."""
    return tuple(_page(order, composed, known, seen, words("reading", order.words.language)))


def _names(shapes: Iterable[Shape]) -> Iterator[str]:
    for shape in shapes:
        if isinstance(shape, Group) and (name := shape.tag or shape.record):
            yield name
        if isinstance(shape, Group | Clip):
            yield from _names(shape.shapes)


def _page(
    order: Order, composed: Composed, known: Container[Id], seen: Container[str] | None, said: Words
) -> Iterator[Element]:
    if composed.number == 1:
        yield from (Element(kind, (tag,)) for kind, tag in _HEAD)
    yield from _lanes([band for band in composed.part.bands if band.lane.id not in known])
    yield Element("P", (tags.STEPS,))
    yield from _stages(order, composed, said)
    yield from _curves(order, composed.measured, seen, said)
    yield from _links(order, composed, said)
    yield Element("P", (tags.PARKED,))
    if composed.number == 1:
        yield Element("P", (tags.LEGEND,))


def _items(named: Sequence[tuple[str, str]]) -> Iterator[Element]:
    """A list of what these names call, each with words for what is drawn about it; nothing for none."""
    if named:
        yield Element("L", tuple(Element("LI", (Element("LBody", (name,), alt),)) for name, alt in named))


def _lanes(bands: Sequence[Band]) -> Iterator[Element]:
    """The lanes by name, the lines of the blueprint where they run."""
    named: list[tuple[str, str]] = []
    for band in bands:
        named.append((tags.label(band.lane.id), ""))
        if band.line is not None:
            named.append((tags.line(band.line), ""))
    yield from _items(named)


def _stages(order: Order, composed: Composed, said: Words) -> Iterator[Element]:
    first, stop = composed.part.columns.start, composed.part.columns.stop
    columns, held = order.source.columns[first:stop], _held(composed)
    for span in spans(columns):
        own = range(span.first, span.first + span.columns)
        heading = (Element("H2", (span.stage.id,)),) if span.stage is not None else ()
        steps = (_step(columns[at], held.get(at, ()), order, said) for at in own)
        yield Element("Sect", (*heading, *steps))


def _held(composed: Composed) -> dict[int, list[tuple[Lane, Slot]]]:
    """By column of the page: what begins there, from top to bottom."""
    held: dict[int, list[tuple[Lane, Slot]]] = {}
    for row in composed.frame.rows:
        for slot in row.slots:
            held.setdefault(slot.first, []).append((row.lane, slot))
    return held


def _step(column: Column, held: Sequence[tuple[Lane, Slot]], order: Order, said: Words) -> Element:
    """A step under its title, where it has one of its own; its cards in a list, each after its lane's name."""
    kind: Kind = "H3" if column.stage is not None else "H2"
    heading = (Element(kind, (column.step.id,)),) if column.step is not None else ()
    named = [(slot.id, _card(lane, slot, order, said)) for lane, slot in held]
    return Element("Sect", (*heading, *_items(named)))


def _card(lane: Lane, slot: Slot, order: Order, said: Words) -> str:
    """What a card says, with what only its lane and its signs say to the eye."""
    text = " ".join(cards.text_of(slot.record, order.words).split())
    marks = ", ".join(order.words(f"legend_{mark}") for mark in cards.marks_of(slot.record))
    return said("card_marked" if marks else "card", lane=lane.title, text=text, marks=marks)


def _curves(order: Order, measured: Sequence[Measured], seen: Container[str] | None, said: Words) -> Iterator[Element]:
    """Each curve of feelings in words; an emotion lane nobody felt anything in is decoration."""
    for each in measured:
        told = [curve for curve in (_curve(markers, order, seen, said) for markers in each.curves) if curve]
        if told:
            yield Element(
                "Figure", (each.band.lane.id,), said("curves", lane=each.band.lane.title, curves=" ".join(told))
            )


def _curve(markers: Sequence[Marker], order: Order, seen: Container[str] | None, said: Words) -> str:
    here = [marker for marker in markers if marker.here and (seen is None or marker.emotion.id in seen)]
    felt = "; ".join(_felt(marker, order, said) for marker in here)
    persona = order.document.get(Persona, here[0].emotion.persona) if here else None
    if persona is None or not persona.name:
        return said("curve", felt=felt) if felt else ""
    return said("curve_of", persona=persona.name, felt=felt)


def _felt(marker: Marker, order: Order, said: Words) -> str:
    """A step, how the customer feels in it, and what she says."""
    column = order.source.places[marker.emotion.step]
    step = order.source.columns[column].step
    name = step.title if step is not None and step.title else said("step", number=column + 1)
    feeling, quote = said(f"feeling.{round(marker.emotion.value)}"), quoted(marker.emotion.quote)
    return said("felt_quoted" if quote else "felt", step=name, feeling=feeling, quote=quote)


def _links(order: Order, composed: Composed, said: Words) -> Iterator[Element]:
    """The links that bear a label, in words; the others are arrows between what is read anyway."""
    labels = composed.arrows.labels
    shown = [link for link in order.links if link.id in labels and labels[link.id].group is not None]
    yield from _items(
        [
            (link.id, said("link", source=_end(link.source, order), target=_end(link.target, order), label=link.label))
            for link in shown
        ]
    )


def _end(card: Id, order: Order) -> str:
    found = order.document.get(Card, card)
    return " ".join(found.text.split()) if found is not None else ""
