"""The formats a map can be written in: one exporter a file ending, each with options of its own."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import msgspec

from export.info import Info
from model.layout.shapes import Page
from model.refusal import Refused


class Options(msgspec.Struct, frozen=True, kw_only=True):
    """What every exporter of pages can be asked. `sheets`: numbers of the pages to write, from 1; all where empty."""

    sheets: tuple[int, ...] = ()


class Numbered(msgspec.Struct, frozen=True):
    """A page and its number among all pages of the map, from 1."""

    number: int
    page: Page


# What stands between a file's name and its ending ("" or "-3"), and its content.
Files = dict[str, bytes]


class Exporter(msgspec.Struct, frozen=True):
    """How pages become files that end in `ending` (lower case, with its dot)."""

    ending: str
    options: type[Options]
    write: Callable[[Sequence[Numbered], Info, Any], Files]


def render(pages: Sequence[Page], info: Info, path: Path, options: Options | None = None) -> dict[Path, bytes]:
    """The files to write, by path; a format of one page a file numbers its files where there are several.

    Raises Refused: `unknown_format`, `no_pages`, `no_sheet`.
    """
    chosen = exporter(path)
    options = options or chosen.options()
    files = chosen.write(_chosen(pages, options.sheets), info, options)
    return {path.with_name(f"{path.stem}{mark}{path.suffix}"): content for mark, content in files.items()}


def exporter(path: Path) -> Exporter:
    """The exporter for a file's ending. Raises Refused (`unknown_format`)."""
    found = EXPORTERS.get(path.suffix.lower())
    if found is None:
        raise Refused("unknown_format", name=path.name, known=", ".join(EXPORTERS))
    return found


def _chosen(pages: Sequence[Page], sheets: Sequence[int]) -> tuple[Numbered, ...]:
    if not pages:
        raise Refused("no_pages")
    for sheet in sheets:
        if not 1 <= sheet <= len(pages):
            raise Refused("no_sheet", sheet=sheet, count=len(pages))
    return tuple(Numbered(number, pages[number - 1]) for number in sheets or range(1, len(pages) + 1))


def _pdf(pages: Sequence[Numbered], info: Info, _: Options) -> Files:
    from export import pdf

    return {"": pdf.write([each.page for each in pages], info, [each.number for each in pages])}


def _svg(pages: Sequence[Numbered], info: Info, _: Options) -> Files:
    from export import svg

    if len(pages) == 1:
        return {"": svg.write(pages[0].page, info)}
    return {f"-{each.number}": svg.write(each.page, info) for each in pages}


EXPORTERS: dict[str, Exporter] = {
    each.ending: each
    for each in (
        Exporter(".pdf", Options, _pdf),
        Exporter(".svg", Options, _svg),
    )
}
