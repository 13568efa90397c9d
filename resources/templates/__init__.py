"""Templates: maps with stages, lanes and guiding questions, and no cards. Titles stand in i18n, room `templates`."""

from pathlib import Path

import resources
from resources.words import spoken

TEMPLATES = ("blank", "five-stages", "four-stages", "service-blueprint", "public-service")
"""In the order they are offered. `NAME.title` and `NAME.description` are their sentences."""


def place(template: str, language: str) -> Path:
    """The file of a template in the nearest language the program speaks. Raises KeyError for an unknown template."""
    if template not in TEMPLATES:
        raise KeyError(template)
    return resources.path("templates", f"{template}.{spoken(language)}.cjm")
