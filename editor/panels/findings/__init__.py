"""What the map could be asked about, as a list to work through. `panel` is the whole of it."""
