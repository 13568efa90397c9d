"""Forms of labels and fields, all alike."""

from typing import cast

from PySide6.QtWidgets import QFormLayout, QLabel, QWidget

from editor.plain import label


def form_in(holder: QWidget | None = None) -> QFormLayout:
    """A form without margins of its own; without a holder one to put into another layout."""
    form = QFormLayout() if holder is None else QFormLayout(holder)
    form.setContentsMargins(0, 0, 0, 0)
    form.setVerticalSpacing(6)
    form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
    form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
    return form


def add_row(form: QFormLayout, field: QWidget) -> QLabel:
    """A field at the end of a form; its label, yet without words."""
    form.addRow(label(), field)
    made = cast("QLabel", form.labelForField(field))
    made.setBuddy(field)
    return made
