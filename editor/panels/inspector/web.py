"""A web or mail address, with a sign in its field to follow it by."""

from PySide6.QtWidgets import QLineEdit, QWidget

from editor import plain
from editor.appearance.icons import icon
from editor.panels.inspector.editor import SEVERAL
from editor.panels.inspector.texts import Line
from editor.session import Session
from editor.speech import Speech

_say = Speech("links")


class Web(Line):
    """What is typed counts first; nobody goes anywhere before he is asked."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.follow = self.line.addAction(icon("external-link"), QLineEdit.ActionPosition.TrailingPosition)
        self.follow.triggered.connect(self._follow)

    def show_value(self) -> None:
        super().show_value()
        self.follow.setVisible(self.value is not SEVERAL and bool(self.value))

    def retranslate(self) -> None:
        super().retranslate()
        self.follow.setText(_say("open"))
        self.follow.setToolTip(plain.tooltip(_say("open")))

    def _follow(self) -> None:
        self.commit()
        if self.pending or self.value is SEVERAL:
            return
        # Asking takes a dialog, which is loaded by who asks for it.
        from editor.files.linking import open_link

        open_link(self.window(), self.session, self.value)
