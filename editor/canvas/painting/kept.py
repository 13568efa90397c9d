"""What was made of a value, kept by the value's identity: shapes that outlive a change are not made ready again."""

from collections import OrderedDict
from collections.abc import Callable
from typing import Generic, TypeVar

Source = TypeVar("Source")
Made = TypeVar("Made")


class Kept(Generic[Source, Made]):
    """The last `most` things asked for. Each holds on to what it was made of, so that an identity is never reused."""

    def __init__(self, make: Callable[[Source], Made], most: int) -> None:
        self._make = make
        self._most = most
        self._made: OrderedDict[int, tuple[Source, Made]] = OrderedDict()

    def __call__(self, source: Source) -> Made:
        key = id(source)
        known = self._made.get(key)
        if known is not None:
            self._made.move_to_end(key)
            return known[1]
        made = self._make(source)
        self._made[key] = source, made
        if len(self._made) > self._most:
            self._made.popitem(last=False)
        return made

    def __len__(self) -> int:
        return len(self._made)
