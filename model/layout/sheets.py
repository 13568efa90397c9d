"""Paper: exact sizes of ISO 216 and of US sheets, in points."""

import msgspec

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


class Sheet(msgspec.Struct, frozen=True):
    """A sheet of paper as it lies before the reader; lengths in points."""

    name: str
    width: float
    height: float


def sheet(paper: str, orientation: str = "landscape") -> Sheet:
    """A standard sheet. Raises KeyError for a paper or an orientation nobody sells."""
    short, long = PAPERS[paper]
    width, height = {"landscape": (long, short), "portrait": (short, long)}[orientation]
    return Sheet(paper, width, height)
