"""How an operation says no: a code for the caller to put into words, and what it is about."""

from typing import Any


class Refused(Exception):
    """The operation would break the map, or means nothing here; nothing has happened.

    `code` names the sentence in resources/i18n, `details` fill its blanks.
    """

    def __init__(self, code: str, **details: Any) -> None:
        super().__init__(code, details)
        self.code = code
        self.details = details
