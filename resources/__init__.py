"""What the program brings along: fonts, icons, words, templates, samples. Imports nothing of ours."""

from pathlib import Path

ROOT = Path(__file__).resolve().parent


def path(*parts: str) -> Path:
    """The place of a file among the resources."""
    return ROOT.joinpath(*parts)
