"""From points on the desk to pixels in the window, and back."""

import msgspec

from model.layout.frame import Rect

SMALLEST, LARGEST = 0.05, 8.0  # pixels a point
NATURAL = 96 / 72  # at 100 %: as large as on paper, on a screen of 96 dots an inch


class Camera(msgspec.Struct, frozen=True):
    """`zoom` is pixels a point; (x, y) is where the desk's corner shows, in whole pixels, so that text stays crisp."""

    zoom: float
    x: int
    y: int

    def to_desk(self, x: float, y: float) -> tuple[float, float]:
        """A pixel's place on the desk."""
        return (x - self.x) / self.zoom, (y - self.y) / self.zoom

    def to_view(self, x: float, y: float) -> tuple[float, float]:
        """Where a point of the desk shows."""
        return x * self.zoom + self.x, y * self.zoom + self.y

    def rect_to_desk(self, rect: Rect) -> Rect:
        """A rectangle of pixels on the desk."""
        x, y = self.to_desk(rect.x, rect.y)
        return Rect(x, y, rect.width / self.zoom, rect.height / self.zoom)

    def rect_to_view(self, rect: Rect) -> Rect:
        """Where a rectangle of the desk shows."""
        x, y = self.to_view(rect.x, rect.y)
        return Rect(x, y, rect.width * self.zoom, rect.height * self.zoom)


def clamped(zoom: float) -> float:
    """The nearest zoom there is."""
    return min(max(zoom, SMALLEST), LARGEST)
