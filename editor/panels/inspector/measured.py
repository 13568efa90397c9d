"""Fields of numbers and dates, written as the language of the program writes them."""

from typing import Any

from PySide6.QtCore import QDate, QPoint, Qt
from PySide6.QtGui import QKeySequence, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QLineEdit, QWidget

from editor.appearance.colours import colours
from editor.appearance.icons import icon
from editor.panels.inspector.editor import SEVERAL
from editor.panels.inspector.figures import date_of, number_of
from editor.panels.inspector.texts import Line
from editor.panels.inspector.typed import say
from editor.session import Session
from editor.speech import LOCALES, language
from model.refusal import Refused


class Number(Line):
    """A number, or nothing. It is read in the language in which its typing began."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._tongue = language()

    def written(self, value: Any) -> str:
        return "" if value is None else say.number(value)

    def read(self, text: str) -> Any:
        return number_of(text, self._tongue)

    def touch(self) -> None:
        if not self._touched:
            self._tongue = language()
        super().touch()


class Whole(Number):
    """A whole number, or nothing."""

    def read(self, text: str) -> Any:
        number = super().read(text)
        if number is not None and not number.is_integer():
            raise Refused("not_whole")
        return None if number is None else int(number)


class Day(Line):
    """A date, typed in any usual form or chosen in a calendar."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._open = self.line.addAction(icon("calendar"), QLineEdit.ActionPosition.TrailingPosition)
        self._open.setShortcut(QKeySequence("Alt+Down"))
        self._open.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self._open.triggered.connect(self._show_calendar)

    def written(self, value: Any) -> str:
        return say.date(value)

    def read(self, text: str) -> Any:
        return date_of(text)

    def retranslate(self) -> None:
        super().retranslate()
        self._open.setText(say("calendar"))
        self._open.setToolTip(say("calendar"))

    def _show_calendar(self) -> None:
        known = QDate() if self.value is SEVERAL else QDate.fromString(self.value, Qt.DateFormat.ISODate)
        calendar = _Calendar(known if known.isValid() else QDate.currentDate(), self)
        calendar.clicked.connect(self._choose)
        calendar.activated.connect(self._choose)
        calendar.move(self._below(calendar))
        calendar.show()

    def _below(self, calendar: QWidget) -> QPoint:
        """Where the calendar stands: below the field, right edges in line, within the screen."""
        size, screen = calendar.sizeHint(), self.screen().availableGeometry()
        corner = self.line.mapToGlobal(self.line.rect().bottomRight())
        left, top = corner.x() - size.width(), corner.y() + 2
        return QPoint(max(screen.left(), left), max(screen.top(), min(top, screen.bottom() - size.height())))

    def _choose(self, day: QDate) -> None:
        self.put(day.toString(Qt.DateFormat.ISODate))
        self.commit()
        self.line.setFocus()


class _Calendar(QCalendarWidget):
    """A month to choose a day in; it closes once one is chosen."""

    def __init__(self, day: QDate, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowFlags(Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setLocale(LOCALES[language()])
        self.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.setSelectedDate(day)
        # Qt's red is dark on dark.
        weekend = QTextCharFormat()
        weekend.setForeground(colours().critical)
        for name in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self.setWeekdayTextFormat(name, weekend)
        self.clicked.connect(self.close)
        self.activated.connect(self.close)
