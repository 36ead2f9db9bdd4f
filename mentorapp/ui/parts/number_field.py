"""A field for a whole number, with its unit said behind it."""

from PySide6.QtWidgets import QSpinBox

from mentorapp.ui.parts.measured import measured
from mentorapp.ui.theme import current


class NumberField(QSpinBox):
    """A spin box from `low` to `high`; `unit` stands behind the number, as in "37 t"."""

    def __init__(self, low: int = 0, high: int = 999, unit: str = "") -> None:
        super().__init__()
        self.setRange(low, high)
        self.setSuffix(f" {unit}" if unit else "")
        # A style sheet's padding does not reach the line inside a spin box.
        measured(self, lambda: self.lineEdit().setTextMargins(current().px(8), 0, 0, 0))
