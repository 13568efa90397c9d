"""What to do first: opportunities by impact and feasibility, drawn and listed.

ranking.py    the opportunities in order, and what stands behind each
spreading.py  places for points, no two of which touch
matrix.py     the drawn matrix
sheets.py     the pages
"""

from model.handouts.priorities.sheets import priorities

__all__ = ["priorities"]
