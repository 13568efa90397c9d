"""Makes the pictures of the README and the guide with the program itself: `python docs/make_pictures.py`.

Needs pdftoppm (poppler-utils), and for the window Xvfb with xauth.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PICTURES = ROOT / "docs" / "pictures"
WIDTH = 1600  # pixels: twice what a README shows
LANGUAGES, THEMES = ("id", "en"), ("light", "dark")
DATE = "2026-11-12"  # the same picture whenever it is made


def main() -> None:
    """One picture a sample that the documents show, and the window in both languages and themes."""
    PICTURES.mkdir(exist_ok=True)
    picture("clinic", "--paper", "A3")
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


def photograph(sample: str, language: str, theme: str, scene: str, name: str) -> None:
    """The window with a sample open, on a screen of its own. Raises CalledProcessError where a tool fails."""
    source, taken = ROOT / "resources" / "samples" / f"{sample}.cjm", PICTURES / f"{name}.png"
    script = ROOT / "docs" / "photograph_window.py"
    screen = ["xvfb-run", "--auto-servernum", "--server-args", "-screen 0 1600x1000x24 -dpi 96"]
    environ = {key: value for key, value in os.environ.items() if not key.startswith("QT_")}
    subprocess.run([*screen, sys.executable, script, source, language, theme, scene, taken], check=True, env=environ)


if __name__ == "__main__":
    main()
