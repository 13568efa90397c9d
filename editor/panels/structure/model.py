"""The tree as Qt asks for it. Words and icons are made for the rows that are looked at, and for no others."""

from collections.abc import Sequence
from typing import Any, Literal

from PySide6.QtCore import QObject, Qt

from editor import plain
from editor.appearance.icons import icon
from editor.panels.rows import Index, Rows
from editor.panels.structure import outline
from editor.panels.structure.hits import found, in_tree_order
from editor.panels.structure.names import icon_name, name, spoken
from editor.panels.structure.outline import Group, Key
from editor.session import Session
from model.change import Change
from model.operations.lanes import edit_lane
from model.records import Id, Lane, Record

Turned = Literal["hidden", "folded"]

_Role = Qt.ItemDataRole
_PLAIN = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_STEPS = {
    ("hidden", True): "hide_lane", ("hidden", False): "show_lane",
    ("folded", True): "fold_lane", ("folded", False): "unfold_lane",
}  # fmt: skip
_CHECKED = {False: Qt.CheckState.Checked, True: Qt.CheckState.Unchecked}


class StructureModel(Rows[Key]):
    """The open map of a session. With words to look for, only what has them and what that stands below."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(Group.ROOT, parent)
        self._session = session
        self._wanted = ""
        self._kept: frozenset[Key] | None = None
        self.found: frozenset[Id] = frozenset()
        self._hits: tuple[Id, ...] | None = None

    def keys_below(self, key: Key) -> Sequence[Key]:
        keys = outline.below(self._session.document, key)
        return keys if self._kept is None else [each for each in keys if each in self._kept]

    def has_below(self, key: Key) -> bool:
        return outline.has_below(self._session.document, key) if self._kept is None else bool(self.keys_below(key))

    def find(self, key: Key) -> Index:
        """Where a key stands, the tree read as far down as it takes; an invalid index for what is not in it."""
        for each in (Group.ROOT, *outline.way_to(self._session.document, key)[:-1]):
            self.look_below(each)
        return self.index_of(key)

    def record(self, index: Index) -> Record | None:
        """The record a row stands for; None for a group and for a cell."""
        key = self.key_at(index)
        return self._session.document.records.get(key) if isinstance(key, str) else None

    # Following

    def follow_change(self, change: Change) -> None:
        """Show the map as it is after a change."""
        document = self._session.document
        if self._kept is None:
            self.follow(outline.touched(document, change))
        else:
            self._look()
            self.follow_all()
        self.show_again((*change.afters, *Group))

    def look_for(self, wanted: str) -> None:
        """Show only what has these words, and what it stands below; without words everything."""
        self._wanted = wanted.strip()
        self._look()
        self.start_over()

    @property
    def hits(self) -> tuple[Id, ...]:
        """What was found, as one meets it walking down the tree: put in order when somebody walks."""
        if self._hits is None:
            self._hits = tuple(in_tree_order(self._session.document, self.found))
        return self._hits

    def _look(self) -> None:
        document = self._session.document
        self.found, self._hits = frozenset(found(document, self._wanted)), None
        ways = (outline.way_to(document, key) for key in self.found)
        self._kept = frozenset(key for way in ways for key in way) if self._wanted else None

    # What Qt asks

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        key, document = self.key_at(index), self._session.document
        if key is None or not outline.is_there(document, key):
            return None
        match role:
            case _Role.DisplayRole:
                return name(document, key)
            case _Role.ToolTipRole:
                return plain.tooltip(name(document, key))
            case _Role.DecorationRole:
                return icon(icon_name(document, key))
            case _Role.AccessibleTextRole:
                return spoken(document, key)
            case _Role.CheckStateRole if (lane := self.lane_at(index)) is not None:
                return _CHECKED[lane.hidden]
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return _PLAIN | Qt.ItemFlag.ItemIsUserCheckable if self.lane_at(index) is not None else _PLAIN

    def setData(self, index: Index, value: Any, role: int = _Role.EditRole) -> bool:  # noqa: ARG002 Qt's signature
        lane = self.lane_at(index)
        if role != _Role.CheckStateRole or lane is None:
            return False
        self.turn(lane, "hidden")
        return True

    # Lanes

    def lane_at(self, index: Index) -> Lane | None:
        """The lane a row stands for."""
        record = self.record(index)
        return record if isinstance(record, Lane) else None

    def turn(self, lane: Lane, member: Turned) -> None:
        """Hide a lane or show it, fold it or unfold it: whichever it is not."""
        turned = not getattr(lane, member)
        self._session.do(_STEPS[member, turned], edit_lane, lane.id, **{member: turned})
