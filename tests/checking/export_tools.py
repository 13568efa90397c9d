"""Programs that read PDF files, written by other people; tests that need one skip where it is missing."""

import io
import shutil
import subprocess
import tempfile
from pathlib import Path
from xml.etree import ElementTree

import msgspec
import pytest
from PIL import Image

_XHTML = "{http://www.w3.org/1999/xhtml}"

MARKS = dict.fromkeys(map(ord, "\u200e\u200f\u202a\u202b\u202c"))
"""To take out of a text what pdftotext puts around words that are read to the left."""


class Word(msgspec.Struct, frozen=True):
    """A word as pdftotext finds it, in points from the top left corner of its page."""

    text: str
    left: float
    right: float
    bottom: float


def run(tool: str, pdf: bytes, *options: str) -> bytes:
    """What a tool says of a file; options may name the file `{}`, else it comes last."""
    if shutil.which(tool) is None:
        pytest.skip(f"{tool} is not installed (Debian: poppler-utils, qpdf)")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "file.pdf")
        path.write_bytes(pdf)
        arguments = [option.replace("{}", str(path)) for option in options]
        command = [tool, *arguments] if "{}" in "".join(options) else [tool, *arguments, str(path)]
        done = subprocess.run(command, capture_output=True, timeout=60, check=False)
    assert done.returncode == 0, (done.stdout + done.stderr).decode(errors="replace")
    assert not done.stderr, done.stderr.decode(errors="replace")
    return done.stdout


def text_of(pdf: bytes) -> str:
    """All a reader can search and copy, in painting order: going by places, pdftotext takes "a b c" for one word."""
    lines = run("pdftotext", pdf, "-raw", "{}", "-").decode().replace("\f", "\n").splitlines()
    return "\n".join(line.strip() for line in lines if line.strip())


def words_of(pdf: bytes, page: int = 0) -> list[Word]:
    """The words of a page with their places, by line and from left to right."""
    tree = ElementTree.fromstring(run("pdftotext", pdf, "-bbox-layout", "{}", "-"))
    found = [
        Word(word.text or "", *(float(word.attrib[name]) for name in ("xMin", "xMax", "yMax")))
        for word in list(tree.iter(f"{_XHTML}page"))[page].iter(f"{_XHTML}word")
    ]
    return sorted(found, key=lambda word: (round(word.bottom), word.left))


def rendered(pdf: bytes, page: int = 1, scale: int = 2) -> Image.Image:
    """A page as pixels, `scale` to the point."""
    options = ("-png", "-r", str(72 * scale), "-f", str(page), "-l", str(page), "{}")
    return Image.open(io.BytesIO(run("pdftoppm", pdf, *options))).convert("RGB")


def colour_at(image: Image.Image, x: float, y: float, scale: int = 2) -> str:
    """The colour of a point (in points) as "#RRGGBB"."""
    pixel = image.getpixel((round(x * scale), round(y * scale)))
    assert isinstance(pixel, tuple)
    return "#{:02X}{:02X}{:02X}".format(*(int(part) for part in pixel))


def near(one: str, other: str, slack: int = 3) -> bool:
    """Whether two colours differ by no more than rounding and JPEG do."""
    return all(abs(int(one[at : at + 2], 16) - int(other[at : at + 2], 16)) <= slack for at in (1, 3, 5))
