"""One page a stage: its part of the map large, what the stage comes to in words, and room to write.

details.py   what is said beside the drawing
points.py    lists with a sign before each point, and ruled lines
drawing.py   a part of the map in a rectangle
fitting.py   how large it can be there, and how it is parted where it cannot
settling.py  words in columns, sheet by sheet
spread.py    drawing and words on one sheet, or on as many as they need
read.py      how the drawing is read aloud
sheets.py    the pages
"""

from model.handouts.stages.sheets import stages

__all__ = ["stages"]
