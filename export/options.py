"""What can be asked of each format. Dialogs and the command line make their forms from these, as from
`model.handouts.options`. Light to import: nothing but msgspec."""

from typing import Annotated, Literal

import msgspec
from msgspec import Meta

LEAST_DPI, MOST_DPI = 36, 600


class Options(msgspec.Struct, frozen=True, kw_only=True):
    """Nothing to ask."""


class PageOptions(Options, frozen=True, kw_only=True):
    """What every exporter of pages can be asked. `sheets`: numbers of the pages to write, from 1; all where empty."""

    sheets: tuple[int, ...] = ()


class PdfOptions(PageOptions, frozen=True, kw_only=True):
    """`attach`: the map itself inside the PDF, which then opens as the map."""

    attach: bool = False


class PngOptions(PageOptions, frozen=True, kw_only=True):
    """`dpi`: dots to the inch of paper. `transparent`: no white where the page is bare."""

    dpi: Annotated[int, Meta(ge=LEAST_DPI, le=MOST_DPI)] = 150
    transparent: bool = False


class PptxOptions(Options, frozen=True, kw_only=True):
    """`slide`: slides of 16 to 9, or of the sheet's size."""

    slide: Literal["16x9", "sheet"] = "16x9"


class CsvOptions(Options, frozen=True, kw_only=True):
    """`form`: a row a card, or lanes by steps. `delimiter`: where the comma is decimal, programs expect a semicolon."""

    form: Literal["long", "matrix"] = "long"
    delimiter: Literal["comma", "semicolon", "tab"] = "comma"
