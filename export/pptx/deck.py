"""The file: python-pptx's own template at another size, its slides, and what it says of itself."""

import datetime
import io
import zipfile
from typing import TYPE_CHECKING

from export.info import Info
from export.pptx import plain
from export.pptx.board import Board
from export.pptx.composed import Drawing
from export.pptx.slides import Slide
from export.xml import without_forbidden

if TYPE_CHECKING:
    from pptx.presentation import Presentation as Made

_EMU = 12700
_BLANK = 6  # the layout of the template on which nothing stands
_EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest that a zip knows
_LONGEST = 255  # characters of a property, by the format


class Deck:
    """Slides of one size in points."""

    def __init__(self, width: float, height: float, info: Info) -> None:
        from pptx import Presentation

        self._info, self._made = info, Presentation()
        _resize(self._made, round(width * _EMU), round(height * _EMU))
        _tell(self._made, info)
        _lighten(self._made)

    def add(self, slide: Slide) -> None:
        """One more slide."""
        made = self._made.slides.add_slide(self._made.slide_layouts[_BLANK])
        board = Board(made, slide.scale, self._info.language)
        if slide.composed is not None:
            Drawing(board, slide.layout, slide.composed, slide.page).draw()
        else:
            plain.put(board, slide.page.shapes, 0.0, 0.0)
        board.finish()
        made.name = without_forbidden(slide.title)[:_LONGEST]
        if slide.notes and (frame := made.notes_slide.notes_text_frame) is not None:
            frame.text = without_forbidden(slide.notes)

    def finish(self) -> bytes:
        """The file; the same slides and info make the same bytes."""
        kept = io.BytesIO()
        self._made.save(kept)
        return _dated(kept)


def _resize(made: "Made", width: int, height: int) -> None:
    """The slide's size, and in proportion that of the template's own placeholders."""
    from pptx.util import Length

    across, down = width / int(made.slide_width or width), height / int(made.slide_height or height)
    made.slide_width, made.slide_height = Length(width), Length(height)
    master = made.slide_master
    for shape in (*master.shapes, *(each for layout in master.slide_layouts for each in layout.shapes)):
        shape.left, shape.width = round(shape.left * across), round(shape.width * across)
        shape.top, shape.height = round(shape.top * down), round(shape.height * down)


def _tell(made: "Made", info: Info) -> None:
    about, day = made.core_properties, datetime.datetime.combine(info.date, datetime.time())
    for name, value in (("title", info.title), ("author", info.author), ("subject", info.subject)):
        setattr(about, name, without_forbidden(value)[:_LONGEST])
    about.language, about.last_modified_by, about.revision = info.language, without_forbidden(info.author)[:_LONGEST], 1
    about.created = about.modified = day
    about.keywords = about.comments = about.category = ""


def _lighten(made: "Made") -> None:
    """Without the template's own small picture of itself, and the settings of somebody's printer."""
    for part in (made.part.package, made.part):
        for name, relation in list(part._rels.items()):
            if relation.reltype.endswith(("/thumbnail", "/printerSettings")):
                part._rels.pop(name)


def _dated(file: io.BytesIO) -> bytes:
    """The same archive, its members in the same order, as if all were made at one moment."""
    again = io.BytesIO()
    with zipfile.ZipFile(file) as before, zipfile.ZipFile(again, "w", zipfile.ZIP_DEFLATED) as after:
        for name in before.namelist():
            member = zipfile.ZipInfo(name, _EPOCH)
            member.compress_type, member.external_attr = zipfile.ZIP_DEFLATED, 0o600 << 16
            after.writestr(member, before.read(name))
    return again.getvalue()
