"""The map on the screen: painting it, pointing at it, dragging, writing and walking on it."""
