"""Numbers as PDF and SVG want them: short, without exponents, each made once."""

import math


class Numbers(dict[float, str]):
    """Numbers as text, rounded: with two decimals 8.50 is "8.5" and -0.001 is "0".

    Filled as it is asked: on a page the same few thousand numbers come again and again.
    """

    def __init__(self, decimals: int) -> None:
        """Two decimals of a point are 3.5 micrometres."""
        super().__init__()
        self._pattern = f".{decimals}f"

    def __missing__(self, value: float) -> str:
        """Raises ValueError for what is no number."""
        if not math.isfinite(value):
            raise ValueError(f"no number to draw with: {value}")
        written = format(value, self._pattern).rstrip("0").rstrip(".")
        self[value] = short = "0" if written in ("-0", "") else written
        return short
