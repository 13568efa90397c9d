"""Where everything of a layout stands on its pages: what the pointer hits, where a drop goes, where a key leads."""

from model.layout.places.places import Places
from model.layout.places.spot import Cell, Drop, Kind, Spot

__all__ = ["Cell", "Drop", "Kind", "Places", "Spot"]
