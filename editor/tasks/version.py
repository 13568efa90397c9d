"""Which version of the program this is: it stands in pyproject.toml and nowhere else."""

import tomllib

import resources


def version() -> str:
    """Such as 0.1.0."""
    text = resources.ROOT.with_name("pyproject.toml").read_text("utf-8")
    return str(tomllib.loads(text)["project"]["version"])
