"""Asking before an address of the map is followed: the whole of it, letter by letter, and where it leads."""

from collections.abc import Iterator
from math import ceil

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QTextOption
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from editor.addresses import Address, visible
from editor.plain import label, window_title
from editor.speech import Speech

say = Speech("links")

_WIDTH = 520  # pixels
_LINES = 4
_WORD = 48  # characters
_SHOWN = 4_000
"""Characters of an address that was refused: enough to see what it is."""


class Link(QDialog):
    """A sentence, the place in bold, the address, and what could take one in. Without an address it is refused."""

    def __init__(self, parent: QWidget, sentence: str, text: str, found: Address | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(window_title(say("title")))
        self.text = _pane(text, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(label(sentence, self, wrap=True))
        if found is not None and found.host:
            layout.addWidget(_place(found.host, self))
        layout.addWidget(self.text, 1)
        for warning in _warnings(found):
            layout.addWidget(label(warning, self, wrap=True))
        layout.addWidget(self._buttons(found))
        self.setFixedWidth(_WIDTH)
        self.resize(_WIDTH, layout.minimumHeightForWidth(_WIDTH))

    def copy(self) -> None:
        """What stands there to the clipboard, its hidden signs written out."""
        QGuiApplication.clipboard().setText(self.text.toPlainText())

    def _buttons(self, found: Address | None) -> QDialogButtonBox:
        """Enter follows an address, unless there is something about it one should see first."""
        buttons, role = QDialogButtonBox(self), QDialogButtonBox.ButtonRole
        buttons.addButton(say("copy"), role.ActionRole).clicked.connect(self.copy)
        leave = buttons.addButton(say("close" if found is None else "cancel"), role.RejectRole)
        chosen = leave
        if found is not None:
            follow = buttons.addButton(say("follow"), role.AcceptRole)
            chosen = leave if found.doubtful else follow
        chosen.setDefault(True)
        chosen.setFocus()
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        return buttons


def ask_to_follow(parent: QWidget, found: Address, written: str) -> bool:
    """Whether to go where an address leads; `written`: as it stands in the map."""
    shown = found.whole
    if not written.isascii():
        shown += f"\n\n{say('written')}\n{visible(written.strip())}"
    return _asked(Link(parent, say("question.mail" if found.is_mail else "question"), shown, found))


def show_refused(parent: QWidget, sentence: str, written: str) -> None:
    """Say why an address is not followed, and show it."""
    _asked(Link(parent, sentence, visible(written[:_SHOWN]) + ("…" if len(written) > _SHOWN else "")))


def _asked(dialog: Link) -> bool:
    agreed = dialog.exec() == QDialog.DialogCode.Accepted
    dialog.deleteLater()
    return agreed


def _warnings(found: Address | None) -> Iterator[str]:
    if found is None:
        return
    if found.login:
        yield say("warning.login", login=_short(found.login), host=_short(found.host))
    if found.letters:
        yield say("warning.letters", letters=_short(found.letters), host=_short(found.host))
    if found.dropped:
        yield say("warning.dropped", members=", ".join(found.dropped))


def _short(text: str) -> str:
    """Within a sentence, where a long word could not be broken; all of it stands above."""
    shown = visible(text)
    return shown if len(shown) <= _WORD else f"{shown[: _WORD - 1]}…"


def _pane(text: str, parent: QWidget) -> QPlainTextEdit:
    """An address has no place to break a line at, and must not go out of sight."""
    pane = QPlainTextEdit(text, parent)
    pane.setReadOnly(True)
    pane.setTabChangesFocus(True)
    pane.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    pane.setWordWrapMode(QTextOption.WrapMode.WrapAnywhere)
    pane.setAccessibleName(say("address"))
    around = 2 * (pane.frameWidth() + pane.document().documentMargin())
    pane.setMinimumHeight(ceil(_LINES * pane.fontMetrics().lineSpacing() + around))
    return pane


def _place(host: str, parent: QWidget) -> QLabel:
    """Whose computer it is. A name has 253 signs at most and may have no place to break at either."""
    shown = label("\u200b".join(host[at : at + 40] for at in range(0, len(host), 40)), parent, wrap=True)
    font = shown.font()
    font.setBold(True)
    shown.setFont(font)
    shown.setAccessibleName(host)
    return shown
