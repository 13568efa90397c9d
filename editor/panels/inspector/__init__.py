"""The inspector: forms that say, and change, everything about what is selected.

inspector   the panel; `form` shows one kind of record, `row` one of its fields
plans       the forms as tables: which member, which editor, which operation (`writing`), in which order
editor      what every editor of a member is; `typed` those of texts, `keys` the keys these share
texts measured choices steps feeling evidence portrait lists ways    the editors
figures     numbers and dates as people type them; `names` how records are called; `focus` the order of Tab
"""

from editor.panels.inspector.inspector import Inspector

__all__ = ["Inspector"]
