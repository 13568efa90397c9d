"""Paper: exact sizes of ISO 216 and of US sheets, and any other in millimetres; in points."""

import re

import msgspec

from model.refusal import Refused

MM = 72 / 25.4
PAPERS: dict[str, tuple[float, float]] = {
    "A4": (210 * MM, 297 * MM),
    "A3": (297 * MM, 420 * MM),
    "A2": (420 * MM, 594 * MM),
    "A1": (594 * MM, 841 * MM),
    "A0": (841 * MM, 1189 * MM),
    "Letter": (612.0, 792.0),
    "Legal": (612.0, 1008.0),
    "Tabloid": (792.0, 1224.0),
}
ORIENTATIONS = ("landscape", "portrait")
SMALLEST_EDGE, LARGEST_EDGE = 50.0, 5000.0
"""Millimetres of paper that is cut to size: from a large sticky note to what a PDF can still hold."""

_SLACK = 0.5  # points by which a size may miss that of a paper and still be called by its name
_CUT_TO_SIZE = re.compile(r"\s*(\d{1,9}(?:[.,]\d{1,3})?)\s*[x×]\s*(\d{1,9}(?:[.,]\d{1,3})?)\s*(?:mm)?\s*", re.I | re.A)


class Sheet(msgspec.Struct, frozen=True):
    """A sheet of paper as it lies before the reader; lengths in points."""

    name: str
    width: float
    height: float


def sheet(paper: str, orientation: str = "landscape") -> Sheet:
    """A standard sheet, or one cut to size: "914x1800mm", such as a roll is cut to.

    Raises KeyError for a paper or an orientation nobody sells, Refused (`sheet_size`) for one no printer takes.
    """
    name, short, long = _edges(paper)
    width, height = {"landscape": (long, short), "portrait": (short, long)}[orientation]
    return Sheet(name, width, height)


def name_of(width: float, height: float) -> str:
    """A4 for a sheet of that size, however it lies; "1200 × 800 mm" for any other."""
    for name, (short, long) in PAPERS.items():
        if abs(min(width, height) - short) < _SLACK and abs(max(width, height) - long) < _SLACK:
            return name
    return f"{round(width / MM)} × {round(height / MM)} mm"


def _edges(paper: str) -> tuple[str, float, float]:
    """The name of a paper, and its short and its long edge."""
    written = _CUT_TO_SIZE.fullmatch(paper)
    if written is None:
        return paper, *PAPERS[paper]
    short, long = sorted(float(edge.replace(",", ".")) for edge in written.groups())
    if not (short >= SMALLEST_EDGE and long <= LARGEST_EDGE):
        raise Refused("sheet_size", paper=paper, low=f"{SMALLEST_EDGE:g}", high=f"{LARGEST_EDGE:g}")
    return f"{short:g} × {long:g} mm", short * MM, long * MM
