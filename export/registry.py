"""The formats a map can be written in: one exporter a file ending, each with options of its own."""

from collections.abc import Callable, Sequence
from pathlib import Path

import msgspec

from export.info import Info
from export.options import CsvOptions, Options, PageOptions, PdfOptions, PngOptions, PptxOptions
from model.document import Document
from model.handouts.brief import Brief
from model.layout.shapes import Page
from model.refusal import Refused


class Numbered(msgspec.Struct, frozen=True):
    """A page and its number among all pages of the map, from 1."""

    number: int
    page: Page


class Job(msgspec.Struct, frozen=True):
    """What is to be written. Exporters of pages paint `pages`; those of the map look at `document`, drawn as `brief`
    says. `data`: the map as it stands in its file, for formats that can hold it; b"" where they shall not."""

    document: Document
    info: Info
    pages: tuple[Numbered, ...] = ()
    brief: Brief = Brief()
    options: Options = Options()
    data: bytes = b""


# What stands between a file's name and its ending ("" or "-3"), and its content.
Files = dict[str, bytes]


class Loss(msgspec.Struct, frozen=True):
    """So many things of a kind that a format has no place for; `code` names its words in room `losses`."""

    code: str
    count: int


def _nothing(_: Job) -> tuple[Loss, ...]:
    """The file holds all that it is meant to hold."""
    return ()


class Exporter(msgspec.Struct, frozen=True):
    """How a job becomes files that end in `ending` (lower case, with its dot).

    `write`: the contents; it raises Refused. `begins`: how a file of this kind begins; nothing else of that name is
    written over. `losses`: counts what of the map the file will not hold, before it is written.
    """

    ending: str
    write: Callable[[Job], Files]
    begins: tuple[bytes, ...]
    options: type[Options] = Options
    losses: Callable[[Job], tuple[Loss, ...]] = _nothing

    @property
    def paints(self) -> bool:
        """Whether it paints pages; else it writes the map itself."""
        return issubclass(self.options, PageOptions)


def render(job: Job, pages: Sequence[Page], path: Path) -> dict[Path, bytes]:
    """The files to write, by path; a format of one page a file numbers its files where there are several.

    `pages`: all pages of the map, of which the job's options choose. Raises Refused: `unknown_format`, `no_pages`,
    `no_sheet`, and what an exporter refuses.
    """
    chosen = exporter(path)
    sheets = job.options.sheets if isinstance(job.options, PageOptions) else ()
    options = job.options if isinstance(job.options, chosen.options) else chosen.options()
    numbered = _chosen(pages, sheets) if chosen.paints else ()
    files = chosen.write(msgspec.structs.replace(job, pages=numbered, options=options))
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


# Each format's module comes in when somebody wants the format.


def _pdf(job: Job) -> Files:
    from export import pdf

    return pdf.files(job)


def _svg(job: Job) -> Files:
    from export import svg

    return svg.files(job)


def _png(job: Job) -> Files:
    from export import png

    return png.files(job)


def _html(job: Job) -> Files:
    from export import html

    return html.files(job)


def _markdown(job: Job) -> Files:
    from export import markdown

    return markdown.files(job)


def _pptx(job: Job) -> Files:
    from export import pptx

    return pptx.files(job)


def _mermaid(job: Job) -> Files:
    from export import mermaid

    return mermaid.files(job)


def _workbook(job: Job) -> Files:
    from export import tables

    return tables.workbook(job)


def _csv(job: Job) -> Files:
    from export import tables

    return tables.files(job)


def _workbook_losses(job: Job) -> tuple[Loss, ...]:
    from export.tables.losses import workbook_losses

    return workbook_losses(job)


def _csv_losses(job: Job) -> tuple[Loss, ...]:
    from export.tables.losses import csv_losses

    return csv_losses(job)


def _pptx_losses(job: Job) -> tuple[Loss, ...]:
    from export import pptx

    return pptx.losses(job)


def _mermaid_losses(job: Job) -> tuple[Loss, ...]:
    from export import mermaid

    return mermaid.losses(job)


EXPORTERS: dict[str, Exporter] = {
    each.ending: each
    for each in (
        Exporter(".pdf", _pdf, (b"%PDF-",), PdfOptions),
        Exporter(".svg", _svg, (b"<?xml", b"<svg"), PageOptions),
        Exporter(".png", _png, (b"\x89PNG",), PngOptions),
        Exporter(".html", _html, (b"<!DOCTYPE html", b"<!doctype html", b"<html")),
        Exporter(".md", _markdown, (b"[//]: # (Jejak)",)),
        Exporter(".pptx", _pptx, (b"PK",), PptxOptions, _pptx_losses),
        Exporter(".xlsx", _workbook, (b"PK",), losses=_workbook_losses),
        Exporter(".csv", _csv, (b"\xef\xbb\xbf",), CsvOptions, _csv_losses),
        Exporter(".mmd", _mermaid, (b"journey", b"---", b"%%"), losses=_mermaid_losses),
    )
}
