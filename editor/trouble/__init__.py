"""Faults of ours: they cost nobody a word, are written down without one, and are told once; the window stays."""
