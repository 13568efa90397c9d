"""Keeping what was done to the open map, whatever happens to the program: journal, versions, recovery."""
