"""Blocks of text as HTML."""

from collections.abc import Sequence

from export.html.tags import escaped, said, tag
from model.handouts.prose import Block, Cell, Heading, Listing, Table


def text(blocks: Sequence[Block], first: int) -> str:
    """The blocks in their order; `first`: the number of the first among all of the page, for the headings' names."""
    return "".join(_block(block, number) for number, block in enumerate(blocks, start=first))


def contents(blocks: Sequence[Block]) -> str:
    """A list that leads to the sections."""
    sections = [
        tag("li", f'<a href="#{named(number)}">{escaped(block.text)}</a>', dir="auto")
        for number, block in enumerate(blocks)
        if isinstance(block, Heading) and block.level == 2
    ]
    return tag("ul", "".join(sections)) if sections else ""


def table_cell(cell: Cell, name: str, scope: str | None = None) -> str:
    """A cell: its paragraphs, and the colour of its lane by class."""
    class_ = f"lane c{cell.colour[1:]}" if cell.colour else None
    return tag(name, "".join(said(each, "p") for each in cell.said), scope=scope, class_=class_)


def _block(block: Block, number: int) -> str:
    match block:
        case Heading():
            return tag(f"h{block.level}", escaped(block.text), id=named(number), dir="auto")
        case Listing():
            return tag("ul", "".join(said(item, "li") for item in block.items))
        case Table():
            return _table(block)
    return said(block, "p")


def _table(table: Table) -> str:
    head = "".join(tag("th", escaped(name), scope="col") for name in table.head)
    rows = (
        table_cell(cells[0], "th", "row") + "".join(table_cell(each, "td") for each in cells[1:])
        for cells in table.rows
    )
    body = tag("tbody", "".join(tag("tr", row) for row in rows))
    if not head:
        return tag("table", body, class_="names")
    return tag("table", tag("thead", tag("tr", head)) + body)


def named(number: int) -> str:
    """What a block is called inside the page."""
    return f"b{number}"
