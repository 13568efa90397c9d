"""What can be asked of each format. Dialogs and the command line make their forms from these, as from
`model.handouts.options`. Light to import: nothing but msgspec."""

import msgspec


class Options(msgspec.Struct, frozen=True, kw_only=True):
    """Nothing to ask."""


class PageOptions(Options, frozen=True, kw_only=True):
    """What every exporter of pages can be asked. `sheets`: numbers of the pages to write, from 1; all where empty."""

    sheets: tuple[int, ...] = ()


class PdfOptions(PageOptions, frozen=True, kw_only=True):
    """`attach`: the map itself inside the PDF, which then opens as the map."""

    attach: bool = False
