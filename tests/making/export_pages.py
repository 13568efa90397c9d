"""Pages to try exporters on: cards as the layout makes them, and text in words."""

import datetime
import io
import random
from collections.abc import Sequence

from PIL import Image

from export.info import Info
from model.layout.shapes import Box, Group, Page, Shape, Text
from model.layout.text.glyphs import Glyphs
from model.layout.text.shaping import shape, width

A0 = (2383.94, 3370.39)
INFO = Info(title="Berobat jalan di Puskesmas", date=datetime.date(2026, 11, 12), author="Dewi A.", language="id")
_SENTENCES = (
    "Mencari jadwal dokter anak di grup warga lalu menyerahkan kartu BPJS kepada petugas loket yang memeriksa "
    "kepesertaan Perawat memanggil nomor antrean lewat pengeras suara Ditimbang dan diukur suhunya Menunggu obat racik "
    "Apoteker menjelaskan aturan pakai, survei kepuasan: pulang naik ojek “Masih lama, Bu?” (vendor) 2–3× ICD-10 "
    "rekam medis kertas dicari di rak Farmasi meracik puyer memeriksa stok Dokter mengisi kode"
)
_VOCABULARY = _SENTENCES.split()


def words(text: str, style: str = "card") -> tuple[Glyphs, ...]:
    """Text shaped the way the layout does it: word by word, the spaces between as runs of their own."""
    parts = [part for word in text.split(" ") for part in (" ", word)][1:]
    return tuple(run for part in parts if part for run in shape(part, style))


def line(
    text: str, x: float = 20.0, y: float = 40.0, size: float = 8.5, style: str = "card", tracking: float = 0.0
) -> Text:
    """A line of dark text."""
    return Text(x, y, size, "#1B2330", words(text, style), tracking)


def card(number: int, x: float, y: float, lines: Sequence[str]) -> Group:
    """A framed card with a bar at its left and some lines, 96 by 44 points."""
    colour = ("#0067A3", "#00735C", "#6B3F7A")[number % 3]
    frame: list[Shape] = [
        Box(0, 0, 96, 44, fill="#FFFFFF", stroke=colour, radius=4),
        Box(0.45, 0.45, 2.6, 43.1, fill=colour),
    ]
    texts = (line(text, 8, 12.5 + at * 10.7) for at, text in enumerate(lines))
    return Group(x, y, (*frame, *texts), record=f"c_{number:08d}")


def card_page(count: int, size: tuple[float, float] = A0, seed: int = 1) -> Page:
    """`count` cards of three lines in as many columns as fit."""
    chance = random.Random(seed)
    columns = int((size[0] - 40) // 104)
    cards = (
        card(at, 20 + at % columns * 104.0, 20 + at // columns * 51.3, [_sentence(chance) for _ in range(3)])
        for at in range(count)
    )
    return Page(*size, shapes=tuple(cards), title="Kartu")


def _sentence(chance: random.Random) -> str:
    """Words that fill most of a card's width."""
    chosen: list[str] = []
    while width(" ".join([*chosen, "antrean"]), "card") * 8.5 < 84:
        chosen.append(chance.choice(_VOCABULARY))
    return " ".join(chosen)


def page(*shapes: Shape, title: str = "", width: float = 400, height: float = 300) -> Page:
    """A page of 400 by 300 points with these shapes."""
    return Page(width, height, shapes, title)


def as_png(image: Image.Image) -> bytes:
    """A picture as the bytes of a PNG."""
    return _saved(image, "PNG")


def as_jpeg(image: Image.Image) -> bytes:
    """A picture as the bytes of a JPEG."""
    return _saved(image, "JPEG")


def _saved(image: Image.Image, kind: str) -> bytes:
    place = io.BytesIO()
    image.save(place, kind)
    return place.getvalue()
