"""The tree of the map: its keyboard and screen-reader way in. `panel` is the whole of it."""
