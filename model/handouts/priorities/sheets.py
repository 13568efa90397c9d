"""The sheets of priorities: the matrix, the ranked list beside or below it, and what has no place yet."""

from collections.abc import Iterator, Sequence

import msgspec

from model.document import Document
from model.handouts import flow, running
from model.handouts.brief import Brief
from model.handouts.priorities.matrix import Axes, Matrix, matrix
from model.handouts.priorities.ranking import Ranked, ranked
from model.handouts.prose import Block, Cell, Heading, Said, Table, cell
from model.handouts.running import Frame
from model.handouts.strips import Strip
from model.handouts.typesetting import type_on
from model.layout import cards
from model.layout.shapes import Page
from model.layout.style import LANES
from model.records import Role
from resources.words import Words, words

_COLUMN = 340.0  # points: two of them on any sheet that lies
_TALLEST = 0.45  # of a column: a matrix with the list below it
_WIDEST = 1.6  # of its height: the matrix


def priorities(document: Document, brief: Brief) -> tuple[Page, ...]:
    """The opportunities by impact and feasibility: a matrix, and the list in the order in which to do them."""
    said = words("paper", brief.language or document.map.language)
    every = ranked(document, brief.look.hidden)
    inside = _frame(brief, 2 if every and brief.sheet.width > brief.sheet.height else 1)
    placed = [each for each in every if each.number]
    opening = [*_set(Heading(1, said("priorities")), inside), *_set(Said(_opening(every, said)), inside)]
    drawn = _matrix(placed, _axes(document, said), opening, inside, said)
    alt = said("priorities_alt", impact=_axes(document, said).impact, feasibility=_axes(document, said).feasibility)
    blocks = [opening, flow.drawn(drawn.shapes, drawn.height, alt)]
    blocks += [_set(text, inside) for text in _lists(every, drawn.shown, said)]
    return running.pages(blocks, inside, running.running(document, brief, said("priorities")), brief.check)


def _frame(brief: Brief, most: int) -> Frame:
    plain = type_on(brief.sheet)
    type_ = msgspec.structs.replace(plain, column=_COLUMN * plain.body / type(plain)().body)
    return running.frame(brief, type_, most)


def _set(text: Block, inside: Frame) -> tuple[Strip, ...]:
    return flow.strips(text, inside.wide, inside.type)


def _opening(every: Sequence[Ranked], said: Words) -> str:
    """What this is; or what to do where there is nothing to rank."""
    if not every:
        return said("priorities_none")
    return said("priorities_how") if every[0].number else said("priorities_unplaced")


def _axes(document: Document, said: Words) -> Axes:
    return Axes(document.map.impact_axis or said("impact"), document.map.feasibility_axis or said("feasibility"))


def _matrix(placed: Sequence[Ranked], axes: Axes, above: Sequence[Strip], inside: Frame, said: Words) -> Matrix:
    """The matrix below the opening: what is left of its column, or a share of it where the list comes below."""
    left = inside.high - sum(strip.high + strip.above for strip in above) - 1.0
    share = min(left, inside.high * _TALLEST) if inside.across == 1 and placed else left
    high = max(share, inside.high * 0.3)
    return matrix(placed, axes, min(inside.wide, high * _WIDEST), high, inside.type, said)


def _lists(every: Sequence[Ranked], shown: int, said: Words) -> Iterator[Block]:
    """The list of those that are placed, and the list of those that are not."""
    placed, rest = [each for each in every if each.number], [each for each in every if not each.number]
    if placed:
        yield Heading(2, said("priorities_ranked"))
        if shown < len(placed):
            yield Said(said("priorities_shown", count=shown, total=len(placed)), "quiet")
        yield _table(placed, said)
    if rest:
        yield Heading(2, said("priorities_rest"))
        yield _table(rest, said)


def _table(rows: Sequence[Ranked], said: Words) -> Table:
    columns = ("opportunity", "pain", "owner", "kpi", "score")
    head = ("#", *(said(f"priorities_{name}") for name in columns))
    return Table(head, tuple(_row(each, said) for each in rows))


def _row(each: Ranked, said: Words) -> tuple[Cell, ...]:
    card, colors = each.card, (LANES[Role.OPPORTUNITIES].color, LANES[Role.PAIN_POINTS].color)
    owner = (card.owner, card.department, said.date(card.due))
    return (
        cell(str(each.number) if each.number else "–", "strong"),
        Cell((Said(card.text, url=card.url, record=card.id),), colors[0]),
        Cell(tuple(Said(pain.text, record=pain.id) for pain in each.pains), colors[1] if each.pains else None),
        Cell(tuple(Said(text) for text in owner if text)),
        Cell(tuple(Said(cards.text_of(kpi, said), record=kpi.id) for kpi in each.kpis)),
        Cell(tuple(Said(text) for text in _scores(each, said))),
    )


def _scores(each: Ranked, said: Words) -> Iterator[str]:
    """Impact, feasibility and votes, as far as there are any."""
    impact, feasibility = each.card.impact, each.card.feasibility
    if impact is not None and feasibility is not None:
        yield f"{said.number(impact)} × {said.number(feasibility)}"
    elif impact is not None:
        yield f"{said('impact')} {said.number(impact)}"
    elif feasibility is not None:
        yield f"{said('feasibility')} {said.number(feasibility)}"
    if each.card.votes:
        yield said("votes", count=each.card.votes)
