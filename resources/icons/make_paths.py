"""Turns the Lucide icons (the SVG files here) into paths.json. Run by hand after adding an icon; needs fontTools.

python resources/icons/make_paths.py
"""

import json
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent


def commands(svg: bytes) -> list[list[Any]]:
    """The drawing commands of an SVG file, M/L/C/Z in its own grid (24 x 24), rounded to 3 decimals."""
    from fontTools.pens.recordingPen import RecordingPen
    from fontTools.svgLib import SVGPath

    pen = RecordingPen()
    SVGPath.fromstring(svg).draw(pen)
    drawn: list[list[Any]] = []
    here = (0.0, 0.0)
    for operator, points in pen.value:
        drawn += _command(operator, points, here)
        here = points[-1] if points else here
    return drawn


def as_json(icons: dict[str, list[list[Any]]]) -> str:
    """One icon a line, sorted by name, so that a change of one icon is a change of one line."""
    lines = [f"{json.dumps(name)}: {json.dumps(icon, separators=(',', ':'))}" for name, icon in sorted(icons.items())]
    return "{\n" + ",\n".join(lines) + "\n}\n"


def made() -> str:
    """What paths.json should hold."""
    return as_json({svg.stem: commands(svg.read_bytes()) for svg in HERE.glob("*.svg")})


def _command(operator: str, points: Any, here: tuple[float, float]) -> list[list[Any]]:
    if operator in ("closePath", "endPath"):
        return [["Z"]] if operator == "closePath" else []
    if operator == "qCurveTo":
        control, end = points
        points = (_toward(here, control), _toward(end, control), end)
    letter = {"moveTo": "M", "lineTo": "L", "curveTo": "C", "qCurveTo": "C"}[operator]
    return [[letter, *(round(float(number), 3) for point in points for number in point)]]


def _toward(point: tuple[float, float], control: tuple[float, float]) -> tuple[float, float]:
    """The control point of the cubic that equals a quadratic: two thirds of the way to the quadratic's own."""
    return point[0] + (control[0] - point[0]) * 2 / 3, point[1] + (control[1] - point[1]) * 2 / 3


if __name__ == "__main__":
    (HERE / "paths.json").write_text(made(), encoding="utf-8")
