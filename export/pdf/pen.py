"""The graphics state since the last `q`, and the operators so far: a colour or a width is written when it changes."""

from export.numbers import Numbers
from export.pdf.colours import Colours
from model.layout.shapes import Dash


class Pen:
    """What a reader's pen is set to. Colours, line width and font are unknown at first; the rest is as on a new page.

    So what a pen wrote can stand wherever the pen around it is `plain`, in many places of a file.
    """

    __slots__ = ("_colours", "_dash", "_fill", "_font", "_line", "_numbers", "_round", "_stroke", "_tracking", "out")

    def __init__(self, numbers: Numbers, colours: Colours) -> None:
        self._numbers, self._colours = numbers, colours
        self.out: list[str] = []
        self._fill: str | None = None
        self._stroke: str | None = None
        self._line: float | None = None
        self._font: str | None = None
        self._dash: Dash = ()
        self._round = False
        self._tracking = 0.0

    def fill(self, colour: str) -> None:
        """The colour of areas and of text."""
        if colour != self._fill:
            self._fill = colour
            self.out.append(f"{self._colours[colour]} rg")

    def stroke(self, colour: str, line: float, dash: Dash, rounded: bool = False) -> None:
        """The colour, width and dashes of lines, in points; `rounded`: joins and caps."""
        if colour != self._stroke:
            self._stroke = colour
            self.out.append(f"{self._colours[colour]} RG")
        if line != self._line:
            self._line = line
            self.out.append(f"{self._numbers[line]} w")
        if dash != self._dash:
            self._dash = dash
            self.out.append(f"[{' '.join(self._numbers[length] for length in dash)}]0 d")
        if rounded is not self._round:
            self._round = rounded
            self.out.append("1 j 1 J" if rounded else "0 j 0 J")

    def font(self, font: str) -> str:
        """The operator for a font and size ("F1 8.5"), to stand in a text object; "" where it is set already."""
        if font == self._font:
            return ""
        self._font = font
        return f"/{font} Tf "

    def tracking(self, tracking: float) -> None:
        """Points behind every glyph: two bytes of a code are one glyph here."""
        if tracking != self._tracking:
            self._tracking = tracking
            self.out.append(f"{self._numbers[tracking]} Tc")

    def plain(self) -> None:
        """Back to what a new page starts with, but for what each pen sets for itself."""
        if self._dash:
            self._dash = ()
            self.out.append("[]0 d")
        if self._round:
            self._round = False
            self.out.append("0 j 0 J")
        self.tracking(0.0)
