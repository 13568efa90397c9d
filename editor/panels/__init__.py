"""The panels around the canvas: what is selected, how the map is built, what could be asked about it."""
