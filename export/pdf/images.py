"""Pictures inside a PDF, each content once: JPEGs as they are, PNGs as pixels with a mask for what shines through."""

from typing import Any

from export import pictures
from export.pdf.file import File
from export.pdf.objects import Name, Reference
from model.layout.shapes import Picture
from model.pictures import Header


class Images:
    """The pictures of one file by content."""

    def __init__(self, file: File) -> None:
        self._file = file
        self._names: dict[bytes, str | None] = {}

    def name(self, picture: Picture) -> str | None:
        """What pages call a picture; None for one that cannot be read."""
        if picture.data not in self._names:
            self._names[picture.data] = self._put(picture.data)
        return self._names[picture.data]

    def _put(self, data: bytes) -> str | None:
        name = f"P{len(self._names) + 1}"
        try:
            header = pictures.check(data)
            made = self._jpeg(data, header) if header.type == "image/jpeg" else self._png(pictures.pixels(data))
        except pictures.Unreadable:
            return None
        self._file.picture(name, made)
        return name

    def _jpeg(self, data: bytes, header: Header) -> Reference:
        entries = _entries(header.width, header.height, header.channels == 1)
        return self._file.stream(data, entries | {"Filter": Name("DCTDecode")})

    def _png(self, decoded: pictures.Pixels) -> Reference:
        entries = _entries(decoded.width, decoded.height, decoded.gray)
        if decoded.opacity is not None:
            mask = _entries(decoded.width, decoded.height, gray=True)
            entries["SMask"] = self._file.stream(decoded.opacity, mask)
        return self._file.stream(decoded.samples, entries)


def _entries(width: int, height: int, gray: bool) -> dict[str, Any]:
    return {
        "Type": Name("XObject"),
        "Subtype": Name("Image"),
        "Width": width,
        "Height": height,
        "ColorSpace": Name("DeviceGray" if gray else "DeviceRGB"),
        "BitsPerComponent": 8,
        "Interpolate": "true",
    }
