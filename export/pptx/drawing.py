"""Elements of a slide as Office Open XML has them (ECMA-376, part 1, 19 to 21). Lengths in points of the slide."""

from collections.abc import Iterable, Sequence

import msgspec

from export.xml import element, escaped
from model.layout.frame import Rect
from model.layout.shapes import Command, Dash
from model.layout.style import HAIRLINE

_EMU = 12700  # to the point
_THOUSANDTHS = 100_000
_QUARTER = 90 * 60_000  # of a turn
SPACES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)


class Ink(msgspec.Struct, frozen=True):
    """How an outline is filled and drawn; `line` in points. `ends`: the arrow heads at its beginning and its end.
    `hatched`: with fine lines over its fill."""

    fill: str | None = None
    stroke: str | None = None
    line: float = 0.9
    dash: Dash = ()
    round: bool = False
    ends: tuple[bool, bool] = (False, False)
    hatched: bool = False


def emu(points: float) -> str:
    """English metric units, in which all lengths of a slide are written."""
    return str(round(points * _EMU))


def named(number: int, name: str, about: str = "", address: str = "") -> str:
    """What a shape is called, what it shows in words, and where a click on it leads: the name of a relation."""
    link = element("a:hlinkClick", {"r:id": address}) if address else ""
    return element("p:cNvPr", {"id": str(number), "name": name, "descr": about or None}, link)


def shape(name: str, rect: Rect, geometry: str, ink: Ink, body: str, *, box: bool = False) -> str:
    """A shape; `box`: one that is nothing but its words."""
    head = element("p:nvSpPr", {}, name + element("p:cNvSpPr", {"txBox": "1" if box else None}) + "<p:nvPr/>")
    return element("p:sp", {}, head + element("p:spPr", {}, place(rect) + geometry + inked(ink)) + body)


def connector(name: str, ends: str, frame: str, geometry: str, ink: Ink) -> str:
    """A line that holds on to shapes."""
    head = element("p:nvCxnSpPr", {}, name + element("p:cNvCxnSpPr", {}, ends) + "<p:nvPr/>")
    return element("p:cxnSp", {}, head + element("p:spPr", {}, frame + geometry + inked(ink)))


def picture(name: str, rect: Rect, relation: str, geometry: str) -> str:
    """A picture, stretched into its rectangle and cut to a geometry."""
    head = element("p:nvPicPr", {}, name + "<p:cNvPicPr/><p:nvPr/>")
    fill = element("a:blip", {"r:embed": relation}) + "<a:stretch><a:fillRect/></a:stretch>"
    return element("p:pic", {}, head + element("p:blipFill", {}, fill) + element("p:spPr", {}, place(rect) + geometry))


def group(name: str, rect: Rect, inside: str) -> str:
    """Shapes that are moved together; they keep their own places. `rect`: about all of them."""
    head = element("p:nvGrpSpPr", {}, name + "<p:cNvGrpSpPr/><p:nvPr/>")
    at, size = {"x": emu(rect.x), "y": emu(rect.y)}, {"cx": emu(rect.width), "cy": emu(rect.height)}
    inner = element("a:chOff", at) + element("a:chExt", size)
    frame = element("a:xfrm", {}, element("a:off", at) + element("a:ext", size) + inner)
    return element("p:grpSp", {}, head + element("p:grpSpPr", {}, frame) + inside)


def place(rect: Rect, *, flip_x: bool = False, flip_y: bool = False, quarters: int = 0) -> str:
    """Where a shape stands, mirrored or not, and then turned by quarters clockwise."""
    off = element("a:off", {"x": emu(rect.x), "y": emu(rect.y)})
    ext = element("a:ext", {"cx": emu(max(rect.width, 0.0)), "cy": emu(max(rect.height, 0.0))})
    turned = {
        "rot": str(quarters * _QUARTER) if quarters else None,
        "flipH": "1" if flip_x else None,
        "flipV": "1" if flip_y else None,
    }
    return element("a:xfrm", turned, off + ext)


def preset(name: str, **guides: float) -> str:
    """A geometry by its name; guides as parts of one."""
    values = (
        element("a:gd", {"name": key, "fmla": f"val {round(value * _THOUSANDTHS)}"}) for key, value in guides.items()
    )
    return element("a:prstGeom", {"prst": name}, element("a:avLst", {}, "".join(values)))


RECTANGLE = preset("rect")
ELLIPSE = preset("ellipse")


def rounded(rect: Rect, radius: float) -> str:
    """A rectangle with round corners."""
    shorter = min(rect.width, rect.height)
    return preset("roundRect", adj=min(radius / shorter, 0.5)) if radius > 0 and shorter > 0 else RECTANGLE


def outline(commands: Sequence[Command], rect: Rect, *, filled: bool) -> str:
    """A geometry of one's own, of commands in the same points as `rect`."""
    steps = "".join(_step(command, rect) for command in commands)
    size = {"w": emu(rect.width), "h": emu(rect.height), "fill": None if filled else "none"}
    inside = element("a:pathLst", {}, element("a:path", size, steps))
    edges = element("a:rect", {"l": "0", "t": "0", "r": "r", "b": "b"})
    return element("a:custGeom", {}, f"<a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/>{edges}{inside}")


def _step(command: Command, rect: Rect) -> str:
    name = {"M": "a:moveTo", "L": "a:lnTo", "C": "a:cubicBezTo", "Z": "a:close"}[command[0]]
    values = [float(value) for value in command[1:]]
    points = zip(values[::2], values[1::2], strict=True)
    return element(name, {}, "".join(element("a:pt", {"x": emu(x - rect.x), "y": emu(y - rect.y)}) for x, y in points))


def inked(ink: Ink) -> str:
    """Fill and outline."""
    fill = _filled(ink.fill, hatched=ink.hatched) if ink.fill else "<a:noFill/>"
    if ink.stroke is None:
        return f"{fill}<a:ln><a:noFill/></a:ln>"
    dash = element("a:prstDash", {"val": _dash(ink.dash, ink.line)}) if ink.dash else ""
    join = "<a:round/>" if ink.round else ""
    size = {"w": "med", "len": "med"}
    heads = "".join(
        element(f"a:{end}End", {"type": "triangle", **size})
        for end, wanted in zip(("head", "tail"), ink.ends, strict=True)
        if wanted
    )
    attributes = {"w": emu(ink.line), "cap": "rnd" if ink.round else "flat"}
    return fill + element("a:ln", attributes, _solid(ink.stroke) + dash + join + heads)


def _dash(dash: Dash, line: float) -> str:
    """The named dash that looks most like it: named ones can be chosen anew."""
    long = dash[0] / line
    return "dash" if long >= 3.5 else "sysDash" if long > 1.2 else "sysDot"


def _filled(color: str, *, hatched: bool) -> str:
    if not hatched:
        return _solid(color)
    lines, ground = element("a:fgClr", {}, _color(HAIRLINE)), element("a:bgClr", {}, _color(color))
    return element("a:pattFill", {"prst": "ltUpDiag"}, lines + ground)


def _solid(color: str) -> str:
    return element("a:solidFill", {}, _color(color))


def _color(color: str) -> str:
    return element("a:srgbClr", {"val": color.removeprefix("#")})


def run(text: str, size: float, color: str, language: str, *, bold: bool, italic: bool, tracking: float = 0.0) -> str:
    """Words of one look, a line break where they have one; `size` and `tracking` in points."""
    attributes = {
        "lang": language or None, "sz": str(round(size * 100)), "b": "1" if bold else None,
        "i": "1" if italic else None, "spc": str(round(tracking * 100)) if tracking else None, "dirty": "0",
    }  # fmt: skip
    fonts = "".join(element(f"a:{kind}", {"typeface": "Noto Sans"}) for kind in ("latin", "cs"))
    look = _solid(color) + fonts
    parts = (
        element("a:r", {}, element("a:rPr", attributes, look) + f"<a:t>{escaped(part)}</a:t>")
        for part in text.split("\n")
    )
    return element("a:br", {}, element("a:rPr", attributes, look)).join(parts)


def paragraph(runs: str, leading: float, align: str = "l", *, leftwards: bool = False) -> str:
    """Lines `leading` points apart. `align`: l, ctr or r."""
    spacing = element("a:lnSpc", {}, element("a:spcPts", {"val": str(round(leading * 100))}))
    attributes = {"algn": align, "rtl": "1" if leftwards else None}
    return element("a:p", {}, element("a:pPr", attributes, spacing) + runs)


def body(paragraphs: Iterable[str], pads: tuple[float, float, float, float], anchor: str, *, wraps: bool = True) -> str:
    """The words of a shape: `pads` left, top, right and bottom; `anchor`: t, ctr or b. They never shrink by themselves:
    their size fits as it is, in every program alike."""
    edges = dict(zip(("lIns", "tIns", "rIns", "bIns"), map(emu, pads), strict=True))
    how = {"wrap": "square" if wraps else "none", **edges, "anchor": anchor, "rtlCol": "0"}
    inside = "".join(paragraphs) or "<a:p/>"
    return element("p:txBody", {}, element("a:bodyPr", how, "<a:noAutofit/>") + f"<a:lstStyle/>{inside}")
