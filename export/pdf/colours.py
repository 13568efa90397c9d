"""Colours as PDF operators want them, each made once."""


class Colours(dict[str, str]):
    """ "#RRGGBB" as three numbers from 0 to 1."""

    def __missing__(self, colour: str) -> str:
        """Raises ValueError for what is no colour."""
        if len(colour) != 7 or colour[0] != "#":
            raise ValueError(f"no colour: {colour!r}")
        parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
        self[colour] = written = " ".join(f"{part:.3f}".rstrip("0").rstrip(".") for part in parts)
        return written
