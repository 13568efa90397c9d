"""The window. It comes with the next issue."""
