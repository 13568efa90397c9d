"""The versions of a map in a list: each with its time and what it was kept for, under its day."""

import datetime
from collections.abc import Sequence
from itertools import groupby

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from editor.speech import Speech
from model.storage.kept import Version

say = Speech("history")

_VERSION = Qt.ItemDataRole.UserRole


class VersionList(QListWidget):
    """`versions`: at least one, the latest first. One of them is always chosen, at first the latest."""

    def __init__(self, versions: Sequence[Version], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._versions = versions
        self.retranslate()
        self.setCurrentRow(1)  # behind the heading of its day

    @property
    def version(self) -> Version:
        """The one that is chosen."""
        chosen: Version = self.currentItem().data(_VERSION)
        return chosen

    def retranslate(self) -> None:
        """Fill it anew, with the same one chosen."""
        self.setAccessibleName(say("title"))
        row = self.currentRow()
        self.blockSignals(True)
        self.clear()
        for day, group in groupby(self._versions, lambda each: each.when.astimezone().date()):
            self.addItem(self._heading(day))
            for version in group:
                self.addItem(_item(version))
        self.setCurrentRow(row)
        self.blockSignals(False)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.PaletteChange):
            self.retranslate()

    def _heading(self, day: datetime.date) -> QListWidgetItem:
        """Bold and as dark as what stands under it, though nobody can choose it."""
        heading = QListWidgetItem(_day(day))
        heading.setFlags(Qt.ItemFlag.NoItemFlags)
        heading.setForeground(self.palette().brush(QPalette.ColorGroup.Active, QPalette.ColorRole.Text))
        font = QFont(self.font())
        font.setBold(True)
        heading.setFont(font)
        return heading


def moment(when: datetime.datetime) -> str:
    """A day and a time of that day, where this computer is."""
    here = when.astimezone()
    return say("moment", date=say.date(here.date().isoformat()), time=_clock(here))


def _clock(here: datetime.datetime) -> str:
    return say("clock", hour=f"{here.hour:02}", minute=f"{here.minute:02}")


def _day(day: datetime.date) -> str:
    date = say.date(day.isoformat())
    ago = (datetime.date.today() - day).days
    return say("today", date=date) if ago == 0 else say("yesterday", date=date) if ago == 1 else date


def _item(version: Version) -> QListWidgetItem:
    words = say("row", time=_clock(version.when.astimezone()), why=say(f"why.{version.why}"))
    item = QListWidgetItem(words)
    item.setData(_VERSION, version)
    return item
