"""Makes the pictures of the README and the guide with the program itself: `python docs/make_pictures.py`.

Needs pdftoppm (poppler-utils), and for the window Xvfb with xauth.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image

ROOT = Path(__file__).resolve().parents[1]
PICTURES = ROOT / "docs" / "pictures"
WIDTH = 1600  # pixels: twice what a README shows
LANGUAGES, THEMES = ("id", "en"), ("light", "dark")
DATE = "2026-11-12"  # the same picture whenever it is made
HANDOUTS = (
    ["split"], ["split", "--grey"], ["poster", "--columns", "3", "--rows", "3"],
    ["stages"], ["worksheet"], ["cards"],
    ["priorities"], ["findings"], ["report"],
)  # fmt: skip
ACROSS, GAP, DESK = 3, 10, "#8A939E"
"""Sheets in a row; pixels between them; what they lie on."""


def main() -> None:
    """One picture a sample that the documents show, and the window in both languages and themes."""
    PICTURES.mkdir(exist_ok=True)
    picture("clinic", "--paper", "A3")
    handouts("clinic")
    for language in LANGUAGES:
        for theme in THEMES:
            photograph("clinic", language, theme, "select", f"window-{language}-{theme}")
        for scene in ("write", "sheets"):
            photograph("clinic", language, "light", scene, f"{scene}-{language}")


def picture(sample: str, *options: str) -> None:
    """The first sheet of a sample as a PNG named like it. Raises CalledProcessError where a tool fails."""
    with tempfile.TemporaryDirectory() as folder:
        pdf = Path(folder, "map.pdf")
        source = ROOT / "resources" / "samples" / f"{sample}.cjm"
        export: list[str | Path] = [sys.executable, ROOT / "main.py", "export", source, "-o", pdf, "--date", DATE]
        subprocess.run([*export, *options], check=True)
        size = ["-scale-to-x", str(WIDTH), "-scale-to-y", "-1"]
        subprocess.run(["pdftoppm", "-png", "-singlefile", *size, pdf, PICTURES / sample], check=True)


def handouts(sample: str) -> None:
    """First sheets of the kinds of paper side by side, one of them in grey."""
    with tempfile.TemporaryDirectory() as folder:
        sheets = [_first_sheet(sample, kind, options, Path(folder)) for kind, *options in HANDOUTS]
        wide, high = max(sheet.width for sheet in sheets) + GAP, max(sheet.height for sheet in sheets) + GAP
        rows = -(-len(sheets) // ACROSS)
        whole = Image.new("RGB", (wide * ACROSS + GAP, high * rows + GAP), DESK)
        for at, sheet in enumerate(sheets):
            whole.paste(sheet, (GAP + at % ACROSS * wide, GAP + at // ACROSS * high))
        whole.save(PICTURES / "handouts.png", optimize=True)


def _first_sheet(sample: str, kind: str, options: list[str], folder: Path) -> Image.Image:
    pdf, png = folder / f"{kind}.pdf", folder / kind
    source = ROOT / "resources" / "samples" / f"{sample}.cjm"
    export: list[str | Path] = [
        sys.executable,
        ROOT / "main.py",
        "export",
        source,
        "-o",
        pdf,
        "--date",
        DATE,
        "--as",
        kind,
        "--paper",
        "A4",
    ]
    subprocess.run([*export, *options], check=True)
    subprocess.run(["pdftoppm", "-png", "-singlefile", "-r", "46", pdf, png], check=True)
    return Image.open(png.with_suffix(".png")).convert("RGB")


def photograph(sample: str, language: str, theme: str, scene: str, name: str) -> None:
    """The window with a sample open, on a screen of its own. Raises CalledProcessError where a tool fails."""
    source, taken = ROOT / "resources" / "samples" / f"{sample}.cjm", PICTURES / f"{name}.png"
    script = ROOT / "docs" / "photograph_window.py"
    screen = ["xvfb-run", "--auto-servernum", "--server-args", "-screen 0 1600x1000x24 -dpi 96"]
    environ = {key: value for key, value in os.environ.items() if not key.startswith("QT_")}
    subprocess.run([*screen, sys.executable, script, source, language, theme, scene, taken], check=True, env=environ)


if __name__ == "__main__":
    main()
