"""What was done to a map that is not on the disk yet: the map as it was, and a line for each change since.

frames.py      a line that tells whether it is whole
entries.py     what stands in the lines: where the map is from, the map, changes, what a field could not take
writing.py     a journal that grows by one write(2) a change
syncing.py     the thread that has the disk keep it, once a second at most
replaying.py   the map as it was after the last whole line
pictures.py    the pictures of a map, beside the journals
holding.py     a lock of the system, which goes with the process
sittings.py    the folder of one open window, and which windows are gone
diary.py       the journal of one window over time
left.py        what windows left that are gone
"""

from model.storage.journal.diary import Diary
from model.storage.journal.entries import Head, read_path, written, written_path
from model.storage.journal.left import Disk, Found, Left, forget_left, left_behind
from model.storage.journal.replaying import Replayed, Typed, replay
from model.storage.journal.sittings import Sitting, abandoned

__all__ = [
    "Diary",
    "Disk",
    "Found",
    "Head",
    "Left",
    "Replayed",
    "Sitting",
    "Typed",
    "abandoned",
    "forget_left",
    "left_behind",
    "read_path",
    "replay",
    "written",
    "written_path",
]
