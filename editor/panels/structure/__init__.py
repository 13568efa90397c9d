"""The tree of the map: its keyboard and screen-reader way in."""
