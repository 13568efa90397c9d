"""One field of a form: its label above, its editor, and below it why what was typed was refused."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from editor import plain
from editor.appearance.colours import colours
from editor.panels.inspector.choices import Flag
from editor.panels.inspector.editor import Editor
from editor.panels.inspector.plan import Field
from editor.panels.inspector.typed import say
from editor.speech import Speech
from model.refusal import Refused

_refusals = Speech("refusals")


def sentence(refused: Refused) -> str:
    """Why something was refused: by the model, or by the field itself."""
    own = f"refused.{refused.code}"
    details = {
        key: say.number(each) if isinstance(each, int | float) else each for key, each in refused.details.items()
    }
    return say(own, **details) if own in say else _refusals(refused.code, **details)


class Row(QWidget):
    """`drafted` and `entered` carry the row and what its member is to be, for now and for good; `unclear` and
    `restored` the row; `refused` why what was typed is no value at all."""

    drafted = Signal(object, object)
    unclear = Signal(object)
    restored = Signal(object)
    entered = Signal(object, object)
    refused = Signal(object)

    def __init__(self, field: Field, form: str, editor: Editor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field, self.editor = field, editor
        self._key = f"{form}.{field.key or field.member}"
        self.refusal: Refused | None = None
        self.label = plain.label("", self)
        self.label.setBuddy(editor.focusProxy() or editor)
        self.label.setVisible(field.labelled)
        self.reason = plain.label("", self, wrap=True)
        self.reason.hide()
        editor.drafted.connect(self._draft)
        editor.unclear.connect(self._doubt)
        editor.restored.connect(self._restore)
        editor.entered.connect(self._enter)
        editor.refused.connect(self._refuse_typed)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(3)
        for widget in (self.label, editor, self.reason):
            layout.addWidget(widget)

    def refuse(self, refused: Refused) -> None:
        """Say why at the field, until the map takes what is typed, or it is taken back."""
        self.refusal = refused
        self._say_why()

    def content(self) -> None:
        """Nothing is wrong here any more."""
        self.refusal = None
        self.reason.hide()

    def retranslate(self) -> None:
        words = say(self._key)
        name = words.replace("&", "")
        self.label.setText(words)
        if isinstance(self.editor, Flag):
            self.editor.set_text(words)
        self.editor.retranslate()
        self.editor.set_name(name)
        tip = f"{self._key}.tip"
        if tip in say:
            self.setToolTip(plain.tooltip(say(tip)))
        if self.refusal is not None:
            self._say_why()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange and self.refusal is not None:
            self._colour()
        super().changeEvent(event)

    def _draft(self, value: object) -> None:
        self.drafted.emit(self, value)

    def _doubt(self) -> None:
        self.unclear.emit(self)

    def _restore(self) -> None:
        self.content()
        self.restored.emit(self)

    def _enter(self, value: object) -> None:
        self.entered.emit(self, value)

    def _refuse_typed(self, refused: Refused) -> None:
        self.refuse(refused)
        self.refused.emit(refused)

    def _say_why(self) -> None:
        if self.refusal is not None:
            self.reason.setText(sentence(self.refusal))
            self._colour()
            self.reason.show()

    def _colour(self) -> None:
        palette = self.reason.palette()
        palette.setColor(self.reason.foregroundRole(), colours().critical)
        self.reason.setPalette(palette)
