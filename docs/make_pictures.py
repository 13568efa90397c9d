"""Makes the pictures of the README and the guide with the program itself: `python docs/make_pictures.py`.

Needs pdftoppm (poppler-utils).
"""

import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PICTURES = ROOT / "docs" / "pictures"
WIDTH = 1600  # pixels: twice what a README shows
DATE = "2026-11-12"  # the same picture whenever it is made


def main() -> None:
    """One picture a sample that the documents show."""
    PICTURES.mkdir(exist_ok=True)
    picture("clinic", "--paper", "A3")


def picture(sample: str, *options: str) -> None:
    """The first sheet of a sample as a PNG named like it. Raises CalledProcessError where a tool fails."""
    with tempfile.TemporaryDirectory() as folder:
        pdf = Path(folder, "map.pdf")
        source = ROOT / "resources" / "samples" / f"{sample}.cjm"
        export: list[str | Path] = [sys.executable, ROOT / "main.py", "export", source, "-o", pdf, "--date", DATE]
        subprocess.run([*export, *options], check=True)
        size = ["-scale-to-x", str(WIDTH), "-scale-to-y", "-1"]
        subprocess.run(["pdftoppm", "-png", "-singlefile", *size, pdf, PICTURES / sample], check=True)


if __name__ == "__main__":
    main()
