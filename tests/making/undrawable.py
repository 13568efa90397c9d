"""A map that cannot be drawn, for as long as somebody wishes."""

from collections.abc import Iterable

from model.document import Document
from model.records import Card, Id, Record


class Undrawable(Document):
    """A map whose cells cannot be looked into as often as `failures` says."""

    def __init__(self, records: Iterable[Record]) -> None:
        self.failures = 0
        super().__init__(records)

    def cards_in(self, lane: Id, step: Id) -> tuple[Card, ...]:
        if self.failures:
            self.failures -= 1
            raise LookupError("no cell")
        return super().cards_in(lane, step)
