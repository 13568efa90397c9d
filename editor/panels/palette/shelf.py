"""The list of things, and the drag out of it: the palette's own, so that Escape and the keys are heard all the way."""

from PySide6.QtCore import QEvent, QItemSelectionModel, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QFrame, QListWidget, QListWidgetItem, QWidget

from editor.appearance.colours import colours
from editor.canvas.gestures.making import Thing, thing_name
from editor.panels.palette.contents import GROUPS, spoken, tip
from editor.panels.palette.swatches import HIGH, WIDE, swatch
from editor.plain import tooltip
from editor.speech import Speech

_say = Speech("palette")

_ROW = 24  # pixels
_HEADING = 26
_SMALLER = 1.0  # points than the window's letters, so that the longest name has room
_THING, _GROUP = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
_PUTS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class Shelf(QListWidget):
    """`asked`: put this thing where it belongs. `taken`, `carried`, `let_go`, `given_up`: a drag, its points global."""

    asked = Signal(object)
    taken = Signal(object)
    carried = Signal(QPointF, object)
    let_go = Signal(QPointF, object)
    given_up = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pressed: QPointF | None = None
        self._dragging = False
        self._point = QPointF()
        font = self.font()
        font.setPointSizeF(font.pointSizeF() - _SMALLER)
        self.setFont(font)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setIconSize(QSize(WIDE, HIGH))
        self.setViewportMargins(4, 0, 0, 0)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(self.ScrollMode.ScrollPerPixel)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        for group, things in GROUPS.items():
            self._head(group)
            for thing in things:
                self._lay(thing)
        self.setCurrentRow(1, QItemSelectionModel.SelectionFlag.NoUpdate)

    def _head(self, group: str) -> None:
        item = QListWidgetItem(self)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        item.setData(_GROUP, group)
        item.setSizeHint(QSize(0, _HEADING))
        item.setTextAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom)
        font = self.font()
        font.setBold(True)
        item.setFont(font)

    def _lay(self, thing: Thing) -> None:
        item = QListWidgetItem(self)
        item.setData(_THING, thing)
        item.setIcon(swatch(thing))
        item.setSizeHint(QSize(0, _ROW))

    def retranslate(self) -> None:
        """Say everything in the language of the program."""
        self.setAccessibleName(_say("name"))
        self.setAccessibleDescription(_say("description"))
        for item in map(self.item, range(self.count())):
            thing = item.data(_THING)
            if thing is None:
                item.setText(_say(f"group.{item.data(_GROUP)}"))
            else:
                item.setText(thing_name(thing))
                item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken(thing))
                item.setToolTip(tooltip(tip(thing)))

    def recolour(self) -> None:
        """Give the headings the colour of lesser words in the theme that shows."""
        for item in map(self.item, range(self.count())):
            if item.data(_THING) is None:
                item.setForeground(colours().muted)

    def thing(self) -> Thing | None:
        """The current one."""
        item = self.currentItem()
        thing: Thing | None = item.data(_THING) if item is not None else None
        return thing

    def row_of(self, thing: Thing) -> int:
        """Where a thing stands. Raises StopIteration for one that is not here."""
        return next(row for row in range(self.count()) if self.item(row).data(_THING) == thing)

    # Pointer

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._dragging:
            self._give_up()
            return
        super().mousePressEvent(event)
        item = self.itemAt(event.position().toPoint())
        on_thing = item is not None and item.data(_THING) is not None
        left = event.button() is Qt.MouseButton.LeftButton
        self._pressed = event.position() if on_thing and left else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._point = event.globalPosition()
        if self._dragging:
            self.carried.emit(self._point, event.modifiers())
        elif self._pressed is not None and self._is_far(event.position()):
            self._take()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pressed = None
        if self._dragging and event.button() is Qt.MouseButton.LeftButton:
            self._end()
            self.let_go.emit(event.globalPosition(), event.modifiers())
        else:
            super().mouseReleaseEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        item = self.itemAt(event.position().toPoint())
        if item is not None and item.data(_THING) is not None:
            self.asked.emit(item.data(_THING))

    def _is_far(self, point: QPointF) -> bool:
        assert self._pressed is not None
        return (point - self._pressed).manhattanLength() >= QApplication.startDragDistance()

    def _take(self) -> None:
        """Until it is let go all keys come here: pressing has brought the focus, losing it gives up."""
        self._dragging, self._pressed = True, None
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        self.taken.emit(self.thing())
        self.carried.emit(self._point, QApplication.keyboardModifiers())

    def _end(self) -> None:
        self._dragging = False
        self.viewport().unsetCursor()

    def _give_up(self) -> None:
        if self._dragging:
            self._end()
            self.given_up.emit()

    # Keys

    def event(self, event: QEvent) -> bool:
        # A shortcut in mid-drag would change the map under it.
        if self._dragging and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._dragging:
            self._key_in_drag(event)
        elif event.key() in _PUTS and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.asked.emit(self.thing())
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if self._dragging:
            self.carried.emit(self._point, event.modifiers())
        else:
            super().keyReleaseEvent(event)

    def _key_in_drag(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._give_up()
        else:
            self.carried.emit(self._point, QApplication.keyboardModifiers() | event.modifiers())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.currentItem() is not None:
            self.currentItem().setSelected(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        # A row that stays marked would look like a tool that is switched on.
        super().focusOutEvent(event)
        self.clearSelection()
        self._give_up()

    def hideEvent(self, event: QHideEvent) -> None:
        self._give_up()
        super().hideEvent(event)
