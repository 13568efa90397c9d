"""What a window says, word for word, and whether the tables of a language have it.

The map for this is `tests.making.reworded.wordless`: no letter in its words, so that all letters are the program's.
"""

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QFileDialog,
    QGroupBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTabBar,
    QTreeView,
    QWidget,
)

import resources

_BLANK = re.compile(r"\\\{[^{}]*\\\}|%L?\d+|%n|%p")
_MNEMONIC = re.compile(r"&(?=[^&\s])")
_KEYS = re.compile(r" \(([^()]*)\)$")
_FILE = re.compile(r"¤[\w.-]*|\*\.\w+|\bmm\b")  # names of files, and what Indonesian and English write alike
_NAMES = frozenset({"Jejak", "A4", "A3", "A2", "A1", "A0", "Letter", "Legal", "Tabloid", "PDF", "SVG", "OK"})
_ROLES = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)
SOURCES = [
    tuple(line.replace("\\n", "\n").split("|", 1))
    for line in (Path(__file__).parents[1] / "editor" / "qt_sources.txt").read_text(encoding="utf-8").splitlines()
]


# Who says it


class Table:
    """All the program and Qt can say in a language. What stands in a blank has to be said in it as well."""

    def __init__(self, language: str) -> None:
        files = sorted(resources.path("i18n").glob(f"*.{language}.json"))
        said = {each for file in files if not file.name.startswith("qt.") for each in _sentences(file).values()}
        said |= _of_qt(language)
        self._whole = {bare(each) for each in said}
        self._starts = tuple(each for each in said if each.endswith(" "))
        shaped = sorted((_BLANK.sub("(.+?)", re.escape(each)) for each in self._whole), key=len, reverse=True)
        # A shape without a word of its own fits whatever there is.
        self._shapes = [re.compile(each, re.DOTALL) for each in shaped if "(" in each and _has_words(each)]

    def says(self, text: str) -> bool:
        """Whether it is said in this language, as a whole or line by line; numbers and signs are in any."""
        text = bare(text)
        if _is_neutral(text) or text in self._whole:
            return True
        return self._fits(text) or self._with_keys(text) or self._in_parts(text) or self._broken(text)

    def _broken(self, text: str) -> bool:
        """A tooltip is broken into lines, as Qt does not do it."""
        return "\n" in text and self.says(text.replace("\n", " "))

    def _fits(self, text: str) -> bool:
        if any(text.startswith(start) and self.says(text.removeprefix(start)) for start in self._starts):
            return True
        matches = (shape.fullmatch(text) for shape in self._shapes)
        return any(match is not None and all(map(self.says, match.groups())) for match in matches)

    def _with_keys(self, text: str) -> bool:
        keys = _KEYS.search(text)
        return keys is not None and _is_key(keys[1]) and self.says(text[: keys.start()])

    def _in_parts(self, text: str) -> bool:
        for between in ("\n", " [", " (", "  ·  ", " · ", " – ", ", ", "; ", ": "):
            parts = text.split(between)
            if len(parts) > 1 and between == " [":
                return self.says(parts[0])  # the field's English term
            if len(parts) > 1 and all(self.says(part.rstrip("])")) for part in parts):
                return True
        return False


@cache
def table(language: str) -> Table:
    return Table(language)


def _sentences(file: Path) -> dict[str, str]:
    found: dict[str, str] = json.loads(file.read_text(encoding="utf-8"))
    return found


def _of_qt(language: str) -> set[str]:
    if language == "en":
        return {source for _, source in SOURCES}
    return set(_sentences(resources.path("i18n", f"qt.{language}.json")).values())


def bare(text: str) -> str:
    """As one reads it: no mnemonic, no ellipsis or colon at the end, no line broken for the width."""
    text = _MNEMONIC.sub("", text.partition("\t")[0]).replace("&&", "&")
    return text.strip().removesuffix("…").removesuffix("...").removesuffix(":").strip()


def _has_words(shape: str) -> bool:
    return bool(re.search(r"[^\W\d_]", shape.replace("(.+?)", "")))


def _is_neutral(text: str) -> bool:
    return text in _NAMES or text.startswith("/") or _is_key(text) or not re.search(r"[^\W\d_]", _FILE.sub("", text))


def _is_key(text: str) -> bool:
    native = QKeySequence.SequenceFormat.NativeText
    return bool(text) and QKeySequence(text, native).toString(native) == text


# What is said


def spoken_by(widget: QWidget, *, seen: bool = False) -> Iterator[tuple[str, str]]:
    """Whatever a widget and all in it can say, each behind who says it; or only what is `seen` at the moment.

    What stands in a text field is the user's.
    """
    for part in (widget, *widget.findChildren(QObject)):
        if seen and not _is_seen(part):
            continue
        for text in _said(part):
            if text:
                yield f"{type(part).__name__} {part.objectName()}".strip(), text


def _is_seen(part: QObject) -> bool:
    """An action is seen with what it belongs to."""
    shown = part if isinstance(part, QWidget) else QObject.parent(part)
    return not isinstance(shown, QWidget) or isinstance(shown, QMenu) or shown.isVisible()


def _said(part: QObject) -> Iterator[str]:
    if isinstance(part, QAction):
        yield from (part.text(), part.toolTip(), part.statusTip(), part.whatsThis())
    if isinstance(part, QMenu | QGroupBox):
        yield part.title()
    if isinstance(part, QWidget):
        yield from _of_widget(part)
    if isinstance(part, QAbstractButton | QLabel) and not _is_cut(part):
        yield part.text()
    if isinstance(part, QLineEdit | QPlainTextEdit):
        yield part.placeholderText()
    if isinstance(part, QPlainTextEdit) and part.isReadOnly():
        yield part.toPlainText()
    if isinstance(part, QComboBox):
        yield from map(part.itemText, range(part.count()))
    if isinstance(part, QTabBar):
        for at in range(part.count()):
            yield from (part.tabText(at), part.tabToolTip(at))
    if isinstance(part, QAbstractItemView) and part.model() is not None:
        yield from _of_model(part)


def _is_cut(part: QAbstractButton | QLabel) -> bool:
    """Whether it ends in an ellipsis for want of room; the screen reader has it in full."""
    return part.text().endswith("…") and part.accessibleName().startswith(part.text()[:-1])


def _of_widget(widget: QWidget) -> Iterator[str]:
    yield widget.windowTitle().replace("[*]", "")
    yield from (widget.toolTip(), widget.statusTip(), widget.whatsThis())
    yield from (widget.accessibleName(), widget.accessibleDescription())


def _of_model(view: QAbstractItemView) -> Iterator[str]:
    model = view.model()
    if isinstance(view, QTreeView):
        for column in range(model.columnCount()):
            head = model.headerData(column, Qt.Orientation.Horizontal)
            yield "" if head is None or str(head).isdigit() else str(head)
    if not isinstance(view.window(), QFileDialog):  # there it is the disk that speaks
        yield from _rows(model, QModelIndex())


def _rows(model: QAbstractItemModel, above: QModelIndex) -> Iterator[str]:
    for row in range(model.rowCount(above)):
        index = model.index(row, 0, above)
        yield from (str(index.data(role) or "") for role in _ROLES)
        yield from _rows(model, index)
