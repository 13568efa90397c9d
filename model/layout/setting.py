"""What a page is set in: the lengths, the one size of card text, how long a card may grow, whose words."""

import msgspec

from model.layout.look import LOOK, Look
from model.layout.style import Metrics
from resources.words import Words


class Setting(msgspec.Struct, frozen=True, eq=False):
    """`size` is the card text's in points; `limit` the most lines a card shows, 0 for as many as it has."""

    metrics: Metrics
    size: float
    limit: int
    words: Words
    look: Look = LOOK
