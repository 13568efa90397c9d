"""Cards to cut out: everything the map says, a slip of paper each.

slips.py     which slips there are, in the order of the lanes
printed.py   a slip drawn, its text as large as it has room for
cutting.py   slips side by side on a sheet, and the lines to cut along
sheets.py    the pages
"""

from model.handouts.cards.sheets import cards

__all__ = ["cards"]
