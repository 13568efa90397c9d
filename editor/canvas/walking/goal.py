"""Where a key leads to, and where it leads from."""

import msgspec

from model.layout.places import Cell
from model.records import Id


class Goal(msgspec.Struct, frozen=True):
    """A record, in its cell if it stands in one; or a cell alone. `column`: the one to go on in, where it says one."""

    cell: Cell | None = None
    key: Id | None = None
    column: int | None = None

    @property
    def ids(self) -> tuple[Id, Id] | None:
        """Lane and step of the cell."""
        return (self.cell.lane, self.cell.step) if self.cell is not None and self.cell.step is not None else None
